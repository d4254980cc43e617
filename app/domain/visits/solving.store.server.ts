import type { Prisma } from "#generated/prisma/client.ts";
import type { Town } from "#app/town.ts";
import type { PlanResult } from "./plan.rules.ts";
import { solvePlan } from "./solver.server.ts";
import type { StoredInput } from "./stored-plan.rules.ts";

/**
 * The job of a waiting plan: runs the planner outside of any transaction and stores what it says. It may run twice; only
 * a plan that still waits is written. When the planner breaks, the plan
 * is marked as failed, and staff can make it again.
 */
export async function solveWaitingPlan(
  town: Pick<Town, "database" | "log">,
  { planId }: { planId: string },
): Promise<void> {
  const plan = await town.database.visitPlan.findUnique({ where: { id: planId } });
  if (plan?.state !== "waiting") return;
  const { problem } = plan.input as unknown as StoredInput;
  let result: PlanResult | null = null;
  try {
    result = await solvePlan(problem);
  } catch (error) {
    town.log.error({ planId, error }, "the visit planner broke");
  }
  await town.database.visitPlan.updateMany({
    where: { id: planId, state: "waiting" },
    data: result
      ? {
          state: result.state,
          result: result as unknown as Prisma.InputJsonObject,
          seconds: result.seconds,
        }
      : { state: "failed" },
  });
}

/** Takes up plans on which a killed process was working. A job may then run twice. */
export async function resumePlans(town: Pick<Town, "database" | "jobs">): Promise<void> {
  const plans = await town.database.visitPlan.findMany({
    where: { state: "waiting" },
    select: { id: true },
  });
  for (const { id } of plans)
    await town.database.$transaction((tx) => town.jobs.enqueue(tx, "visits.solve", { planId: id }));
}
