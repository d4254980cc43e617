import {
  byArrival,
  type Group,
  groupsOf,
  leftOutPoints,
  overdrawn,
  type PlannerApplication,
  type PlannerInput,
  countIn,
  scoreOf,
  valueOf,
} from "./planner.rules.ts";

/** Gives booths in an order, after those that staff fixed, and passes over whoever does not fit any more. */
export function takeInOrder(input: PlannerInput, order: readonly PlannerApplication[]): Set<string> {
  const chosen = new Set(input.applications.filter(({ fixed }) => fixed === "in").map(({ id }) => id));
  for (const one of order) {
    if (one.fixed !== null) continue;
    chosen.add(one.id);
    if (overdrawn(input, chosen)) chosen.delete(one.id);
  }
  return chosen;
}

/** Who applied first gets a booth first. */
export function firstCome(input: PlannerInput): Set<string> {
  return takeInOrder(input, input.applications.toSorted(byArrival));
}

/**
 * A good choice without a solver, the same for the same input: the company that adds most, again and again, then every
 * exchange of two companies that is better, until none is.
 */
export function chooseStepByStep(input: PlannerInput): Set<string> {
  const groups = groupsOf(input);
  const free = input.applications.filter(({ fixed }) => fixed === null).toSorted(byArrival);
  const chosen = new Set(input.applications.filter(({ fixed }) => fixed === "in").map(({ id }) => id));
  for (;;) {
    const best = bestOf(
      free.filter((one) => !chosen.has(one.id) && fits(input, chosen, one.id)),
      (one) => gainOf(input, groups, chosen, one),
    );
    if (!best) break;
    chosen.add(best.id);
  }
  return exchange(input, free, chosen);
}

function exchange(input: PlannerInput, free: readonly PlannerApplication[], start: Set<string>): Set<string> {
  const groups = groupsOf(input);
  let chosen = start;
  let score = scoreOf(input, groups, chosen).total;
  for (let improved = true; improved;) {
    improved = false;
    for (const leaving of free.filter(({ id }) => chosen.has(id)))
      for (const coming of free.filter(({ id }) => !chosen.has(id))) {
        const next = new Set(chosen);
        next.delete(leaving.id);
        next.add(coming.id);
        const better = scoreOf(input, groups, next).total;
        if (better <= score || overdrawn(input, next)) continue;
        chosen = next;
        score = better;
        improved = true;
        break;
      }
  }
  return chosen;
}

function bestOf<Item>(items: readonly Item[], worth: (item: Item) => number): Item | null {
  let best: { item: Item; worth: number } | null = null;
  for (const item of items) {
    const found = worth(item);
    if (best === null || found > best.worth) best = { item, worth: found };
  }
  return best?.item ?? null;
}

function fits(input: PlannerInput, chosen: ReadonlySet<string>, id: string): boolean {
  return overdrawn(input, new Set([...chosen, id])) === null;
}

/** What a company that is not chosen would add, in thousandths of a point. */
export function gainOf(
  input: PlannerInput,
  groups: readonly Group[],
  chosen: ReadonlySet<string>,
  one: PlannerApplication,
): number {
  const fromGroups = groups
    .filter(({ members }) => members.has(one.id))
    .reduce((sum, group) => sum + valueOf(group, countIn(group, chosen) + 1), 0);
  return fromGroups + leftOutPoints(one, input.weights);
}
