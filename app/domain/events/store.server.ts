import type { CompanyProfile } from "#app/domain/companies/schema.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Town } from "#app/town.ts";
import type { EventTarget } from "./audience.rules.ts";
import { LISTED_EVENT, meantFor, yearBefore } from "./feeds.store.server.ts";
import {
  CATEGORIES,
  type Category,
  type EventKind,
  type EventStatus,
  eventStatus,
  type EventTerms,
} from "./rules.ts";

type EventTown = Pick<Town, "database" | "clock">;

/** An event as a list shows it. */
export type EventCard = {
  id: string;
  kind: EventKind;
  title: string;
  venue: string;
  startsAt: Date;
  endsAt: Date;
  schoolsOnly: boolean;
  status: EventStatus;
  opensAt: Date | null;
  /** Empty: everybody. */
  targets: EventTarget[];
  guestRegistration: boolean;
  /** Where the event stood before it was given a new day. */
  previousStartsAt: Date | null;
};

/** What a list is narrowed to. */
export type EventFilter = { kind?: EventKind; target?: EventTarget };

/** What everybody who knows its address may see: planned events are not public yet, cancelled and postponed ones stay. */
const published = { state: { not: "planned" } } satisfies Prisma.EventWhereInput;
const inOrder = [{ startsAt: "asc" }, { id: "asc" }] satisfies Prisma.EventOrderByWithRelationInput[];
const withPools = { sessions: { select: { pools: true } } } satisfies Prisma.EventInclude;

/** The events that are not over yet, the next one first. */
export async function listComingEvents(town: EventTown, filter: EventFilter = {}): Promise<EventCard[]> {
  const now = town.clock.now();
  const rows = await town.database.event.findMany({
    where: { ...LISTED_EVENT, ...filterOf(filter), endsAt: { gt: now } },
    orderBy: inOrder,
    include: withPools,
  });
  return rows.map((row) => toCard(row, now));
}

/** The events of the last twelve months, the latest first. */
export async function listPastEvents(town: EventTown, filter: EventFilter = {}): Promise<EventCard[]> {
  const now = town.clock.now();
  const rows = await town.database.event.findMany({
    where: { ...LISTED_EVENT, ...filterOf(filter), endsAt: { gte: yearBefore(town), lte: now } },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    include: withPools,
  });
  return rows.map((row) => toCard(row, now));
}

/** The announced events among the ids that are not over, in the order of the ids. */
export async function readEventCards(
  town: EventTown,
  { ids, kind }: { ids: readonly string[]; kind?: EventKind },
): Promise<EventCard[]> {
  if (ids.length === 0) return [];
  const now = town.clock.now();
  const rows = await town.database.event.findMany({
    where: { id: { in: [...ids] }, ...LISTED_EVENT, ...(kind ? { kind } : {}), endsAt: { gt: now } },
    include: withPools,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => (byId.has(id) ? [toCard(byId.get(id)!, now)] : []));
}

/** One published event for its calendar file; null when there is none. */
export async function findCalendarEvent(town: EventTown, { id }: { id: string }) {
  return town.database.event.findUnique({
    where: { id, ...published },
    include: { sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } },
  });
}

export type EventPool = {
  id: string;
  category: Category;
  /** Narrowed to a school, a department or a class; null and empty where it is not. */
  schoolId: string | null;
  school: { name: string; kind: string } | null;
  department: string;
  graduationYear: number | null;
  capacity: number;
  reserved: number;
};
export type EventSession = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  pools: EventPool[];
  stops: EventCompany[];
};
/** A published company beside an event. */
export type EventCompany = { slug: string; name: string; area: string };

export type EventDetail = EventTerms & {
  id: string;
  kind: EventKind;
  title: string;
  summary: string;
  whatToBring: string;
  venue: string;
  address: string;
  access: string;
  onlineUrl: string | null;
  stateNote: string;
  status: EventStatus;
  targets: EventTarget[];
  guestRegistration: boolean;
  visibility: "listed" | "unlisted";
  previousStartsAt: Date | null;
  /** Empty: the town's office. */
  organizer: string;
  contactName: string;
  contactPhone: string;
  parking: string;
  latitude: number | null;
  longitude: number | null;
  updatedAt: Date;
  sessions: EventSession[];
  booths: EventCompany[];
};

/** A published event with its sessions, seats and companies; null when there is none (planned ones are not public). */
export async function findEvent(town: EventTown, { id }: { id: string }): Promise<EventDetail | null> {
  const company = { select: companyFacts };
  const row = await town.database.event.findUnique({
    where: { id, ...published },
    include: {
      sessions: {
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        include: {
          pools: { include: { school: { select: { name: true, kind: true } } } },
          stops: { orderBy: { position: "asc" }, include: { company } },
        },
      },
      boothApplications: { where: { state: "selected" }, include: { company } },
    },
  });
  if (!row) return null;
  const { boothApplications, sessions, ...event } = row;
  const pools = sessions.flatMap((session) => session.pools);
  return {
    ...event,
    status: eventStatus(event, pools, town.clock.now()),
    sessions: sessions.map((session) => ({
      id: session.id,
      title: session.title,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      pools: inCategoryOrder(session.pools),
      stops: session.stops.flatMap((stop) => toCompany(stop.company)),
    })),
    booths: boothApplications
      .flatMap((booth) => toCompany(booth.company))
      .sort((a, b) => a.kana.localeCompare(b.kana, "ja")),
  };
}

const companyFacts = {
  slug: true,
  withdrawnAt: true,
  publishedRevision: { select: { profile: true } },
} satisfies Prisma.CompanySelect;

type CompanyRow = Prisma.CompanyGetPayload<{ select: typeof companyFacts }>;

/** Nothing for a company that is not published (any more). */
function toCompany(row: CompanyRow): (EventCompany & { kana: string })[] {
  if (!row.publishedRevision || row.withdrawnAt) return [];
  const profile = row.publishedRevision.profile as CompanyProfile;
  return [{ slug: row.slug, name: profile.name, area: profile.area, kana: profile.nameKana }];
}

function toCard(row: Prisma.EventGetPayload<{ include: typeof withPools }>, now: Date): EventCard {
  const pools = row.sessions.flatMap((session) => session.pools);
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    venue: row.venue,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    schoolsOnly: row.audience === "schools",
    status: eventStatus(row, pools, now),
    opensAt: row.registrationOpensAt,
    targets: row.targets,
    guestRegistration: row.guestRegistration,
    previousStartsAt: row.previousStartsAt,
  };
}

function filterOf({ kind, target }: EventFilter): Prisma.EventWhereInput {
  return { ...(kind ? { kind } : {}), ...(target ? { AND: [meantFor(target)] } : {}) };
}

export function inCategoryOrder<Pool extends { category: Category }>(pools: readonly Pool[]): Pool[] {
  return pools.toSorted((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category));
}
