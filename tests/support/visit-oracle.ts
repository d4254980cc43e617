import type { PlanAssignment, PlanInput } from "#app/domain/visits/plan.rules.ts";
import { gainOf, unevennessOf } from "#app/domain/visits/plan-points.rules.ts";

type Group = PlanInput["groups"][number];

/** Every rule that a plan breaks, as sentences; written apart from the solver. */
export function brokenRules(input: PlanInput, plan: readonly PlanAssignment[]): string[] {
  const broken: string[] = [];
  const must = (holds: boolean, sentence: string) => void (holds || broken.push(sentence));
  const sizes = new Map(input.groups.map(({ id, size }) => [id, size]));
  for (const { id, sessionIds, together } of input.groups) {
    const own = plan.filter(({ groupId }) => groupId === id);
    must(own.length === input.visitsPerGroup, `${id} has ${own.length} visits`);
    must(new Set(own.map(({ placeId }) => placeId)).size === own.length, `${id} sees a place twice`);
    must(new Set(own.map(({ sessionId }) => sessionId)).size === own.length, `${id} is in two places`);
    for (const { sessionId } of own)
      must(sessionIds.length === 0 || sessionIds.includes(sessionId), `${id} cannot go in ${sessionId}`);
    const key = (of: PlanAssignment[]) =>
      of
        .map(({ sessionId, placeId }) => `${sessionId} ${placeId}`)
        .toSorted()
        .join();
    for (const other of input.groups)
      if (together !== "" && other.together === together)
        must(
          key(own) === key(plan.filter(({ groupId }) => groupId === other.id)),
          `${id} is not with ${other.id}`,
        );
  }
  for (const lock of input.locks)
    must(
      plan.some(
        (visit) =>
          visit.groupId === lock.groupId &&
          visit.placeId === lock.placeId &&
          visit.sessionId === lock.sessionId,
      ),
      `the lock of ${lock.groupId} is not kept`,
    );
  const sum = (of: readonly PlanAssignment[]) =>
    of.reduce((total, { groupId }) => total + sizes.get(groupId)!, 0);
  for (const { id, teachers, buses } of input.sessions) {
    const here = plan.filter(({ sessionId }) => sessionId === id);
    let needed = 0;
    for (const at of input.offers.filter(({ sessionId }) => sessionId === id)) {
      const people = sum(here.filter(({ placeId }) => placeId === at.placeId));
      must(people === 0 || people >= at.minimum, `${at.placeId} in ${id} has too few`);
      must(people <= at.maximum, `${at.placeId} in ${id} has too many`);
      if (people > 0) needed += at.teachersNeeded;
    }
    for (const { placeId } of here)
      must(
        input.offers.some((at) => at.placeId === placeId && at.sessionId === id),
        `${placeId} takes nobody in ${id}`,
      );
    must(teachers === null || needed <= teachers, `${id} lacks teachers`);
    must(
      here.every(({ busId }) =>
        buses.length === 0 ? busId === null : buses.some((bus) => bus.id === busId),
      ),
      `somebody has no bus in ${id}`,
    );
    for (const bus of buses)
      must(sum(here.filter(({ busId }) => busId === bus.id)) <= bus.seats, `${bus.id} in ${id} is too full`);
    if (buses.length > 0)
      must(sum(here) + needed <= buses.reduce((total, bus) => total + bus.seats, 0), `no seat for a teacher`);
  }
  return broken;
}

/** The best points, and with them the least unevenness, found by trying everything; null when there is no plan. */
export function tryEverything(input: PlanInput): { points: number; unevenness: number } | null {
  const units = new Map<string, Group[]>();
  for (const each of input.groups) {
    const key = each.together === "" ? `alone ${each.id}` : each.together;
    units.set(key, [...(units.get(key) ?? []), each]);
  }
  const plans = [...units.values()].map((members) =>
    visitsOf(input).filter((visits) =>
      members.every(
        ({ id, sessionIds }) =>
          visits.every(({ sessionId }) => sessionIds.length === 0 || sessionIds.includes(sessionId)) &&
          input.locks.every(
            (lock) =>
              lock.groupId !== id ||
              visits.some(
                ({ placeId, sessionId }) => placeId === lock.placeId && sessionId === lock.sessionId,
              ),
          ),
      ),
    ),
  );
  const members = [...units.values()];
  const places = new Map(input.places.map((each) => [each.id, each]));
  const people = new Map(input.offers.map((at) => [at, 0]));
  let best: { points: number; unevenness: number } | null = null;
  const gainAt = (at: number, visits: readonly Offer[]) =>
    visits.reduce(
      (total, { placeId }) => total + gainOf(members[at]!, places.get(placeId)!, input.weights),
      0,
    );
  // The most that the units from here on could still add.
  const hope = plans.map((own, at) => Math.max(0, ...own.map((visits) => gainAt(at, visits))));
  for (let at = hope.length - 2; at >= 0; at--) hope[at]! += hope[at + 1]!;
  const step = (at: number, points: number, riding: Group[][]) => {
    if (best && points + (hope[at] ?? 0) < best.points - 1e-9) return;
    if (at === members.length) {
      if (!allowed(input, people, riding)) return;
      const unevenness = unevennessOf(
        input.offers.map((each) => ({ people: people.get(each)!, maximum: each.maximum })),
      );
      if (
        !best ||
        points > best.points + 1e-9 ||
        (points > best.points - 1e-9 && unevenness < best.unevenness)
      )
        best = { points, unevenness };
      return;
    }
    const unit = members[at]!;
    const size = unit.reduce((total, each) => total + each.size, 0);
    for (const visits of plans[at]!) {
      if (visits.some((each) => people.get(each)! + size > each.maximum)) continue;
      for (const each of visits) people.set(each, people.get(each)! + size);
      const visited = new Set(visits.map(({ sessionId }) => sessionId));
      step(
        at + 1,
        points + gainAt(at, visits),
        riding.map((here, index) => (visited.has(input.sessions[index]!.id) ? [...here, ...unit] : here)),
      );
      for (const each of visits) people.set(each, people.get(each)! - size);
    }
  };
  step(
    0,
    0,
    input.sessions.map(() => []),
  );
  return best;
}

type Offer = PlanInput["offers"][number];

/** Every choice of offers that one group could make. */
function visitsOf(input: PlanInput): Offer[][] {
  const grow = (left: number, from: number): Offer[][] =>
    left === 0
      ? [[]]
      : input.offers.flatMap((first, at) =>
          at < from
            ? []
            : grow(left - 1, at + 1)
                .filter((rest) =>
                  rest.every((each) => each.placeId !== first.placeId && each.sessionId !== first.sessionId),
                )
                .map((rest) => [first, ...rest]),
        );
  return grow(input.visitsPerGroup, 0);
}

function allowed(input: PlanInput, people: ReadonlyMap<Offer, number>, riding: readonly Group[][]): boolean {
  for (const [at, here] of people) if (here > 0 && here < at.minimum) return false;
  return input.sessions.every(({ id, teachers, buses }, index) => {
    const needed = input.offers.reduce(
      (sum, at) => sum + (at.sessionId === id && people.get(at)! > 0 ? at.teachersNeeded : 0),
      0,
    );
    if (teachers !== null && needed > teachers) return false;
    if (buses.length === 0) return true;
    const parties = [...riding[index]!.map(({ size }) => size), ...Array<number>(needed).fill(1)];
    return fits(
      parties.toSorted((a, b) => b - a),
      buses.map(({ seats }) => seats),
    );
  });
}

function fits([first, ...rest]: readonly number[], seats: readonly number[]): boolean {
  if (first === undefined) return true;
  return seats.some(
    (free, at) =>
      free >= first &&
      seats.indexOf(free) === at &&
      fits(
        rest,
        seats.map((other, index) => (index === at ? other - first : other)),
      ),
  );
}
