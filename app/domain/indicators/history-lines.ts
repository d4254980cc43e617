import type { Forecast } from "#app/analytics/forecast.rules.ts";
import { indicatorWords, shortYear } from "#app/locales/ja/indicators.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { axisScale, type Chart, layOutChart } from "./chart.rules.ts";
import type { Figure } from "./figures.ts";
import { figureText } from "./lines.ts";
import type { IndicatorVersion } from "./plan.rules.ts";
import type { IndicatorDetail } from "./store.server.ts";
import { type DatedTarget, formatFigure } from "./rules.ts";

const words = indicatorWords.detail;
const own = publicWords.detail;

type Measured = { unit: string; decimals: number };

/** What the year's end is expected to be, where the rules allow an expectation. */
export type YearEndForecast = Extract<Forecast, { ok: true }> & { fiscalYear: number };

/** One fiscal year in words, with the numbers for the drawing. */
export type YearLine = {
  fiscalYear: number;
  label: string;
  actual: string;
  actualValue: number | null;
  isStep: boolean;
  note: string | null;
  target: string;
  targetValue: number | null;
  earlierTargets: number[];
  earlier: string | null;
  origin: string;
};

/** The targets of a fiscal year, the last decision last; a decision that repeats the number is no change. */
export function decisionsOf(targets: readonly DatedTarget[], fiscalYear: number): DatedTarget[] {
  return targets
    .filter((target) => target.fiscalYear === fiscalYear)
    .toSorted(
      (a, b) => a.adoptedOn.localeCompare(b.adoptedOn) || a.recordedAt.getTime() - b.recordedAt.getTime(),
    );
}

/**
 * The fiscal years of the history; before them the baseline where its year has no actual, behind them the years for which
 * only a target is decided.
 */
export function yearLines(
  { history, targets, line, indicator }: Pick<IndicatorDetail, "history" | "targets" | "line" | "indicator">,
  current: { fiscalYear: number; asOf: string },
): YearLine[] {
  const past = new Map(history.map((year) => [year.fiscalYear, year.figure]));
  const { baseline } = line;
  const isBaseline = (year: number) =>
    baseline?.fiscalYear === year && (past.get(year)?.value ?? null) === null;
  const ahead = targets.map(({ fiscalYear }) => fiscalYear).filter((year) => year > current.fiscalYear);
  const written = (value: number) => formatFigure(value, indicator);
  return [...new Set([...past.keys(), ...(baseline ? [baseline.fiscalYear] : []), ...ahead])]
    .toSorted((a, b) => a - b)
    .map((fiscalYear) => {
      const decided = decisionsOf(targets, fiscalYear);
      const target = decided.at(-1);
      const earlierTargets = [
        ...new Set(decided.slice(0, -1).flatMap(({ value }) => (value === null ? [] : value))),
      ].filter((value) => value !== target?.value);
      const now = { ...current, isNow: fiscalYear === current.fiscalYear };
      return {
        fiscalYear,
        label: fiscalYearLabel(fiscalYear),
        target: target?.value == null ? (target?.text ?? indicatorWords.noExpected) : written(target.value),
        targetValue: target?.value ?? null,
        earlierTargets,
        earlier: earlierTargets.length > 0 ? own.earlierTarget(earlierTargets.map(written).join("、")) : null,
        ...(isBaseline(fiscalYear)
          ? { ...actualOf(baseline!, indicator, now), origin: words.kinds.baseline }
          : actualOf(past.get(fiscalYear), indicator, now)),
      };
    });
}

function actualOf(
  figure: Figure | undefined,
  measured: Measured,
  { asOf, isNow }: { asOf: string; isNow: boolean },
): Pick<YearLine, "actual" | "actualValue" | "isStep" | "note" | "origin"> {
  if (!figure)
    return {
      actual: own.ahead,
      actualValue: null,
      isStep: false,
      note: null,
      origin: indicatorWords.noExpected,
    };
  const { text, note } = figureText(figure, measured);
  const status =
    figure.status === null || figure.status === "final" ? null : publicWords.statuses[figure.status];
  // A statistic about the whole year names no day, and the day of the page is not its own.
  const day = figure.asOf ?? (figure.origin === "computed" ? asOf : null);
  const upTo = isNow && figure.value !== null && day !== null ? own.upTo(day) : null;
  const origin =
    figure.origin && figure.value !== null ? words.origins[figure.origin] : indicatorWords.noExpected;
  return {
    actual: text,
    actualValue: figure.value,
    isStep: figure.step !== null,
    note: [upTo, note, figure.note].filter(Boolean).join(" ") || null,
    origin: status === null ? origin : `${origin}(${status})`,
  };
}

/** The chart as the page draws it: the layout with the words of its axis, and what it says without being seen. */
export type ChartView = Chart & {
  title: string;
  summary: string;
  unit: string;
  yearLabels: { x: number; text: string }[];
  has: { target: boolean; earlier: boolean; gap: boolean; step: boolean };
};

/** Lays out the history; null when there is no number to draw. */
export function historyChart(
  years: readonly YearLine[],
  {
    name,
    unit,
    decimals,
    pace,
    forecast,
    breaks,
  }: Measured & {
    name: string;
    pace: { fiscalYear: number; value: number } | null;
    forecast: YearEndForecast | null;
    breaks: readonly number[];
  },
): ChartView | null {
  if (years.every(({ actualValue }) => actualValue === null)) return null;
  const scale = axisScale(years.flatMap(({ actualValue, targetValue }) => [actualValue, targetValue]));
  const chart = layOutChart(
    {
      years: years.map(({ fiscalYear, actualValue, targetValue, earlierTargets }) => ({
        fiscalYear,
        actual: actualValue,
        target: targetValue,
        earlierTargets,
      })),
      pace,
      forecast,
      breaks,
    },
    (value) => shortNumber(value / scale.divisor, decimals),
  );
  if (!chart) return null;
  const drawn = years.filter(({ actualValue }) => actualValue !== null);
  const target = years.findLast(({ targetValue }) => targetValue !== null);
  const says = [
    own.chart.says(drawn[0]!.label, drawn[0]!.actual),
    ...(drawn.length > 1 ? [own.chart.says(drawn.at(-1)!.label, drawn.at(-1)!.actual)] : []),
    ...(target ? [own.chart.saysTarget(target.label, target.target)] : []),
  ];
  return {
    ...chart,
    title: own.chart.text(name, `${years[0]!.label}〜${years.at(-1)!.label}`),
    summary: `${says.join("、")}。${own.chart.same}`,
    unit: own.chart.unit(scale.word + unit),
    yearLabels: chart.years
      .filter(({ isLabelled }) => isLabelled)
      .map(({ fiscalYear, x }) => ({ x, text: shortYear(fiscalYear) })),
    has: {
      target: chart.targets.some(({ isCurrent }) => isCurrent),
      earlier: chart.targets.some(({ isCurrent }) => !isCurrent),
      gap: hasGap(drawn),
      step: drawn.some(({ isStep }) => isStep),
    },
  };
}

function hasGap(drawn: readonly YearLine[]): boolean {
  return drawn.length > 0 && drawn.at(-1)!.fiscalYear - drawn[0]!.fiscalYear + 1 > drawn.length;
}

/** One decimal more than the indicator has, for the steps of the axis and for scaled numbers; the table has every digit. */
function shortNumber(value: number, decimals: number): string {
  return value.toLocaleString("ja-JP", { maximumFractionDigits: decimals + 1 });
}

/** The definitions that held from each year on, as known: of several for one year the one recorded last. */
export function knownVersions(versions: readonly IndicatorVersion[], knownOn: Date): IndicatorVersion[] {
  const held = new Map<number, IndicatorVersion>();
  for (const version of versions.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime()))
    if (version.recordedAt <= knownOn) held.set(version.effectiveFrom, version);
  return [...held.values()].toSorted((a, b) => a.effectiveFrom - b.effectiveFrom);
}
