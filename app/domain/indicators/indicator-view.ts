import { documentWords } from "#app/locales/ja/documents.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import type { DisclosureLimits } from "../disclosure/rules.ts";
import { heldBack, type ReleasedState } from "./public-cut.ts";
import { isEnteredHidden, isHidden, publicDetail } from "./public-figures.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { enteredRows, originText, rateLines, recordedText, versionRows } from "./basis-lines.ts";
import { compareAreas, type Comparison, rankedIn } from "./comparison.rules.ts";
import { paceText } from "./desk-lines.ts";
import { publicBreakdowns } from "./detail-lines.ts";
import {
  decisionsOf,
  historyChart,
  knownVersions,
  type YearEndForecast,
  yearLines,
} from "./history-lines.ts";
import { gradeText, indicatorLine } from "./lines.ts";
import type { Cut } from "./plan.rules.ts";
import type { ComparedArea, PlanChoice } from "./plans.store.server.ts";
import type { EnteredFigure } from "./provenance.store.server.ts";
import { type DatedTarget, formatFigure, observationFor } from "./rules.ts";
import type { IndicatorDetail } from "./store.server.ts";

const words = publicWords.detail;

/** What the page of one indicator is made from. */
export type IndicatorSource = {
  detail: IndicatorDetail;
  cut: Cut;
  choice: PlanChoice;
  entered: readonly EnteredFigure[];
  areas: readonly ComparedArea[];
  forecast: YearEndForecast | null;
  limits: DisclosureLimits;
  isStaff: boolean;
  /** The papers that made this state public; null for any other state. */
  released: ReleasedState | null;
  /** Cells of breakdowns that earlier versions of these papers' state hide. */
  hiddenBefore: ReadonlySet<string>;
  /** Takes hidden figures out of words that staff wrote. */
  open: (text: string) => string;
};

/** The page of one indicator in words: figure, history, comparison, definition, where it comes from, decisions. */
export function indicatorView(source: IndicatorSource) {
  const { cut, entered, isStaff, limits, released, open } = source;
  const detail = publicDetail(source.detail, limits, released?.hidden);
  const { indicator, line, fiscalYear, asOf, computed } = detail;
  const measure = detail.measure && findMeasure(detail.measure.key, detail.measure.version);
  const forecast = publicForecast(detail, source);
  const isYearly = detail.path.length === 3;
  const text = indicatorLine(line, fiscalYear, true);
  const row = currentRow(detail, source);
  const versions = knownVersions(indicator.versions, cut.knownOn);
  const changes = versionRows(versions);
  const years = yearLines(detail, { fiscalYear, asOf });
  const breaks = changes.filter((change) => change.breaks);
  const current = versions.filter(({ effectiveFrom }) => effectiveFrom <= fiscalYear).length;
  return {
    name: indicator.name,
    // A figure of another place must not be taken for the town's own.
    otherPlace: source.choice.isOwn ? null : words.otherPlace(source.choice.areaName, source.choice.title),
    place:
      detail.path.map(({ code, title }) => `${code} ${title}`).join(" › ") || indicatorWords.detail.planWide,
    asOf,
    now: {
      asOf: indicatorWords.asOf(asOf),
      value: text.actual.text,
      mark: text.actual.mark,
      year:
        isYearly || line.actual.value === null ? null : words.ofYear(fiscalYearLabel(line.actual.fiscalYear)),
      note: text.actual.note,
      target: text.target,
      distance: distanceText(detail),
      ratio: text.ratio,
      share: text.share,
      isReached: text.reached,
      status: (line.actual.status && publicWords.statusNotes[line.actual.status]) || null,
      pace: line.pace === null ? null : words.paceText(paceText(line), line.behind),
    },
    official: line.actual.official && open(line.actual.official.note),
    direction: indicatorWords.indicatorDirections[indicator.direction],
    method: indicatorWords.methods[line.method],
    breakdowns: computed ? publicBreakdowns(computed, limits, source.hiddenBefore) : [],
    history: {
      years,
      chart: historyChart(years, {
        name: indicator.name,
        unit: indicator.unit,
        decimals: indicator.decimals,
        pace: line.pace === null ? null : { fiscalYear, value: line.pace },
        forecast,
        breaks: breaks.map(({ fromYear }) => fromYear),
      }),
      breakNotes: breaks.map(({ fromYear, reason }) => words.chart.breakNote(fromYear, reason)),
    },
    forecast: forecast && forecastText(forecast, indicator),
    comparison: comparisonView(detail, source),
    basis: {
      definition: indicator.definition,
      source: indicator.source,
      numerator: indicator.numerator || (measure?.numerator ?? ""),
      denominator: indicator.denominator || (measure?.denominator ?? ""),
      unknownRule: indicator.unknownRule || (measure?.unknownRule ?? ""),
      rate: rateLines(line.actual, indicator, limits),
      version: versionText(changes, current),
      versions: changes.length > 1 ? changes : [],
      measure: detail.measure,
      computed: computed && {
        counts: computed.counts,
        timeNature: computed.timeNature,
        // Each record is one person or company: few of them are as telling as few people.
        records:
          computed.memberCount > 0 && computed.memberCount < limits.minimumPeople
            ? null
            : { inputs: computed.inputCount, members: computed.memberCount },
        digest: computed.digest,
      },
      origin: row && originText(row, isStaff),
      recorded: row && recordedText(row),
    },
    targets: detail.targets.map((target) => targetRow(target, detail)),
    entered: enteredRows(entered, indicator, {
      isStaff,
      limits,
      open: isStaff ? (text) => text : open,
      isHeldBack: (row) => isHeldBackRow(row, detail, released),
    }),
    evaluation: evaluationView(detail, open),
    recordsOf: isStaff && detail.measure ? indicator.id : null,
  };
}

/** What is expected of the year, unless it or last year's error would tell a figure that is not shown. */
function publicForecast(
  { line, history, indicator }: IndicatorDetail,
  { forecast, limits }: IndicatorSource,
): YearEndForecast | null {
  if (!forecast || line.actual.value === null || line.actual.step !== null) return null;
  const isHiddenYear = (year: number) =>
    history.some(({ fiscalYear, figure }) => fiscalYear === year && figure.gap === "suppressed");
  const told = [forecast.expected, forecast.lastYearError?.actual ?? null];
  return forecast.pastYears.some(isHiddenYear) ||
    told.some((value) => isHidden(value, indicator.unit, limits))
    ? null
    : forecast;
}

/** Whether the papers of the state keep back what an entered row says. */
function isHeldBackRow(
  { kind, fiscalYear }: EnteredFigure,
  detail: IndicatorDetail,
  released: ReleasedState | null,
): boolean {
  const isPart = (part: "current" | "previous" | "baseline") =>
    released?.hidden.has(heldBack(detail.indicator.id, part)) === true;
  if (kind === "baseline") return isPart("baseline");
  if (fiscalYear === detail.fiscalYear) return isPart("current");
  return fiscalYear === detail.fiscalYear - 1 && isPart("previous");
}

/** The entered row that the figure of the page is; null for a computed figure. */
function currentRow({ line }: IndicatorDetail, { cut, entered }: IndicatorSource): EnteredFigure | null {
  if (line.actual.origin !== "entered") return null;
  return observationFor(entered, { kind: "actual", fiscalYear: line.actual.fiscalYear, ...cut });
}

/** The expected value with its interval, method, past years and last year's error: what a reader needs to judge it. */
function forecastText(forecast: YearEndForecast, measured: { unit: string; decimals: number }): string[] {
  const { expected, low, high, method, cutOff, pastYears, lastYearError } = forecast;
  const written = (value: number) => formatFigure(value, measured);
  return [
    words.forecastText(written(expected), written(low), written(high)),
    words.forecastMethods[method],
    words.forecastFrom(cutOff, pastYears.toSorted((a, b) => a - b).map(fiscalYearLabel)),
    lastYearError
      ? words.forecastError(
          lastYearError.fiscalYear,
          written(lastYearError.expected),
          written(lastYearError.actual),
        )
      : words.forecastNoError,
  ];
}

/** Which definition holds, and since when; the first one has always held. */
function versionText(changes: ReturnType<typeof versionRows>, current: number): string | null {
  const version = changes[current - 1];
  if (!version) return null;
  return current === 1
    ? words.versionFirst(version.recordedOn)
    : words.versionText(version.fromYear, version.recordedOn);
}

/** How far the figure is from its target, in its own unit. */
function distanceText({ line, indicator }: IndicatorDetail): string | null {
  const { actual, target, direction } = line;
  if (actual.value === null || actual.step !== null || target?.value == null || actual.value === target.value)
    return null;
  const left = formatFigure(Math.abs(target.value - actual.value), indicator);
  if (actual.value > target.value) return words.overTarget(left);
  return direction === "increase" ? words.toTarget(left) : words.underTarget(left);
}

function targetRow(target: DatedTarget & { decidedBy?: string }, { targets, indicator }: IndicatorDetail) {
  return {
    key: `${target.fiscalYear} ${target.adoptedOn} ${target.recordedAt.toISOString()}`,
    year: fiscalYearLabel(target.fiscalYear),
    value:
      target.value === null
        ? (target.text ?? indicatorWords.noTarget)
        : formatFigure(target.value, indicator),
    isReplaced: decisionsOf(targets, target.fiscalYear).at(-1) !== target,
    adoptedOn: target.adoptedOn,
    reason: target.reason || indicatorWords.detail.firstDecision,
    decidedBy: target.decidedBy ?? "",
  };
}

function comparisonView(
  { indicator, history, fiscalYear }: IndicatorDetail,
  { cut, choice, areas, limits }: IndicatorSource,
) {
  const values = new Map(
    history.flatMap(({ fiscalYear: year, figure }) =>
      figure.value === null || year > fiscalYear ? [] : [[year, figure.value] as const],
    ),
  );
  const own = { areaId: choice.areaId, name: choice.areaName, values };
  // A hidden row stays the one that holds: an older one must not take its place.
  const rows = indicator.observations.map((row) =>
    isEnteredHidden(row, indicator.unit, limits) ? { ...row, value: null } : row,
  );
  const comparison = compareAreas(rows, { cut, areas, own });
  return comparison && comparisonLines(comparison, indicator);
}

function comparisonLines(comparison: Comparison, measured: { unit: string; decimals: number }) {
  const { year, years, series } = comparison;
  const ranked = rankedIn(comparison, year);
  const largest = Math.max(0, ...ranked.map(({ value }) => value));
  const hasBars = largest > 0 && ranked.every(({ value }) => value >= 0);
  return {
    lead: words.compareLead(year),
    caption: `${words.compare}(${fiscalYearLabel(year)})`,
    bars: ranked.map(({ value, ...place }) => ({
      ...place,
      value: formatFigure(value, measured),
      share: hasBars ? value / largest : null,
    })),
    missing: series.filter(({ values }) => !values.has(year)).map(({ name }) => name),
    years: years.map(fiscalYearLabel),
    rows: series.map(({ name, isOwn, values }) => ({
      name,
      isOwn,
      values: years.map((one) => {
        const value = values.get(one);
        return value === undefined ? indicatorWords.noExpected : formatFigure(value, measured);
      }),
    })),
  };
}

function evaluationView({ evaluation }: IndicatorDetail, open: (text: string) => string) {
  if (!evaluation) return null;
  const { columns, directions, detail } = indicatorWords;
  const rows: [string, string | null][] = [
    [columns.grade, gradeText(evaluation, evaluation.fiscalYear)],
    [words.gradeReason, evaluation.gradeReason],
    [columns.direction, evaluation.futureDirection && directions[evaluation.futureDirection]],
    [detail.results, evaluation.results],
    [words.factors, evaluation.pushingFactors],
    [detail.issues, evaluation.issues],
    [words.gaps, evaluation.gapFactors],
    [detail.nextYear, evaluation.nextYearNote],
  ];
  const said = rows.flatMap(([term, text]) => (text ? [{ term, text, children: open(text) }] : []));
  return {
    year: fiscalYearLabel(evaluation.fiscalYear),
    rows: said.map(({ term, children }) => ({ term, children })),
    note: said.some(({ text, children }) => text !== children) ? documentWords.maskedNote : null,
  };
}
