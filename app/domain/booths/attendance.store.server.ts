import type { CivilDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { nameIn } from "../companies/member-accounts.store.server.ts";
import { attendedDay, boothDays } from "./attendance.rules.ts";
import { lockBooths } from "./decisions.store.server.ts";

type Desk = Pick<Town, "database" | "clock">;

export type BoothAttendance = {
  id: string;
  boothNumber: number | null;
  name: string;
  /** The day on which the company stood at its booth; null while nothing is recorded. */
  day: CivilDate | null;
};

/** The companies that have a booth by its number, with what is recorded of each, and the days of the event. */
export async function readBoothAttendance(
  town: Desk,
  { eventId }: { eventId: string },
): Promise<{ days: CivilDate[]; hasBegun: boolean; booths: BoothAttendance[] } | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    select: {
      startsAt: true,
      sessions: { select: { startsAt: true } },
      boothApplications: {
        where: { state: "selected" },
        orderBy: [{ boothNumber: { sort: "asc", nulls: "last" } }, { id: "asc" }],
        select: {
          id: true,
          boothNumber: true,
          attendedAt: true,
          attendanceVoidedAt: true,
          company: { select: { publishedRevision: { select: { profile: true } } } },
        },
      },
    },
  });
  if (!event) return null;
  return {
    days: boothDays(event).map(({ day }) => day),
    hasBegun: event.startsAt <= town.clock.now(),
    booths: event.boothApplications.map(({ company, id, boothNumber, ...row }) => ({
      id,
      boothNumber,
      name: nameIn(company.publishedRevision?.profile),
      day: attendedDay(row),
    })),
  };
}

/**
 * Records which companies stood at their booths, and takes wrong entries back. Only what differs from the record is
 * written, with its events; a day lies in the past or is running. Returns how many entries changed.
 */
export async function recordBoothAttendance(
  town: Desk,
  facts: { eventId: string; staffId: string; marks: ReadonlyMap<string, CivilDate | null> },
): Promise<{ ok: true; changed: number } | { ok: false; error: "not-begun" | "no-such-event" }> {
  const { eventId, staffId, marks } = facts;
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const event = await lockBooths(tx, eventId);
    if (!event) return { ok: false, error: "no-such-event" };
    const sessions = await tx.eventSession.findMany({ where: { eventId }, select: { startsAt: true } });
    const startOf = new Map(
      boothDays({ startsAt: event.startsAt, sessions }).map(({ day, startsAt }) => [day, startsAt]),
    );
    const booths = await tx.boothApplication.findMany({ where: { eventId, state: "selected" } });
    const changes = booths.flatMap((booth) => {
      const day = marks.get(booth.id);
      return day === undefined || day === attendedDay(booth) ? [] : [{ booth, day }];
    });
    if (changes.some(({ day }) => day !== null && startOf.get(day)! > now))
      return { ok: false, error: "not-begun" };
    for (const { booth, day } of changes) {
      await tx.boothApplication.update({
        where: { id: booth.id },
        data:
          day === null
            ? { attendanceVoidedAt: now }
            : { attendedAt: startOf.get(day)!, attendanceRecordedAt: now, attendanceVoidedAt: null },
      });
      await recordEvent(tx, {
        kind: day === null ? "booth.attendance-voided" : "booth.attended",
        subjectId: booth.id,
        actorId: staffId,
        occurredAt: now,
        data: { eventId, companyId: booth.companyId, ...(day !== null && { day }) },
      });
    }
    return { ok: true, changed: changes.length };
  });
}
