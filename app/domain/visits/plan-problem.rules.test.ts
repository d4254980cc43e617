import { describe, expect, test } from "vitest";
import { group, groups, offer, place, planInput, session } from "#tests/support/visit-inputs.ts";
import type { PlanInput, PlanProblem } from "./plan.rules.ts";
import { problemOf } from "./plan-problem.rules.ts";

const sound = planInput({ offers: [offer("p", "s")], groups: groups("g", 3, { wishes: ["p"] }) });
const lock = { groupId: "g1", sessionId: "s", placeId: "p" };

const cases: [string, Partial<PlanInput>, PlanProblem][] = [
  ["nobody to place", { groups: [] }, { kind: "nothing-to-plan", what: "groups" }],
  ["an offer twice", { offers: [offer("p", "s"), offer("p", "s")] }, dup("offer", "p s")],
  ["a group twice", { groups: [group("g"), group("g")] }, dup("group", "g")],
  ["a lock twice", { locks: [lock, lock] }, dup("lock", "g1 p s")],
  [
    "a bus twice",
    { sessions: [session("s", { buses: [1, 2].map(() => ({ id: "b", name: "b", seats: 3 })) })] },
    dup("bus", "b"),
  ],
  [
    "a wish for an unknown place",
    { groups: [group("g", { wishes: ["x"] })] },
    { kind: "unknown", what: "place", id: "x", in: "group" },
  ],
  [
    "a lock of an unknown group",
    { locks: [{ ...lock, groupId: "x" }] },
    { kind: "unknown", what: "group", id: "x", in: "lock" },
  ],
  [
    "an offer in an unknown session",
    { sessions: [session("s")], offers: [offer("p", "s"), offer("p", "x")] },
    { kind: "unknown", what: "session", id: "x", in: "offer" },
  ],
  ["half a person", { groups: [group("g", { size: 1.5 })] }, { kind: "not-a-count", what: "size", id: "g" }],
  ["an empty group", { groups: [group("g", { size: 0 })] }, { kind: "not-a-count", what: "size", id: "g" }],
  ["no visit", { visitsPerGroup: 0 }, { kind: "not-a-count", what: "visits", id: "" }],
  [
    "a minimum above the maximum",
    { offers: [offer("p", "s", { minimum: 11 })] },
    { kind: "minimum-above-maximum", placeId: "p", sessionId: "s" },
  ],
  ["a weight that is no number", { weights: { ...sound.weights, wish: Number.NaN } }, { kind: "weights" }],
  ["no time", { timeLimitSeconds: 0 }, { kind: "time-limit" }],
  [
    "more people than can be planned",
    { groups: groups("g", 21, { size: 1000 }) },
    { kind: "too-large", what: "people", limit: 20_000 },
  ],
];

function dup(what: Extract<PlanProblem, { kind: "duplicate" }>["what"], id: string): PlanProblem {
  return { kind: "duplicate", what, id };
}

describe("an input", () => {
  test("that is sound has no problem", () => {
    expect(problemOf(sound)).toEqual([]);
    expect(problemOf({ ...sound, places: [...sound.places, place("unused")] })).toEqual([]);
  });

  test.each(cases)("with %s is refused", (_, facts, problem) => {
    expect(problemOf({ ...sound, ...facts })).toEqual([problem]);
  });
});
