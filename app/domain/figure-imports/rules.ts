import type { CellError, ImportState } from "../table-imports/rules.ts";

/** What a file of figures is about. */
export const FIGURE_KINDS = [
  "observations",
  "targets",
  "schoolOutcomes",
  "supportReports",
  "subsidyGrants",
  "placements",
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/**
 * What the dry run says of a row. leftOut: staff decided to go on without it; blank: it holds no figure. In a wide table
 * create, change and same say the strongest of the row's cells.
 */
export const ROW_OUTCOMES = ["error", "change", "create", "same", "leftOut", "blank"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What a figure of the file would do to the records. */
export const CELL_OUTCOMES = ["create", "change", "same"] as const;
export type CellOutcome = (typeof CELL_OUTCOMES)[number];

/** One figure (or one field of a record) of the file; `column` is the letter that the spreadsheet shows. */
export type PlannedCell = {
  /** Stays the same for the same figure in every file: what provenance is asked by. */
  subject: string;
  /** What it is, in words: 登録企業数 令和6年度. */
  field: string;
  column: string;
  outcome: CellOutcome;
  before: string;
  after: string;
  /** Codes of what staff should know: a formula's result, a converted unit, a counted indicator. */
  remarks: string[];
};

/** A row of the file with what it would do. `writes` are the records, for the store of its kind. */
export type PlannedRow<Write = unknown> = {
  number: number;
  outcome: RowOutcome;
  cells: PlannedCell[];
  errors: CellError[];
  /** Blank cells: nothing at all, but counted. */
  blanks: number;
  writes: Write[];
};

export type FigureCounts = {
  rows: Record<RowOutcome, number>;
  cells: Record<CellOutcome | "blank" | "error", number>;
  /** Rows that the dry run has looked at. */
  done: number;
};

export const NO_COUNTS: FigureCounts = {
  rows: { error: 0, change: 0, create: 0, same: 0, leftOut: 0, blank: 0 },
  cells: { create: 0, change: 0, same: 0, blank: 0, error: 0 },
  done: 0,
};

/** Counts as they are stored; a missing one is 0. */
export function readCounts(stored: unknown): FigureCounts {
  const { rows, cells, done } = Object(stored) as Partial<FigureCounts>;
  return {
    rows: { ...NO_COUNTS.rows, ...rows },
    cells: { ...NO_COUNTS.cells, ...cells },
    done: done ?? 0,
  };
}

export function addToCounts(counts: FigureCounts, row: PlannedRow): void {
  counts.rows[row.outcome] += 1;
  for (const { outcome } of row.cells) counts.cells[outcome] += 1;
  counts.cells.blank += row.blanks;
  counts.cells.error += row.errors.length;
  counts.done += 1;
}

/** Of a row: an error stands unless staff left it out; otherwise the strongest thing that one of its cells does. */
export function rowOutcome(row: {
  cells: readonly PlannedCell[];
  errors: readonly CellError[];
  isLeftOut: boolean;
}): RowOutcome {
  if (row.errors.length > 0 && !row.isLeftOut) return "error";
  for (const outcome of ["change", "create", "same"] as const)
    if (row.cells.some((cell) => cell.outcome === outcome)) return outcome;
  return row.errors.length > 0 ? "leftOut" : "blank";
}

/** Nothing is applied as long as a row is wrong and not explicitly left out; something must be there to write. */
export function mayApply(state: ImportState, { rows, cells }: FigureCounts): boolean {
  return state === "checked" && rows.error === 0 && cells.create + cells.change > 0;
}

/** Files up to this many rows are checked and applied in the request, longer ones in the background. */
export const ROWS_AT_ONCE = 2000;
