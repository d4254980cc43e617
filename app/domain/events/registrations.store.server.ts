import type { Prisma } from "#generated/prisma/client.ts";
import type { Town } from "#app/town.ts";
import {
  canCancel,
  type Category,
  type EventState,
  type Participant,
  type RegistrationState,
} from "./rules.ts";

type ReadTown = Pick<Town, "database" | "clock">;

/** A registration as its owner sees it in a list. */
export type OwnRegistration = {
  id: string;
  eventId: string;
  eventTitle: string;
  eventState: EventState;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  category: Category;
  headCount: number;
  state: RegistrationState;
  /** The place on the waiting list, counted from 1; null for others. */
  position: number | null;
};

const withEvent = {
  event: { select: { title: true, state: true, venue: true } },
  pool: { select: { session: true } },
} satisfies Prisma.RegistrationInclude;

/** A person's registrations: those still ahead (without cancelled ones), and the others, the latest first. */
export async function listOwnRegistrations(
  town: ReadTown,
  { userId }: { userId: string },
): Promise<{ coming: OwnRegistration[]; past: OwnRegistration[] }> {
  const now = town.clock.now();
  const rows = await town.database.registration.findMany({
    where: { userId },
    include: withEvent,
    orderBy: [{ pool: { session: { startsAt: "asc" } } }, { id: "asc" }],
  });
  const own = await Promise.all(rows.map((row) => toOwn(town, row)));
  const isComing = (row: OwnRegistration) => row.state !== "cancelled" && row.endsAt > now;
  return { coming: own.filter(isComing), past: own.filter((row) => !isComing(row)).reverse() };
}

/** What a person holds at an event already; without cancelled ones. */
export async function listHeldRegistrations(
  town: ReadTown,
  { eventId, userId }: { eventId: string; userId: string },
): Promise<
  { id: string; sessionId: string; category: Category; headCount: number; state: RegistrationState }[]
> {
  const rows = await town.database.registration.findMany({
    where: { eventId, userId, state: { not: "cancelled" } },
    include: { pool: { select: { sessionId: true } } },
    orderBy: { registeredAt: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.pool.sessionId,
    category: row.category,
    headCount: row.headCount,
    state: row.state,
  }));
}

/** What the ticket page shows to its owner. */
export type Ticket = OwnRegistration & {
  sessionTitle: string;
  address: string;
  access: string;
  whatToBring: string;
  ticketCode: string;
  schoolName: string | null;
  registeredAt: Date;
  checkedInAt: Date | null;
  canCancel: boolean;
};

/** One's own registration; null for another's or an unknown one. */
export async function findTicket(
  town: ReadTown,
  { registrationId, userId }: { registrationId: string; userId: string },
): Promise<Ticket | null> {
  const row = await town.database.registration.findUnique({
    where: { id: registrationId, userId },
    include: {
      event: true,
      pool: { select: { session: true } },
      school: { select: { name: true } },
      checkIns: { where: { voidedAt: null } },
    },
  });
  if (!row) return null;
  const checkedInAt = row.checkIns[0]?.at ?? null;
  const mayCancel = canCancel(row.pool.session, town.clock.now());
  return {
    ...(await toOwn(town, row)),
    sessionTitle: row.pool.session.title,
    address: row.event.address,
    access: row.event.access,
    whatToBring: row.event.whatToBring,
    ticketCode: row.ticketCode,
    schoolName: row.school?.name ?? null,
    registeredAt: row.registeredAt,
    checkedInAt,
    canCancel: row.state !== "cancelled" && checkedInAt === null && mayCancel,
  };
}

/** What about a person decides where they may take part, with the school that a teacher acts for. */
export async function findParticipant(
  town: Pick<Town, "database">,
  { userId }: { userId: string },
): Promise<(Participant & { schoolName: string | null }) | null> {
  const user = await town.database.user.findUnique({
    where: { id: userId },
    select: {
      role: true,
      state: true,
      student: true,
      teacher: { select: { school: { select: { name: true } } } },
    },
  });
  if (!user) return null;
  return {
    role: user.role,
    state: user.state,
    hasSchool: user.student !== null,
    schoolName: user.teacher?.school.name ?? null,
  };
}

/** What the accounts of a school registered, as head counts without names. */
export type SchoolRegistration = OwnRegistration & { isOwn: boolean };

/** The registrations of the teacher's own school; null when the account belongs to no school. */
export async function listSchoolRegistrations(
  town: ReadTown,
  { teacherId }: { teacherId: string },
): Promise<{ schoolName: string; coming: SchoolRegistration[]; past: SchoolRegistration[] } | null> {
  const teacher = await town.database.teacherProfile.findUnique({
    where: { userId: teacherId },
    include: { school: { select: { name: true } } },
  });
  if (!teacher) return null;
  const now = town.clock.now();
  const rows = await town.database.registration.findMany({
    where: { schoolId: teacher.schoolId, state: { not: "cancelled" } },
    include: withEvent,
    orderBy: [
      { pool: { session: { startsAt: "asc" } } },
      { eventId: "asc" },
      { category: "asc" },
      { id: "asc" },
    ],
  });
  const all = await Promise.all(
    rows.map(async (row) => ({ ...(await toOwn(town, row)), isOwn: row.userId === teacherId })),
  );
  return {
    schoolName: teacher.school.name,
    coming: all.filter((row) => row.endsAt > now),
    past: all.filter((row) => row.endsAt <= now).reverse(),
  };
}

type RegistrationRow = Prisma.RegistrationGetPayload<{ include: typeof withEvent }>;

async function toOwn(town: ReadTown, row: RegistrationRow): Promise<OwnRegistration> {
  const { session } = row.pool;
  return {
    id: row.id,
    eventId: row.eventId,
    eventTitle: row.event.title,
    eventState: row.event.state,
    venue: row.event.venue,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    category: row.category,
    headCount: row.headCount,
    state: row.state,
    position: row.state === "waiting" ? await waitingPosition(town, row) : null,
  };
}

/** The waiting list is served in the order of arrival. */
async function waitingPosition(town: ReadTown, row: RegistrationRow): Promise<number> {
  const before = await town.database.registration.count({
    where: {
      poolId: row.poolId,
      state: "waiting",
      arrival: { lt: row.arrival! },
    },
  });
  return before + 1;
}
