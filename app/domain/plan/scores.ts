import type { PlanNode } from "#app/domain/indicators/plan.rules.ts";
import type { PlanSheet, SheetProject } from "#app/domain/indicators/sheet.ts";
import type { Desk } from "./desk.rules.ts";
import { computedGradeOf, rollUp, type Score, scoreOfIndicators } from "../indicators/scores.rules.ts";
import type { ComputedGrade } from "./evaluation-draft.rules.ts";

/** Score, coverage and computed grade of every node of a sheet, by the node's id. A strategy rolls up its projects. */
export function scoresOf(
  desk: Desk,
  sheet: PlanSheet,
  nodes: readonly PlanNode[],
): Map<string, ComputedGrade> {
  const graded = (rolled: Score): ComputedGrade => ({
    ...rolled,
    grade: computedGradeOf(rolled.score, desk.scheme),
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
    const parts = children.map((child) => ({ ...scoreNode(child), weight: child.weight }));
    const rolled = project ? scoreOfIndicators(project.indicators) : rollUp(parts);
    const computed = graded(rolled);
    scores.set(node.id, computed);
    return computed;
  };
  for (const node of nodes) if (node.parentId === null) scoreNode(node);
  return scores;
}
