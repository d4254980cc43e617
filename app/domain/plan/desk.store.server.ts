import { readLevelNames } from "#app/domain/indicators/plan.rules.ts";
import type { Database, Transaction } from "#app/platform/database.server.ts";
import { readGradeSteps } from "../indicators/scores.rules.ts";
import type { Desk } from "./desk.rules.ts";

/** Reads everything that staff may change about a plan; null for an unknown id. */
export async function readDesk(
  database: Database | Transaction,
  { planId }: { planId: string },
): Promise<Desk | null> {
  const plan = await database.plan.findUnique({ where: { id: planId }, include: { gradeScheme: true } });
  if (!plan) return null;
  // One after the other: inside a transaction there is one connection.
  const nodes = await database.planNode.findMany({
    where: { planId },
    orderBy: { id: "asc" },
    include: { versions: { orderBy: [{ recordedAt: "asc" }, { id: "asc" }] } },
  });
  const indicators = await database.indicator.findMany({
    where: { planId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: {
      versions: { orderBy: [{ recordedAt: "asc" }, { id: "asc" }] },
      targets: { include: { set: true } },
      observations: true,
    },
  });
  const evaluations = await database.evaluation.findMany({ where: { node: { planId } } });
  const targetSets = await database.targetSet.findMany({
    where: { planId },
    orderBy: [{ adoptedOn: "asc" }, { recordedAt: "asc" }],
  });
  const shares = await database.roleShare.findMany({ where: { node: { planId } }, orderBy: { id: "asc" } });
  const locks = await database.periodLock.findMany({ where: { planId }, orderBy: { recordedAt: "asc" } });
  return {
    records: {
      plan: { ...plan, levelNames: readLevelNames(plan.levelNames) },
      nodes: nodes.map((node) => ({
        ...node,
        versions: node.versions.map((version) => ({
          ...version,
          weight: version.weight?.toNumber() ?? null,
        })),
      })),
      indicators: indicators.map((indicator) => ({
        ...indicator,
        versions: indicator.versions.map((version) => ({
          ...version,
          bandLow: version.bandLow?.toNumber() ?? null,
          bandHigh: version.bandHigh?.toNumber() ?? null,
        })),
        targets: indicator.targets.map(({ set, ...target }) => ({
          ...target,
          value: target.value?.toNumber() ?? null,
          adoptedOn: dayOf(set.adoptedOn),
          decidedBy: set.decidedBy,
          reason: set.reason,
          recordedAt: set.recordedAt,
        })),
        observations: indicator.observations.map((observation) => ({
          ...observation,
          value: observation.value?.toNumber() ?? null,
          numerator: observation.numerator?.toNumber() ?? null,
          denominator: observation.denominator?.toNumber() ?? null,
          unknownCount: observation.unknownCount?.toNumber() ?? null,
          asOf: observation.asOf && dayOf(observation.asOf),
        })),
      })),
      evaluations: evaluations.map((evaluation) => ({
        ...evaluation,
        computedScore: evaluation.computedScore?.toNumber() ?? null,
        coverage: evaluation.coverage?.toNumber() ?? null,
      })),
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

/** A DATE column arrives as midnight UTC of the civil day. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
