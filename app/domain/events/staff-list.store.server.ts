import { civilDateOf, fiscalYearOf, fiscalYearRange, jst, endOfDay } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { EventKind, EventState } from "./rules.ts";

/** An event of the staff's list with its figures. People, not rows: head counts are added up. */
export type ListedEvent = {
  id: string;
  kind: EventKind;
  title: string;
  state: EventState;
  isUnlisted: boolean;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  /** Seats of all pools; 0 for an event without registration. */
  seats: number;
  registered: number;
  offered: number;
  waiting: number;
  checkedIn: number;
};

export type EventListFilter = {
  kind: EventKind | null;
  fiscalYear: number | null;
  state: EventState | null;
};

/**
 * The events that a filter leaves: today's (their desk is open until midnight, JST), those ahead (the next one first) and
 * those of earlier days (the latest first), with the fiscal years in which there are any.
 */
export async function listEventsForStaff(
  town: Pick<Town, "database" | "clock">,
  { kind, fiscalYear, state }: EventListFilter,
): Promise<{ today: ListedEvent[]; coming: ListedEvent[]; past: ListedEvent[]; fiscalYears: number[] }> {
  const now = town.clock.now();
  const where: Prisma.EventWhereInput = {
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(fiscalYear === null ? {} : { startsAt: within(fiscalYear) }),
  };
  const { database } = town;
  const [rows, years] = await Promise.all([
    database.event.findMany({
      where,
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      include: { sessions: { select: { pools: { select: { capacity: true } } } } },
    }),
    database.event.findMany({ select: { startsAt: true } }),
  ]);
  const eventId = { in: rows.map(({ id }) => id) };
  const [registrations, checkIns] = await Promise.all([
    database.registration.groupBy({
      by: ["eventId", "state"],
      where: { eventId },
      _sum: { headCount: true },
    }),
    database.checkIn.groupBy({
      by: ["eventId"],
      where: { eventId, voidedAt: null },
      _sum: { headCount: true },
    }),
  ]);
  const people = new Map(
    registrations.map((row) => [`${row.eventId} ${row.state}`, row._sum.headCount ?? 0]),
  );
  const came = new Map(checkIns.map((row) => [row.eventId, row._sum.headCount ?? 0]));
  const events = rows.map((row): ListedEvent => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    state: row.state,
    isUnlisted: row.visibility === "unlisted",
    venue: row.venue,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    seats: row.sessions.flatMap(({ pools }) => pools).reduce((sum, pool) => sum + pool.capacity, 0),
    registered: people.get(`${row.id} registered`) ?? 0,
    offered: people.get(`${row.id} offered`) ?? 0,
    waiting: people.get(`${row.id} waiting`) ?? 0,
    checkedIn: came.get(row.id) ?? 0,
  }));
  const [start, end] = [jst(civilDateOf(now)), endOfDay(civilDateOf(now))];
  return {
    today: events.filter((event) => event.startsAt < end && event.endsAt > start),
    coming: events.filter((event) => event.startsAt >= end),
    past: events.filter((event) => event.endsAt <= start).reverse(),
    fiscalYears: [...new Set(years.map(({ startsAt }) => fiscalYearOf(startsAt)))].sort((a, b) => b - a),
  };
}

/** From the first instant of April 1 to the last of March 31 (JST). */
function within(fiscalYear: number): { gte: Date; lt: Date } {
  const { first, last } = fiscalYearRange(fiscalYear);
  return { gte: jst(first), lt: endOfDay(last) };
}
