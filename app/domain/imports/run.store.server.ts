import type { Town } from "#app/town.ts";
import { knownMapping, mappingProblem } from "./mapping.ts";
import {
  type CellDifference,
  type CellError,
  type ImportState,
  type Mapping,
  mayApply,
  mayAssign,
  type OutcomeCounts,
  readCounts,
  type RowOutcome,
} from "./rules.ts";
import { rememberedMapping } from "./upload.store.server.ts";

export type RunSummary = {
  id: string;
  state: ImportState;
  fileName: string;
  rowCount: number;
  counts: OutcomeCounts;
  createdAt: Date;
  appliedAt: Date | null;
};

const RUNS_LISTED = 50;

/** The newest runs first. */
export async function listImports(town: Pick<Town, "database">): Promise<RunSummary[]> {
  const runs = await town.database.importRun.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: RUNS_LISTED,
    omit: { headers: true, mapping: true },
  });
  return runs.map(({ counts, ...run }) => ({ ...run, counts: readCounts(counts) }));
}

export type ImportDetail = RunSummary & {
  encoding: string;
  headers: string[];
  mapping: Mapping;
  rowsDone: number;
  failure: string | null;
  /** When a file with the same bytes was applied before. */
  appliedBefore: { id: string; appliedAt: Date } | null;
  /** The first rows of the file, to see what the columns hold. */
  sample: string[][];
};

const ROWS_SHOWN_TO_ASSIGN = 3;

/** One run; null when there is none by that id. */
export async function findImport(
  town: Pick<Town, "database">,
  { runId }: { runId: string },
): Promise<ImportDetail | null> {
  const run = await town.database.importRun.findUnique({
    where: { id: runId },
    include: { rows: { orderBy: { number: "asc" }, take: ROWS_SHOWN_TO_ASSIGN, select: { cells: true } } },
  });
  if (!run) return null;
  const before = await town.database.importRun.findFirst({
    where: { fileHash: run.fileHash, state: "applied", id: { not: runId } },
    orderBy: { appliedAt: "desc" },
    select: { id: true, appliedAt: true },
  });
  const { rows, counts, mapping, fileHash: _hash, createdById: _staff, ...facts } = run;
  return {
    ...facts,
    counts: readCounts(counts),
    mapping: knownMapping(mapping, run.headers),
    appliedBefore: before?.appliedAt ? { id: before.id, appliedAt: before.appliedAt } : null,
    sample: rows.map((row) => row.cells as string[]),
  };
}

export type ImportRowView = {
  number: number;
  outcome: RowOutcome;
  cells: string[];
  /** The public page of the company, where it has one. */
  slug: string | null;
  difference: CellDifference[];
  errors: CellError[];
};

export const ROWS_PER_PAGE = 50;

/** A page of the rows with one outcome, or of all, in the order of the file. */
export async function listImportRows(
  town: Pick<Town, "database">,
  { runId, outcome, page }: { runId: string; outcome: RowOutcome | null; page: number },
): Promise<{ total: number; rows: ImportRowView[] }> {
  const where = { runId, outcome: outcome ?? { not: null } };
  const [total, rows] = await Promise.all([
    town.database.importRow.count({ where }),
    town.database.importRow.findMany({
      where,
      orderBy: { number: "asc" },
      skip: (page - 1) * ROWS_PER_PAGE,
      take: ROWS_PER_PAGE,
    }),
  ]);
  const companies = await town.database.company.findMany({
    where: {
      id: { in: rows.flatMap(({ companyId }) => companyId ?? []) },
      publishedRevisionId: { not: null },
      withdrawnAt: null,
    },
    select: { id: true, slug: true },
  });
  const slugs = new Map(companies.map(({ id, slug }) => [id, slug]));
  return {
    total,
    rows: rows.map((row) => ({
      number: row.number,
      outcome: row.outcome as RowOutcome,
      cells: row.cells as string[],
      slug: slugs.get(row.companyId ?? "") ?? null,
      difference: row.difference as CellDifference[],
      errors: row.errors as CellError[],
    })),
  };
}

type Step = { ok: true } | { ok: false; error: string; header?: string };

/**
 * Assigns the columns and begins the dry run. The assignment is remembered for files with the same headers. Errors:
 * import-name-column, import-field-twice (with the column), import-state when the run is past that.
 */
export async function startCheck(
  town: Pick<Town, "database" | "clock" | "jobs">,
  { runId, mapping: typed }: { runId: string; mapping: Mapping },
): Promise<Step> {
  return town.database.$transaction(async (tx) => {
    const run = await tx.importRun.findUniqueOrThrow({ where: { id: runId } });
    const mapping = knownMapping(typed, run.headers);
    const problem = mappingProblem(mapping);
    if (problem) return { ok: false, error: problem.code, header: problem.header };
    const { count } = await tx.importRun.updateMany({
      where: { id: runId, state: { in: ["uploaded", "checked", "failed"] } },
      data: { state: "checking", mapping, rowsDone: 0, counts: {}, failure: null },
    });
    if (count === 0 || !mayAssign(run.state)) return { ok: false, error: "import-state" };
    await tx.importMapping.upsert(rememberedMapping(run.headers, mapping, town.clock.now()));
    await town.jobs.enqueue(tx, "import.check", { runId });
    return { ok: true };
  });
}

/** Begins the application of a checked run; what it does is what the dry run showed. */
export async function startApply(
  town: Pick<Town, "database" | "clock" | "jobs">,
  { runId, staffId }: { runId: string; staffId: string },
): Promise<Step> {
  return town.database.$transaction(async (tx) => {
    const run = await tx.importRun.findUniqueOrThrow({ where: { id: runId } });
    if (!mayApply(run.state, readCounts(run.counts))) return { ok: false, error: "import-state" };
    const { count } = await tx.importRun.updateMany({
      where: { id: runId, state: "checked" },
      // Who applies answers for what is published.
      data: { state: "applying", createdById: staffId },
    });
    if (count === 0) return { ok: false, error: "import-state" };
    await town.jobs.enqueue(tx, "import.apply", { runId });
    return { ok: true };
  });
}

/** Gives a run up that was not applied; its rows are deleted. */
export async function discardImport(
  town: Pick<Town, "database">,
  { runId }: { runId: string },
): Promise<Step> {
  return town.database.$transaction(async (tx) => {
    const { count } = await tx.importRun.updateMany({
      where: { id: runId, state: { in: ["uploaded", "checking", "checked", "failed"] } },
      data: { state: "discarded" },
    });
    if (count === 0) return { ok: false, error: "import-state" };
    await tx.importRow.deleteMany({ where: { runId } });
    return { ok: true };
  });
}
