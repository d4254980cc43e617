import type { CivilDate } from "#app/platform/calendar.ts";
import { endOfDay } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { Facts, Pause } from "./facts.ts";

type Source = Pick<Town, "database">;

/**
 * Loads the facts up to the end of the as-of day (JST). Voided check-ins, withdrawn companies and delisted entries come
 * along with the instant at which they ended, so the same facts serve every earlier as-of day too.
 */
export async function loadFacts(town: Source, { asOf }: { asOf: CivilDate }): Promise<Facts> {
  const before = { lt: endOfDay(asOf) };
  const upTo = { lte: new Date(`${asOf}T00:00:00Z`) };
  const [
    companies,
    listingChanges,
    entries,
    events,
    checkIns,
    booths,
    boothVisits,
    stops,
    placements,
    reports,
    grants,
  ] = await Promise.all([
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
    town.database.placement.findMany({
      where: { startedOn: upTo },
      select: { id: true, personKey: true, source: true, kind: true, startedOn: true },
    }),
    town.database.supportReport.findMany({ where: { month: upTo } }),
    town.database.subsidyGrant.findMany({
      where: { decidedOn: upTo },
      select: {
        id: true,
        companyId: true,
        countedAs: true,
        people: true,
        decidedOn: true,
        subsidy: { select: { projectCode: true } },
      },
    }),
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
    checkIns,
    boothVisits,
    booths: booths.map((booth) => ({ ...booth, attendedAt: booth.attendedAt! })),
    visitStops: stops.map(({ sessionId, companyId, session }) => ({
      id: `${sessionId}/${companyId}`,
      eventId: session.eventId,
      companyId,
      startsAt: session.startsAt,
    })),
    placements: placements.map((placement) => ({
      ...placement,
      startedOn: dayOf(placement.startedOn),
    })),
    supportReports: reports.map(({ id, programme, month, consultations, newRegistrations }) => ({
      id,
      programme,
      lastDay: lastDayOfMonth(dayOf(month)),
      consultations,
      newRegistrations,
    })),
    grants: grants.map(({ subsidy, decidedOn, ...grant }) => ({
      ...grant,
      projectCode: subsidy.projectCode,
      decidedOn: dayOf(decidedOn),
    })),
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

/** A DATE column arrives as midnight UTC of the civil day. */
function dayOf(date: Date): CivilDate {
  return date.toISOString().slice(0, 10);
}

function lastDayOfMonth(day: CivilDate): CivilDate {
  const [year, month] = day.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
