import { addDays, civilDateOf, jst } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { PlanResult } from "./plan.rules.ts";
import type { StoredInput } from "./stored-plan.rules.ts";

type ReadTown = Pick<Town, "database" | "clock">;

/** Where somebody goes and when. */
export type Placement = {
  eventId: string;
  eventTitle: string;
  /** The group's label; the school's own, never a name. */
  label: string;
  className: string;
  size: number;
  sessionId: string;
  sessionTitle: string;
  startsAt: Date;
  endsAt: Date;
  placeName: string;
  /** Of the company's public page, where there is one. */
  companySlug: string | null;
  area: string;
  busName: string | null;
};

const DAYS_SHOWN_AFTERWARDS = 30;

type Scope = { groupIds: ReadonlySet<string>; eventIds: readonly string[] };

/** The visits of groups in the published plans of events that are not long over, by time. */
async function readPlacements(town: ReadTown, { groupIds, eventIds }: Scope): Promise<Placement[]> {
  if (groupIds.size === 0) return [];
  const since = jst(addDays(civilDateOf(town.clock.now()), -DAYS_SHOWN_AFTERWARDS));
  const plans = await town.database.visitPlan.findMany({
    where: {
      eventId: { in: [...eventIds] },
      publishedAt: { not: null },
      state: "solved",
      event: { endsAt: { gte: since }, state: { not: "planned" } },
    },
    include: {
      event: {
        select: { id: true, title: true, sessions: true, visitPlaces: { include: { company: true } } },
      },
    },
  });
  return plans
    .flatMap(({ event, input, result: stored }) => {
      const { problem } = input as unknown as StoredInput;
      const result = stored as unknown as PlanResult;
      if (result.state !== "solved") return [];
      const groups = new Map(problem.groups.map((group) => [group.id, group]));
      return result.assignments
        .filter(({ groupId }) => groupIds.has(groupId))
        .flatMap((visit): Placement[] => {
          const group = groups.get(visit.groupId);
          const session = event.sessions.find(({ id }) => id === visit.sessionId);
          const place = problem.places.find(({ id }) => id === visit.placeId);
          if (!group || !session || !place) return [];
          const company = event.visitPlaces.find(({ id }) => id === place.id)?.company;
          const isPublic = company?.publishedRevisionId && !company.withdrawnAt;
          const buses = problem.sessions.find(({ id }) => id === session.id)?.buses ?? [];
          return [
            {
              eventId: event.id,
              eventTitle: event.title,
              label: group.label,
              className: group.className,
              size: group.size,
              sessionId: session.id,
              sessionTitle: session.title,
              startsAt: session.startsAt,
              endsAt: session.endsAt,
              placeName: place.name,
              companySlug: isPublic ? company.slug : null,
              area: place.area,
              busName: buses.find(({ id }) => id === visit.busId)?.name ?? null,
            },
          ];
        });
    })
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** The places of one's own group in published plans, by time; of one event when it is given. */
export async function listOwnPlacements(
  town: ReadTown,
  { userId, eventId }: { userId: string; eventId?: string },
): Promise<Placement[]> {
  const groups = await town.database.visitGroup.findMany({
    where: { userId, ...(eventId ? { eventId } : {}) },
    select: { id: true, eventId: true },
  });
  return readPlacements(town, scopeOf(groups));
}

/** The places of a school's groups at an event, when its plan is published; by time, then in the order of the groups. */
export async function listSchoolPlacements(
  town: ReadTown,
  { schoolId, eventId }: { schoolId: string; eventId: string },
): Promise<Placement[]> {
  const groups = await town.database.visitGroup.findMany({
    where: { schoolId, eventId },
    select: { id: true, eventId: true },
  });
  return readPlacements(town, scopeOf(groups));
}

function scopeOf(groups: readonly { id: string; eventId: string }[]): Scope {
  return {
    groupIds: new Set(groups.map(({ id }) => id)),
    eventIds: [...new Set(groups.map(({ eventId }) => eventId))],
  };
}

/** Who comes to a company: head counts only, never a label or a name. */
export type CompanyVisit = {
  eventId: string;
  eventTitle: string;
  sessionTitle: string;
  startsAt: Date;
  endsAt: Date;
  people: number;
  teachers: number;
  schools: string[];
  /** The event was called off or put off after the plan was published. */
  eventState: "published" | "cancelled" | "postponed";
};

/** The visits that published plans send to the company of the account; those to come first in time. */
export async function listCompanyVisits(
  town: ReadTown,
  { userId }: { userId: string },
): Promise<{ coming: CompanyVisit[]; past: CompanyVisit[] }> {
  const now = town.clock.now();
  const since = jst(addDays(civilDateOf(now), -365));
  const plans = await town.database.visitPlan.findMany({
    where: {
      publishedAt: { not: null },
      state: "solved",
      event: {
        endsAt: { gte: since },
        state: { not: "planned" },
        visitPlaces: { some: { company: { members: { some: { userId } } } } },
      },
    },
    include: {
      event: {
        include: {
          sessions: true,
          visitPlaces: { where: { company: { members: { some: { userId } } } } },
          visitGroups: { select: { id: true, school: { select: { name: true } } } },
        },
      },
    },
  });
  const visits = plans.flatMap(({ event, input, result: stored }) => {
    const { problem } = input as unknown as StoredInput;
    const result = stored as unknown as PlanResult;
    const own = new Set(event.visitPlaces.map(({ id }) => id));
    if (result.state !== "solved") return [];
    const sizes = new Map(problem.groups.map(({ id, size }) => [id, size]));
    const schools = new Map(event.visitGroups.map(({ id, school }) => [id, school?.name]));
    return event.sessions.flatMap((session): CompanyVisit[] => {
      const here = result.assignments.filter(
        ({ sessionId, placeId }) => sessionId === session.id && own.has(placeId),
      );
      if (here.length === 0) return [];
      const stops = new Set(here.map(({ placeId }) => placeId));
      const offers = problem.offers.filter(
        ({ sessionId, placeId }) => sessionId === session.id && stops.has(placeId),
      );
      const names = here.flatMap(({ groupId }) => schools.get(groupId) ?? []);
      return [
        {
          eventId: event.id,
          eventTitle: event.title,
          sessionTitle: session.title,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          people: here.reduce((sum, { groupId }) => sum + (sizes.get(groupId) ?? 0), 0),
          teachers: offers.reduce((sum, { teachersNeeded }) => sum + teachersNeeded, 0),
          schools: [...new Set(names)].toSorted(),
          eventState: event.state === "planned" ? "published" : event.state,
        },
      ];
    });
  });
  const inTime = visits.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return {
    coming: inTime.filter(({ endsAt }) => endsAt > now),
    past: inTime.filter(({ endsAt }) => endsAt <= now).reverse(),
  };
}
