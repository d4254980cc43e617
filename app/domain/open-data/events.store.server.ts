import { openDataWords } from "#app/locales/ja/open-data.ts";
import { site } from "#app/locales/ja/site.ts";
import { addDays, civilDateOf, jst } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { LISTED_EVENT, meantFor, yearBefore } from "../events/feeds.store.server.ts";
import { eventStatus, registrationEnd } from "../events/rules.ts";
import {
  eventTableHeader,
  eventTableRow,
  type EventRecord,
  type EventTableVersion,
} from "./event-columns.ts";
import type { EventsQuery } from "./event-query.ts";
import type { OpenEvent } from "./event-representation.ts";
import { decodeCursor, encodeCursor } from "./query.ts";

type OpenTown = Pick<Town, "database" | "clock" | "env">;

const withSessions = {
  sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }], include: { pools: true } },
} satisfies Prisma.EventInclude;

type Row = Prisma.EventGetPayload<{ include: typeof withSessions }>;

const words = openDataWords.events;

/** The sessions of the listed events of the last twelve months and to come, in the order of their beginning. */
export async function listEventRecords(town: OpenTown): Promise<EventRecord[]> {
  const rows = await town.database.event.findMany({
    where: { ...LISTED_EVENT, endsAt: { gte: yearBefore(town) } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: withSessions,
  });
  return rows.flatMap((row) => recordsOf(row, town.env.publicUrl));
}

/** The standard table in one of its versions, its header first. */
export async function readEventTable(town: OpenTown, version: EventTableVersion): Promise<string[][]> {
  const records = await listEventRecords(town);
  return [eventTableHeader(version), ...records.map((record) => eventTableRow(version, record))];
}

function recordsOf(event: Row, publicUrl: string): EventRecord[] {
  const needsSeats = event.sessions.some(({ pools }) => pools.length > 0);
  const closes = needsSeats ? registrationEnd(event) : null;
  return event.sessions.map((session) => ({
    id: session.id,
    title: session.title ? `${event.title}(${session.title})` : event.title,
    titleKana: event.titleKana,
    startDate: civilDateOf(session.startsAt),
    endDate: civilDateOf(session.endsAt),
    startTime: clockTime(session.startsAt),
    endTime: clockTime(session.endsAt),
    state: event.state === "planned" ? "published" : event.state,
    stateNote: event.stateNote,
    previousStart: event.previousStartsAt
      ? `${civilDateOf(event.previousStartsAt)} ${clockTime(event.previousStartsAt)}`
      : "",
    summary: event.summary,
    contactName: event.contactName,
    contactPhone: event.contactPhone,
    organizer: event.organizer || site.operator,
    venue: event.venue,
    address: event.address,
    latitude: event.latitude,
    longitude: event.longitude,
    access: event.access,
    parking: event.parking,
    capacity: capacityOf(session.pools),
    closesDate: closes ? civilDateOf(closes) : "",
    closesTime: closes ? clockTime(closes) : "",
    registration:
      event.audience === "schools"
        ? words.schoolRegistration
        : needsSeats
          ? words.registration
          : words.noRegistration,
    url: `${publicUrl}/events/${event.id}`,
    note: event.targets.length > 0 ? words.meantFor(event.targets) : "",
    kind: event.kind,
  }));
}

function capacityOf(pools: readonly { capacity: number }[]): number | null {
  return pools.length === 0 ? null : pools.reduce((sum, pool) => sum + pool.capacity, 0);
}

/** 09:05 in JST, with two digits as tables want it. */
function clockTime(instant: Date): string {
  const minutes = Math.floor((instant.getTime() - jst(civilDateOf(instant)).getTime()) / 60_000);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export type OpenEventPage =
  | { ok: true; total: number; events: OpenEvent[]; nextCursor: string | null }
  | { ok: false; error: "cursor" };

/** One page of the listed events in the order of their ids; following the cursor visits each exactly once. */
export async function listOpenEvents(town: OpenTown, query: EventsQuery): Promise<OpenEventPage> {
  const after = query.cursor === undefined ? null : decodeCursor(query.cursor);
  if (query.cursor !== undefined && after === null) return { ok: false, error: "cursor" };
  const where: Prisma.EventWhereInput = {
    ...LISTED_EVENT,
    endsAt: { gte: query.from ? jst(query.from) : yearBefore(town) },
    ...(query.until ? { startsAt: { lt: jst(addDays(query.until, 1)) } } : {}),
    ...(query.kind ? { kind: { in: query.kind } } : {}),
    ...(query.updatedSince ? { updatedAt: { gte: instantOf(query.updatedSince) } } : {}),
    AND: query.for ? [{ OR: query.for.map(meantFor) }] : [],
  };
  const [total, rows] = await Promise.all([
    town.database.event.count({ where }),
    town.database.event.findMany({
      where: { AND: [where, ...(after === null ? [] : [{ id: { gt: after } }])] },
      orderBy: { id: "asc" },
      take: query.limit + 1,
      include: withSessions,
    }),
  ]);
  const shown = rows.slice(0, query.limit);
  return {
    ok: true,
    total,
    events: shown.map((row) => represent(row, town)),
    nextCursor: rows.length > query.limit ? encodeCursor(shown.at(-1)!.id) : null,
  };
}

/** One listed event; null otherwise. */
export async function findOpenEvent(town: OpenTown, { id }: { id: string }): Promise<OpenEvent | null> {
  const row = await town.database.event.findFirst({ where: { id, ...LISTED_EVENT }, include: withSessions });
  return row && represent(row, town);
}

function represent(event: Row, town: OpenTown): OpenEvent {
  const pools = event.sessions.flatMap((session) => session.pools);
  const time = (at: Date | null) => at && at.toISOString();
  const { publicUrl } = town.env;
  return {
    id: event.id,
    url: `${publicUrl}/events/${event.id}`,
    calendarUrl: `${publicUrl}/events/${event.id}/calendar.ics`,
    kind: event.kind,
    title: event.title,
    titleKana: event.titleKana,
    summary: event.summary,
    state: event.state === "planned" ? "published" : event.state,
    stateNote: event.stateNote,
    status: eventStatus(event, pools, town.clock.now()),
    targets: event.targets,
    schoolsOnly: event.audience === "schools",
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    previousStartsAt: time(event.previousStartsAt),
    registrationOpensAt: pools.length > 0 ? time(event.registrationOpensAt) : null,
    registrationClosesAt: pools.length > 0 ? time(registrationEnd(event)) : null,
    price: 0,
    venue: event.venue,
    address: event.address,
    latitude: event.latitude,
    longitude: event.longitude,
    access: event.access,
    parking: event.parking,
    isOnline: event.onlineUrl !== null,
    organizer: event.organizer || site.operator,
    contactName: event.contactName,
    contactPhone: event.contactPhone,
    sessions: event.sessions.map((session) => ({
      id: session.id,
      title: session.title,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      capacity: capacityOf(session.pools),
    })),
    updatedAt: event.updatedAt.toISOString(),
  };
}

/** A day begins at midnight in Japan. */
function instantOf(text: string): Date {
  return text.includes("T") ? new Date(text) : jst(text);
}
