import { type CivilDate, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { summarisePlacements, summariseRoutes } from "./rules.ts";

/** Rows that stand: neither void nor replaced by a correction. */
export const STANDING = { isVoid: false, correctedBy: { is: null } } as const;

/** The separation that counts of several is the one reported last. */
export const LATEST_SEPARATION = {
  orderBy: [{ reportedAt: "desc" as const }, { id: "desc" as const }],
  take: 1,
};
/** Answers that a correction took over were all recorded at its moment: of those the one about the last day counts. */
export const LATEST_ANSWER = {
  orderBy: [{ answeredAt: "desc" as const }, { asOf: "desc" as const }, { id: "desc" as const }],
  take: 1,
};

/** A DATE column from and to a civil day. */
export function dateColumn(day: CivilDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
export function dayOfColumn(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}

/** Placements that began from 1 April of the fiscal year to the as-of day and stand, by who reported them. */
export async function readPlacementFigures(town: Pick<Town, "database">, { asOf }: { asOf: CivilDate }) {
  return summarisePlacements(await readYear(town, asOf));
}

/** The same with routes, and how many of the people have no earlier placement on record. */
export async function readYearAtAGlance(town: Pick<Town, "database">, { asOf }: { asOf: CivilDate }) {
  const rows = await readYear(town, asOf);
  const { first } = fiscalYearRange(fiscalYearOf(asOf));
  const people = [...new Set(rows.map(({ personKey }) => personKey))];
  const returning = await town.database.placement.findMany({
    where: { ...STANDING, personKey: { in: people }, startedOn: { lt: dateColumn(first) } },
    distinct: ["personKey"],
    select: { personKey: true },
  });
  return {
    ...summarisePlacements(rows),
    byRoute: summariseRoutes(rows),
    firstTimePeople: people.length - returning.length,
  };
}

async function readYear(town: Pick<Town, "database">, asOf: CivilDate) {
  const { first } = fiscalYearRange(fiscalYearOf(asOf));
  return town.database.placement.findMany({
    where: { ...STANDING, startedOn: { gte: dateColumn(first), lte: dateColumn(asOf) } },
    select: { personKey: true, source: true, route: true },
  });
}
