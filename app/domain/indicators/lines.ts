import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { indicatorWords as words } from "#app/locales/ja/indicators.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import type { Figure, SheetIndicator } from "./figures.ts";
import { formatFigure, formatRatio } from "./rules.ts";
import type { EvaluationRecord } from "./plan.rules.ts";
import type { PlanSheet, SheetProject } from "./sheet.ts";

/** A cell of the sheet in words: the figure or why there is none, where it comes from, and what must be read with it. */
export type FigureText = { text: string; mark: string | null; note: string | null };

/** One indicator of a project or a strategy as it is printed in a row. */
export type IndicatorLine = {
  id: string;
  name: string;
  previous: FigureText;
  target: string;
  actual: FigureText;
  baseline: FigureText | null;
  ratio: string;
  /** The achievement as a share (1 = 100 %) for drawing; null where there is none. */
  share: number | null;
  reached: boolean;
};

/** A project with its rows. */
export type ProjectLine = {
  id: string;
  code: string;
  title: string;
  grade: string;
  direction: string;
  indicators: IndicatorLine[];
};

type Measured = { unit: string; decimals: number };

/** A figure in words. `mark` says whether it was computed from records or entered. */
export function figureText(figure: Figure, measured: Measured, { withYear = false } = {}): FigureText {
  const mark = figure.value === null ? null : markOf(figure);
  const year = withYear && figure.value !== null ? `(${fiscalYearLabel(figure.fiscalYear)})` : "";
  if (figure.value === null)
    return { text: figure.text ?? words.gaps[figure.gap ?? "stated"], mark, note: null };
  const note = figure.official && words.official(formatFigure(figure.official.value, measured));
  const value = formatFigure(figure.value, measured);
  return { text: (figure.step === null ? value : words.atLeast(value)) + year, mark, note };
}

/** Computed from records, entered as published, or entered and not final. */
function markOf({ origin, status }: Figure): string | null {
  if (status !== null && status !== "final") return publicWords.statuses[status];
  return origin && words.marks[origin];
}

/** The figure of the as-of day; before there is one, what is expected for the year. */
function currentText(indicator: SheetIndicator, withYear: boolean): FigureText {
  const { actual, expected } = indicator;
  if (actual.value !== null || !expected) return figureText(actual, indicator, { withYear });
  return { ...figureText(expected, indicator), mark: words.marks.expected };
}

/** The target in words; with its year where it is not the sheet's own. */
export function targetText(indicator: Pick<SheetIndicator, "target"> & Measured, fiscalYear: number): string {
  const { target } = indicator;
  if (!target) return words.noTarget;
  const text =
    target.value === null ? (target.text ?? words.noTarget) : formatFigure(target.value, indicator);
  return target.fiscalYear === fiscalYear ? text : `${text}(${fiscalYearLabel(target.fiscalYear)})`;
}

/** The achievement in words: a percentage or why there is none. */
export function achievementText({
  achievement,
  actual,
}: Pick<SheetIndicator, "achievement" | "actual">): string {
  if (!achievement.ok) return words.noAchievement[achievement.reason];
  const ratio = formatRatio(achievement.ratio);
  return actual.step === null ? ratio : words.atLeast(ratio);
}

/** One indicator as a row of the sheet of the fiscal year. `yearly` is false for those of the plan and the strategies. */
export function indicatorLine(indicator: SheetIndicator, fiscalYear: number, yearly: boolean): IndicatorLine {
  return {
    id: indicator.id,
    name: indicator.name,
    previous: figureText(indicator.previous, indicator),
    target: targetText(indicator, fiscalYear),
    actual: currentText(indicator, !yearly),
    // A baseline is always an entered figure, so it carries no mark.
    baseline: indicator.baseline && {
      ...figureText(indicator.baseline, indicator, { withYear: true }),
      mark: null,
    },
    ratio: achievementText(indicator),
    share: indicator.achievement.ok ? indicator.achievement.ratio : null,
    reached: indicator.reached === true,
  };
}

/** The grade in words; with its year where it is not the sheet's own. */
export function gradeText(evaluation: EvaluationRecord | null, fiscalYear: number): string {
  if (!evaluation?.grade) return words.ungraded;
  return evaluation.fiscalYear === fiscalYear
    ? evaluation.grade
    : words.gradeOfYear(evaluation.grade, evaluation.fiscalYear);
}

/** A project with its indicators as rows of the sheet. */
export function projectLine(project: SheetProject, fiscalYear: number): ProjectLine {
  const direction = project.evaluation?.futureDirection;
  return {
    id: project.id,
    code: project.code,
    title: project.title,
    grade: gradeText(project.evaluation, fiscalYear),
    direction: direction ? words.directions[direction] : words.noExpected,
    indicators: project.indicators.map((indicator) => indicatorLine(indicator, fiscalYear, true)),
  };
}

/** How many indicators of a part of the plan can be compared with a target, and how many of them reached it. */
export type Reach = { compared: number; reached: number };

export type StrategyLines = {
  code: string;
  title: string;
  indicators: IndicatorLine[];
  projects: ProjectLine[];
  reach: Reach;
};

/** The whole sheet in words, as the public page shows it. */
export type SheetLines = {
  asOf: string;
  /** What every link to an indicator keeps, for example `?asOf=2025-01-31`. */
  query: string;
  fiscalYear: number;
  plan: PlanSheet["plan"];
  summary: PlanSheet["summary"];
  planIndicators: IndicatorLine[];
  policies: {
    code: string;
    title: string;
    /** With the plan's own word for this level: 基本方針1 … */
    heading: string;
    description: string;
    indicators: IndicatorLine[];
    strategies: StrategyLines[];
    reach: Reach;
  }[];
};

// A sheet never changes after it was drawn up, so its words are put together once for each moment of knowing. Its arrays
// stay the same where only the moment of asking differs.
const linesOf = new WeakMap<object, Map<string, SheetLines>>();

/** The sheet in words; the same sheet gives the same object. `named` are day and moment of knowing as addresses name them. */
export function sheetLines(
  sheet: PlanSheet,
  named: { address: string; known: string | null } = { address: sheet.asOf, known: null },
): SheetLines {
  const kept = linesOf.get(sheet.policies) ?? new Map<string, SheetLines>();
  linesOf.set(sheet.policies, kept);
  const query = cutQuery(named.address, named.known);
  const before = kept.get(query);
  if (before) return before;
  const { fiscalYear } = sheet;
  const longTerm = (indicators: readonly SheetIndicator[]) =>
    indicators.map((indicator) => indicatorLine(indicator, fiscalYear, false));
  const lines: SheetLines = {
    asOf: sheet.asOf,
    query,
    fiscalYear,
    plan: sheet.plan,
    summary: sheet.summary,
    planIndicators: longTerm(sheet.planIndicators),
    policies: sheet.policies.map(({ code, title, description, indicators, strategies }) => ({
      code,
      title,
      heading: `${sheet.plan.levelNames.basicPolicy}${code} ${title}`,
      description,
      indicators: longTerm(indicators),
      strategies: strategies.map((strategy) => ({
        code: strategy.code,
        title: strategy.title,
        indicators: longTerm(strategy.indicators),
        projects: strategy.projects.map((project) => projectLine(project, fiscalYear)),
        reach: reachOf(strategy.projects.flatMap((project) => project.indicators)),
      })),
      reach: reachOf(
        strategies.flatMap((strategy) => strategy.projects.flatMap((project) => project.indicators)),
      ),
    })),
  };
  kept.set(query, lines);
  return lines;
}

/** The query string of a day and, for the past, of what was known. */
export function cutQuery(asOf: string, known: string | null): string {
  return `?asOf=${asOf}${known === null ? "" : `&knownOn=${encodeURIComponent(known)}`}`;
}

function reachOf(indicators: readonly SheetIndicator[]): Reach {
  const compared = indicators.filter(({ reached }) => reached !== null);
  return { compared: compared.length, reached: compared.filter(({ reached }) => reached).length };
}
