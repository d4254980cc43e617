import { createHash } from "node:crypto";
import type { Transaction } from "#app/platform/database.server.ts";
import type { PlanInput } from "./plan.rules.ts";
import { planInputOf } from "./plan-input.rules.ts";
import type { PlanSettings } from "./stored-plan.rules.ts";

/** Reads everything of an event that the planner gets. */
export async function readPlanInput(
  tx: Pick<Transaction, "eventSession" | "visitPlace" | "visitGroup">,
  { eventId, settings, locks }: { eventId: string; settings: PlanSettings; locks: PlanInput["locks"] },
): Promise<PlanInput> {
  const byName = [{ name: "asc" as const }, { id: "asc" as const }];
  const sessions = await tx.eventSession.findMany({
    where: { eventId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: { visitBuses: { orderBy: byName } },
  });
  const places = await tx.visitPlace.findMany({
    where: { eventId },
    orderBy: byName,
    include: { offers: true },
  });
  const groups = await tx.visitGroup.findMany({
    where: { eventId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  const facts = {
    sessions: sessions.map(({ visitBuses, ...session }) => ({ ...session, buses: visitBuses })),
    places,
    offers: places.flatMap(({ offers }) => offers),
    groups,
  };
  return planInputOf(facts, { settings, locks });
}

/** SHA-256 of an input: the planner gives the same plan for the same digest. */
export function digestOf(problem: PlanInput): string {
  return createHash("sha256").update(JSON.stringify(problem)).digest("hex");
}
