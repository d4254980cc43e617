import { type CivilDate, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type PlacementRecord, summarisePlacements } from "./rules.ts";

/** Placements that began from 1 April of the fiscal year to the as-of day, by who reported them. */
export async function readPlacementFigures(town: Pick<Town, "database">, { asOf }: { asOf: CivilDate }) {
  const { first } = fiscalYearRange(fiscalYearOf(asOf));
  const rows: PlacementRecord[] = await town.database.placement.findMany({
    where: { startedOn: { gte: new Date(`${first}T00:00:00Z`), lte: new Date(`${asOf}T00:00:00Z`) } },
    select: { personKey: true, source: true },
  });
  return summarisePlacements(rows);
}
