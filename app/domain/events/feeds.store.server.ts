import { addDays, civilDateOf, jst } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { type EventTarget, publicAttendance, targetOfSchool } from "./audience.rules.ts";

type EventTown = Pick<Town, "database" | "clock">;

/**
 * What lists, feeds and open data hold: announced and listed. Planned events are not public, unlisted ones are found only
 * by their address; cancelled and postponed ones stay.
 */
export const LISTED_EVENT = {
  state: { not: "planned" },
  visibility: "listed",
} as const satisfies Prisma.EventWhereInput;

/** Events that are meant for these people; without targets an event is meant for everybody. */
export function meantFor(target: EventTarget): Prisma.EventWhereInput {
  return { OR: [{ targets: { has: target } }, { targets: { isEmpty: true } }] };
}

/** Whose calendar is asked for: everybody's, an audience's, or a school's. */
export type FeedScope = { target?: EventTarget; schoolId?: string };

const inOrder = [{ startsAt: "asc" }, { id: "asc" }] satisfies Prisma.EventOrderByWithRelationInput[];

/**
 * The listed events of the last twelve months and to come, for calendars; cancelled ones stay in it. A school's feed holds
 * what is meant for its kind, without events whose seats are all for other schools. Null for a school that there is not.
 */
export async function listFeedEvents(town: EventTown, scope: FeedScope = {}) {
  const filters: Prisma.EventWhereInput[] = [];
  if (scope.target) filters.push(meantFor(scope.target));
  if (scope.schoolId !== undefined) {
    const school = await town.database.school.findUnique({
      where: { id: scope.schoolId },
      select: { id: true, kind: true },
    });
    if (!school) return null;
    const target = targetOfSchool(school.kind);
    if (target) filters.push(meantFor(target));
    const open = { OR: [{ schoolId: null }, { schoolId: school.id }] };
    filters.push({
      OR: [
        { sessions: { every: { pools: { none: {} } } } },
        { sessions: { some: { pools: { some: open } } } },
      ],
    });
  }
  return town.database.event.findMany({
    where: { ...LISTED_EVENT, endsAt: { gte: yearBefore(town) }, AND: filters },
    orderBy: inOrder,
    include: { sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } },
  });
}

/** A year before today, from which on events are offered in feeds and open data. */
export function yearBefore(town: Pick<Town, "clock">): Date {
  return jst(addDays(civilDateOf(town.clock.now()), -365));
}

/** The name of a school, for the title of its calendar; null when there is none. */
export async function findSchoolName(
  town: EventTown,
  { schoolId }: { schoolId: string },
): Promise<string | null> {
  const row = await town.database.school.findUnique({ where: { id: schoolId }, select: { name: true } });
  return row?.name ?? null;
}

/** The school of a student or a teacher; null for everybody else. */
export async function findOwnSchool(
  town: EventTown,
  { userId }: { userId: string },
): Promise<{ id: string; name: string } | null> {
  const school = { select: { school: { select: { id: true, name: true } } } };
  const user = await town.database.user.findUnique({
    where: { id: userId },
    select: { student: school, teacher: school },
  });
  return user?.student?.school ?? user?.teacher?.school ?? null;
}

/** How many people came to an event that is over, as the public may read it. */
export async function readPublicAttendance(
  town: EventTown,
  { eventId }: { eventId: string },
): Promise<number | "few" | null> {
  const { _sum } = await town.database.checkIn.aggregate({
    where: { eventId, voidedAt: null },
    _sum: { headCount: true },
  });
  return publicAttendance(_sum.headCount ?? 0);
}
