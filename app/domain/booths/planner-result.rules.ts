import { divisionOf } from "./divisions.rules.ts";
import { firstCome } from "./planner-orders.rules.ts";
import {
  byArrival,
  countIn,
  type Group,
  groupsOf,
  leftOutPoints,
  overdrawn,
  type PlannerApplication,
  type PlannerInput,
  type Resource,
  type Score,
  scoreOf,
  type Term,
  valueOf,
} from "./planner.rules.ts";

/** What a company earns in one group. `count`: chosen companies of the group, the company itself included. Points are thousandths. */
export type Part = { term: Term; key: string; points: number; count: number; people: number | null };

/** The cheapest exchange that would take a company out, or bring it in. `change` is never above 0 in a proven plan. */
export type Swap = { otherId: string; change: number; parts: { term: Term; key: string; change: number }[] };

export type PlannedCompany = {
  id: string;
  chosen: boolean;
  /** Chosen: what the plan would lose without it. Left out: what it would add to one more booth. */
  points: number;
  parts: Part[];
  /** Null where staff fixed the company, or where no exchange fits. */
  swap: Swap | null;
  /** What there is too little of, for one that no exchange can bring in. */
  blockedBy: Resource["kind"] | null;
};

export type PlannedGroup = {
  term: Group["term"];
  key: string;
  people: number | null;
  first: number;
  applied: number;
  chosen: number;
};

/** A choice in figures, to be laid beside another. */
export type Figures = {
  companies: number;
  score: Score;
  /** Expected groups that at least one company is there for, and those that there are. */
  departmentsCovered: number;
  departments: number;
  /** Of the group for whom there is least: expected people for each company that welcomes it. Null: nobody is there for a group. */
  mostPeoplePerCompany: number | null;
  divisions: number;
  industries: number;
  areas: number;
  /** Companies of the most frequent industry. */
  largestIndustry: number;
  /** 1 ÷ Σ(share²): as many equally frequent industries would be as mixed as these. */
  evenIndustries: number;
  evenAreas: number;
  /** Chosen companies that were left out last time, and how many of those applied. */
  leftOutChosen: number;
  leftOutApplied: number;
  power: number;
  space: number;
};

export type PlanResult = {
  version: 1;
  /** True: no other choice has more points. */
  proven: boolean;
  chosen: string[];
  companies: PlannedCompany[];
  groups: PlannedGroup[];
  figures: Figures;
  /** The same figures if the booths went to whoever applied first. */
  firstCome: Figures;
};

/** Everything that is said about a choice. `input` is in order (`inOrder`). */
export function describePlan(input: PlannerInput, chosen: ReadonlySet<string>, proven: boolean): PlanResult {
  const groups = groupsOf(input);
  const applications = input.applications.toSorted(byArrival);
  return {
    version: 1,
    proven,
    chosen: applications.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
    companies: applications.map((one) => describeCompany(input, groups, chosen, one)),
    groups: groups.map((group) => ({
      term: group.term,
      key: group.key,
      people: group.people,
      first: group.first,
      applied: group.members.size,
      chosen: countIn(group, chosen),
    })),
    figures: figuresOf(input, chosen),
    firstCome: figuresOf(input, firstCome(input)),
  };
}

function describeCompany(
  input: PlannerInput,
  groups: readonly Group[],
  chosen: ReadonlySet<string>,
  one: PlannerApplication,
): PlannedCompany {
  const isChosen = chosen.has(one.id);
  const parts = groups
    .filter(({ members }) => members.has(one.id))
    .map((group): Part => {
      const count = countIn(group, chosen) + (isChosen ? 0 : 1);
      return { term: group.term, key: group.key, points: valueOf(group, count), count, people: group.people };
    });
  const forWaiting = leftOutPoints(one, input.weights);
  if (forWaiting > 0)
    parts.push({ term: "leftOut", key: String(one.leftOut), points: forWaiting, count: 0, people: null });
  const swap = one.fixed === null ? cheapestSwap(input, groups, chosen, one) : null;
  return {
    id: one.id,
    chosen: isChosen,
    points: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    swap,
    blockedBy:
      one.fixed === null && !isChosen && !swap
        ? (overdrawn(input, new Set([...chosen, one.id]))?.kind ?? null)
        : null,
  };
}

/** The exchange of one company for this one (or of this one for another) that costs least; of equal ones the earliest. */
function cheapestSwap(
  input: PlannerInput,
  groups: readonly Group[],
  chosen: ReadonlySet<string>,
  one: PlannerApplication,
): Swap | null {
  const isChosen = chosen.has(one.id);
  let best: { other: PlannerApplication; change: number } | null = null;
  for (const other of input.applications.toSorted(byArrival)) {
    if (other.fixed !== null || chosen.has(other.id) === isChosen) continue;
    const [leaving, coming] = isChosen ? [one, other] : [other, one];
    const change = changesOf(input, groups, chosen, leaving, coming).reduce(
      (sum, part) => sum + part.change,
      0,
    );
    if (best !== null && change <= best.change) continue;
    if (!overdrawn(input, exchanged(chosen, leaving, coming))) best = { other, change };
  }
  if (!best) return null;
  const [leaving, coming] = isChosen ? [one, best.other] : [best.other, one];
  return {
    otherId: best.other.id,
    change: best.change,
    parts: changesOf(input, groups, chosen, leaving, coming),
  };
}

function exchanged(
  chosen: ReadonlySet<string>,
  leaving: PlannerApplication,
  coming: PlannerApplication,
): Set<string> {
  const next = new Set(chosen);
  next.delete(leaving.id);
  next.add(coming.id);
  return next;
}

/** Where an exchange wins and loses points: only groups that one of the two belongs to and the other does not. */
function changesOf(
  input: PlannerInput,
  groups: readonly Group[],
  chosen: ReadonlySet<string>,
  leaving: PlannerApplication,
  coming: PlannerApplication,
): Swap["parts"] {
  const parts = groups.flatMap((group): Swap["parts"] => {
    const goes = group.members.has(leaving.id);
    const comes = group.members.has(coming.id);
    if (goes === comes) return [];
    const count = countIn(group, chosen);
    const change = comes ? valueOf(group, count + 1) : -valueOf(group, count);
    return [{ term: group.term, key: group.key, change }];
  });
  const forWaiting = leftOutPoints(coming, input.weights) - leftOutPoints(leaving, input.weights);
  return forWaiting === 0 ? parts : [...parts, { term: "leftOut", key: "", change: forWaiting }];
}

/** A choice in figures. */
export function figuresOf(input: PlannerInput, chosen: ReadonlySet<string>): Figures {
  const groups = groupsOf(input);
  const taken = input.applications.filter(({ id }) => chosen.has(id));
  const industries = tally(taken.map(({ industry }) => industry));
  const areas = tally(taken.map(({ area }) => area));
  const served = new Map(
    groups.filter(({ term }) => term === "coverage").map((group) => [group.key, countIn(group, chosen)]),
  );
  const loads = input.people.map(({ key, people }) => {
    const count = served.get(key) ?? 0;
    return count === 0 ? null : people / count;
  });
  return {
    companies: taken.length,
    score: scoreOf(input, groups, chosen),
    departments: input.people.length,
    departmentsCovered: loads.filter((load) => load !== null).length,
    mostPeoplePerCompany:
      loads.some((load) => load === null) || loads.length === 0
        ? null
        : tenths(Math.max(...loads.map(Number))),
    divisions: new Set(taken.map(({ industry }) => divisionOf(industry).letter)).size,
    industries: industries.size,
    areas: areas.size,
    largestIndustry: Math.max(0, ...industries.values()),
    evenIndustries: evenness(industries),
    evenAreas: evenness(areas),
    leftOutChosen: taken.filter(({ leftOut }) => leftOut > 0).length,
    leftOutApplied: input.applications.filter(({ leftOut }) => leftOut > 0).length,
    power: taken.reduce((sum, { power }) => sum + power, 0),
    space: taken.reduce((sum, { space }) => sum + space, 0),
  };
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function evenness(counts: ReadonlyMap<string, number>): number {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (all === 0) return 0;
  return tenths(1 / [...counts.values()].reduce((sum, count) => sum + (count / all) ** 2, 0));
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
