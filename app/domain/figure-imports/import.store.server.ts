import type { Town } from "#app/town.ts";
import type { CellError, ImportState, Mapping } from "../table-imports/rules.ts";
import { knownMapping } from "./mapping.ts";
import {
  type FigureCounts,
  type FigureKind,
  type PlannedCell,
  readCounts,
  type RowOutcome,
} from "./rules.ts";
import { readCells } from "./sheet-rows.store.server.ts";
import { readStoredSettings, type StoredSettings } from "./stored-settings.ts";

export type FigureImportSummary = {
  id: string;
  kind: FigureKind;
  state: ImportState;
  fileName: string;
  counts: FigureCounts;
  createdAt: Date;
  appliedAt: Date | null;
};

const IMPORTS_LISTED = 50;

/** The newest imports first. */
export async function listFigureImports(town: Pick<Town, "database">): Promise<FigureImportSummary[]> {
  const imports = await town.database.figureImport.findMany({
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: IMPORTS_LISTED,
    omit: { headers: true, mapping: true, settings: true },
  });
  return imports.map(({ counts, ...facts }) => ({ ...facts, counts: readCounts(counts) }));
}

export type FigureImportDetail = FigureImportSummary & {
  encoding: string;
  sheetName: string;
  headerRow: number;
  headers: string[];
  mapping: Mapping;
  settings: StoredSettings;
  rowCount: number;
  failure: string | null;
  /** When a file with the same bytes was applied before. */
  appliedBefore: { id: string; when: Date } | null;
  /** A file of the same name and kind with other content that was uploaded later. */
  newer: { id: string; when: Date } | null;
  /** The first rows of the file with their numbers, titles and headers too. */
  firstRows: { number: number; texts: string[] }[];
  /** The first rows below the headers, to see what the columns hold. */
  sample: string[][];
};

const ROWS_PREVIEWED = 12;
const ROWS_SHOWN_TO_ASSIGN = 3;

/** One import; null when there is none by that id. */
export async function findFigureImport(
  town: Pick<Town, "database">,
  { importId }: { importId: string },
): Promise<FigureImportDetail | null> {
  const found = await town.database.figureImport.findUnique({ where: { id: importId } });
  if (!found) return null;
  const { fileHash, createdById: _staff, counts, mapping, settings: stored, ...facts } = found;
  const settings = readStoredSettings(stored);
  const firstRows = await town.database.figureImportRow.findMany({
    where: { importId },
    orderBy: { number: "asc" },
    take: ROWS_PREVIEWED,
    select: { number: true, cells: true },
  });
  const sample = await town.database.figureImportRow.findMany({
    where: { importId, number: { gte: found.headerRow + settings.headerRows } },
    orderBy: { number: "asc" },
    take: ROWS_SHOWN_TO_ASSIGN,
    select: { cells: true },
  });
  const before = await town.database.figureImport.findFirst({
    where: { fileHash, state: "applied", id: { not: importId } },
    orderBy: { appliedAt: "desc" },
    select: { id: true, appliedAt: true },
  });
  const newer = await town.database.figureImport.findFirst({
    where: {
      fileName: found.fileName,
      kind: found.kind,
      fileHash: { not: fileHash },
      createdAt: { gt: found.createdAt },
      state: { not: "discarded" },
    },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true },
  });
  return {
    ...facts,
    counts: readCounts(counts),
    mapping: knownMapping(found.kind, mapping, found.headers),
    settings,
    appliedBefore: before?.appliedAt ? { id: before.id, when: before.appliedAt } : null,
    newer: newer && { id: newer.id, when: newer.createdAt },
    firstRows: firstRows.map(({ number, cells }) => ({ number, texts: readCells(cells).texts })),
    sample: sample.map(({ cells }) => readCells(cells).texts),
  };
}

export type FigureImportRowView = {
  number: number;
  outcome: RowOutcome;
  texts: string[];
  cells: PlannedCell[];
  errors: CellError[];
};

export const ROWS_PER_PAGE = 50;

/** The checked rows of an import, a page of them; with `row` the page that holds it. */
export async function listFigureImportRows(
  town: Pick<Town, "database">,
  { importId, outcome, page }: { importId: string; outcome: RowOutcome | null; page: number },
): Promise<{ total: number; rows: FigureImportRowView[] }> {
  const where = { importId, outcome: outcome ?? { not: null } };
  const [total, rows] = await Promise.all([
    town.database.figureImportRow.count({ where }),
    town.database.figureImportRow.findMany({
      where,
      orderBy: { number: "asc" },
      skip: (page - 1) * ROWS_PER_PAGE,
      take: ROWS_PER_PAGE,
    }),
  ]);
  return {
    total,
    rows: rows.map((row) => ({
      number: row.number,
      outcome: row.outcome as RowOutcome,
      texts: readCells(row.cells).texts,
      cells: row.difference as PlannedCell[],
      errors: row.errors as CellError[],
    })),
  };
}

/** The page of the list of all rows on which a row of the file stands. */
export async function pageOfRow(
  town: Pick<Town, "database">,
  { importId, row }: { importId: string; row: number },
): Promise<number> {
  const before = await town.database.figureImportRow.count({
    where: { importId, outcome: { not: null }, number: { lt: row } },
  });
  return Math.floor(before / ROWS_PER_PAGE) + 1;
}

/** What an import can be about: the plans, the town's own first, and the schemes of money. */
export async function listFigureChoices(town: Pick<Town, "database">) {
  const [plans, subsidies] = await Promise.all([
    town.database.plan.findMany({
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, title: true, firstFiscalYear: true, lastFiscalYear: true },
    }),
    town.database.subsidy.findMany({ orderBy: { id: "asc" }, select: { id: true, name: true } }),
  ]);
  return { plans, subsidies };
}
