import type { PlanNode } from "#app/domain/indicators/plan.rules.ts";
import type { PlanSheet, SheetProject } from "#app/domain/indicators/sheet.ts";
import type { SheetIndicator } from "#app/domain/indicators/figures.ts";
import type { Desk } from "./desk.rules.ts";
import { type ComputedGrade, gradeFor, rollUp } from "./evaluation-draft.rules.ts";

/** The score of indicators: the mean of their achievements (uncapped), and the share of them that have one. */
export function scoreOf(indicators: readonly Pick<SheetIndicator, "achievement">[]): {
  score: number | null;
  coverage: number;
} {
  return rollUp(
    indicators.map(({ achievement }) => ({ weight: null, score: achievement.ok ? achievement.ratio : null })),
  );
}

/** Score, coverage and computed grade of every node of a sheet, by the node's id. A strategy rolls up its projects. */
export function scoresOf(
  desk: Desk,
  sheet: PlanSheet,
  nodes: readonly PlanNode[],
): Map<string, ComputedGrade> {
  const graded = (rolled: { score: number | null; coverage: number }): ComputedGrade => ({
    ...rolled,
    grade: gradeFor(desk.scheme, rolled.score),
  });
  const projects = new Map<string, SheetProject>(
    sheet.policies.flatMap(({ strategies }) =>
      strategies.flatMap((strategy) => strategy.projects.map((project) => [project.id, project] as const)),
    ),
  );
  const scores = new Map<string, ComputedGrade>();
  const scoreNode = (node: PlanNode): ComputedGrade => {
    const project = projects.get(node.id);
    const children = nodes.filter(
      (child) =>
        child.parentId === node.id &&
        (child.lastFiscalYear === null || child.lastFiscalYear >= sheet.fiscalYear),
    );
    const parts = children.map((child) => ({ child, weight: child.weight, ...scoreNode(child) }));
    const rolled = project ? scoreOf(project.indicators) : rollUpWithCoverage(parts);
    const computed = graded(rolled);
    scores.set(node.id, computed);
    return computed;
  };
  for (const node of nodes) if (node.parentId === null) scoreNode(node);
  return scores;
}

/** A roll-up of roll-ups: what a part covers only half of counts as half covered. */
function rollUpWithCoverage(
  parts: readonly { weight: number | null; score: number | null; coverage: number }[],
): { score: number | null; coverage: number } {
  const { score } = rollUp(parts);
  const covered = rollUp(parts.map(({ weight, coverage }) => ({ weight, score: coverage })));
  return { score, coverage: covered.score ?? 0 };
}
