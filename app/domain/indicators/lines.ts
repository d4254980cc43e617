import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { indicatorWords as words } from "#app/locales/ja/indicators.ts";
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
  const mark = figure.origin && figure.value !== null ? words.marks[figure.origin] : null;
  const year = withYear && figure.value !== null ? `(${fiscalYearLabel(figure.fiscalYear)})` : "";
  if (figure.value === null)
    return { text: figure.text ?? words.gaps[figure.gap ?? "stated"], mark, note: null };
  const note = figure.official && words.official(formatFigure(figure.official.value, measured));
  return { text: formatFigure(figure.value, measured) + year, mark, note };
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
export function achievementText({ achievement }: Pick<SheetIndicator, "achievement">): string {
  return achievement.ok ? formatRatio(achievement.ratio) : words.noAchievement[achievement.reason];
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

/** The whole sheet in words, as the public page shows it. */
export type SheetLines = {
  asOf: string;
  fiscalYear: number;
  plan: { title: string; source: string };
  summary: PlanSheet["summary"];
  planIndicators: IndicatorLine[];
  policies: {
    code: string;
    title: string;
    description: string;
    strategies: { code: string; title: string; indicators: IndicatorLine[]; projects: ProjectLine[] }[];
  }[];
};

// A sheet never changes after it was drawn up, so its words are put together once.
const linesOf = new WeakMap<PlanSheet, SheetLines>();

/** The sheet in words; the same sheet gives the same object. */
export function sheetLines(sheet: PlanSheet): SheetLines {
  const known = linesOf.get(sheet);
  if (known) return known;
  const { fiscalYear } = sheet;
  const longTerm = (indicators: readonly SheetIndicator[]) =>
    indicators.map((indicator) => indicatorLine(indicator, fiscalYear, false));
  const lines: SheetLines = {
    asOf: sheet.asOf,
    fiscalYear,
    plan: { title: sheet.plan.title, source: sheet.plan.source },
    summary: sheet.summary,
    planIndicators: longTerm(sheet.planIndicators),
    policies: sheet.policies.map(({ code, title, description, strategies }) => ({
      code,
      title,
      description,
      strategies: strategies.map((strategy) => ({
        code: strategy.code,
        title: strategy.title,
        indicators: longTerm(strategy.indicators),
        projects: strategy.projects.map((project) => projectLine(project, fiscalYear)),
      })),
    })),
  };
  linesOf.set(sheet, lines);
  return lines;
}
