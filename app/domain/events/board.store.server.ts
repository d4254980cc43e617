import { civilDateOf, jst } from "#app/platform/calendar.ts";
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

/** What staff see of events: figures for planning, and the reception desk of the day. */
type BoardTown = Pick<Town, "database" | "clock">;

/** An event with its figures. Registered and checked in count people: head counts are added up. */
export type StaffEvent = {
  id: string;
  kind: EventKind;
  title: string;
  state: EventState;
  audience: EventAudience;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  registered: number;
  waiting: number;
  checkedIn: number;
};

/**
 * All events with their figures: those of today and ahead (the next one first) and those of earlier days (the latest first).
 * An event that ended today is still worked with: its desk is open until midnight (JST).
 */
export async function listStaffEvents(
  town: BoardTown,
): Promise<{ coming: StaffEvent[]; past: StaffEvent[] }> {
  const today = jst(civilDateOf(town.clock.now()));
  const [rows, registrations, checkIns] = await Promise.all([
    town.database.event.findMany({
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      include: { sessions: { select: { pools: { select: { capacity: true } } } } },
    }),
    town.database.registration.groupBy({ by: ["eventId", "state"], _sum: { headCount: true } }),
    town.database.checkIn.groupBy({ by: ["eventId"], where: { voidedAt: null }, _sum: { headCount: true } }),
  ]);
  const sums = new Map(registrations.map((row) => [`${row.eventId} ${row.state}`, row._sum.headCount ?? 0]));
  const came = new Map(checkIns.map((row) => [row.eventId, row._sum.headCount ?? 0]));
  const all = rows.map(({ sessions, ...event }) => ({
    id: event.id,
    kind: event.kind,
    title: event.title,
    state: event.state,
    audience: event.audience,
    venue: event.venue,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    capacity: sessions.flatMap((session) => session.pools).reduce((sum, pool) => sum + pool.capacity, 0),
    registered: sums.get(`${event.id} registered`) ?? 0,
    waiting: sums.get(`${event.id} waiting`) ?? 0,
    checkedIn: came.get(event.id) ?? 0,
  }));
  return {
    coming: all.filter((event) => event.endsAt > today),
    past: all.filter((event) => event.endsAt <= today).reverse(),
  };
}

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

export type Board = Omit<StaffEvent, "capacity" | "registered" | "waiting" | "checkedIn"> & {
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
