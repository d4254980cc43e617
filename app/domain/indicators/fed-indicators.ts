import type { Facts } from "#app/analytics/facts.ts";
import { MEASURES } from "#app/analytics/registry.ts";
import type { SheetIndicator } from "./figures.ts";
import { figureText } from "./lines.ts";
import type { PlanSheet } from "./sheet.ts";

/** What is counted from records of a kind: the plan's indicators as they stand, and counts that no indicator uses yet. */
export type Fed = { indicators: { id: string; name: string; figure: string }[]; others: string[] };

/** The figures that move when a record of a family is entered or corrected; without a plan only the counts are named. */
export function fedBy(sheet: PlanSheet | null, family: keyof Facts): Fed {
  const measures = MEASURES.filter(({ needs }) => needs?.includes(family));
  const keys = new Set(measures.map(({ key }) => key));
  const fed = (sheet ? indicatorsOf(sheet) : []).filter(
    ({ measureKey }) => measureKey !== null && keys.has(measureKey),
  );
  const used = new Set(fed.map(({ measureKey }) => measureKey));
  return {
    indicators: fed.map((indicator) => ({
      id: indicator.id,
      name: indicator.name,
      figure: figureText(indicator.actual, indicator).text,
    })),
    others: [...new Set(measures.filter(({ key }) => !used.has(key)).map(({ name }) => name))],
  };
}

/** All indicators of the sheet, each once. */
function indicatorsOf({ planIndicators, policies }: PlanSheet): SheetIndicator[] {
  const all = [
    ...planIndicators,
    ...policies.flatMap((policy) => [
      ...policy.indicators,
      ...policy.strategies.flatMap((strategy) => [
        ...strategy.indicators,
        ...strategy.projects.flatMap(({ indicators }) => indicators),
      ]),
    ]),
  ];
  return [...new Map(all.map((indicator) => [indicator.id, indicator])).values()];
}
