import type { Prisma } from "#generated/prisma/client.ts";
import type { Town } from "#app/town.ts";
import { stateNow } from "./tickets.rules.ts";
import type { Category, EventState, Holder, RegistrationState } from "./rules.ts";

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
  /** Until when an offered seat is held; null for others. */
  offerExpiresAt: Date | null;
  /** When somebody was checked in with it; a check-in that was taken back does not count. */
  checkedInAt: Date | null;
  /** True for the guardians that come along with a student's registration. */
  isCompanion: boolean;
  /** How many guardians come along with this registration; cancelled ones do not count. */
  companions: number;
};

/** What a list shows of a registration. */
export const withEvent = {
  event: { select: { title: true, state: true, venue: true } },
  pool: { select: { session: true } },
  companions: { where: { state: { in: ["registered", "offered", "waiting"] } }, select: { headCount: true } },
  checkIns: { where: { voidedAt: null }, select: { at: true } },
} satisfies Prisma.RegistrationInclude;

/** States in which somebody holds seats, or a place in the line for them. */
const LIVE: readonly RegistrationState[] = ["registered", "offered", "waiting"];

/**
 * A person's registrations. `coming` are those still ahead, offers first (the one that ends soonest before the others),
 * then by day; `past` all others, the latest first. Guardians who come along stand with their student, unless a seat is
 * offered to them.
 */
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
  const own = (await Promise.all(rows.map((row) => toOwn(town, row)))).filter(
    (row) => !row.isCompanion || row.state === "offered",
  );
  const isComing = (row: OwnRegistration) => LIVE.includes(row.state) && row.endsAt > now;
  const offerEnd = (row: OwnRegistration) => row.offerExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return {
    coming: own.filter(isComing).toSorted((one, other) => Math.sign(offerEnd(one) - offerEnd(other)) || 0),
    past: own.filter((row) => !isComing(row)).toReversed(),
  };
}

/** What a person holds at an event already: seats, an offer or a place on a waiting list, without companions. */
export async function listHeldRegistrations(
  town: ReadTown,
  { eventId, ...holder }: { eventId: string } & Holder,
): Promise<
  {
    id: string;
    sessionId: string;
    poolId: string;
    category: Category;
    headCount: number;
    state: RegistrationState;
  }[]
> {
  const rows = await town.database.registration.findMany({
    where: { eventId, ...holder, companionOfId: null, state: { in: [...LIVE] } },
    include: { pool: { select: { sessionId: true } } },
    orderBy: [{ registeredAt: "asc" }, { id: "asc" }],
  });
  const now = town.clock.now();
  return rows
    .filter((row) => stateNow(row, now) !== "expired")
    .map((row) => ({
      id: row.id,
      sessionId: row.pool.sessionId,
      poolId: row.poolId,
      category: row.category,
      headCount: row.headCount,
      state: row.state,
    }));
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
    where: { schoolId: teacher.schoolId, state: { in: [...LIVE] } },
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

/** A row as its owner sees it. */
export async function toOwn(town: ReadTown, row: RegistrationRow): Promise<OwnRegistration> {
  const { session } = row.pool;
  const state = stateNow(row, town.clock.now());
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
    state,
    position: state === "waiting" ? await waitingPosition(town, row) : null,
    offerExpiresAt: state === "offered" ? row.offerExpiresAt : null,
    checkedInAt: row.checkIns[0]?.at ?? null,
    isCompanion: row.companionOfId !== null,
    companions: row.companions.reduce((sum, companion) => sum + companion.headCount, 0),
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
