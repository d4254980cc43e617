import { type FactBook, openFacts } from "#app/analytics/facts.server.ts";
import type { Database } from "#app/platform/database.server.ts";
import { readWriteMark } from "#app/platform/write-mark.server.ts";
import type { Town } from "#app/town.ts";
import { type PlanRecords, readLevelNames } from "./plan.rules.ts";
import { dayOf, readPlanRows } from "./plan-rows.store.server.ts";
import { heldBack, newestFirst, partOfColumn, type ReleasedState } from "./public-cut.ts";
import type { PlanSheet } from "./sheet.ts";

/** Everything that the pages about a plan are computed from. */
export type Snapshot = {
  records: PlanRecords;
  /** What papers of the plan made public, the newest day and version first. */
  releases: ReleasedState[];
  facts: FactBook;
  /** Nothing of it was recorded later: as known then, and as known at any later moment, are the same. */
  lastKnownAt: Date;
  /** Sheets that were drawn up from this snapshot, by as-of day and, for the past, by what was known. */
  sheets: Map<string, PlanSheet>;
};

type Loaded = Pick<Snapshot, "records" | "releases">;
type Kept = { mark: string; stamp: string; loaded: Promise<Loaded | null>; snapshot: Snapshot | null };

/** As many plans are kept for one database. */
const PLANS_KEPT = 12;
const FIRST_PLAN = "";

// The records of a plan are kept as long as nothing of any plan changed: a check-in changes the number on the next
// request, a sign-in or a job does not cost a new reading.
const kept = new WeakMap<Database, Map<string, Kept>>();

/**
 * The records of the plan (the town's own first one without `planId`) and the facts; null when there is no such plan.
 * Mark and stamp are read before the records, so a change in between shows on the next request at the latest.
 */
export async function readSnapshot(
  town: Pick<Town, "database">,
  { planId }: { planId?: string } = {},
): Promise<Snapshot | null> {
  const [facts, plan] = await Promise.all([openFacts(town), keptPlan(town, planId)]);
  const loaded = await plan.loaded;
  if (!loaded) return null;
  if (plan.snapshot?.facts !== facts || plan.snapshot.records !== loaded.records) {
    const lastKnownAt = new Date(Math.max(facts.lastKnownAt.getTime(), lastRecordedAt(loaded.records)));
    plan.snapshot = { ...loaded, facts, lastKnownAt, sheets: new Map() };
  }
  return plan.snapshot;
}

async function keptPlan(town: Pick<Town, "database">, planId: string | undefined): Promise<Kept> {
  const plans = kept.get(town.database) ?? new Map<string, Kept>();
  kept.set(town.database, plans);
  const key = planId ?? FIRST_PLAN;
  const mark = await readWriteMark(town);
  const known = plans.get(key);
  if (known?.mark === mark) return known;
  const stamp = await readPlanStamp(town);
  if (known?.stamp === stamp) {
    known.mark = mark;
    return known;
  }
  const loaded = loadPlan(town, planId);
  const plan: Kept = { mark, stamp, loaded, snapshot: null };
  if (plans.size >= PLANS_KEPT) plans.delete(plans.keys().next().value!);
  plans.delete(key);
  plans.set(key, plan);
  // A failed read is not kept.
  loaded.catch(() => plans.get(key) === plan && plans.delete(key));
  return plan;
}

/**
 * A short text that is different after any change of any plan. Each version of a row carries the transaction that wrote
 * it, so number and sum of these marks tell of every new, changed or deleted row. The tables are small.
 */
async function readPlanStamp(town: Pick<Town, "database">): Promise<string> {
  const [row] = await town.database.$queryRaw<[{ stamp: string }]>`
    SELECT concat_ws('|',
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "Plan"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "PlanNode"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "PlanNodeVersion"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "Indicator"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "IndicatorVersion"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "TargetSet"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "Target"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "Observation"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "Evaluation"),
      (SELECT concat_ws(',', count(*), sum(xmin::text::bigint)) FROM "Release")
    ) AS stamp`;
  return row.stamp;
}

async function loadPlan(town: Pick<Town, "database">, planId: string | undefined): Promise<Loaded | null> {
  const plan = await town.database.plan.findFirst({
    where: planId === undefined ? {} : { id: planId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  if (!plan) return null;
  const [rows, releases] = await Promise.all([
    readPlanRows(town, plan.id),
    town.database.release.findMany({
      where: { planId: plan.id },
      include: {
        cells: {
          where: { marker: "suppressed", indicatorId: { not: null } },
          select: { indicatorId: true, column: true },
        },
      },
    }),
  ]);
  const records = { plan: { ...plan, levelNames: readLevelNames(plan.levelNames) }, ...rows };
  const states = releases.map(({ asOf, cells, fiscalYear, version, knownOn, publishedAt }) => ({
    fiscalYear,
    version,
    asOf: dayOf(asOf),
    knownOn,
    publishedAt,
    hidden: new Set(
      cells.flatMap(({ indicatorId, column }) =>
        indicatorId === null ? [] : [heldBack(indicatorId, partOfColumn(column))],
      ),
    ),
  }));
  return { records, releases: newestFirst(states) };
}

function lastRecordedAt({ nodes, indicators, evaluations }: PlanRecords): number {
  let last = 0;
  const look = (rows: readonly { recordedAt: Date }[]) => {
    for (const { recordedAt } of rows) last = Math.max(last, recordedAt.getTime());
  };
  for (const { versions } of nodes) look(versions);
  for (const { versions, targets, observations } of indicators) {
    look(versions);
    look(targets);
    look(observations);
  }
  look(evaluations);
  return last;
}
