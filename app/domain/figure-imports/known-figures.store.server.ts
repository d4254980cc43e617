import type { Database, Transaction } from "#app/platform/database.server.ts";
import type { KnownPlan } from "./known.ts";

/** A plan with every figure that is recorded for it, for a comparison; null when there is no such plan. */
export async function readKnownPlan(
  database: Database | Transaction,
  { planId }: { planId: string },
): Promise<KnownPlan | null> {
  const plan = await database.plan.findUnique({ where: { id: planId } });
  if (!plan) return null;
  const indicators = await database.indicator.findMany({
    where: { planId },
    orderBy: { id: "asc" },
    include: {
      versions: true,
      node: { select: { versions: { select: { code: true } } } },
      observations: { orderBy: [{ recordedAt: "asc" }, { id: "asc" }] },
      targets: {
        include: { set: true },
        orderBy: [{ set: { adoptedOn: "asc" } }, { set: { recordedAt: "asc" } }, { id: "asc" }],
      },
    },
  });
  const areas = await database.area.findMany({ select: { id: true, name: true } });
  const locks = await database.periodLock.findMany({
    where: { planId },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  const closed = new Map<number, string>();
  for (const { fiscalYear, locked, reason } of locks)
    if (locked) closed.set(fiscalYear, reason);
    else closed.delete(fiscalYear);
  return {
    id: plan.id,
    firstFiscalYear: plan.firstFiscalYear,
    lastFiscalYear: plan.lastFiscalYear,
    ownAreaId: plan.areaId,
    areas,
    locks: closed,
    indicators: indicators.map(({ id, versions, node, observations, targets }) => ({
      id,
      codes: [...new Set(node?.versions.map(({ code }) => code) ?? [])],
      versions: versions.map((version) => ({
        ...version,
        bandLow: version.bandLow?.toNumber() ?? null,
        bandHigh: version.bandHigh?.toNumber() ?? null,
      })),
      observations: observations.map((observation) => ({
        ...observation,
        asOf: observation.asOf && dayOf(observation.asOf),
        value: observation.value?.toFixed() ?? null,
        numerator: observation.numerator?.toFixed() ?? null,
        denominator: observation.denominator?.toFixed() ?? null,
        unknownCount: observation.unknownCount?.toFixed() ?? null,
      })),
      targets: targets.map(({ fiscalYear, value, text, set }) => ({
        fiscalYear,
        value: value?.toFixed() ?? null,
        text,
        adoptedOn: dayOf(set.adoptedOn),
      })),
    })),
  };
}

/** A DATE column arrives as midnight UTC of the civil day. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/**
 * Locks a plan and its indicators until the transaction ends: whoever records a figure of one of them or closes a year
 * waits, so that what is compared is what is there.
 */
export async function lockPlan(tx: Transaction, { planId }: { planId: string }): Promise<void> {
  await tx.$queryRaw`SELECT "id" FROM "Plan" WHERE "id" = ${planId} FOR UPDATE`;
  await tx.$queryRaw`SELECT "id" FROM "Indicator" WHERE "planId" = ${planId} ORDER BY "id" FOR UPDATE`;
}
