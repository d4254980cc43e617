import type { CivilDate } from "#app/platform/calendar.ts";
import type { SheetIndicator } from "../indicators/figures.ts";
import type { PlanRecords } from "../indicators/plan.rules.ts";
import { evaluationFor, hasEnded, type PlanSheet } from "../indicators/sheet.ts";
import { gradeGap, type LateSource, lateSource } from "./findings.ts";
import type { Signal } from "./signal.ts";

/** An indicator with the project or strategy that it is about; empty for one of the whole plan. */
export type PlacedIndicator = { indicator: SheetIndicator; place: string };

/** Every indicator that somebody works on: of the plan, its strategies and its projects that have not ended. */
export function workingIndicators({ planIndicators, policies, fiscalYear }: PlanSheet): PlacedIndicator[] {
  const placed = (indicators: readonly SheetIndicator[], place: string) =>
    indicators.map((indicator) => ({ indicator, place }));
  return [
    ...placed(planIndicators, ""),
    ...policies.flatMap((policy) => [
      ...placed(policy.indicators, `${policy.code} ${policy.title}`),
      ...policy.strategies.flatMap((strategy) => [
        ...placed(strategy.indicators, `${strategy.code} ${strategy.title}`),
        ...strategy.projects
          .filter((project) => !hasEnded(project, fiscalYear))
          .flatMap((project) => placed(project.indicators, `${project.code} ${project.title}`)),
      ]),
    ]),
  ];
}

/** Signals that the plan's own records give: behind the pace, a late official figure, a grade that does not fit. */
export function planSignals(sheet: PlanSheet, records: PlanRecords, today: CivilDate): Signal[] {
  const { fiscalYear, knownOn } = sheet;
  const indicators = workingIndicators(sheet);
  const observations = new Map(records.indicators.map(({ id, observations }) => [id, observations]));
  const behind = indicators
    .filter(({ indicator }) => indicator.behind === true)
    .map(({ indicator, place }): Signal => ({ kind: "behindPace", indicator, place, fiscalYear }));
  const late = indicators.flatMap(({ indicator, place }) => {
    if (indicator.measureKey !== null) return [];
    const found = lateSource(observations.get(indicator.id) ?? [], { today, knownOn });
    const { id, name } = indicator;
    return found ? [{ ...found, indicator: { id, name, place } }] : [];
  });
  return [...behind, ...lateSources(late), ...gradeSignals(sheet, records)];
}

type LateIndicator = LateSource & {
  indicator: { id: string; name: string; place: string };
};

/** One signal for all figures that one paper should have brought; the latest first. */
function lateSources(late: readonly LateIndicator[]): Signal[] {
  const papers = Map.groupBy(late, ({ source, newest, usualDays }) => `${source} ${newest} ${usualDays}`);
  return [...papers.values()]
    .map((rows): Extract<Signal, { kind: "lateSource" }> => {
      const { indicator: _, ...first } = rows[0]!;
      return { kind: "lateSource", ...first, indicators: rows.map(({ indicator }) => indicator) };
    })
    .toSorted((a, b) => b.lateDays - a.lateDays || b.indicators.length - a.indicators.length);
}

/** Of the last fiscal year that was evaluated. */
function gradeSignals({ policies, knownOn }: PlanSheet, { evaluations }: PlanRecords): Signal[] {
  const known = evaluations.filter(({ recordedAt }) => recordedAt <= knownOn);
  const fiscalYear = Math.max(...known.map((evaluation) => evaluation.fiscalYear), -Infinity);
  return policies.flatMap(({ strategies }) =>
    strategies.flatMap(({ projects }) =>
      projects.flatMap(({ id, code, title }): Signal[] => {
        const evaluation = evaluationFor(evaluations, id, { fiscalYear, knownOn });
        const gap = evaluation?.fiscalYear === fiscalYear ? gradeGap(evaluation) : null;
        return gap
          ? [{ kind: "gradeAgainstScore", nodeId: id, place: `${code} ${title}`, fiscalYear, ...gap }]
          : [];
      }),
    ),
  );
}
