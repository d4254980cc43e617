import type { PlanAssignment, PlanInput } from "./plan.rules.ts";

/** A plan that can be read: what it was made from and who goes where. */
export type PlanContent = { input: PlanInput; assignments: readonly PlanAssignment[] };

/** One visit of a group with what it means to the group. */
export type GroupVisit = {
  sessionId: string;
  placeId: string;
  busId: string | null;
  /** 1 is the dearest wish; null when the place was not wished for. */
  rank: number | null;
  /** Null when fit cannot be told: no department, or the place names none. */
  fits: boolean | null;
};

type Group = PlanInput["groups"][number];

/** The visits of every group in the order of the sessions; a group without any has an empty list. */
export function visitsByGroup({ input, assignments }: PlanContent): Map<string, GroupVisit[]> {
  const order = new Map(input.sessions.map(({ id }, at) => [id, at]));
  const groups = new Map(input.groups.map((group) => [group.id, group]));
  const visits = new Map(input.groups.map(({ id }) => [id, [] as GroupVisit[]]));
  for (const { groupId, sessionId, placeId, busId } of assignments) {
    const group = groups.get(groupId);
    if (group) visits.get(groupId)!.push({ sessionId, placeId, busId, ...worth(input, group, placeId) });
  }
  for (const list of visits.values())
    list.sort((one, other) => order.get(one.sessionId)! - order.get(other.sessionId)!);
  return visits;
}

function worth(input: PlanInput, group: Group, placeId: string): Pick<GroupVisit, "rank" | "fits"> {
  const departments = input.places.find(({ id }) => id === placeId)?.departments ?? [];
  const rank = group.wishes.indexOf(placeId);
  const isKnown = group.department !== "" && departments.length > 0;
  return { rank: rank < 0 ? null : rank + 1, fits: isKnown ? departments.includes(group.department) : null };
}

/** A group whose visits differ. A group that one of the plans does not know has null there. */
export type GroupChange = {
  label: string;
  className: string;
  size: number;
  before: GroupVisit[] | null;
  after: GroupVisit[] | null;
};

/**
 * Who goes somewhere else in the second plan, by label and in its order; groups are the same when their ids are. Another
 * bus alone is no change.
 */
export function changedGroups(before: PlanContent, after: PlanContent): GroupChange[] {
  const [old, now] = [visitsByGroup(before), visitsByGroup(after)];
  const known = new Set(after.input.groups.map(({ id }) => id));
  const all = [...after.input.groups, ...before.input.groups.filter(({ id }) => !known.has(id))];
  return all.flatMap(({ id, label, className, size }) => {
    const [one, other] = [old.get(id) ?? null, now.get(id) ?? null];
    if (one && other && placesOf(one) === placesOf(other)) return [];
    return [{ label, className, size, before: one, after: other }];
  });
}

const placesOf = (visits: readonly GroupVisit[]) =>
  visits.map(({ sessionId, placeId }) => `${sessionId} ${placeId}`).join(" ");

/** Who moves how: people at a place that they wished more, less or as much as before. */
export function costOfChanges(changes: readonly GroupChange[]): {
  better: number;
  worse: number;
  alike: number;
} {
  const cost = { better: 0, worse: 0, alike: 0 };
  for (const { size, before, after } of changes) {
    if (!before || !after) continue;
    const difference = sumOfRanks(before) - sumOfRanks(after);
    cost[difference > 0 ? "better" : difference < 0 ? "worse" : "alike"] += size;
  }
  return cost;
}

/** A place that nobody wished for counts as one worse than the last wish that a form has. */
const sumOfRanks = (visits: readonly GroupVisit[]) =>
  visits.reduce((sum, { rank }) => sum + (rank ?? UNWISHED_RANK), 0);
const UNWISHED_RANK = 6;

export type MoveProblem =
  /** The group cannot go in this session. */
  | { kind: "session" }
  /** The group has another visit in this session, or is at this place in another one. */
  | { kind: "twice" }
  | { kind: "too-many"; people: number; maximum: number }
  /** Who stays behind is fewer than the place takes. */
  | { kind: "too-few"; people: number; minimum: number }
  | { kind: "teachers"; needed: number; available: number };

/** A place to which a visit could be moved, with what it costs. Seats in buses are looked at when the plan is made. */
export type Move = {
  sessionId: string;
  placeId: string;
  rank: number | null;
  fits: boolean | null;
  /** Head count there now, and what it takes. */
  people: number;
  maximum: number;
  problems: MoveProblem[];
};

export type MoveChoice = {
  /** The group and those that must go with it. */
  groups: Group[];
  people: number;
  from: GroupVisit;
  moves: Move[];
};

/** Where the visit of a group (in the session) could go instead; null when the group has none in this session. */
export function movesOf(
  plan: PlanContent,
  { groupId, sessionId }: { groupId: string; sessionId: string },
): MoveChoice | null {
  const { input } = plan;
  const group = input.groups.find(({ id }) => id === groupId);
  const visits = visitsByGroup(plan);
  const from = visits.get(groupId)?.find((visit) => visit.sessionId === sessionId);
  if (!group || !from) return null;
  const groups =
    group.together === "" ? [group] : input.groups.filter(({ together }) => together === group.together);
  const people = groups.reduce((sum, { size }) => sum + size, 0);
  const counts = headCounts(plan);
  const moves = input.offers
    .filter((offer) => offer.placeId !== from.placeId || offer.sessionId !== from.sessionId)
    .map((offer): Move => {
      const there = counts.get(keyOf(offer)) ?? 0;
      const problems: MoveProblem[] = [];
      if (groups.some(({ sessionIds }) => sessionIds.length > 0 && !sessionIds.includes(offer.sessionId)))
        problems.push({ kind: "session" });
      const others = visits.get(groupId)!.filter((visit) => visit !== from);
      if (others.some((visit) => visit.sessionId === offer.sessionId || visit.placeId === offer.placeId))
        problems.push({ kind: "twice" });
      if (there + people > offer.maximum)
        problems.push({ kind: "too-many", people: there + people, maximum: offer.maximum });
      else if (there + people < offer.minimum)
        problems.push({ kind: "too-few", people: there + people, minimum: offer.minimum });
      problems.push(
        ...leftBehind(input, counts, { from, people }),
        ...teachers(plan, counts, { from, to: offer, people }),
      );
      const { sessionId: to, placeId, maximum } = offer;
      return { sessionId: to, placeId, maximum, people: there, problems, ...worth(input, group, placeId) };
    });
  return { groups, people, from, moves };
}

type Stop = { sessionId: string; placeId: string };
const keyOf = ({ sessionId, placeId }: Stop) => `${sessionId} ${placeId}`;

/** People by session and place. */
export function headCounts({ input, assignments }: PlanContent): Map<string, number> {
  const sizes = new Map(input.groups.map(({ id, size }) => [id, size]));
  const counts = new Map<string, number>();
  for (const visit of assignments)
    counts.set(keyOf(visit), (counts.get(keyOf(visit)) ?? 0) + (sizes.get(visit.groupId) ?? 0));
  return counts;
}

function leftBehind(
  input: PlanInput,
  counts: ReadonlyMap<string, number>,
  { from, people }: { from: Stop; people: number },
): MoveProblem[] {
  const left = (counts.get(keyOf(from)) ?? 0) - people;
  const minimum = input.offers.find((offer) => keyOf(offer) === keyOf(from))?.minimum ?? 0;
  return left > 0 && left < minimum ? [{ kind: "too-few", people: left, minimum }] : [];
}

function teachers(
  { input }: PlanContent,
  counts: ReadonlyMap<string, number>,
  { from, to, people }: { from: Stop; to: Stop; people: number },
): MoveProblem[] {
  const available = input.sessions.find(({ id }) => id === to.sessionId)?.teachers ?? null;
  if (available === null) return [];
  const isEmptied = (counts.get(keyOf(from)) ?? 0) === people;
  const needed = input.offers
    .filter((offer) => offer.sessionId === to.sessionId)
    .filter((offer) => (counts.get(keyOf(offer)) ?? 0) > 0 || keyOf(offer) === keyOf(to))
    .filter((offer) => !(isEmptied && keyOf(offer) === keyOf(from)))
    .reduce((sum, { teachersNeeded }) => sum + teachersNeeded, 0);
  return needed > available ? [{ kind: "teachers", needed, available }] : [];
}
