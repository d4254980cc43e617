export type ImportState =
  | "uploaded"
  | "checking"
  | "checked"
  | "applying"
  | "applied"
  | "failed"
  | "discarded";

/** What the dry run says of a row. */
export const ROW_OUTCOMES = ["create", "change", "same", "error"] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export type OutcomeCounts = Record<RowOutcome, number>;

/** Counts as they are stored; a missing one is 0. */
export function readCounts(stored: unknown): OutcomeCounts {
  const counts = Object(stored) as Partial<OutcomeCounts>;
  return {
    create: counts.create ?? 0,
    change: counts.change ?? 0,
    same: counts.same ?? 0,
    error: counts.error ?? 0,
  };
}

/** A cell that is wrong: the header of its column ("" for the whole row) and the code of what is wrong. */
export type CellError = { column: string; code: string };

/** A field of a company that the row would change, as cells of a table. */
export type CellDifference = { field: string; before: string; after: string };

/** Profile field by header, as staff assigned them. */
export type Mapping = Record<string, string>;

/** In these states the background works on the run. */
export function isWorking(state: ImportState): boolean {
  return state === "checking" || state === "applying";
}

/** What staff may do with a run. */
export function mayAssign(state: ImportState): boolean {
  return state === "uploaded" || state === "checked" || state === "failed";
}

/** Rows with errors are left out; at least one other row must change something. */
export function mayApply(state: ImportState, counts: OutcomeCounts): boolean {
  return state === "checked" && counts.create + counts.change > 0;
}
