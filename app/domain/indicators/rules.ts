import { addDays, type CivilDate, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";

export {
  type Achievement,
  type AchievementMethod,
  achievementMethod,
  achievementOf,
  type Band,
  elapsedShare,
  type IndicatorDirection,
  isBehindPace,
  isReached,
  type MethodChoice,
  type NoAchievement,
  paceLine,
} from "./achievement.rules.ts";

export type ObservationKind = "baseline" | "actual" | "expected";

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
  /** The parts of a rate, and how many people or cases are not known; null where the source does not give them. */
  numerator?: number | null;
  denominator?: number | null;
  unknownCount?: number | null;
  text: string | null;
  missingReason: string | null;
  note: string;
  source: string;
  status: FigureStatus;
  recordedAt: Date;
};

/** provisional: the source will say more. revised: a final figure that was corrected. estimated: by a method, not counted. */
export type FigureStatus = "provisional" | "final" | "revised" | "estimated";

/**
 * The status of an entered figure as a reader must see it: a final row that took the place of an earlier final one about
 * the same period with another content is revised. A final row after a provisional one is only what was announced.
 */
export function statusOf(row: DatedObservation, all: readonly DatedObservation[]): FigureStatus {
  if (row.status !== "final") return row.status;
  const replaced = all.some(
    (other) =>
      other.recordedAt < row.recordedAt &&
      other.kind === row.kind &&
      other.fiscalYear === row.fiscalYear &&
      other.asOf === row.asOf &&
      (other.areaId ?? null) === (row.areaId ?? null) &&
      (other.status === "final" || other.status === "revised") &&
      (other.value !== row.value || other.text !== row.text || other.missingReason !== row.missingReason),
  );
  return replaced ? "revised" : "final";
}

/**
 * The missing reason of an observation that takes earlier ones about the same day back, because they should never have been
 * recorded: for whoever asks, there is none about that day.
 */
export const WITHDRAWN = "取り消し(誤って取り込んだ値)";

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
  const known = observations
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
    );
  const isAbout = (a: Observation, b: Observation) => a.fiscalYear === b.fiscalYear && a.asOf === b.asOf;
  const takenBack = (row: Observation) =>
    known.findLast((other) => isAbout(other, row))?.missingReason === WITHDRAWN;
  return known.findLast((row) => row.missingReason !== WITHDRAWN && !takenBack(row)) ?? null;
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

/** The yearly sheets of the council are drawn up as of 31 January of the fiscal year. */
export function sheetDate(fiscalYear: number): CivilDate {
  return `${fiscalYear + 1}-01-31`;
}

/** The last day of a fiscal year, for actuals of a whole year. */
export function yearEnd(fiscalYear: number): CivilDate {
  return addDays(fiscalYearRange(fiscalYear + 1).first, -1);
}
