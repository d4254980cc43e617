import type { CivilDate } from "#app/platform/calendar.ts";
import type { Facts, Period } from "./facts.ts";

/** What one unit of the figure is. People, person-times and placements are never added to each other. */
export type CountUnit =
  | "companies"
  | "people"
  | "person-times"
  | "placements"
  | "events"
  | "booths"
  | "entries"
  | "cases";

/** stock: what is true at the end of the as-of day. flow: what happened from 1 April to the as-of day. */
export type TimeNature = "stock" | "flow" | "cohort";

/**
 * Why there is no number. no-records: the portal has no record of this kind up to the day. not-reported: the programme
 * has not reported for the fiscal year. not-due: the event of the year lies ahead. None of them is 0.
 */
export type MissingReason = "no-records" | "not-reported" | "not-due";

/** What a record is to the figure. For a count every member is in its numerator. */
export type MemberRole = "numerator" | "denominator" | "excluded" | "unknown";

/** One record of the figure, and how much it counts. */
export type Member = { id: string; amount: number; role?: MemberRole };

/** The parts of a rate; the value is numerator ÷ denominator × 100. What is not known stands beside them. */
export type RateParts = { numerator: number; denominator: number; unknown: number };

export type Cell = { key: string; label?: string; value: number };

export type Breakdown = {
  by: "participantCategory" | "event" | "people" | "companies" | "movement" | "month";
  counts: CountUnit;
  /** True when the cells add up to the value. */
  partition: boolean;
  cells: Cell[];
};

/** What a measure found; `value` is the sum of the members' amounts unless `missing` says why there is none. */
export type Tally = {
  value: number | null;
  missing: MissingReason | null;
  members: Member[];
  /** Records of the kind within the time, also those that do not count (voided, withdrawn). */
  inputs: number;
  breakdowns: Breakdown[];
  /** Set by rates only. */
  rate?: RateParts;
  /** Where what is not known leaves the value between two bounds. */
  bounds?: { low: number; high: number };
};

/** A named, versioned, pure function of facts. A changed definition is a new version. */
export type Measure = {
  key: string;
  version: number;
  name: string;
  /** What is counted, in one Japanese sentence for the public page. */
  definition: string;
  counts: CountUnit;
  timeNature: TimeNature;
  compute(facts: Facts, period: Period): Tally;
};

/** A computed figure with all that is needed to compute it again and see the same. */
export type Computed = {
  key: string;
  version: number;
  counts: CountUnit;
  timeNature: TimeNature;
  asOf: CivilDate;
  knownOn: Date;
  fiscalYear: number;
  value: number | null;
  missing: MissingReason | null;
  breakdowns: Breakdown[];
  /** Records of the kind within the time, and those of them that count. */
  inputCount: number;
  memberCount: number;
  rate: RateParts | null;
  bounds: { low: number; high: number } | null;
  /** SHA-256 over measure, as-of day and members: the same records give the same digest. */
  digest: string;
};

/** The tally of these members. */
export function tally(members: Member[], inputs: number, breakdowns: Breakdown[] = []): Tally {
  const value = members.reduce((sum, member) => sum + member.amount, 0);
  return { value, missing: null, members, inputs, breakdowns };
}

/** The tally that says why there is no number. */
export function missing(reason: MissingReason, inputs = 0): Tally {
  return { value: null, missing: reason, members: [], inputs, breakdowns: [] };
}

/** Sums amounts per key, in the order of `keys` (keys without any stay, with 0) and then of appearance. */
export function sumBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  amountOf: (row: Row) => number,
  keys: readonly string[] = [],
): Cell[] {
  const sums = new Map<string, number>(keys.map((key) => [key, 0]));
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + amountOf(row));
  return [...sums].map(([key, value]) => ({ key, value }));
}
