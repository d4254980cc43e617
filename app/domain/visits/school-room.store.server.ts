import type { Town } from "#app/town.ts";
import { registrationEnd } from "../events/rules.ts";
import { findVisitRoom, type VisitRoom } from "./room.store.server.ts";
import { schoolsMayEnter } from "./school-room.rules.ts";

type ReadTown = Pick<Town, "database" | "clock">;

/** A visit for which a school enters its groups. */
export type SchoolVisit = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  groups: number;
  isPublished: boolean;
  mayEnter: boolean;
};

/**
 * The coming visits with places that concern a school: it has groups there, or seats for students of the school (or of
 * every school).
 */
export async function listSchoolVisits(
  town: ReadTown,
  { schoolId }: { schoolId: string },
): Promise<SchoolVisit[]> {
  const now = town.clock.now();
  const rows = await town.database.event.findMany({
    where: {
      endsAt: { gt: now },
      state: { not: "planned" },
      visitPlaces: { some: {} },
      ...concerns(schoolId),
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: {
      _count: { select: { visitGroups: { where: { schoolId } } } },
      visitPlans: { where: { publishedAt: { not: null } }, select: { id: true } },
    },
  });
  return rows.map(({ _count, visitPlans, ...event }) => ({
    id: event.id,
    title: event.title,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    groups: _count.visitGroups,
    isPublished: visitPlans.length > 0,
    mayEnter: schoolsMayEnter(event, { isPublished: visitPlans.length > 0, now }),
  }));
}

const concerns = (schoolId: string) => ({
  OR: [
    { visitGroups: { some: { schoolId } } },
    {
      sessions: {
        some: {
          pools: { some: { category: "student" as const, OR: [{ schoolId: null }, { schoolId }] } },
        },
      },
    },
  ],
});

/** The visit room as a school may work in it, and until when; null when the event does not concern the school. */
export async function findSchoolRoom(
  town: ReadTown,
  { eventId, schoolId }: { eventId: string; schoolId: string },
): Promise<{ room: VisitRoom; mayEnter: boolean; until: Date; isPublished: boolean } | null> {
  const [room, event] = await Promise.all([
    findVisitRoom(town, { eventId }),
    town.database.event.findFirst({
      where: { id: eventId, state: { not: "planned" }, visitPlaces: { some: {} }, ...concerns(schoolId) },
      select: { visitPlans: { where: { publishedAt: { not: null } }, select: { id: true } } },
    }),
  ]);
  if (!room || !event) return null;
  const isPublished = event.visitPlans.length > 0;
  const now = town.clock.now();
  const mayEnter = schoolsMayEnter(room, { isPublished, now });
  return { room, mayEnter, until: registrationEnd(room), isPublished };
}
