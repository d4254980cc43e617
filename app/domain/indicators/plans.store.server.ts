import type { Town } from "#app/town.ts";
import { type GradeStep, readGradeSteps } from "./scores.rules.ts";

type Reader = Pick<Town, "database">;

/** A plan that readers can choose; the first of the list is the town's own. */
export type PlanChoice = {
  id: string;
  title: string;
  firstFiscalYear: number;
  lastFiscalYear: number;
  areaId: string;
  areaName: string;
  isOwn: boolean;
};

/** Every plan, the town's own first, then those that it compares itself with. */
export async function listPlans(town: Reader): Promise<PlanChoice[]> {
  const plans = await town.database.plan.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { area: true },
  });
  return plans.map(({ id, title, firstFiscalYear, lastFiscalYear, areaId, area }, index) => ({
    id,
    title,
    firstFiscalYear,
    lastFiscalYear,
    areaId,
    areaName: area.name,
    isOwn: index === 0,
  }));
}

/** The id of the plan that an indicator belongs to; null for an unknown indicator. */
export async function findPlanOfIndicator(
  town: Reader,
  { indicatorId }: { indicatorId: string },
): Promise<string | null> {
  const found = await town.database.indicator.findUnique({
    where: { id: indicatorId },
    select: { planId: true },
  });
  return found?.planId ?? null;
}

/** A place that figures are compared with, in the order in which pages name it. */
export type ComparedArea = { id: string; name: string };

/** The areas with at least one figure for the indicator. */
export async function listComparedAreas(
  town: Reader,
  { indicatorId }: { indicatorId: string },
): Promise<ComparedArea[]> {
  return town.database.area.findMany({
    where: { observations: { some: { indicatorId } } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/** How the town's own plan turns a score into a grade, from the best step down; null without a scheme. */
export async function readGradeScheme(town: Reader): Promise<{ name: string; steps: GradeStep[] } | null> {
  const plan = await town.database.plan.findFirst({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { gradeScheme: true },
  });
  return plan?.gradeScheme
    ? { name: plan.gradeScheme.name, steps: readGradeSteps(plan.gradeScheme.steps) }
    : null;
}
