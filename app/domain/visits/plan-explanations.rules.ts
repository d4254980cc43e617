import type { PlanExplanation, PlanRoom } from "./plan.rules.ts";
import { dealVisits, type Visit } from "./plan-dealing.rules.ts";
import type { Ground, Offer } from "./plan-ground.rules.ts";
import type { PlanModel } from "./plan-model.rules.ts";

/**
 * Reads the reasons from the solution of the elastic model: in it every limit may give way, and the sum of what gives
 * way is as small as possible. So each reason is a change that, together with the others, makes a plan possible.
 */
export function explainSlacks(
  ground: Ground,
  { choices, slacks }: PlanModel,
  values: readonly number[],
): PlanExplanation[] {
  const visits = dealVisits(ground, choices, values);
  const people = ground.offers.map((_, at) => peopleAt(visits, at));
  const amount = (column: number | null | undefined) =>
    column === null || column === undefined ? 0 : Math.round(values[column]!);
  const found: PlanExplanation[] = [];

  for (const lock of slacks!.locks) {
    if (amount(lock.column) === 0) continue;
    const { groups } = ground.classes[lock.class]!.units[0]!;
    const offer = ground.offers[lock.offer]!;
    for (const { groupId, placeId, sessionId } of ground.input.locks) {
      const group = groups.find(({ id }) => id === groupId);
      if (!group || placeId !== offer.placeId || sessionId !== offer.sessionId) continue;
      found.push({
        kind: "lock-not-possible",
        groupId,
        groupLabel: group.label,
        ...namesOf(offer),
        why: "room",
      });
    }
  }
  ground.offers.forEach((offer, at) => {
    if (amount(slacks!.below[at]) > 0 && people[at]! > 0 && people[at]! < offer.minimum)
      found.push({
        kind: "too-few-for-minimum",
        ...namesOf(offer),
        minimum: offer.minimum,
        possible: people[at]!,
      });
  });
  found.push(...explainRoom(ground, visits, people));
  ground.sessions.forEach((session, at) => {
    const missing = amount(slacks!.teachers[at]);
    if (missing === 0) return;
    const available = session.teachers!;
    found.push({
      kind: "teachers-missing",
      sessionId: session.id,
      sessionLabel: session.label,
      needed: available + missing,
      available,
      missing,
    });
  });
  ground.sessions.forEach((_, at) => {
    const more = slacks!.seats[at]!.map(amount);
    if (more.some((seats) => seats > 0)) found.push(explainSeats(ground, visits, at, more));
  });
  return found;
}

/** The offers that need a larger maximum: as parties that fit nowhere, all together, by session, or one by one. */
function explainRoom(ground: Ground, visits: readonly Visit[], people: readonly number[]): PlanExplanation[] {
  const found: PlanExplanation[] = [];
  let tight = ground.offers.flatMap((offer, at) => (people[at]! > offer.maximum ? [at] : []));
  const roomOf = (at: number): PlanRoom => {
    const { maximum, ...rest } = ground.offers[at]!;
    return { ...namesOf(rest), maximum, needed: people[at]! };
  };
  const sum = (offers: readonly number[], of: (at: number) => number) =>
    offers.reduce((total, at) => total + of(at), 0);
  const explain = (raised: number[], within: number[], label: { session?: string; place?: string }) => {
    const room = sum(within, (at) => ground.offers[at]!.maximum);
    const going = sum(within, (at) => people[at]!);
    found.push({
      kind: "too-little-room",
      sessionLabel: label.session ?? null,
      placeName: label.place ?? null,
      people: going,
      room,
      missing: sum(raised, (at) => people[at]! - ground.offers[at]!.maximum),
      raise: raised.map(roomOf),
    });
    tight = tight.filter((at) => !raised.includes(at));
  };

  for (const at of tight) {
    for (const { unit, offer } of visits) {
      if (offer !== at || !tight.includes(at)) continue;
      const units = ground.classes.find((candidate) => candidate.units.includes(unit))!;
      const largest = Math.max(...units.offers.map((index) => ground.offers[index]!.maximum));
      if (unit.size <= largest) continue;
      const together = unit.groups[0]!.together || unit.groups[0]!.label;
      found.push({
        kind: "together-too-large",
        together,
        people: unit.size,
        largest,
        raise: [roomOf(at)],
      });
      tight = tight.filter((index) => index !== at);
    }
  }

  const all = ground.offers.map((_, at) => at);
  if (tight.length > 0 && sum(all, (at) => people[at]!) > sum(all, (at) => ground.offers[at]!.maximum)) {
    const only = ground.sessions.length === 1 ? ground.sessions[0]!.label : undefined;
    explain(tight, all, only === undefined ? {} : { session: only });
  }
  ground.sessions.forEach((session, sessionAt) => {
    const within = all.filter((at) => ground.offers[at]!.sessionAt === sessionAt);
    const raised = tight.filter((at) => within.includes(at));
    const over = sum(within, (at) => people[at]! - ground.offers[at]!.maximum);
    if (raised.length > 0 && over > 0) explain(raised, within, { session: session.label });
  });
  for (const at of tight) {
    const { place, session } = ground.offers[at]!;
    explain([at], [at], { session: session.label, place: place.name });
  }
  return found;
}

function explainSeats(
  ground: Ground,
  visits: readonly Visit[],
  sessionAt: number,
  more: readonly number[],
): PlanExplanation {
  const session = ground.sessions[sessionAt]!;
  const here = visits.filter(({ offer }) => ground.offers[offer]!.sessionAt === sessionAt);
  const stops = [...new Set(here.map(({ offer }) => offer))];
  const teachers = stops.reduce((sum, at) => sum + ground.offers[at]!.teachersNeeded, 0);
  const groups = here.flatMap(({ unit }) => unit.groups);
  const biggest = groups.toSorted((a, b) => b.size - a.size)[0];
  const largestBus = Math.max(...session.buses.map(({ seats }) => seats));
  return {
    kind: "bus-too-small",
    sessionId: session.id,
    sessionLabel: session.label,
    people: groups.reduce((sum, { size }) => sum + size, 0) + teachers,
    seats: session.buses.reduce((sum, { seats }) => sum + seats, 0),
    missing: more.reduce((sum, seats) => sum + seats, 0),
    party: biggest && biggest.size > largestBus ? { label: biggest.label, people: biggest.size } : null,
    buses: session.buses
      .map((bus, at) => ({ ...bus, needed: bus.seats + more[at]! }))
      .filter(({ seats, needed }) => needed > seats),
  };
}

function peopleAt(visits: readonly Visit[], at: number): number {
  return visits.reduce((sum, { unit, offer }) => sum + (offer === at ? unit.size : 0), 0);
}

function namesOf({
  placeId,
  sessionId,
  place,
  session,
}: Pick<Offer, "placeId" | "sessionId" | "place" | "session">) {
  return { placeId, placeName: place.name, sessionId, sessionLabel: session.label };
}
