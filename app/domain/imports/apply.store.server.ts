import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { readRows } from "./check.store.server.ts";
import { knownMapping } from "./mapping.ts";
import { openPlanner } from "./planner.store.server.ts";
import type { PlannedRow } from "./row-plan.ts";
import { type Writing, writeCompanies } from "./write.store.server.ts";

type Applying = Pick<Town, "database" | "clock" | "jobs">;

const ROWS_NAMED = 10;

/**
 * Applies what the dry run showed, in one transaction: all of it or nothing. Everything is planned anew first; where a row
 * would now do something else than staff saw, nothing is written and the run says which rows.
 */
export async function applyImport(town: Applying, { runId }: { runId: string }): Promise<void> {
  const run = await town.database.importRun.findUnique({ where: { id: runId } });
  if (run?.state !== "applying") return;
  const { headers } = run;
  const planner = await openPlanner(town, { headers, mapping: knownMapping(run.mapping, headers) });
  const planned: PlannedRow[] = [];
  const stale: number[] = [];
  for await (const rows of readRows(town, runId)) {
    const now = await planner.plan(rows);
    for (const [index, row] of now.entries()) {
      if (!isAsShown(row, rows[index]!)) stale.push(row.number);
      else if (row.write) planned.push(row);
    }
  }
  const failed =
    stale.length > 0 ? stale : await write(town, { runId, planned, companies: planner.companies });
  if (failed.length > 0) await refuse(town, runId, failed);
}

function isAsShown(
  row: PlannedRow,
  shown: { outcome: string | null; companyId: string | null; difference: unknown },
): boolean {
  if (row.outcome === "error" || row.outcome === "same") return shown.outcome === row.outcome;
  return (
    shown.outcome === row.outcome &&
    shown.companyId === row.companyId &&
    isDeepStrictEqual(shown.difference, row.difference)
  );
}

async function refuse(town: Applying, runId: string, rows: number[]): Promise<void> {
  const named = rows.slice(0, ROWS_NAMED).join("、");
  await town.database.importRun.updateMany({
    where: { id: runId, state: "applying" },
    data: { state: "failed", failure: `import-stale:${named}:${rows.length}` },
  });
}

/** The rows whose company changed between plan and transaction; none when everything was written. */
async function write(
  town: Applying,
  { runId, planned, companies }: { runId: string; planned: PlannedRow[]; companies: number },
): Promise<number[]> {
  return town.database.$transaction(
    async (tx) => {
      const [run] = await tx.$queryRaw<{ state: string; createdById: string }[]>`
        SELECT "state"::text, "createdById" FROM "ImportRun" WHERE "id" = ${runId} FOR UPDATE`;
      if (run?.state !== "applying") return [];
      const changed = await findChanged(tx, { planned, companies });
      if (changed.length > 0) return changed;
      const writing: Writing = { staffId: run.createdById, now: town.clock.now() };
      await writeCompanies(tx, town, { runId, rows: planned, ...writing });
      await tx.importRun.update({
        where: { id: runId },
        data: { state: "applied", appliedAt: writing.now, failure: null },
      });
      const created = planned.filter(({ outcome }) => outcome === "create").length;
      await recordEvent(tx, {
        kind: "import.applied",
        subjectId: runId,
        actorId: run.createdById,
        occurredAt: writing.now,
        data: { created, changed: planned.length - created },
      });
      return [];
    },
    { timeout: 300_000, maxWait: 120_000 },
  );
}

/** Rows whose base is no longer the published revision; the companies stay locked until the transaction ends. */
async function findChanged(
  tx: Transaction,
  { planned, companies }: { planned: PlannedRow[]; companies: number },
): Promise<number[]> {
  const ids = planned.flatMap(({ companyId }) => companyId ?? []);
  const bases = await tx.$queryRaw<{ id: string; revisionId: string | null; isClosed: boolean }[]>`
    SELECT company."id", company."publishedRevisionId" AS "revisionId",
           company."withdrawnAt" IS NOT NULL OR EXISTS (
             SELECT 1 FROM "CompanyRevision" revision
             WHERE revision."companyId" = company."id" AND revision."state" = 'submitted'
           ) AS "isClosed"
    FROM "Company" company
    WHERE company."id" = ANY(${ids})
    ORDER BY company."id"
    FOR UPDATE OF company`;
  const baseOf = new Map(bases.map((base) => [base.id, base]));
  const isNewCompanyAround = (await tx.company.count()) !== companies;
  return planned
    .filter(({ outcome, companyId, write: target }) => {
      if (outcome === "create") return isNewCompanyAround;
      const base = baseOf.get(companyId!);
      return !base || base.isClosed || base.revisionId !== target!.baseRevisionId;
    })
    .map(({ number }) => number);
}

/** Takes up runs on which a killed process was working. Both jobs may run twice. */
export async function resumeImports(town: Applying): Promise<void> {
  const runs = await town.database.importRun.findMany({
    where: { state: { in: ["checking", "applying"] } },
    select: { id: true, state: true },
  });
  for (const { id, state } of runs)
    await town.database.$transaction((tx) =>
      town.jobs.enqueue(tx, state === "checking" ? "import.check" : "import.apply", { runId: id }),
    );
}
