import { digestOf } from "#app/domain/visits/plan-input.store.server.ts";
import { planInputOf } from "#app/domain/visits/plan-input.rules.ts";
import { figuresOf, pointsOf } from "#app/domain/visits/plan-figures.rules.ts";
import type { PlanResult } from "#app/domain/visits/plan.rules.ts";
import type { StoredInput } from "#app/domain/visits/stored-plan.rules.ts";
import { STAFF_ID } from "../accounts/ids.ts";
import { minutesAfter } from "../days.ts";
import { noteFact } from "../facts.ts";
import { stableId } from "../ids.ts";
import type { PresentTown } from "./announce.ts";
import { KOSEN_PLAN } from "./kosen-plan.ts";
import { demoSettings } from "./visit-rows.ts";
import type { SeedEvent } from "./write.ts";

type Made = {
  teachers: number;
  places: readonly string[];
  buses: readonly (readonly string[])[];
  groups: readonly string[];
};

/** The plan that staff made and published: what the planner says to this input, kept so that seeding needs no planner. */
export function addFirstPlan(
  town: PresentTown,
  event: SeedEvent,
  { places, buses, groups, teachers }: Made,
): void {
  const { rows } = town;
  const byName = <Row extends { name: string; id: string }>(list: readonly Row[]) =>
    list.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  const own = rows.visitPlace.filter(({ eventId }) => eventId === event.id);
  const offers = rows.visitOffer.filter(({ placeId }) => places.includes(placeId));
  const facts = {
    sessions: event.sessions.map((session) => ({
      ...session,
      title: rows.eventSession.find(({ id }) => id === session.id)?.title ?? "",
      buses: rows.visitBus.filter(({ sessionId }) => sessionId === session.id),
    })),
    places: byName(
      own.map(({ id, name, area, departments }) => ({
        id,
        name,
        area: area ?? "",
        departments: departments as string[],
      })),
    ),
    offers: offers.map(({ placeId, sessionId, minimum = 0, maximum, teachersNeeded = 0 }) => ({
      placeId,
      sessionId,
      minimum,
      maximum,
      teachersNeeded,
    })),
    groups: rows.visitGroup
      .filter(({ eventId }) => eventId === event.id)
      .map((group) => ({
        id: group.id,
        label: group.label,
        className: group.className ?? "",
        department: group.department ?? "",
        size: group.size ?? 1,
        together: "",
        wishes: group.wishes as string[],
        sessionIds: [],
      })),
  };
  const problem = planInputOf(facts, { settings: demoSettings(event, teachers), locks: [] });
  const assignments = groups.flatMap((groupId, at) =>
    event.sessions.map((session, day) => {
      const [place, bus] = Array.from(KOSEN_PLAN.slice(at * 4 + day * 2, at * 4 + day * 2 + 2), Number);
      return { groupId, sessionId: session.id, placeId: places[place!]!, busId: buses[day]![bus!]! };
    }),
  );
  const objective = pointsOf(problem, assignments);
  const result: PlanResult = {
    state: "solved",
    proven: true,
    evenness: "proven",
    gap: 0,
    objective,
    bound: objective,
    assignments,
    figures: figuresOf(problem, assignments),
    seconds: 1.2,
  };
  const stored: StoredInput = { problem, basedOn: null, hand: null };
  const createdAt = minutesAfter(town.now, -6 * 60);
  const id = stableId("visit-plan", event.key);
  rows.visitPlan.push({
    id,
    eventId: event.id,
    number: 1,
    state: "solved",
    input: stored,
    inputDigest: digestOf(problem),
    result,
    seconds: result.seconds,
    createdById: STAFF_ID,
    createdAt,
    publishedAt: createdAt,
  });
  noteFact(rows, {
    kind: "visit-plan.published",
    subjectId: id,
    actorId: STAFF_ID,
    at: createdAt,
    data: { eventId: event.id, number: 1 },
  });
}
