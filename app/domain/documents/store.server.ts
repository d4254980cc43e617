import { findMeasure } from "#app/analytics/registry.ts";
import { compute } from "#app/analytics/run.server.ts";
import type { ComputeIndicator } from "#app/domain/indicators/figures.ts";
import type { Cut } from "#app/domain/indicators/plan.rules.ts";
import { drawUpSheet } from "#app/domain/indicators/sheet.ts";
import { readSnapshot, type Snapshot } from "#app/domain/indicators/snapshot.store.server.ts";
import type { Town } from "#app/town.ts";
import type { DocumentSource } from "./source.ts";

/**
 * Everything that the papers of a plan (the town's own first one without `planId`) are drawn up from, at a cut; null when
 * there is no such plan.
 */
export async function readDocumentSource(
  town: Pick<Town, "database" | "clock">,
  { planId, cut }: { planId?: string; cut: Cut },
): Promise<DocumentSource | null> {
  const snapshot = await readSnapshot(town, { planId, asOf: cut.asOf });
  if (!snapshot) return null;
  const { plan } = snapshot.records;
  const [own, areas, roleShares] = await Promise.all([
    town.database.plan.findUniqueOrThrow({ where: { id: plan.id }, select: { areaId: true } }),
    town.database.area.findMany({ orderBy: [{ position: "asc" }, { id: "asc" }] }),
    town.database.roleShare.findMany({ where: { node: { planId: plan.id } }, orderBy: { id: "asc" } }),
  ]);
  const computeIndicator = computeFrom(snapshot);
  return {
    records: snapshot.records,
    sheet: drawUpSheet(snapshot.records, cut, computeIndicator),
    cut,
    compute: computeIndicator,
    areas: areas.map(({ id, name, position }) => ({ id, name, position, isOwn: id === own.areaId })),
    roleShares,
  };
}

/** Computes each measure once per cut, however many cells print it. */
function computeFrom({ facts }: Snapshot): ComputeIndicator {
  const known = new Map<string, ReturnType<ComputeIndicator>>();
  return (indicator, cut) => {
    const measure = indicator.measureKey === null ? null : findMeasure(indicator.measureKey);
    if (!measure) return null;
    const key = `${measure.key} ${cut.asOf} ${cut.knownOn.getTime()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const computed = compute(measure, facts, cut);
    known.set(key, computed);
    return computed;
  };
}

export type PlanChoice = { id: string; title: string; firstFiscalYear: number; lastFiscalYear: number };

/** The plans of the town, its own first one first. */
export function listPlans(town: Pick<Town, "database">): Promise<PlanChoice[]> {
  return town.database.plan.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, title: true, firstFiscalYear: true, lastFiscalYear: true },
  });
}
