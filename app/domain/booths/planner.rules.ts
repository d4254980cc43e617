import { divisionOf } from "./divisions.rules.ts";
import { expectedGroup, serves } from "./expected.rules.ts";

/** The six things that a plan earns points for. Staff set how many; nothing else counts. */
export const TERMS = ["coverage", "interest", "division", "industry", "area", "leftOut"] as const;
export type Term = (typeof TERMS)[number];
export type Weights = Record<Term, number>;

/**
 * Points to hand out for each thing. coverage, interest, division, industry and area: the points of the first company for
 * everybody (or every class) together; the k-th company of the same group earns a k-th of the first one. leftOut: points of
 * a company for each time in a row that it was left out before, three at most.
 */
export const DEFAULT_WEIGHTS: Weights = {
  coverage: 100,
  interest: 40,
  division: 40,
  industry: 100,
  area: 100,
  leftOut: 2,
};
export const MOST_WEIGHT = 200;
const MOST_TIMES_LEFT_OUT = 3;

/** What the planner knows of an application. Its order in the input means nothing. */
export type PlannerApplication = {
  id: string;
  companyId: string;
  name: string;
  /** ISO instant; of companies with the same points the earlier one comes first. */
  appliedAt: string;
  /** Middle code of the industry. */
  industry: string;
  /** The key of the industry in young people's words. */
  interest: string;
  area: string;
  /** Departments that the company wants to meet; without a wish those that its profile welcomes. */
  departments: readonly string[];
  /** Watts; 0 without electricity. */
  power: number;
  /** Places on the floor that the booth takes. */
  space: number;
  /** The sessions at which it can be there; none means all. */
  sessions: readonly string[];
  /** How many of the last events of this kind in a row it asked for and was left out. */
  leftOut: number;
  /** in, out: settled by staff, or decided before; null: the planner chooses. */
  fixed: "in" | "out" | null;
  /** True for what staff decided and mailed already; it stands. */
  decided: boolean;
};

export type People = { key: string; people: number };

export type PlannerInput = {
  version: 1;
  /** Booths of each session. */
  limit: number;
  /** The event's sessions. */
  sessions: readonly string[];
  /** Watts and places that there are together; null: enough. */
  power: number | null;
  space: number | null;
  /** Expected participants by group (EXPECTED_GROUPS); those who are interested by industry in young people's words. */
  people: readonly People[];
  interests: readonly People[];
  weights: Weights;
  applications: readonly PlannerApplication[];
};

/** Companies of a group earn `first` for the first of them and a k-th of it for the k-th. All points are thousandths. */
export type Group = {
  term: Exclude<Term, "leftOut">;
  key: string;
  first: number;
  people: number | null;
  members: ReadonlySet<string>;
};

/** The input with its lists in an order of their own, so that the same content is the same text. */
export function inOrder(input: PlannerInput): PlannerInput {
  const byKey = (one: People, other: People) => compareText(one.key, other.key);
  return {
    ...input,
    sessions: input.sessions.toSorted(compareText),
    people: input.people.filter(({ people }) => people > 0).toSorted(byKey),
    interests: input.interests.filter(({ people }) => people > 0).toSorted(byKey),
    applications: input.applications
      .map((one) => ({
        ...one,
        departments: one.departments.toSorted(compareText),
        sessions: one.sessions.toSorted(compareText),
      }))
      .toSorted(byArrival),
  };
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Who applied first; of the same moment by id. */
export function byArrival(one: PlannerApplication, other: PlannerApplication): number {
  return compareText(one.appliedAt, other.appliedAt) || compareText(one.id, other.id);
}

/** Every group that earns points, in a fixed order; groups without a member or without points are left out. */
export function groupsOf(input: PlannerInput): Group[] {
  const { applications, weights } = input;
  const share = (
    term: "coverage" | "interest",
    lines: readonly People[],
    isMember: (one: PlannerApplication, key: string) => boolean,
  ) => {
    const all = lines.reduce((sum, { people }) => sum + people, 0);
    return lines.map(({ key, people }): Group => ({
      term,
      key,
      people,
      first: Math.round((1000 * weights[term] * people) / all),
      members: idsOf(applications.filter((one) => isMember(one, key))),
    }));
  };
  const equally = (term: "division" | "industry" | "area", keyOf: (one: PlannerApplication) => string) => {
    const keys = [...new Set(applications.map(keyOf))].toSorted(compareText);
    return keys.map((key): Group => ({
      term,
      key,
      people: null,
      first: Math.round((1000 * weights[term]) / keys.length),
      members: idsOf(applications.filter((one) => keyOf(one) === key)),
    }));
  };
  return [
    ...share("coverage", input.people, (one, key) =>
      serves(one.departments, expectedGroup(key)?.accepts ?? []),
    ),
    ...share("interest", input.interests, (one, key) => one.interest === key),
    ...equally("division", ({ industry }) => divisionOf(industry).letter),
    ...equally("industry", ({ industry }) => industry),
    ...equally("area", ({ area }) => area),
  ].filter(({ first, members }) => first > 0 && members.size > 0);
}

function idsOf(applications: readonly PlannerApplication[]): Set<string> {
  return new Set(applications.map(({ id }) => id));
}

/** What the k-th company of a group earns, in thousandths of a point. */
export function valueOf(group: Pick<Group, "first">, k: number): number {
  return Math.round(group.first / k);
}

/** What a company earns by itself for having been left out, in thousandths of a point. */
export function leftOutPoints(one: Pick<PlannerApplication, "leftOut">, weights: Weights): number {
  return 1000 * weights.leftOut * Math.min(one.leftOut, MOST_TIMES_LEFT_OUT);
}

export type Score = { total: number; terms: Record<Term, number> };

/** The points of a choice, in thousandths. */
export function scoreOf(input: PlannerInput, groups: readonly Group[], chosen: ReadonlySet<string>): Score {
  const terms: Record<Term, number> = {
    coverage: 0,
    interest: 0,
    division: 0,
    industry: 0,
    area: 0,
    leftOut: 0,
  };
  for (const group of groups) {
    const count = countIn(group, chosen);
    for (let k = 1; k <= count; k++) terms[group.term] += valueOf(group, k);
  }
  for (const one of input.applications)
    if (chosen.has(one.id)) terms.leftOut += leftOutPoints(one, input.weights);
  return { terms, total: TERMS.reduce((sum, term) => sum + terms[term], 0) };
}

export function countIn(group: Pick<Group, "members">, chosen: ReadonlySet<string>): number {
  let count = 0;
  for (const id of group.members) if (chosen.has(id)) count += 1;
  return count;
}

/** What is limited: booths of each session, electricity, places. `uses` is what one application takes of it. */
export type Resource = {
  kind: "booths" | "power" | "space";
  /** The session of `booths`. */
  session: string | null;
  amount: number;
  uses: (one: PlannerApplication) => number;
};

export function resourcesOf(input: PlannerInput): Resource[] {
  const sessions = input.sessions.length > 0 ? input.sessions : [""];
  const booths = sessions.map((session): Resource => ({
    kind: "booths",
    session,
    amount: input.limit,
    uses: (one) => (one.sessions.length === 0 || one.sessions.includes(session) ? 1 : 0),
  }));
  const totals: Resource[] = [];
  if (input.power !== null)
    totals.push({ kind: "power", session: null, amount: input.power, uses: ({ power }) => power });
  if (input.space !== null)
    totals.push({ kind: "space", session: null, amount: input.space, uses: ({ space }) => space });
  return [...booths, ...totals];
}

/** The first resource of which a choice takes more than there is; null when it fits. */
export function overdrawn(input: PlannerInput, chosen: ReadonlySet<string>): Resource | null {
  const taken = input.applications.filter(({ id }) => chosen.has(id));
  return (
    resourcesOf(input).find(({ amount, uses }) => taken.reduce((sum, one) => sum + uses(one), 0) > amount) ??
    null
  );
}

/** What staff settled is more than there is room for, of this resource; null when it fits. */
export function fixedTooMuch(input: PlannerInput): Resource["kind"] | null {
  return overdrawn(input, idsOf(input.applications.filter(({ fixed }) => fixed === "in")))?.kind ?? null;
}
