import { civilDateOf, shortDate, timeOf } from "../../platform/calendar.ts";
import type { PlanInput } from "./plan.rules.ts";
import { type PlanSettings, weightsOf } from "./stored-plan.rules.ts";

/** How a session is named where several stand side by side: 1日目 12月3日(木) 9:00, or without a title the day and hour. */
export function sessionLabel(session: { title: string; startsAt: Date }): string {
  const when = `${shortDate(session.startsAt)} ${timeOf(session.startsAt)}`;
  return session.title ? `${session.title} ${when}` : when;
}

/** What an event holds for its visits, each list in the order in which it is read. */
export type VisitFacts = {
  sessions: readonly {
    id: string;
    title: string;
    startsAt: Date;
    buses: PlanInput["sessions"][number]["buses"];
  }[];
  places: readonly PlanInput["places"][number][];
  offers: readonly PlanInput["offers"][number][];
  groups: readonly PlanInput["groups"][number][];
};

/**
 * What the planner gets, in one order that does not depend on how it was entered: the same facts give the same digest.
 * What points at places, sessions or groups that are gone (wishes, days, locks) is left out.
 */
export function planInputOf(
  { sessions, places, offers, groups }: VisitFacts,
  { settings, locks }: { settings: PlanSettings; locks: PlanInput["locks"] },
): PlanInput {
  const at = new Map<string, number>();
  for (const list of [sessions, places, groups]) list.forEach(({ id }, index) => at.set(id, index));
  const order = (id: string) => at.get(id) ?? 0;
  type Where = { placeId: string; sessionId: string };
  const byPlace = (one: Where, other: Where) =>
    order(one.sessionId) - order(other.sessionId) || order(one.placeId) - order(other.placeId);
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      label: sessionLabel(session),
      day: civilDateOf(session.startsAt),
      teachers: settings.teachers[session.id] ?? null,
      buses: session.buses.map(({ id, name, seats }) => ({ id, name, seats })),
    })),
    places: places.map(({ id, name, area, departments }) => ({
      id,
      name,
      area,
      departments: departments.toSorted(),
    })),
    offers: offers
      .map(({ placeId, sessionId, minimum, maximum, teachersNeeded }) => ({
        placeId,
        sessionId,
        minimum,
        maximum,
        teachersNeeded,
      }))
      .toSorted(byPlace),
    groups: groups.map(({ id, label, className, department, size, together, wishes, sessionIds }) => ({
      id,
      label,
      className,
      department,
      size,
      together,
      wishes: wishes.filter((place) => at.has(place)),
      sessionIds: sessionIds.filter((session) => at.has(session)).toSorted(),
    })),
    visitsPerGroup: settings.visitsPerGroup,
    locks: locks
      .filter(({ groupId, sessionId, placeId }) => [groupId, sessionId, placeId].every((id) => at.has(id)))
      .map(({ groupId, sessionId, placeId }) => ({ groupId, sessionId, placeId }))
      .toSorted((one, other) => order(one.groupId) - order(other.groupId) || byPlace(one, other)),
    weights: weightsOf(settings),
    timeLimitSeconds: settings.timeLimitSeconds,
  };
}
