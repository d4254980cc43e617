import { describe, expect, test } from "vitest";
import type { PlanInput } from "./plan.rules.ts";
import { changedGroups, costOfChanges, movesOf, type PlanContent } from "./plan-comparison.rules.ts";
import { listsOf } from "./lists.rules.ts";
import { locksOfForm, locksOfMove } from "./stored-plan.rules.ts";

const group = (id: string, changes: Partial<PlanInput["groups"][number]> = {}) => ({
  id,
  label: id.toUpperCase(),
  className: "2M",
  department: "機械科",
  size: 1,
  together: "",
  wishes: ["p1", "p2"],
  sessionIds: [],
  ...changes,
});

const offer = (placeId: string, minimum: number, maximum: number, sessionId = "s1") => ({
  placeId,
  sessionId,
  minimum,
  maximum,
  teachersNeeded: 1,
});

const input: PlanInput = {
  sessions: [
    {
      id: "s1",
      label: "1日目",
      day: "2026-12-03",
      teachers: 2,
      buses: [{ id: "b1", name: "1号車", seats: 20 }],
    },
    { id: "s2", label: "2日目", day: "2026-12-04", teachers: null, buses: [] },
  ],
  places: [
    { id: "p1", name: "宵待精密", area: "", departments: ["機械科"] },
    { id: "p2", name: "朝霧製菓", area: "", departments: ["化学科"] },
    { id: "p3", name: "夕凪工務", area: "", departments: [] },
  ],
  offers: [offer("p1", 2, 3), offer("p2", 0, 2), offer("p3", 0, 5), offer("p3", 3, 5, "s2")],
  groups: [
    group("a"),
    group("b"),
    group("c", { together: "組" }),
    group("d", { together: "組", wishes: [] }),
  ],
  visitsPerGroup: 1,
  locks: [],
  weights: { wish: 3, department: 1, evenness: 0 },
  timeLimitSeconds: 10,
};

const at = (groupId: string, placeId: string, busId: string | null = "b1") => ({
  groupId,
  sessionId: "s1",
  placeId,
  busId,
});
const plan: PlanContent = {
  input,
  assignments: [at("a", "p1"), at("b", "p1"), at("c", "p2"), at("d", "p2")],
};

describe("two plans", () => {
  test("differ in who goes to another place, not in the bus", () => {
    const after = { input, assignments: [at("a", "p1", null), at("b", "p3"), at("c", "p1"), at("d", "p2")] };
    const changes = changedGroups(plan, after);
    expect(changes.map(({ label, before, after: now }) => [label, before![0]!.rank, now![0]!.rank])).toEqual([
      ["B", 1, null],
      ["C", 2, 1],
    ]);
    expect(costOfChanges(changes)).toEqual({ better: 1, worse: 1, alike: 0 });
  });

  test("name groups that only one of them knows", () => {
    const later = {
      input: { ...input, groups: input.groups.slice(1) },
      assignments: plan.assignments.slice(1),
    };
    expect(changedGroups(plan, later)).toMatchObject([{ label: "A", after: null }]);
    expect(changedGroups(later, plan)).toMatchObject([{ label: "A", before: null }]);
  });
});

describe("a move", () => {
  const problemsOf = (groupId: string) =>
    Object.fromEntries(
      movesOf(plan, { groupId, sessionId: "s1" })!.moves.map(({ sessionId, placeId, problems }) => [
        `${sessionId} ${placeId}`,
        problems,
      ]),
    );

  test("leaves no place with fewer than it takes, fills none beyond its maximum, and needs teachers", () => {
    expect(problemsOf("a")).toEqual({
      "s1 p2": [
        { kind: "too-many", people: 3, maximum: 2 },
        { kind: "too-few", people: 1, minimum: 2 },
      ],
      "s1 p3": [
        { kind: "too-few", people: 1, minimum: 2 },
        { kind: "teachers", needed: 3, available: 2 },
      ],
      "s2 p3": [
        { kind: "too-few", people: 1, minimum: 3 },
        { kind: "too-few", people: 1, minimum: 2 },
      ],
    });
  });

  test("takes along those that must stay together; a place that is left empty needs no teacher", () => {
    const choice = movesOf(plan, { groupId: "c", sessionId: "s1" })!;
    expect(choice).toMatchObject({ people: 2, from: { placeId: "p2", rank: 2, fits: false } });
    expect(choice.groups.map(({ id }) => id)).toEqual(["c", "d"]);
    expect(problemsOf("c")["s1 p3"]).toEqual([]);
    expect(problemsOf("c")["s1 p1"]).toEqual([{ kind: "too-many", people: 4, maximum: 3 }]);
  });

  test("becomes locks for everybody", () => {
    const move = {
      groupIds: ["c", "d"],
      from: { sessionId: "s1", placeId: "p2" },
      to: { sessionId: "s1", placeId: "p3" },
    };
    expect(
      locksOfMove(plan.assignments, move).map(({ groupId, placeId }) => `${groupId} ${placeId}`),
    ).toEqual(["a p1", "b p1", "c p3", "d p3"]);
  });

  test("of nobody is none", () => {
    expect(movesOf(plan, { groupId: "a", sessionId: "s2" })).toBeNull();
    expect(movesOf(plan, { groupId: "z", sessionId: "s1" })).toBeNull();
  });
});

test("boxes of a form become locks of visits that the plan has, single or a whole place", () => {
  const locks = locksOfForm({ lock: ["a s1 p1", "a s1 p3", "x"], lockPlace: ["s1 p2"] }, plan.assignments);
  expect(locks.map(({ groupId }) => groupId)).toEqual(["a", "c", "d"]);
});

describe("printed lists", () => {
  test("by place count people, departments and teachers", () => {
    expect(listsOf(plan, "place")).toMatchObject([
      { name: "宵待精密", people: 2, teachers: 1, departments: [{ name: "機械科", people: 2 }] },
      { name: "朝霧製菓", people: 2 },
    ]);
  });

  test("by bus name the stops, by class each group once", () => {
    const [bus] = listsOf(plan, "bus");
    expect(bus).toMatchObject({
      name: "1号車",
      people: 4,
      bus: {
        seats: 20,
        stops: [
          { placeName: "宵待精密", people: 2 },
          { placeName: "朝霧製菓", people: 2 },
        ],
      },
    });
    expect(listsOf(plan, "class")).toMatchObject([{ name: "2M", people: 4, sessionId: null }]);
  });
});
