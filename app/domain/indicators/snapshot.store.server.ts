import { loadFacts } from "#app/analytics/facts.server.ts";
import type { Facts } from "#app/analytics/facts.ts";
import { readFactStamp } from "#app/analytics/stamp.server.ts";
import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { Database } from "#app/platform/database.server.ts";
import { readWriteMark } from "#app/platform/write-mark.server.ts";
import type { Town } from "#app/town.ts";
import { type PlanRecords, readLevelNames } from "./plan.rules.ts";
import type { PlanSheet } from "./sheet.ts";

/** Everything that the pages about the plan are computed from, read together. */
export type Snapshot = {
  records: PlanRecords;
  facts: Facts;
  readAt: Date;
  /** Sheets that were drawn up from this snapshot, by as-of day and, for the past, by what was known. */
  sheets: Map<string, PlanSheet>;
};

type Kept = {
  mark: string;
  stamp: string;
  planId: string | undefined;
  upTo: CivilDate;
  snapshot: Promise<Snapshot | null>;
};

// One snapshot per database is kept as long as nothing that it reads has changed: a check-in changes the number on the
// next request, a sign-in or a job does not cost a new reading.
const kept = new WeakMap<Database, Kept>();

/**
 * The records of the plan (the town's own first one without `planId`) and the facts up to today; null when there is no
 * such plan. Mark and stamp are read before the records, so a change in between shows on the next request at the latest.
 */
export async function readSnapshot(
  town: Pick<Town, "database" | "clock">,
  { planId, asOf }: { planId?: string; asOf: CivilDate },
): Promise<Snapshot | null> {
  const today = civilDateOf(town.clock.now());
  const upTo = asOf > today ? asOf : today;
  const mark = await readWriteMark(town);
  const before = kept.get(town.database);
  const known = before && before.planId === planId && before.upTo >= upTo ? before : null;
  if (known?.mark === mark) return known.snapshot;
  const stamp = await readFactStamp(town);
  if (known?.stamp === stamp) {
    kept.set(town.database, { ...known, mark });
    return known.snapshot;
  }
  const snapshot = loadSnapshot(town, planId, upTo);
  kept.set(town.database, { mark, stamp, planId, upTo, snapshot });
  // A failed read is not kept.
  snapshot.catch(() => kept.delete(town.database));
  return snapshot;
}

async function loadSnapshot(
  town: Pick<Town, "database" | "clock">,
  planId: string | undefined,
  upTo: CivilDate,
): Promise<Snapshot | null> {
  const readAt = town.clock.now();
  const plan = await town.database.plan.findFirst({
    where: planId === undefined ? {} : { id: planId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  if (!plan) return null;
  const [nodes, indicators, evaluations, facts] = await Promise.all([
    town.database.planNode.findMany({
      where: { planId: plan.id },
      orderBy: { id: "asc" },
      include: { versions: true },
    }),
    town.database.indicator.findMany({
      where: { planId: plan.id },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      include: { versions: true, targets: { include: { set: true } }, observations: true },
    }),
    town.database.evaluation.findMany({ where: { node: { planId: plan.id } } }),
    loadFacts(town, { asOf: upTo }),
  ]);
  const records: PlanRecords = {
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
  };
  return { records, facts, readAt, sheets: new Map() };
}

/** A DATE column arrives as midnight UTC of the civil day. */
function dayOf(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}
