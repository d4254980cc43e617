import type { ImportState } from "../table-imports/rules.ts";

export { isWorking, mayAssign } from "../table-imports/rules.ts";
export type { CellError, ImportState, Mapping } from "../table-imports/rules.ts";

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

/** A field of a company that the row would change, as cells of a table. */
export type CellDifference = { field: string; before: string; after: string };

/** Rows with errors are left out; at least one other row must change something. */
export function mayApply(state: ImportState, counts: OutcomeCounts): boolean {
  return state === "checked" && counts.create + counts.change > 0;
}
