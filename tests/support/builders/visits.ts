import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { createEvent } from "./events.ts";

type VisitTown = Pick<Town, "database" | "clock">;

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** A visit event of two days, in ten days; registration is open. */
export async function createVisitEvent(town: VisitTown, facts: Parameters<typeof createEvent>[1] = {}) {
  const first = town.clock.now().getTime() + 10 * DAY;
  const session = (day: number) => ({
    title: `${day + 1}日目`,
    startsAt: new Date(first + day * DAY),
    endsAt: new Date(first + day * DAY + 6 * HOUR),
    seats: { student: 200, teacher: 20 },
  });
  return createEvent(town, {
    kind: "companyVisit",
    audience: "schools",
    title: "見本市の企業見学会",
    startsAt: new Date(first),
    endsAt: new Date(first + DAY + 6 * HOUR),
    sessions: [session(0), session(1)],
    ...facts,
  });
}

/** A place that takes the same people in every session; gives its id back. */
export async function createVisitPlace(
  town: VisitTown,
  event: { id: string; sessions: readonly { id: string }[] },
  place: {
    name: string;
    minimum?: number;
    maximum?: number;
    teachersNeeded?: number;
    departments?: string[];
    companyId?: string;
  },
): Promise<string> {
  const { name, minimum = 0, maximum = 10, teachersNeeded = 0, departments = [], companyId } = place;
  const { id } = await town.database.visitPlace.create({
    data: {
      id: newId(),
      eventId: event.id,
      name,
      departments,
      companyId,
      offers: {
        create: event.sessions.map(({ id: sessionId }) => ({
          id: newId(),
          sessionId,
          minimum,
          maximum,
          teachersNeeded,
        })),
      },
    },
  });
  return id;
}

/** Groups of one person each, labelled …, with the wishes that `wishesOf` gives; gives their ids back. */
export async function createVisitGroups(
  town: VisitTown,
  event: { id: string },
  groups: {
    count: number;
    className?: string;
    schoolId?: string;
    wishesOf?: (at: number) => string[];
    userIdOf?: (at: number) => string | undefined;
  },
): Promise<string[]> {
  const { count, className = "A", schoolId, wishesOf, userIdOf } = groups;
  const before = await town.database.visitGroup.count({ where: { eventId: event.id } });
  const ids = Array.from({ length: count }, newId);
  await town.database.visitGroup.createMany({
    data: ids.map((id, at) => ({
      id,
      eventId: event.id,
      schoolId: schoolId ?? null,
      label: `${className}-${String(at + 1).padStart(2, "0")}`,
      className,
      department: "",
      position: before + at,
      wishes: wishesOf?.(at) ?? [],
      userId: userIdOf?.(at) ?? null,
    })),
  });
  return ids;
}
