import type { PlanInput } from "./plan.rules.ts";

/** Points of a person-time at the first, second … wish; every further wish counts the last. */
export const WISH_POINTS = [10, 7, 5, 3, 2, 1] as const;

/** Points of a person-time at a place that names the person's department. */
export const DEPARTMENT_POINTS = 10;

/** Three fitting departments are worth as much as a first wish for one of whom nothing fits. */
export const DEFAULT_WEIGHTS: PlanInput["weights"] = { wish: 3, department: 1, evenness: 1 };

type Wisher = { size: number; department: string; wishes: readonly string[] };

/** The rank of a place among the wishes, 1 is the dearest; null when it is not among them. */
export function rankOf(group: Pick<Wisher, "wishes">, placeId: string): number | null {
  const at = group.wishes.indexOf(placeId);
  return at < 0 ? null : at + 1;
}

/** Points of groups at a place: people × (wish weight × points of the rank + department weight × points of a fit). */
export function gainOf(
  groups: readonly Wisher[],
  place: { id: string; departments: readonly string[] },
  weights: PlanInput["weights"],
): number {
  let gain = 0;
  for (const group of groups) {
    const rank = rankOf(group, place.id);
    const wish = rank === null ? 0 : WISH_POINTS[Math.min(rank, WISH_POINTS.length) - 1]!;
    const fit = place.departments.includes(group.department) ? DEPARTMENT_POINTS : 0;
    gain += group.size * (weights.wish * wish + weights.department * fit);
  }
  return gain;
}

/**
 * How uneven the places are used: Σ people² ÷ maximum over all offers. With the same number of visits it is smallest
 * when every place is filled to the same share.
 */
export function unevennessOf(spread: readonly { people: number; maximum: number }[]): number {
  return spread.reduce((sum, { people, maximum }) => sum + (maximum > 0 ? people ** 2 / maximum : 0), 0);
}
