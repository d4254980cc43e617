import type { Computed } from "#app/analytics/measure.ts";
import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import {
  type Achievement,
  achievementMethod,
  type AchievementMethod,
  achievementOf,
  type DatedObservation,
  type FigureStatus,
  type IndicatorDirection,
  isBehindPace,
  isReached,
  observationFor,
  paceLine,
  statusOf,
  targetFor,
  yearEnd,
} from "./rules.ts";
import type { Cut, PlanIndicator } from "./plan.rules.ts";
import { isSeriesBroken } from "./versions.rules.ts";

/**
 * Why a figure is not there. no-records, not-reported, not-due and undefined: see MissingReason of the measures.
 * not-entered: an official figure that nobody has entered yet. not-applicable: the indicator does not exist for the year.
 * suppressed: it is there and is not published. not-released: it is published with the next papers. stated: the source
 * says why.
 */
export type FigureGap =
  | "no-records"
  | "not-reported"
  | "not-due"
  | "not-reproducible"
  | "undefined"
  | "not-entered"
  | "not-applicable"
  | "suppressed"
  | "not-released"
  | "stated";

/** A figure, or in words why there is none. `official` stands beside a computed figure that differs from the published one. */
export type Figure = {
  value: number | null;
  /** Set where only a multiple of it is shown: the figure is at least `value`, and less than a step above it. */
  step: number | null;
  text: string | null;
  gap: FigureGap | null;
  origin: "computed" | "entered" | null;
  fiscalYear: number;
  asOf: CivilDate | null;
  note: string;
  /** Where an entered figure comes from; empty for a computed one. */
  source: string;
  /** Null where nothing is known about it: a count of the portal's records is what the records say. */
  status: FigureStatus | null;
  /** The parts of a rate, and how many people or cases are not known. */
  numerator: number | null;
  denominator: number | null;
  unknown: number | null;
  /** Between which values the figure lies, whatever the truth about what is not known. */
  bounds: { low: number; high: number } | null;
  official: { value: number; note: string } | null;
};

export type SheetIndicator = {
  id: string;
  name: string;
  unit: string;
  decimals: number;
  direction: IndicatorDirection;
  measureKey: string | null;
  previous: Figure;
  /** True where last year's figure counts something else and cannot be compared with this year's. */
  previousDiffers: boolean;
  actual: Figure;
  /** What the sheet expects for the year; its text where that is not a number. */
  expected: Figure | null;
  baseline: Figure | null;
  target: { fiscalYear: number; value: number | null; text: string | null } | null;
  method: AchievementMethod;
  achievement: Achievement;
  /** Which figure the achievement compares: the actual, or before there is one the expected. */
  comparedWith: "actual" | "expected";
  reached: boolean | null;
  pace: number | null;
  behind: boolean | null;
};

/** A computed figure as somebody may see it: whole, to a `step` (see Figure), or kept back for the time being. */
export type Counted = Computed & { step?: number; keptBack?: "suppressed" | "not-released" };

/** Computes the indicator's measure as of a day, as known; null for an indicator without one. */
export type ComputeIndicator = (indicator: PlanIndicator, cut: Cut) => Counted | null;

/**
 * One line of the sheet. `yearly` indicators (projects) are about the sheet's fiscal year; the plan's and the strategies'
 * are statistics that come out later, so the newest known one stands for now.
 */
export function drawUpIndicator(
  indicator: PlanIndicator,
  { asOf, knownOn, yearly }: Cut & { yearly: boolean },
  compute: ComputeIndicator,
): SheetIndicator {
  const fiscalYear = fiscalYearOf(asOf);
  const { direction, observations: rows } = indicator;
  const previous = figureOfYear(
    indicator,
    { fiscalYear: fiscalYear - 1, asOf: yearEnd(fiscalYear - 1), knownBy: asOf, knownOn },
    compute,
  );
  const computedNow = compute(indicator, { asOf, knownOn });
  const actual =
    yearly || computedNow
      ? figureOfYear(indicator, { fiscalYear, asOf, knownBy: asOf, knownOn }, compute)
      : enteredFigure(observationFor(rows, { kind: "actual", asOf, knownOn }), { fiscalYear, rows });
  const expectedRow = observationFor(indicator.observations, {
    kind: "expected",
    fiscalYear,
    asOf,
    knownOn,
  });
  const baselineRow = observationFor(indicator.observations, { kind: "baseline", asOf, knownOn });
  const target = targetFor(indicator.targets, { fiscalYear, asOf, knownOn });

  const comparedWith = actual.value === null && expectedRow?.value != null ? "expected" : "actual";
  const compared = comparedWith === "expected" ? expectedRow!.value : actual.value;
  const baseline = baselineRow?.value ?? null;
  const method = achievementMethod({
    choice: indicator.achievementMethod,
    direction,
    baseline: yearly ? null : baseline,
  });
  const band = { low: indicator.bandLow, high: indicator.bandHigh };
  const isBroken = (from: number, to: number) => isSeriesBroken(indicator.versions, { from, to, knownOn });
  const comparedYear = comparedWith === "expected" ? expectedRow!.fiscalYear : actual.fiscalYear;
  const seriesBreak = baselineRow !== null && isBroken(baselineRow.fiscalYear, comparedYear);
  const previousDiffers = isBroken(fiscalYear - 1, fiscalYear);
  const targetValue = target?.value ?? null;
  // A target for a later year says nothing about the pace of this one.
  const isYearly = target !== null && target.fiscalYear <= fiscalYear;
  const pace =
    computedNow && isYearly
      ? paceLine({
          timeNature: computedNow.timeNature,
          previous: previousDiffers ? null : previous.value,
          target: targetValue,
          asOf,
        })
      : null;
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    decimals: indicator.decimals,
    direction,
    measureKey: indicator.measureKey,
    previous,
    previousDiffers,
    actual,
    expected: expectedRow && enteredFigure(expectedRow, { fiscalYear, rows }),
    baseline: baselineRow && enteredFigure(baselineRow, { fiscalYear: baselineRow.fiscalYear, rows }),
    target: target && { fiscalYear: target.fiscalYear, value: target.value, text: target.text },
    method,
    achievement: achievementOf({
      method,
      actual: compared,
      target: targetValue,
      baseline,
      band,
      seriesBreak,
    }),
    comparedWith,
    reached: isReached({ direction, method, actual: compared, target: targetValue, band }),
    pace,
    behind: isBehindPace({ direction, actual: actual.value, pace }),
  };
}

/**
 * The actual of a fiscal year as of a day: computed from the records where the portal has them, otherwise as published.
 * Where both exist and differ as they are printed, the published one stands beside the computed one.
 */
export function figureOfYear(
  indicator: PlanIndicator,
  { fiscalYear, asOf, knownBy, knownOn }: Cut & { fiscalYear: number; knownBy: CivilDate },
  compute: ComputeIndicator,
): Figure {
  const rows = indicator.observations;
  const row = observationFor(rows, { kind: "actual", fiscalYear, asOf: knownBy, knownOn });
  const computed = compute(indicator, { asOf, knownOn });
  // An official figure says more than a step.
  if (computed === null || (row !== null && (computed.value === null || computed.step !== undefined)))
    return enteredFigure(row, { fiscalYear, rows });
  const { decimals } = indicator;
  const differs =
    row?.value != null &&
    computed.value !== null &&
    row.value.toFixed(decimals) !== computed.value.toFixed(decimals);
  return {
    value: computed.value,
    step: computed.step ?? null,
    text: null,
    gap: computed.keptBack ?? computed.missing,
    origin: "computed",
    fiscalYear,
    asOf,
    note: "",
    source: "",
    status: computed.status ?? null,
    numerator: computed.rate?.numerator ?? null,
    denominator: computed.rate?.denominator ?? null,
    unknown: computed.rate?.unknown ?? null,
    bounds: computed.bounds,
    official: differs ? { value: row.value!, note: row.note } : null,
  };
}

function enteredFigure(
  row: DatedObservation | null,
  { fiscalYear, rows }: { fiscalYear: number; rows: readonly DatedObservation[] },
): Figure {
  const gap = row === null ? "not-entered" : row.missingReason === null ? null : "stated";
  return {
    value: row?.value ?? null,
    step: null,
    text: row?.missingReason ?? row?.text ?? null,
    gap,
    origin: row === null ? null : "entered",
    fiscalYear: row?.fiscalYear ?? fiscalYear,
    asOf: row?.asOf ?? null,
    note: row?.note ?? "",
    source: row?.source ?? "",
    status: row && statusOf(row, rows),
    numerator: row?.numerator ?? null,
    denominator: row?.denominator ?? null,
    unknown: row?.unknownCount ?? null,
    bounds: null,
    official: null,
  };
}
