import type { Town } from "#app/town.ts";
import {
  CATEGORIES,
  type Category,
  type EventAudience,
  type EventKind,
  type EventState,
  isSessionDay,
  type RegistrationState,
  showTicketCode,
} from "./rules.ts";

/** What staff see at the reception desk of one event. */
type BoardTown = Pick<Town, "database" | "clock">;

/** One line of the list at the reception desk. */
export type BoardRegistration = {
  id: string;
  name: string;
  schoolName: string | null;
  sessionTitle: string;
  startsAt: Date;
  category: Category;
  headCount: number;
  state: RegistrationState;
  /** As it is read out: ABCD-EFGH. */
  ticketCode: string;
  checkIn: { id: string; at: Date; headCount: number } | null;
};

export type BoardCount = {
  category: Category;
  capacity: number;
  registered: number;
  /** Those who wait and those to whom a seat is offered. */
  waiting: number;
  checkedIn: number;
};

export type BoardWalkIn = { id: string; category: Category; headCount: number; label: string; at: Date };

export type Board = {
  id: string;
  kind: EventKind;
  title: string;
  state: EventState;
  audience: EventAudience;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  stateNote: string;
  /** True today if check-in is open: only on the event's days (JST). */
  isEventDay: boolean;
  counts: BoardCount[];
  total: BoardCount | null;
  registrations: BoardRegistration[];
  walkIns: BoardWalkIn[];
};

/** The reception desk of one event: figures by category, who registered, who came. Null when there is no such event. */
export async function findBoard(town: BoardTown, { eventId }: { eventId: string }): Promise<Board | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    include: {
      sessions: { orderBy: { startsAt: "asc" }, include: { pools: true } },
      registrations: {
        where: { state: { in: ["registered", "offered", "waiting"] } },
        orderBy: [{ registeredAt: "asc" }, { id: "asc" }],
        include: {
          user: { select: { name: true } },
          guest: { select: { name: true } },
          school: { select: { name: true } },
          pool: { select: { session: true } },
        },
      },
      checkIns: { where: { voidedAt: null }, orderBy: [{ at: "desc" }, { id: "asc" }] },
    },
  });
  if (!event) return null;
  const now = town.clock.now();
  const pools = event.sessions.flatMap((session) => session.pools);
  const checkInOf = new Map(event.checkIns.map((checkIn) => [checkIn.registrationId, checkIn]));
  const registrations = event.registrations.map((row): BoardRegistration => {
    const checkIn = checkInOf.get(row.id);
    return {
      id: row.id,
      name: row.user?.name ?? row.guest?.name ?? "",
      schoolName: row.school?.name ?? null,
      sessionTitle: row.pool.session.title,
      startsAt: row.pool.session.startsAt,
      category: row.category,
      headCount: row.headCount,
      state: row.state,
      ticketCode: showTicketCode(row.ticketCode),
      checkIn: checkIn ? { id: checkIn.id, at: checkIn.at, headCount: checkIn.headCount } : null,
    };
  });
  const counts = countByCategory({ pools, registrations, checkIns: event.checkIns });
  return {
    id: event.id,
    kind: event.kind,
    title: event.title,
    state: event.state,
    audience: event.audience,
    venue: event.venue,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    stateNote: event.stateNote,
    isEventDay: event.state === "published" && event.sessions.some((session) => isSessionDay(session, now)),
    counts,
    registrations,
    walkIns: event.checkIns
      .filter((checkIn) => checkIn.registrationId === null)
      .map(({ id, category, headCount, label, at }) => ({ id, category, headCount, label, at })),
    total: counts.length > 1 ? counts.reduce(addUp) : null,
  };
}

type Counted = { category: Category; headCount: number };

function countByCategory(facts: {
  pools: readonly { category: Category; capacity: number }[];
  registrations: readonly (Counted & { state: RegistrationState })[];
  checkIns: readonly Counted[];
}): BoardCount[] {
  const used = new Set(
    [...facts.pools, ...facts.registrations, ...facts.checkIns].map((row) => row.category),
  );
  return CATEGORIES.filter((category) => used.has(category)).map((category) => {
    const ofCategory = <Row extends { category: Category }>(rows: readonly Row[]) =>
      rows.filter((row) => row.category === category);
    const people = (rows: readonly Counted[]) =>
      ofCategory(rows).reduce((sum, row) => sum + row.headCount, 0);
    return {
      category,
      capacity: ofCategory(facts.pools).reduce((sum, pool) => sum + pool.capacity, 0),
      registered: people(facts.registrations.filter((row) => row.state === "registered")),
      waiting: people(facts.registrations.filter((row) => row.state !== "registered")),
      checkedIn: people(facts.checkIns),
    };
  });
}

function addUp(sum: BoardCount, row: BoardCount): BoardCount {
  return {
    category: sum.category,
    capacity: sum.capacity + row.capacity,
    registered: sum.registered + row.registered,
    waiting: sum.waiting + row.waiting,
    checkedIn: sum.checkedIn + row.checkedIn,
  };
}
