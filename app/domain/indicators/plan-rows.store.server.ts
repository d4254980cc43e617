import type { CivilDate } from "#app/platform/calendar.ts";
import type { Database, Transaction } from "#app/platform/database.server.ts";
import { readParameters } from "./plan.rules.ts";

const IN_ORDER_OF_RECORDING = { orderBy: [{ recordedAt: "asc" as const }, { id: "asc" as const }] };

/** The nodes, indicators and evaluations of a plan with all their versions, as plain rows. */
export async function readPlanRows({ database }: { database: Database | Transaction }, planId: string) {
  // One after the other: inside a transaction there is one connection.
  const nodes = await database.planNode.findMany({
    where: { planId },
    orderBy: { id: "asc" },
    include: { versions: IN_ORDER_OF_RECORDING },
  });
  const indicators = await database.indicator.findMany({
    where: { planId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { versions: IN_ORDER_OF_RECORDING, targets: { include: { set: true } }, observations: true },
  });
  const evaluations = await database.evaluation.findMany({ where: { node: { planId } } });
  return {
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
        parameters: readParameters(version.measureParameters),
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
  };
}

/** A DATE column arrives as midnight UTC of the civil day. */
export function dayOf(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}
