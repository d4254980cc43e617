import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { group, groups, offer, place, planInput, session, smallInputs } from "#tests/support/visit-inputs.ts";
import { brokenRules, tryEverything } from "#tests/support/visit-oracle.ts";
import { openEngine } from "./engine.server.ts";
import type { LinearEngine } from "./linear.rules.ts";
import type { PlanInput, PlanResult } from "./plan.rules.ts";
import { applyChanges } from "./plan-changes.rules.ts";
import { unevennessOf } from "./plan-points.rules.ts";
import { problemOf } from "./plan-problem.rules.ts";
import { solveWith } from "./solving.server.ts";

let engine: LinearEngine;
beforeAll(async () => {
  engine = await openEngine();
});

function solved(input: PlanInput) {
  const result = solveWith(engine, input);
  if (result.state !== "solved") throw new Error(JSON.stringify(result));
  expect(brokenRules(input, result.assignments)).toEqual([]);
  return result;
}

/** What must not depend on the clock. */
function lasting(result: PlanResult) {
  return { ...result, seconds: 0 };
}

describe("a plan of any small input", () => {
  test("is as good as the best found by trying everything, or its changes make one possible", () => {
    const seen = { solved: 0, infeasible: 0, failed: 0 };
    fc.assert(
      fc.property(smallInputs, (input) => {
        expect(problemOf(input)).toEqual([]);
        const best = tryEverything(input);
        const result = solveWith(engine, input);
        seen[result.state]++;
        if (best === null) {
          if (result.state !== "infeasible") throw new Error(`expected no plan: ${result.state}`);
          expect(result.explanations.length).toBeGreaterThan(0);
          const changed = applyChanges(input, result.explanations);
          if (changed.visitsPerGroup > 0) expect(solveWith(engine, changed).state).toBe("solved");
          return;
        }
        if (result.state !== "solved") throw new Error(`expected a plan: ${result.state}`);
        expect(brokenRules(input, result.assignments)).toEqual([]);
        expect(result).toMatchObject({ proven: true, gap: 0, bound: result.objective });
        expect(result.objective).toBeCloseTo(best.points, 6);
        if (input.weights.evenness === 0) return;
        expect(result.evenness).toBe("proven");
        expect(unevennessOf(result.figures.spread)).toBeCloseTo(best.unevenness, 5);
      }),
      { numRuns: 200, seed: 4 },
    );
    expect(seen.solved).toBeGreaterThan(60);
    expect(seen.infeasible).toBeGreaterThan(60);
  }, 60_000);

  test("does not depend on the order in which the input was written", () => {
    const shuffled = smallInputs.chain((input) =>
      fc
        .record({
          sessions: fc.shuffledSubarray(input.sessions, { minLength: input.sessions.length }),
          places: fc.shuffledSubarray(input.places, { minLength: input.places.length }),
          offers: fc.shuffledSubarray(input.offers, { minLength: input.offers.length }),
          groups: fc.shuffledSubarray(input.groups, { minLength: input.groups.length }),
        })
        .map((order) => [input, { ...input, ...order }] as const),
    );
    fc.assert(
      fc.property(shuffled, ([input, other]) => {
        expect(lasting(solveWith(engine, other))).toEqual(lasting(solveWith(engine, input)));
      }),
      { numRuns: 40, seed: 5 },
    );
  }, 60_000);
});

describe("a plan", () => {
  test("deals twenty alike out to two different places on two days each", () => {
    const offers = ["p", "q", "r"].flatMap((placeId) =>
      ["s", "t", "u"].map((sessionId) => offer(placeId, sessionId, { maximum: 5 })),
    );
    const input = planInput({ offers, groups: groups("g", 20, { wishes: ["p", "q"] }), visitsPerGroup: 2 });
    const { figures } = solved(input);
    expect(figures).toMatchObject({ people: 20, visits: 40, withoutWishes: 0 });
    expect(figures.wishes).toEqual([
      { rank: 1, people: 15 },
      { rank: 2, people: 15 },
    ]);
    expect(figures.unwished).toBe(10);
  });

  test("weighs wishes against departments as asked, and counts both", () => {
    const facts = {
      offers: [offer("p", "s", { maximum: 1 }), offer("q", "s", { maximum: 1 })],
      places: [place("p", { departments: ["機械"] }), place("q", { departments: ["電気"] })],
      groups: [
        group("a", { department: "機械", wishes: ["q"] }),
        group("b", { department: "電気", wishes: ["p"] }),
      ],
    };
    const weights = { wish: 3, department: 1, evenness: 0 };
    expect(solved(planInput({ ...facts, weights })).figures).toMatchObject({
      wishes: [{ rank: 1, people: 2 }],
      departmentFit: 0,
      departmentKnown: 2,
    });
    expect(solved(planInput({ ...facts, weights: { ...weights, department: 4 } })).figures).toMatchObject({
      wishes: [],
      unwished: 2,
      departmentFit: 2,
    });
  });

  test("gives up evenness for a single wish, but not for nothing", () => {
    const offers = [offer("p", "s"), offer("q", "s")];
    const all = solved(planInput({ offers, groups: groups("g", 10, { wishes: ["p"] }) }));
    expect(all.figures.spread.map(({ people }) => people)).toEqual([10, 0]);
    const none = solved(planInput({ offers, groups: groups("g", 10) }));
    expect(none.figures.spread.map(({ people }) => people)).toEqual([5, 5]);
  });

  test("fills each bus with whole groups and the teachers, and makes few stops", () => {
    const buses = [
      { id: "a", name: "1号車", seats: 21 },
      { id: "b", name: "2号車", seats: 21 },
    ];
    const offers = ["p", "q"].map((id) => offer(id, "s", { maximum: 20, teachersNeeded: 1 }));
    const input = planInput({
      sessions: [session("s", { buses, teachers: 2 })],
      offers,
      groups: [...groups("g", 4, { size: 5, wishes: ["p"] }), ...groups("h", 4, { size: 5, wishes: ["q"] })],
    });
    const { assignments } = solved(input);
    for (const placeId of ["p", "q"]) {
      const here = assignments.filter((visit) => visit.placeId === placeId);
      expect(new Set(here.map(({ busId }) => busId)).size).toBe(1);
    }
  });

  test("keeps its locks, also when solved again with some of its own visits locked", () => {
    const offers = ["p", "q", "r"].flatMap((placeId) =>
      ["s", "t"].map((sessionId) => offer(placeId, sessionId, { maximum: 4, minimum: 2 })),
    );
    const input = planInput({ offers, groups: groups("g", 12, { wishes: ["p", "q"] }), visitsPerGroup: 2 });
    const first = solved(input);
    const locks = first.assignments
      .slice(0, 8)
      .map(({ groupId, sessionId, placeId }) => ({ groupId, sessionId, placeId }));
    const again = solved({ ...input, locks });
    expect(again.objective).toBe(first.objective);
    const against = { groupId: "g1", sessionId: "t", placeId: "r" };
    expect(solved({ ...input, locks: [against] }).objective).toBeLessThanOrEqual(first.objective);
  });
});

describe("a solver that runs out of time", () => {
  const input = planInput({ offers: [offer("p", "s")], groups: groups("g", 5, { wishes: ["p"] }) });

  test("says that there is no plan yet", () => {
    const late: LinearEngine = () => ({
      status: "limit",
      values: null,
      objective: Infinity,
      bound: -Infinity,
    });
    expect(solveWith(late, input)).toMatchObject({ state: "failed", reason: "time-limit-without-plan" });
  });

  test("gives the best plan that it has, and how much better another could be at most", () => {
    const hasty: LinearEngine = (model, options) => {
      const outcome = engine(model, options);
      return { ...outcome, status: "limit", bound: outcome.bound - Math.abs(outcome.bound) / 5 };
    };
    const wished = {
      ...input,
      groups: groups("g", 5, { wishes: ["q", "p"] }),
      places: [place("p"), place("q")],
    };
    const result = solveWith(hasty, wished);
    expect(result).toMatchObject({
      state: "solved",
      proven: false,
      evenness: "best-found",
      objective: 5 * 3 * 7,
    });
    if (result.state !== "solved") return;
    expect(result.bound).toBeGreaterThanOrEqual(result.objective);
    expect(result.gap).toBeCloseTo((result.bound - result.objective) / result.objective, 9);
  });
});
