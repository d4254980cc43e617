import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { paceText } from "./desk-lines.ts";
import type { SheetIndicator } from "./figures.ts";
import { achievementText, type FigureText, figureText, gradeText, targetText } from "./lines.ts";
import { type DatedObservation, formatFigure } from "./rules.ts";
import type { PlanSheet, SheetProject } from "./sheet.ts";

const words = staffWords.indicators;

/** The plan's tree as staff read it: every figure in words. */
export function staffTree(sheet: PlanSheet) {
  const { fiscalYear } = sheet;
  const lines = (indicators: readonly SheetIndicator[], withYear: boolean) =>
    indicators.map((indicator) => staffLine(indicator, fiscalYear, withYear));
  return {
    planIndicators: lines(sheet.planIndicators, true),
    policies: sheet.policies.map((policy) => ({
      code: policy.code,
      title: policy.title,
      lines: lines(policy.indicators, true),
      strategies: policy.strategies.map((strategy) => ({
        code: strategy.code,
        title: strategy.title,
        lines: lines(strategy.indicators, true),
        projects: strategy.projects.map((project) =>
          staffProject(project, fiscalYear, lines(project.indicators, false)),
        ),
      })),
    })),
  };
}

function staffLine(indicator: SheetIndicator, fiscalYear: number, withYear: boolean) {
  return {
    id: indicator.id,
    name: indicator.name,
    previous: inOne(figureText(indicator.previous, indicator)),
    target: targetText(indicator, fiscalYear),
    actual: inOne(figureText(indicator.actual, indicator, { withYear })),
    expected: indicator.expected ? figureText(indicator.expected, indicator).text : indicatorWords.noExpected,
    ratio: achievementText(indicator),
    isCounted: indicator.measureKey !== null,
    pace: indicator.behind === null ? null : { text: paceText(indicator), behind: indicator.behind },
  };
}

function inOne({ text, mark, note }: FigureText): string {
  return [text, mark && `(${mark})`, note].filter(Boolean).join(" ");
}

function staffProject(project: SheetProject, fiscalYear: number, lines: ReturnType<typeof staffLine>[]) {
  const { evaluation } = project;
  return {
    id: project.id,
    code: project.code,
    title: project.title,
    grade: gradeText(evaluation, fiscalYear),
    direction: evaluation?.futureDirection
      ? indicatorWords.directions[evaluation.futureDirection]
      : indicatorWords.noExpected,
    results: evaluation?.results ?? "",
    issues: evaluation?.issues ?? "",
    lines,
  };
}

/** Every indicator of the sheet to choose from, with the code of its project; `chosen` also where the sheet has it not yet. */
export function indicatorOptions(
  sheet: PlanSheet,
  chosen?: { id: string; name: string },
): { value: string; label: string }[] {
  const option = (code: string) => (indicator: SheetIndicator) => ({
    value: indicator.id,
    label: `${code} ${indicator.name}`,
  });
  const options = [
    ...sheet.planIndicators.map(option(indicatorWords.detail.planWide)),
    ...sheet.policies.flatMap((policy) => [
      ...policy.indicators.map(option(policy.code)),
      ...policy.strategies.flatMap((strategy) => [
        ...strategy.indicators.map(option(strategy.code)),
        ...strategy.projects.flatMap((project) => project.indicators.map(option(project.code))),
      ]),
    ]),
  ];
  const isMissing = chosen && !options.some(({ value }) => value === chosen.id);
  return isMissing ? [...options, { value: chosen.id, label: chosen.name }] : options;
}

/**
 * The fiscal years that a figure can be entered for: from some years before the plan (baselines) to the running one, or to
 * the last one of a plan that is over.
 */
export function yearOptions(sheet: PlanSheet, current: number): { value: string; label: string }[] {
  const { firstFiscalYear, lastFiscalYear } = sheet.plan;
  const first = firstFiscalYear - 5;
  const last = Math.max(Math.min(current, lastFiscalYear), firstFiscalYear);
  return Array.from({ length: last - first + 1 }, (_, index) => last - index).map((year) => ({
    value: String(year),
    label: fiscalYearLabel(year),
  }));
}

/** What was entered for an indicator, oldest first, in words. */
export function observationRows(
  observations: readonly DatedObservation[],
  measured: { unit: string; decimals: number },
) {
  return observations.map((row, index) => ({
    key: String(index),
    year: fiscalYearLabel(row.fiscalYear),
    kind: words.kinds[row.kind],
    value: row.value === null ? (row.missingReason ?? row.text ?? "") : formatFigure(row.value, measured),
    asOf: row.asOf ?? "",
    state: words.states[row.status],
    source: row.source,
    note: row.note,
  }));
}
