import type { CivilDate } from "#app/platform/calendar.ts";
import { endOfDay } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { loadEmploymentFacts } from "./employment-facts.server.ts";
import type { Facts, Pause } from "./facts.ts";

type Source = Pick<Town, "database">;

/**
 * Loads the facts up to the end of the as-of day (JST). Voided check-ins, withdrawn companies and delisted entries come
 * along with the instant at which they ended, so the same facts serve every earlier as-of day too.
 */
export async function loadFacts(town: Source, { asOf }: { asOf: CivilDate }): Promise<Facts> {
  const before = { lt: endOfDay(asOf) };
  const [companies, listingChanges, entries, events, checkIns, booths, boothVisits, stops, employment] =
    await Promise.all([
      town.database.company.findMany({
        where: { firstPublishedAt: before },
        select: { id: true, firstPublishedAt: true, withdrawnAt: true },
      }),
      town.database.domainEvent.findMany({
        where: { kind: { in: ["company.withdrawn", "company.relisted"] } },
        orderBy: { id: "asc" },
        select: { kind: true, subjectId: true, occurredAt: true },
      }),
      town.database.manufacturingEntry.findMany({
        where: { listedAt: before },
        select: { companyId: true, listedAt: true, delistedAt: true },
      }),
      town.database.event.findMany({
        where: { startsAt: before },
        select: { id: true, kind: true, title: true, state: true, startsAt: true, endsAt: true },
      }),
      town.database.checkIn.findMany({
        where: { at: before },
        select: {
          id: true,
          eventId: true,
          category: true,
          headCount: true,
          at: true,
          recordedAt: true,
          voidedAt: true,
        },
      }),
      town.database.boothApplication.findMany({
        where: { attendedAt: before },
        select: { id: true, eventId: true, companyId: true, attendedAt: true },
      }),
      town.database.boothVisit.findMany({
        where: { at: before },
        select: { id: true, eventId: true, companyId: true, at: true },
      }),
      town.database.visitStop.findMany({
        where: { session: { startsAt: before } },
        select: {
          sessionId: true,
          companyId: true,
          session: { select: { eventId: true, startsAt: true } },
        },
      }),
      loadEmploymentFacts(town, { asOf }),
    ]);
  const pauses = pausesOf(listingChanges);
  return {
    companies: companies.map((company) => ({
      ...company,
      firstPublishedAt: company.firstPublishedAt!,
      pauses: pauses.get(company.id),
    })),
    directoryEntries: entries.map((entry) => ({ ...entry, pauses: pauses.get(entry.companyId) })),
    events,
    checkIns: checkIns.map(({ recordedAt, ...checkIn }) => ({ ...checkIn, knownAt: recordedAt })),
    boothVisits,
    booths: booths.map((booth) => ({ ...booth, attendedAt: booth.attendedAt! })),
    visitStops: stops.map(({ sessionId, companyId, session }) => ({
      id: `${sessionId}/${companyId}`,
      eventId: session.eventId,
      companyId,
      startsAt: session.startsAt,
    })),
    ...employment,
    contacts: [],
    subscribers: [],
    searches: [],
    pageViews: [],
  };
}

/** When each company was off the list for a while; a withdrawal that still holds stands in its own column. */
function pausesOf(
  changes: readonly { kind: string; subjectId: string; occurredAt: Date }[],
): Map<string, Pause[]> {
  const pauses = new Map<string, Pause[]>();
  const open = new Map<string, Date>();
  for (const { kind, subjectId, occurredAt } of changes) {
    const from = open.get(subjectId);
    if (kind === "company.withdrawn") open.set(subjectId, occurredAt);
    else if (from) {
      pauses.set(subjectId, [...(pauses.get(subjectId) ?? []), { from, until: occurredAt }]);
      open.delete(subjectId);
    }
  }
  return pauses;
}
