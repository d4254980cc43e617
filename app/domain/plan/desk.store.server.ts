import { readLevelNames } from "#app/domain/indicators/plan.rules.ts";
import type { Database, Transaction } from "#app/platform/database.server.ts";
import { dayOf, readPlanRows } from "../indicators/plan-rows.store.server.ts";
import { readGradeSteps } from "../indicators/scores.rules.ts";
import type { Desk } from "./desk.rules.ts";

/** Reads everything that staff may change about a plan; null for an unknown id. */
export async function readDesk(
  database: Database | Transaction,
  { planId }: { planId: string },
): Promise<Desk | null> {
  const plan = await database.plan.findUnique({ where: { id: planId }, include: { gradeScheme: true } });
  if (!plan) return null;
  const rows = await readPlanRows({ database }, planId);
  const targetSets = await database.targetSet.findMany({
    where: { planId },
    orderBy: [{ adoptedOn: "asc" }, { recordedAt: "asc" }],
  });
  const shares = await database.roleShare.findMany({ where: { node: { planId } }, orderBy: { id: "asc" } });
  const locks = await database.periodLock.findMany({ where: { planId }, orderBy: { recordedAt: "asc" } });
  return {
    records: {
      plan: { ...plan, levelNames: readLevelNames(plan.levelNames) },
      ...rows,
    },
    targetSets: targetSets.map((set) => ({ ...set, adoptedOn: dayOf(set.adoptedOn) })),
    shares,
    locks,
    scheme: readGradeSteps(plan.gradeScheme?.steps),
  };
}

/** The plan that an id belongs to: of a node or of an indicator; null for an unknown one. */
export async function planOf(
  { database }: { database: Database },
  id: { nodeId: string } | { indicatorId: string },
): Promise<string | null> {
  const found =
    "nodeId" in id
      ? await database.planNode.findUnique({ where: { id: id.nodeId }, select: { planId: true } })
      : await database.indicator.findUnique({ where: { id: id.indicatorId }, select: { planId: true } });
  return found?.planId ?? null;
}

/** The names of the accounts that recorded something, for the history. */
export async function namesOf(
  { database }: { database: Database },
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const users = await database.user.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
