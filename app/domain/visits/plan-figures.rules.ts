import type { PlanAssignment, PlanFigures, PlanInput } from "./plan.rules.ts";
import { gainOf, rankOf } from "./plan-points.rules.ts";

/** Points of a plan: what the solver makes as large as possible. */
export function pointsOf(input: PlanInput, assignments: readonly PlanAssignment[]): number {
  const groups = new Map(input.groups.map((group) => [group.id, group]));
  const places = new Map(input.places.map((place) => [place.id, place]));
  return assignments.reduce(
    (sum, { groupId, placeId }) => sum + gainOf([groups.get(groupId)!], places.get(placeId)!, input.weights),
    0,
  );
}

/** Counts what a plan achieves, also one that was made by hand. */
export function figuresOf(input: PlanInput, assignments: readonly PlanAssignment[]): PlanFigures {
  const groups = new Map(input.groups.map((group) => [group.id, group]));
  const places = new Map(input.places.map((place) => [place.id, place]));
  const ranks = new Map<number, number>();
  const here = new Map<string, number>();
  const placed = new Set<string>();
  const figures = {
    people: 0,
    visits: 0,
    unwished: 0,
    withoutWishes: 0,
    departmentFit: 0,
    departmentKnown: 0,
  };
  for (const { groupId, placeId, sessionId } of assignments) {
    const group = groups.get(groupId)!;
    const { departments } = places.get(placeId)!;
    const { size } = group;
    if (!placed.has(groupId)) figures.people += size;
    placed.add(groupId);
    figures.visits += size;
    const rank = rankOf(group, placeId);
    if (rank !== null) ranks.set(rank, (ranks.get(rank) ?? 0) + size);
    else if (group.wishes.length > 0) figures.unwished += size;
    else figures.withoutWishes += size;
    if (group.department !== "" && departments.length > 0) {
      figures.departmentKnown += size;
      if (departments.includes(group.department)) figures.departmentFit += size;
    }
    const key = `${placeId}\n${sessionId}`;
    here.set(key, (here.get(key) ?? 0) + size);
  }
  return {
    ...figures,
    wishes: [...ranks].toSorted(([a], [b]) => a - b).map(([rank, people]) => ({ rank, people })),
    spread: input.offers.map(({ placeId, sessionId, maximum }) => ({
      placeId,
      sessionId,
      people: here.get(`${placeId}\n${sessionId}`) ?? 0,
      maximum,
    })),
  };
}
