import { publicWords } from "#app/locales/ja/indicators-public.ts";
import type { SheetIndicator } from "./figures.ts";
import { figureText, targetText } from "./lines.ts";
import type { PlanSheet } from "./sheet.ts";

const words = publicWords.standing;

/** What the plan wants, in one sentence made from its tree. */
export function whatThePlanWants({ plan, policies }: PlanSheet): string {
  const projects = policies.reduce(
    (sum, policy) => sum + policy.strategies.reduce((part, strategy) => part + strategy.projects.length, 0),
    0,
  );
  const span = { title: plan.title, first: plan.firstFiscalYear, last: plan.lastFiscalYear };
  if (policies.length === 0) return publicWords.wantsWithoutPolicies(span);
  return publicWords.wantsText({ ...span, policies: policies.length, projects });
}

/** How the plan stands, in at most three sentences made from its figures: indicators, grades, the plan's own indicators. */
export function howThePlanStands(sheet: PlanSheet): string[] {
  const { summary, fiscalYear, planIndicators } = sheet;
  const all = [...planIndicators, ...sheet.policies.flatMap((policy) => policy.indicators)];
  return [
    summary.indicators === 0
      ? words.noProjects
      : words.indicators(fiscalYear, summary.indicators, summary.reached, summary.notReached) +
        (summary.undecided > 0 ? words.undecided(summary.undecided) : "") +
        "。",
    ...(summary.indicators === 0 ? [] : [gradeSentence(sheet)]),
    ...planSentence(all, fiscalYear),
  ];
}

function gradeSentence({ summary, fiscalYear }: PlanSheet): string {
  const given = Object.entries(summary.grades).filter(([, projects]) => projects > 0);
  if (given.length === 0) return words.ungraded(fiscalYear);
  const graded = given.reduce((sum, [, projects]) => sum + projects, 0);
  const parts = given.map(([grade, projects]) =>
    words.grade(grade, words.gradeMeanings[grade] ?? "", projects),
  );
  return words.grades(graded, parts.join("、"));
}

function planSentence(indicators: readonly SheetIndicator[], fiscalYear: number): string[] {
  if (indicators.length === 0) return [];
  const named = (indicator: SheetIndicator) =>
    [
      indicator.name,
      figureText(indicator.actual, indicator).text,
      targetText(indicator, fiscalYear),
    ] as const;
  const only = indicators[0]!;
  if (indicators.length === 1 && only.actual.value !== null) return [words.onlyOne(...named(only))];
  const list = (found: readonly SheetIndicator[]) =>
    found.map((indicator) => words.planFigure(...named(indicator))).join("、");
  const reached = indicators.filter((indicator) => indicator.reached === true);
  const not = indicators.filter((indicator) => indicator.reached === false);
  const unknown = indicators.length - reached.length - not.length;
  return [
    (reached.length > 0
      ? words.planReached(indicators.length, list(reached)) +
        (not.length > 0 ? words.planNotReached(list(not)) : "")
      : words.planNone(indicators.length)) +
      (unknown > 0 ? words.planUnknown(unknown) : "") +
      "。",
  ];
}
