import type { PlanExplanation, PlanInput } from "./plan.rules.ts";
import { canGo, sortedInput, unitsOf, type Unit } from "./plan-ground.rules.ts";
import { applyChanges } from "./plan-changes.rules.ts";

/**
 * What can be seen to be impossible without solving anything: too few places or sessions for the visits, groups that
 * can never go, locks that contradict something. Each reason assumes the changes of those before it.
 */
export function plainObstacles(unsorted: PlanInput): PlanExplanation[] {
  let input = sortedInput(unsorted);
  const found: PlanExplanation[] = [];
  for (const look of [tooFewPlaces, tooFewSessions, impossibleLocks]) {
    const reasons = look(input);
    found.push(...reasons);
    input = applyChanges(input, reasons);
  }
  return found;
}

function tooFewPlaces(input: PlanInput): PlanExplanation[] {
  const possible = mostVisits(input.offers);
  if (possible >= input.visitsPerGroup) return [];
  const count = (ids: string[]) => new Set(ids).size;
  return [
    {
      kind: "not-enough-places",
      visits: input.visitsPerGroup,
      possible,
      places: count(input.offers.map((offer) => offer.placeId)),
      sessions: count(input.offers.map((offer) => offer.sessionId)),
    },
  ];
}

function tooFewSessions(input: PlanInput): PlanExplanation[] {
  const found: PlanExplanation[] = [];
  const explain = (unit: Unit, together: string | null) => {
    const offers = input.offers.filter((offer) => canGo(unit, offer.sessionId));
    if (mostVisits(offers) >= input.visitsPerGroup) return true;
    found.push({
      kind: "group-without-session",
      groupIds: unit.groups.map((group) => group.id),
      groupLabel: unit.groups[0]!.label,
      together,
      sessions: new Set(offers.map((offer) => offer.sessionId)).size,
      needed: input.visitsPerGroup,
    });
    return false;
  };
  for (const unit of unitsOf(input.groups)) {
    const alone = unit.groups.map((group) => explain({ ...unit, groups: [group] }, null));
    // Each could go alone, but they have too few sessions in common.
    if (unit.groups.length > 1 && alone.every(Boolean)) explain(unit, unit.groups[0]!.together);
  }
  // A unit of which one member can go nowhere may still lack common sessions when that member can go anywhere.
  const changed = applyChanges(input, found);
  const common = unitsOf(changed.groups).filter(
    (unit) =>
      found.some((reason) => reason.kind === "group-without-session" && reason.together === null) &&
      unit.groups.length > 1 &&
      mostVisits(changed.offers.filter((offer) => canGo(unit, offer.sessionId))) < input.visitsPerGroup,
  );
  for (const unit of common) explain(unit, unit.groups[0]!.together);
  return found;
}

function impossibleLocks(input: PlanInput): PlanExplanation[] {
  const found: PlanExplanation[] = [];
  const names = {
    group: new Map(input.groups.map((group) => [group.id, group.label])),
    place: new Map(input.places.map((place) => [place.id, place.name])),
    session: new Map(input.sessions.map((session) => [session.id, session.label])),
  };
  for (const unit of unitsOf(input.groups)) {
    const held: { sessionId: string; placeId: string }[] = [];
    for (const lock of input.locks.filter(({ groupId }) => unit.groups.some(({ id }) => id === groupId))) {
      const same = held.some(
        ({ sessionId, placeId }) => sessionId === lock.sessionId && placeId === lock.placeId,
      );
      if (same) continue;
      const offered = input.offers.some(
        ({ sessionId, placeId }) => sessionId === lock.sessionId && placeId === lock.placeId,
      );
      const twice = held.some(
        ({ sessionId, placeId }) => sessionId === lock.sessionId || placeId === lock.placeId,
      );
      const why = !offered
        ? "no-offer"
        : !canGo(unit, lock.sessionId)
          ? "session"
          : twice && input.visitsPerGroup > 1
            ? "twice"
            : held.length >= input.visitsPerGroup
              ? "too-many"
              : null;
      if (why === null) held.push(lock);
      else
        found.push({
          kind: "lock-not-possible",
          ...lock,
          groupLabel: names.group.get(lock.groupId)!,
          placeName: names.place.get(lock.placeId)!,
          sessionLabel: names.session.get(lock.sessionId)!,
          why,
        });
    }
  }
  return found;
}

/** The most visits that one group could make: different places in different sessions (a bipartite matching). */
function mostVisits(offers: readonly { placeId: string; sessionId: string }[]): number {
  const placesOf = new Map<string, string[]>();
  for (const { sessionId, placeId } of offers)
    placesOf.set(sessionId, [...(placesOf.get(sessionId) ?? []), placeId]);
  const visitor = new Map<string, string>();
  const seat = (sessionId: string, seen: Set<string>): boolean =>
    placesOf.get(sessionId)!.some((placeId) => {
      if (seen.has(placeId)) return false;
      seen.add(placeId);
      const other = visitor.get(placeId);
      if (other !== undefined && !seat(other, seen)) return false;
      visitor.set(placeId, sessionId);
      return true;
    });
  return [...placesOf.keys()].filter((sessionId) => seat(sessionId, new Set())).length;
}
