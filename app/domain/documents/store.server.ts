import { computeWithMembers } from "#app/analytics/run.server.ts";
import { computeFrom, measureOf } from "#app/domain/indicators/compute.server.ts";
import type { Cut, PlanIndicator } from "#app/domain/indicators/plan.rules.ts";
import { drawUpSheet } from "#app/domain/indicators/sheet.ts";
import { readSnapshot, type Snapshot } from "#app/domain/indicators/snapshot.store.server.ts";
import type { Town } from "#app/town.ts";
import type { DocumentSource, Traced } from "./source.ts";

/**
 * Everything that the papers of a plan (the town's own first one without `planId`) are drawn up from, at a cut; null when
 * there is no such plan.
 */
export async function readDocumentSource(
  town: Pick<Town, "database" | "clock">,
  { planId, cut }: { planId?: string; cut: Cut },
): Promise<DocumentSource | null> {
  const snapshot = await readSnapshot(town, { planId });
  if (!snapshot) return null;
  const { plan } = snapshot.records;
  const [own, areas, roleShares] = await Promise.all([
    town.database.plan.findUniqueOrThrow({ where: { id: plan.id }, select: { areaId: true } }),
    town.database.area.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] }),
    town.database.roleShare.findMany({ where: { node: { planId: plan.id } }, orderBy: { id: "asc" } }),
  ]);
  const computeIndicator = computeFrom(snapshot.facts);
  return {
    records: snapshot.records,
    sheet: drawUpSheet(snapshot.records, cut, computeIndicator),
    cut,
    compute: computeIndicator,
    trace: (indicator, at) => trace(snapshot, indicator, at),
    areas: areas.map(({ id, name, position }) => ({ id, name, position, isOwn: id === own.areaId })),
    roleShares,
  };
}

function trace({ facts }: Snapshot, indicator: PlanIndicator, cut: Cut): Traced | null {
  const measure = measureOf(indicator);
  const { parameters = {} } = indicator;
  if (!measure) return null;
  return { ...computeWithMembers(measure, facts.factsAt(cut.asOf), { ...cut, parameters }), parameters };
}

export type PlanChoice = { id: string; title: string; firstFiscalYear: number; lastFiscalYear: number };

/** The plans of the town, its own first one first. */
export function listPlans(town: Pick<Town, "database">): Promise<PlanChoice[]> {
  return town.database.plan.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true, firstFiscalYear: true, lastFiscalYear: true },
  });
}
