import type { SheetIndicator } from "./figures.ts";
import { figureText, targetText } from "./lines.ts";
import { formatFigure } from "./rules.ts";
import { hasEnded, type PlanSheet } from "./sheet.ts";

/** The indicator of the plan that is entered each spring from HelloWork's statistics. */
const LOCAL_EMPLOYMENT_RATE = "local-employment-rate";

/** What staff can do next about an indicator, with the place where they do it. */
export type DeskStep = { text: string; to: string };

/**
 * What the staff's first page says about the plan: registered companies, the local employment rate, what is behind with
 * the levers that move it.
 */
export function deskLines(
  sheet: PlanSheet | null,
  stepsFor: (indicator: { id: string; measureKey: string | null }) => DeskStep[],
) {
  if (!sheet) return { registered: null, localRate: null, behind: [] };
  const { fiscalYear } = sheet;
  const projects = sheet.policies.flatMap((policy) =>
    policy.strategies.flatMap((strategy) => strategy.projects),
  );
  const running = projects.filter((project) => !hasEnded(project, fiscalYear));
  const all = running.flatMap((project) =>
    project.indicators.map((indicator) => ({ indicator, place: `${project.code} ${project.title}` })),
  );
  const registered = all.find(({ indicator }) => indicator.measureKey === "registered-companies")?.indicator;
  const localRate = sheet.planIndicators.find(({ id }) => id === LOCAL_EMPLOYMENT_RATE);
  return {
    registered: registered
      ? {
          id: registered.id,
          figure: figureText(registered.actual, registered).text,
          target: targetText(registered, fiscalYear),
          left: leftToTarget(registered),
        }
      : null,
    localRate:
      localRate && localRate.actual.value !== null
        ? {
            id: localRate.id,
            figure: figureText(localRate.actual, localRate, { withYear: true }).text,
            target: targetText(localRate, fiscalYear),
            asOf: localRate.actual.asOf,
            source: localRate.actual.source,
          }
        : null,
    behind: all
      .filter(({ indicator }) => indicator.behind === true)
      .map(({ indicator, place }) => ({
        id: indicator.id,
        place,
        name: indicator.name,
        actual: figureText(indicator.actual, indicator).text,
        pace: paceText(indicator),
        target: targetText(indicator, fiscalYear),
        steps: stepsFor(indicator),
      })),
  };
}

function leftToTarget({ actual, target }: SheetIndicator): number | null {
  return actual.value === null || target?.value == null ? null : target.value - actual.value;
}

/** The pace line with one decimal more than the figure has: 41.9 of 50 people. */
export function paceText({
  pace,
  unit,
  decimals,
}: Pick<SheetIndicator, "pace" | "unit" | "decimals">): string {
  return pace === null ? "" : formatFigure(pace, { unit, decimals: decimals + 1 });
}
