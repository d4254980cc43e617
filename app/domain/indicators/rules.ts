import { addDays, type CivilDate, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";

export type IndicatorDirection = "increase" | "decrease" | "maintain" | "band";
/** How the achievement of an indicator is found; `automatic` follows its direction and baseline. */
export type MethodChoice =
  | "automatic"
  | "ratio"
  | "baselineToTarget"
  | "inverse"
  | "band"
  | "maintain"
  | "milestone"
  | "none";
export type ObservationKind = "baseline" | "actual" | "expected";

/**
 * How actual and target are compared (the shared indicator model). ratio and maintain: actual ÷ target; inverse: target ÷
 * actual; baseline-to-target: how much of the way from the baseline to the target is done.
 */
export type AchievementMethod = "ratio" | "baseline-to-target" | "inverse" | "maintain";

/** Why there is no achievement: undefined is never 0 % and never 100 %. */
export type NoAchievement =
  | "no-target"
  | "no-actual"
  | "no-baseline"
  | "target-zero"
  | "actual-zero"
  | "target-is-baseline"
  | "negative";

/** `ratio` 1 is 100 %. It is not capped: 3.5 says that the target was reached three and a half times. */
export type Achievement = { ok: true; ratio: number } | { ok: false; reason: NoAchievement };

/** The method of an indicator: long-term ones with a baseline measure the way, yearly ones compare with the target. */
export function achievementMethod(indicator: {
  direction: IndicatorDirection;
  baseline: number | null;
}): AchievementMethod {
  if (indicator.direction === "maintain") return "maintain";
  if (indicator.baseline !== null) return "baseline-to-target";
  return indicator.direction === "decrease" ? "inverse" : "ratio";
}

/** Compares actual and target; what cannot be divided gives the reason, never a number. */
export function achievementOf(figures: {
  method: AchievementMethod;
  actual: number | null;
  target: number | null;
  baseline: number | null;
}): Achievement {
  const { method, actual, target, baseline } = figures;
  const none = (reason: NoAchievement): Achievement => ({ ok: false, reason });
  if (target === null) return none("no-target");
  if (actual === null) return none("no-actual");
  if (method === "baseline-to-target") {
    if (baseline === null) return none("no-baseline");
    if (target === baseline) return none("target-is-baseline");
    return { ok: true, ratio: (actual - baseline) / (target - baseline) };
  }
  if (actual < 0 || target < 0) return none("negative");
  if (method === "inverse") {
    if (actual === 0) return none("actual-zero");
    return target === 0 ? none("target-zero") : { ok: true, ratio: target / actual };
  }
  return target === 0 ? none("target-zero") : { ok: true, ratio: actual / target };
}

/** True when the target is reached; null when one of the two is not known. */
export function isReached(figures: {
  direction: IndicatorDirection;
  actual: number | null;
  target: number | null;
}): boolean | null {
  const { direction, actual, target } = figures;
  if (actual === null || target === null) return null;
  return direction === "decrease" ? actual <= target : actual >= target;
}

/** The share of the fiscal year that is over at the end of the as-of day: 1/365 after 1 April, 1 after 31 March. */
export function elapsedShare(asOf: CivilDate): number {
  const { first, last } = fiscalYearRange(fiscalYearOf(asOf));
  const days = (from: CivilDate, to: CivilDate) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return days(first, asOf) / days(first, last);
}

/**
 * Where the figure would stand on the as-of day if the year went evenly: for a flow the share of the target, for a stock
 * the share of the way from the last year's end to the target. Null when that way is not known.
 */
export function paceLine(figures: {
  timeNature: "stock" | "flow" | "cohort";
  previous: number | null;
  target: number | null;
  asOf: CivilDate;
}): number | null {
  const { timeNature, previous, target } = figures;
  if (target === null) return null;
  const share = elapsedShare(figures.asOf);
  // A rate of a closed group of people does not grow through the year.
  if (timeNature === "cohort") return null;
  if (timeNature === "flow") return target * share;
  return previous === null ? null : previous + (target - previous) * share;
}

/** True when the figure is on the wrong side of the pace line; null without a line or a figure. */
export function isBehindPace(figures: {
  direction: IndicatorDirection;
  actual: number | null;
  pace: number | null;
}): boolean | null {
  const { direction, actual, pace } = figures;
  if (actual === null || pace === null) return null;
  return direction === "decrease" ? actual > pace : actual < pace;
}

export type DatedTarget = {
  fiscalYear: number;
  value: number | null;
  text: string | null;
  adoptedOn: CivilDate;
  reason: string;
  recordedAt: Date;
};

/**
 * The target of the fiscal year that was decided last by the as-of day. Without one for the year: the next later year for
 * which there is one (a plan's target for its last year), otherwise the last earlier one, which holds until it is changed.
 * Pages name the year of a target that is not the year's own.
 */
export function targetFor<Target extends DatedTarget>(
  targets: readonly Target[],
  { fiscalYear, asOf, knownOn }: { fiscalYear: number; asOf: CivilDate; knownOn?: Date },
): Target | null {
  const decided = targets.filter(
    (target) => target.adoptedOn <= asOf && (knownOn === undefined || target.recordedAt <= knownOn),
  );
  const years = decided.map((target) => target.fiscalYear).toSorted((a, b) => a - b);
  const year = years.find((candidate) => candidate >= fiscalYear) ?? years.at(-1);
  return (
    decided
      .filter((target) => target.fiscalYear === year)
      .toSorted(
        (a, b) => a.adoptedOn.localeCompare(b.adoptedOn) || a.recordedAt.getTime() - b.recordedAt.getTime(),
      )
      .at(-1) ?? null
  );
}

export type DatedObservation = {
  kind: ObservationKind;
  /** Null for the town itself. */
  areaId?: string | null;
  fiscalYear: number;
  asOf: CivilDate | null;
  value: number | null;
  text: string | null;
  missingReason: string | null;
  note: string;
  source: string;
  status: "provisional" | "final" | "revised" | "estimated";
  recordedAt: Date;
};

/**
 * The observation that holds for a fiscal year (the newest one without a year): of those about a day up to the as-of day
 * (and, with `knownOn`, recorded by then) the one about the latest day. A correction is a later row about the same day, so
 * it wins; the older row stays readable.
 */
export function observationFor<Observation extends DatedObservation>(
  observations: readonly Observation[],
  query: {
    kind: ObservationKind;
    fiscalYear?: number;
    asOf: CivilDate;
    knownOn?: Date;
    areaId?: string;
  },
): Observation | null {
  const thisYear = fiscalYearOf(query.asOf);
  return (
    observations
      .filter(
        (row) =>
          row.kind === query.kind &&
          (row.areaId ?? null) === (query.areaId ?? null) &&
          (query.fiscalYear === undefined || row.fiscalYear === query.fiscalYear) &&
          (row.asOf === null ? row.fiscalYear <= thisYear : row.asOf <= query.asOf) &&
          (query.knownOn === undefined || row.recordedAt <= query.knownOn),
      )
      .toSorted(
        (a, b) =>
          a.fiscalYear - b.fiscalYear ||
          (a.asOf ?? "").localeCompare(b.asOf ?? "") ||
          a.recordedAt.getTime() - b.recordedAt.getTime(),
      )
      .at(-1) ?? null
  );
}

// Making a number format costs more than using it a hundred times.
const numberFormats = new Map<number, Intl.NumberFormat>();

function numberText(value: number, decimals: number): string {
  let format = numberFormats.get(decimals);
  if (!format) {
    format = new Intl.NumberFormat("ja-JP", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    numberFormats.set(decimals, format);
  }
  return format.format(value);
}

/** A number as people read it: separators, the indicator's decimals, its unit. */
export function formatFigure(value: number, { unit, decimals }: { unit: string; decimals: number }): string {
  return numberText(value, decimals) + unit;
}

/** 87.6 % as people read it; uncapped. */
export function formatRatio(ratio: number): string {
  return `${numberText(ratio * 100, 1)}%`;
}

/** Units that count people: their small cells are not published. */
const PEOPLE_UNITS: readonly string[] = ["people", "person-times", "placements"];
const SMALLEST_PUBLIC_CELL = 5;

/**
 * The cells of a breakdown as the public may see them: a cell of one to four people is null. Where exactly one cell of a
 * breakdown that adds up to a published total would be hidden, the next smallest is hidden too, because it could be worked
 * out from the total. Totals and 0 stay.
 */
export function publicCells<Cell extends { value: number }>(
  cells: readonly Cell[],
  { counts, partition }: { counts: string; partition: boolean },
): (Omit<Cell, "value"> & { value: number | null })[] {
  if (!PEOPLE_UNITS.includes(counts)) return [...cells];
  const hidden = new Set(cells.filter(({ value }) => value > 0 && value < SMALLEST_PUBLIC_CELL));
  if (partition && hidden.size === 1) {
    const next = cells
      .filter((cell) => cell.value > 0 && !hidden.has(cell))
      .toSorted((a, b) => a.value - b.value)[0];
    if (next) hidden.add(next);
  }
  return cells.map((cell) => (hidden.has(cell) ? { ...cell, value: null } : cell));
}

/** The yearly sheets of the council are drawn up as of 31 January of the fiscal year. */
export function sheetDate(fiscalYear: number): CivilDate {
  return `${fiscalYear + 1}-01-31`;
}

/** The last day of a fiscal year, for actuals of a whole year. */
export function yearEnd(fiscalYear: number): CivilDate {
  return addDays(fiscalYearRange(fiscalYear + 1).first, -1);
}
