import type { CivilDate } from "../../platform/calendar.ts";
import type { SchoolKind } from "./rules.ts";

/** What a school counted of a class; all numbers are people. */
export type OutcomeCounts = {
  graduates: number;
  placedLocal: number;
  placedPrefecture: number;
  placedOutside: number;
  furtherStudy: number;
  other: number;
  unknown: number;
};

/** The parts of a class, in the order of forms and tables. */
export const OUTCOME_PARTS = [
  "placedLocal",
  "placedPrefecture",
  "placedOutside",
  "furtherStudy",
  "other",
  "unknown",
] as const satisfies readonly (keyof OutcomeCounts)[];

/** The sum of the parts, which must be the number of graduates. */
export function sumOfParts(counts: Omit<OutcomeCounts, "graduates">): number {
  return OUTCOME_PARTS.reduce((sum, part) => sum + counts[part], 0);
}

/**
 * The local share of those who took a job: local ÷ (local + prefecture + outside). Undefined (null) when nobody took a job:
 * that is neither 0 % nor 100 %. The bounds say where the share lies if all unknown people took a job elsewhere, or here.
 */
export function localShare(counts: OutcomeCounts): {
  placed: number;
  percent: number | null;
  lowest: number | null;
  highest: number | null;
} {
  const { placedLocal, placedPrefecture, placedOutside, unknown } = counts;
  const placed = placedLocal + placedPrefecture + placedOutside;
  const percentOf = (part: number, whole: number) =>
    whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
  return {
    placed,
    percent: percentOf(placedLocal, placed),
    lowest: percentOf(placedLocal, placed + unknown),
    highest: percentOf(placedLocal + unknown, placed + unknown),
  };
}

/** Adds up the latest rows of the parts of a school. Null for no rows. */
export function addCounts(rows: readonly OutcomeCounts[]): OutcomeCounts | null {
  if (rows.length === 0) return null;
  const sum = (field: keyof OutcomeCounts) => rows.reduce((total, row) => total + row[field], 0);
  return {
    graduates: sum("graduates"),
    placedLocal: sum("placedLocal"),
    placedPrefecture: sum("placedPrefecture"),
    placedOutside: sum("placedOutside"),
    furtherStudy: sum("furtherStudy"),
    other: sum("other"),
    unknown: sum("unknown"),
  };
}

/** One entry of a school, as lists show it. */
export type OutcomeRow = OutcomeCounts & {
  id: string;
  departmentName: string;
  graduationYear: number;
  asOf: CivilDate;
  status: "provisional" | "final" | "revised" | "estimated";
  source: string;
  recordedAt: Date;
  byStaff: boolean;
  /** A later row about the same class and day stands in its place. */
  isCorrected: boolean;
};

export type SchoolState = {
  id: string;
  name: string;
  kind: SchoolKind;
  /** The newest as-of day of the class; null: the school has not reported. */
  reportedAsOf: CivilDate | null;
  isFinal: boolean;
};

/**
 * The rows of a class that count: the newest of the whole school, or the newest of each department where the school counted
 * by department only. Measures read the same rows.
 */
export function newestOfClass(rows: readonly OutcomeRow[]): OutcomeRow[] {
  const newest = new Map<string, OutcomeRow>();
  for (const row of rows) {
    if (row.isCorrected) continue;
    const other = newest.get(row.departmentName);
    if (!other || row.asOf > other.asOf) newest.set(row.departmentName, row);
  }
  const whole = newest.get("");
  return whole ? [whole] : [...newest.values()];
}
