import type { Prisma } from "#generated/prisma/client.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { EventKind, EventTerms } from "../events/rules.ts";
import { sessionLabel } from "./plan-input.rules.ts";

type ReadTown = Pick<Town, "database" | "clock">;

/** A session as the visit room names it. */
export type VisitSession = {
  id: string;
  /** 1日目 12月3日(木) 9:00, or without a title the day and hour. */
  label: string;
  title: string;
  /** Japanese date. */
  day: string;
  startsAt: Date;
  endsAt: Date;
  buses: { id: string; name: string; seats: number }[];
};

export type VisitOffer = { sessionId: string; minimum: number; maximum: number; teachersNeeded: number };

export type VisitPlace = {
  id: string;
  name: string;
  area: string;
  departments: string[];
  companyId: string | null;
  offers: VisitOffer[];
};

/** What the visit room of an event holds, without its groups. */
export type VisitRoom = EventTerms & {
  id: string;
  kind: EventKind;
  title: string;
  sessions: VisitSession[];
  places: VisitPlace[];
};

const inTime = [{ startsAt: "asc" }, { id: "asc" }] satisfies Prisma.EventSessionOrderByWithRelationInput[];

/** The visit room of an event, planned ones too; null when there is no such event. */
export async function findVisitRoom(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<VisitRoom | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    include: {
      sessions: {
        orderBy: inTime,
        include: { visitBuses: { orderBy: [{ name: "asc" }, { id: "asc" }] } },
      },
      visitPlaces: { orderBy: [{ name: "asc" }, { id: "asc" }], include: { offers: true } },
    },
  });
  if (!event) return null;
  return {
    id: event.id,
    kind: event.kind,
    title: event.title,
    state: event.state,
    audience: event.audience,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    registrationOpensAt: event.registrationOpensAt,
    registrationClosesAt: event.registrationClosesAt,
    sessions: event.sessions.map(({ visitBuses, ...session }) => ({
      id: session.id,
      title: session.title,
      label: sessionLabel(session),
      day: civilDateOf(session.startsAt),
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      buses: visitBuses.map(({ id, name, seats }) => ({ id, name, seats })),
    })),
    places: event.visitPlaces.map(({ offers, ...place }) => ({
      id: place.id,
      name: place.name,
      area: place.area,
      departments: place.departments,
      companyId: place.companyId,
      offers: offers.map(({ sessionId, minimum, maximum, teachersNeeded }) => ({
        sessionId,
        minimum,
        maximum,
        teachersNeeded,
      })),
    })),
  };
}

/** An event with visits in the list of the room. */
export type VisitEvent = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  places: number;
  groups: number;
  /** Numbers of the plans, the newest first, and the published one. */
  plans: number[];
  published: number | null;
};

/**
 * The events with places that are not over (`coming`) and over (`past`), and the company visits and tours to come that
 * have none yet (`empty`); the next one first.
 */
export async function listVisitEvents(
  town: ReadTown,
): Promise<{ coming: VisitEvent[]; empty: VisitEvent[]; past: VisitEvent[] }> {
  const now = town.clock.now();
  const rows = await town.database.event.findMany({
    where: {
      OR: [
        { kind: { in: ["companyVisit", "visitTour"] }, endsAt: { gt: now }, state: { not: "cancelled" } },
        { visitPlaces: { some: {} } },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: {
      _count: { select: { visitPlaces: true, visitGroups: true } },
      visitPlans: { orderBy: { number: "desc" }, select: { number: true, publishedAt: true } },
    },
  });
  const events = rows.map((row) => ({
    id: row.id,
    title: row.title,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    places: row._count.visitPlaces,
    groups: row._count.visitGroups,
    plans: row.visitPlans.map(({ number }) => number),
    published: row.visitPlans.find(({ publishedAt }) => publishedAt !== null)?.number ?? null,
  }));
  return {
    coming: events.filter(({ endsAt, places }) => endsAt > now && places > 0),
    empty: events.filter(({ places }) => places === 0),
    past: events.filter(({ endsAt }) => endsAt <= now).reverse(),
  };
}
