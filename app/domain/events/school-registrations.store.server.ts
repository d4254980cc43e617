import type { Town } from "#app/town.ts";
import { canCancel, type Category, type EventState, type RegistrationState } from "./rules.ts";

type ReadTown = Pick<Town, "database" | "clock">;

/** The school that a teacher acts for; null when the account belongs to none. */
export async function findTeacherSchool(
  town: Pick<Town, "database">,
  { teacherId }: { teacherId: string },
): Promise<{ id: string; name: string } | null> {
  const teacher = await town.database.teacherProfile.findUnique({
    where: { userId: teacherId },
    select: { school: { select: { id: true, name: true } } },
  });
  return teacher?.school ?? null;
}

/** A head count that the school registered, with the teacher who did. */
export type SchoolHeadCount = {
  id: string;
  sessionId: string;
  sessionTitle: string;
  startsAt: Date;
  endsAt: Date;
  category: Category;
  headCount: number;
  state: RegistrationState;
  teacherName: string;
  isOwn: boolean;
  /** Until the session begins and nobody of it was checked in. */
  mayChange: boolean;
  checkedIn: number;
};

/** An event as a school prepares for it. */
export type SchoolEvent = {
  id: string;
  title: string;
  state: Exclude<EventState, "planned">;
  startsAt: Date;
  endsAt: Date;
  venue: string;
  address: string;
  access: string;
  whatToBring: string;
  parking: string;
  contact: string;
  headCounts: SchoolHeadCount[];
};

/** A public event with what the teacher's own school registered; null when there is no such event. */
export async function findSchoolEvent(
  town: ReadTown,
  { eventId, schoolId, teacherId }: { eventId: string; schoolId: string; teacherId: string },
): Promise<SchoolEvent | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId, state: { not: "planned" } },
    include: {
      registrations: {
        where: { schoolId, state: { notIn: ["cancelled", "expired"] } },
        include: {
          pool: { select: { session: true } },
          user: { select: { name: true } },
          checkIns: { where: { voidedAt: null }, select: { headCount: true } },
        },
        orderBy: [{ pool: { session: { startsAt: "asc" } } }, { category: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!event || event.state === "planned") return null;
  const { id, title, state, startsAt, endsAt, venue, address, access, whatToBring, parking } = event;
  const now = town.clock.now();
  return {
    id,
    title,
    state,
    startsAt,
    endsAt,
    venue,
    address,
    access,
    whatToBring,
    parking,
    contact: [event.contactName, event.contactPhone].filter(Boolean).join(" "),
    headCounts: event.registrations.map((row) => ({
      id: row.id,
      sessionId: row.pool.session.id,
      sessionTitle: row.pool.session.title,
      startsAt: row.pool.session.startsAt,
      endsAt: row.pool.session.endsAt,
      category: row.category,
      headCount: row.headCount,
      state: row.state,
      teacherName: row.user?.name ?? "",
      isOwn: row.userId === teacherId,
      mayChange: row.checkIns.length === 0 && canCancel(row.pool.session, now),
      checkedIn: row.checkIns.reduce((sum, { headCount }) => sum + headCount, 0),
    })),
  };
}
