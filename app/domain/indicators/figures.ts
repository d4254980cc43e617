import type { Computed } from "#app/analytics/measure.ts";
import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import {
  type Achievement,
  achievementMethod,
  type AchievementMethod,
  achievementOf,
  type DatedObservation,
  type IndicatorDirection,
  isBehindPace,
  isReached,
  observationFor,
  paceLine,
  targetFor,
  yearEnd,
} from "./rules.ts";
import type { Cut, PlanIndicator } from "./plan.rules.ts";

/** Why a figure is not there. not-entered: an official figure that nobody has entered yet. stated: the source says why. */
export type FigureGap = "no-records" | "not-reported" | "not-due" | "not-entered" | "stated";

/** A figure, or in words why there is none. `official` stands beside a computed figure that differs from the published one. */
export type Figure = {
  value: number | null;
  text: string | null;
  gap: FigureGap | null;
  origin: "computed" | "entered" | null;
  fiscalYear: number;
  asOf: CivilDate | null;
  note: string;
  /** Where an entered figure comes from; empty for a computed one. */
  source: string;
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

/** Computes the indicator's measure as of a day, as known; null for an indicator without one. */
export type ComputeIndicator = (indicator: PlanIndicator, cut: Cut) => Computed | null;

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
  const { direction } = indicator;
  const previous = figureOfYear(
    indicator,
    { fiscalYear: fiscalYear - 1, asOf: yearEnd(fiscalYear - 1), knownBy: asOf, knownOn },
    compute,
  );
  const computedNow = compute(indicator, { asOf, knownOn });
  const actual =
    yearly || computedNow
      ? figureOfYear(indicator, { fiscalYear, asOf, knownBy: asOf, knownOn }, compute)
      : enteredFigure(observationFor(indicator.observations, { kind: "actual", asOf, knownOn }), fiscalYear);
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
  const method = achievementMethod({ direction, baseline: yearly ? null : baseline });
  const targetValue = target?.value ?? null;
  // A target for a later year says nothing about the pace of this one.
  const isYearly = target !== null && target.fiscalYear <= fiscalYear;
  const pace =
    computedNow && isYearly
      ? paceLine({
          timeNature: computedNow.timeNature,
          previous: previous.value,
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
    actual,
    expected: expectedRow && enteredFigure(expectedRow, fiscalYear),
    baseline: baselineRow && enteredFigure(baselineRow, baselineRow.fiscalYear),
    target: target && { fiscalYear: target.fiscalYear, value: target.value, text: target.text },
    method,
    achievement: achievementOf({ method, actual: compared, target: targetValue, baseline }),
    comparedWith,
    reached: isReached({ direction, actual: compared, target: targetValue }),
    pace,
    behind: isBehindPace({ direction, actual: actual.value, pace }),
  };
}

/**
 * The actual of a fiscal year as of a day: computed from the records where the portal has them, otherwise as published.
 * Where both exist and differ, the published one stands beside the computed one.
 */
export function figureOfYear(
  indicator: PlanIndicator,
  { fiscalYear, asOf, knownBy, knownOn }: Cut & { fiscalYear: number; knownBy: CivilDate },
  compute: ComputeIndicator,
): Figure {
  const row = observationFor(indicator.observations, {
    kind: "actual",
    fiscalYear,
    asOf: knownBy,
    knownOn,
  });
  const computed = compute(indicator, { asOf, knownOn });
  if (computed === null || (computed.value === null && row !== null)) return enteredFigure(row, fiscalYear);
  const differs = row?.value != null && row.value !== computed.value;
  return {
    value: computed.value,
    text: null,
    gap: computed.missing,
    origin: "computed",
    fiscalYear,
    asOf,
    note: "",
    source: "",
    official: differs ? { value: row.value!, note: row.note } : null,
  };
}

function enteredFigure(row: DatedObservation | null, fiscalYear: number): Figure {
  const gap = row === null ? "not-entered" : row.missingReason === null ? null : "stated";
  return {
    value: row?.value ?? null,
    text: row?.missingReason ?? row?.text ?? null,
    gap,
    origin: row === null ? null : "entered",
    fiscalYear: row?.fiscalYear ?? fiscalYear,
    asOf: row?.asOf ?? null,
    note: row?.note ?? "",
    source: row?.source ?? "",
    official: null,
  };
}
