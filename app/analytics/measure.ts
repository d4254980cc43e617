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
  | "cases"
  | "subscribers"
  | "searches"
  | "views";

/** stock: what is true at the end of the as-of day. flow: what happened from 1 April to the as-of day. */
export type TimeNature = "stock" | "flow" | "cohort";

/**
 * Why there is no number. no-records: the portal has no record of this kind up to the day. not-reported: nobody has
 * reported for the fiscal year. not-due: the event of the year, or the end of the time that is looked at, lies ahead.
 * undefined: a rate over nobody. not-reproducible: it was known then, but somebody took back what it was computed from since
 * (a consent); what was released stays. None of them is 0.
 */
export type MissingReason = "no-records" | "not-reported" | "not-due" | "undefined" | "not-reproducible";

/**
 * What a record is to the figure. For a count every member is in its numerator. For a rate, who is in the numerator is in
 * the denominator too and listed once; `denominator` are those who are only there.
 */
export type MemberRole = "numerator" | "denominator" | "excluded" | "unknown";

/** One record of the figure, and how much it counts. */
export type Member = { id: string; amount: number; role?: MemberRole };

/** The parts of a rate; the value is numerator ÷ denominator × 100. What is not known stands beside them. */
export type RateParts = { numerator: number; denominator: number; unknown: number };

export type Cell = { key: string; label?: string; value: number };

export type Breakdown = {
  by:
    | "participantCategory"
    | "event"
    | "people"
    | "companies"
    | "movement"
    | "month"
    | "programme"
    | "route"
    | "placementKind"
    | "contact"
    | "outcome"
    | "stay"
    | "schoolKind"
    | "eventKind"
    | "pageKind"
    | "searchResult"
    | "grantKind";
  counts: CountUnit;
  /** True when the cells add up to the value. */
  partition: boolean;
  cells: Cell[];
};

/** What a measure found. `value` is the sum of the members' amounts, for a rate the percentage of its parts, unless `missing` says why there is none. */
export type Tally = {
  value: number | null;
  missing: MissingReason | null;
  members: Member[];
  /** Records of the kind within the time, also those that do not count (voided, withdrawn). */
  inputs: number;
  breakdowns: Breakdown[];
  /** Set by rates only; the value is then in percent. */
  rate?: RateParts;
  /** Set where the records say themselves whether they are provisional; one provisional record makes the figure so. */
  status?: "provisional" | "final";
  /** Where what is not known leaves the value between two bounds. */
  bounds?: { low: number; high: number };
};

/** What an indicator fixes of its measure, for example the class or the number of months. */
export type MeasureParameters = Readonly<Record<string, string | number>>;

/** A named, versioned, pure function of facts. A changed definition is a new version. */
export type Measure = {
  key: string;
  version: number;
  name: string;
  /** What is counted, in one Japanese sentence for the public page. */
  definition: string;
  counts: CountUnit;
  timeNature: TimeNature;
  /** The kinds of facts that it reads, and no others. */
  needs?: readonly (keyof Facts)[];
  /** What it can be asked with, and what holds without; parameters of other names are ignored. */
  parameters?: MeasureParameters;
  /** Only for rates: what stands above and below the line, and how what is not known is treated, in Japanese. */
  numerator?: string;
  denominator?: string;
  unknownRule?: string;
  compute(facts: Facts, period: Period, parameters?: MeasureParameters): Tally;
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
  status?: "provisional" | "final";
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
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, (sums.get(key) ?? 0) + amountOf(row));
  }
  return [...sums].map(([key, value]) => ({ key, value }));
}

/** Every member in one role. */
export function membersIn(rows: readonly { id: string }[], role: MemberRole): Member[] {
  return rows.map(({ id }) => ({ id, amount: 1, role }));
}

/**
 * The tally of a rate, in percent. What is not known may belong to the numerator or not: that gives the bounds. Over
 * nobody it is undefined, which is neither 0 % nor 100 %.
 */
export function rateTally(
  rate: RateParts,
  members: Member[],
  inputs: number,
  breakdowns: Breakdown[],
): Tally {
  const { numerator, denominator, unknown } = rate;
  const all = denominator + unknown;
  const percentOfAll = (part: number) => (part / all) * 100;
  return {
    value: denominator === 0 ? null : (numerator / denominator) * 100,
    missing: denominator === 0 ? "undefined" : null,
    members,
    inputs,
    breakdowns,
    rate,
    ...(all > 0 && { bounds: { low: percentOfAll(numerator), high: percentOfAll(numerator + unknown) } }),
  };
}

/** A parameter that must be a number: the one asked with, otherwise the measure's own; null when neither is one. */
export function numberOf(
  name: string,
  ...sources: readonly (MeasureParameters | undefined)[]
): number | null {
  for (const source of sources) {
    const value = source?.[name];
    if (typeof value === "number" && Number.isFinite(value)) return value;
  }
  return null;
}

/** A parameter that must be a text; an empty one counts as not given. */
export function textOf(name: string, ...sources: readonly (MeasureParameters | undefined)[]): string | null {
  for (const source of sources) {
    const value = source?.[name];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}
