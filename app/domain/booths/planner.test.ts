import * as fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, test } from "vitest";
import { boothModel, readChoice, SOLVER_OPTIONS } from "./planner-model.rules.ts";
import { chooseStepByStep, firstCome } from "./planner-orders.rules.ts";
import { describePlan } from "./planner-result.rules.ts";
import {
  DEFAULT_WEIGHTS,
  groupsOf,
  inOrder,
  overdrawn,
  type PlannerApplication,
  type PlannerInput,
  scoreOf,
  TERMS,
} from "./planner.rules.ts";
import { proposeBooths } from "./solve.server.ts";

const highs = await loadHighs();

/** The exact choice, as the portal computes it in its thread. */
function solve(unordered: PlannerInput): Set<string> {
  const input = inOrder(unordered);
  const model = boothModel(input);
  if (model.alike.length === 0) return readChoice(input, model, () => 0);
  const { Status, Columns } = highs.solve(model.problem, SOLVER_OPTIONS);
  expect(Status).toBe("Optimal");
  return readChoice(input, model, (variable) => Number((Columns[variable] as { Primal?: number }).Primal));
}

const totalOf = (input: PlannerInput, chosen: ReadonlySet<string>) =>
  scoreOf(input, groupsOf(input), chosen).total;

/** The best total of all subsets that keep to the fixed choices and to what there is. */
function exhaustively(input: PlannerInput): number {
  const free = input.applications.filter(({ fixed }) => fixed === null);
  const fixed = input.applications.filter((one) => one.fixed === "in").map(({ id }) => id);
  const groups = groupsOf(input);
  let best = Number.NEGATIVE_INFINITY;
  for (let bits = 0; bits < 2 ** free.length; bits++) {
    const chosen = new Set([...fixed, ...free.filter((_, at) => (bits >> at) & 1).map(({ id }) => id)]);
    if (!overdrawn(input, chosen)) best = Math.max(best, scoreOf(input, groups, chosen).total);
  }
  return best;
}

const application = (most: number): fc.Arbitrary<Omit<PlannerApplication, "id" | "companyId" | "name">> =>
  fc.record({
    appliedAt: fc.constantFrom(
      "2026-11-01T00:00:00.000Z",
      "2026-11-02T00:00:00.000Z",
      "2026-11-03T00:00:00.000Z",
    ),
    industry: fc.constantFrom("24", "26", "28", "39", "08"),
    interest: fc.constantFrom("machines", "electronics", "programming"),
    area: fc.constantFrom("一関", "大東", "千厩"),
    departments: fc.subarray(["機械・知能系", "電気・電子系", "情報・ソフトウェア系", "学科不問"]),
    power: fc.constantFrom(0, 300, 500, 1500),
    space: fc.constantFrom(1, 2),
    sessions: fc.constantFrom([], ["day-1"], ["day-2"]),
    leftOut: fc.integer({ min: 0, max: most }),
    fixed: fc.constantFrom(null, null, null, null, "in" as const, "out" as const),
    decided: fc.constant(false),
  });

const inputs: fc.Arbitrary<PlannerInput> = fc
  .record({
    limit: fc.integer({ min: 1, max: 6 }),
    twoDays: fc.boolean(),
    power: fc.option(fc.integer({ min: 0, max: 4000 })),
    space: fc.option(fc.integer({ min: 0, max: 10 })),
    people: fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 3, maxLength: 3 }),
    weights: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: TERMS.length, maxLength: TERMS.length }),
    applications: fc.array(application(4), { minLength: 1, maxLength: 10 }),
  })
  .map(({ twoDays, people, weights, applications, ...rest }) => ({
    version: 1 as const,
    ...rest,
    sessions: twoDays ? ["day-1", "day-2"] : ["day-1"],
    people: ["kosen-machines", "kosen-electric", "kosen-information"].map((key, at) => ({
      key,
      people: people[at]!,
    })),
    interests: [{ key: "programming", people: 20 }],
    weights: Object.fromEntries(TERMS.map((term, at) => [term, weights[at]])) as PlannerInput["weights"],
    applications: applications.map((one, at) => ({
      ...one,
      sessions: twoDays ? one.sessions : [],
      id: `a${at}`,
      companyId: `c${at}`,
      name: `企業${at}`,
    })),
  }))
  .filter(
    (input) =>
      !overdrawn(
        input,
        new Set(input.applications.filter(({ fixed }) => fixed === "in").map(({ id }) => id)),
      ),
  );

// A property solves hundreds of plans; beside other suites on a small machine that takes a while.
describe("the plan", { timeout: 60_000 }, () => {
  test("has as many points as the best of all possible choices, in 200 small cases", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const ordered = inOrder(input);
        expect(totalOf(ordered, solve(input))).toBe(exhaustively(ordered));
      }),
      { numRuns: 200, seed: 20261121 },
    );
  });

  test("is the same for the same applications in any order, keeps what is fixed and takes no more than there is", () => {
    fc.assert(
      fc.property(
        inputs.chain((input) =>
          fc.tuple(
            fc.constant(input),
            fc.shuffledSubarray([...input.applications], { minLength: input.applications.length }),
          ),
        ),
        ([input, shuffled]) => {
          const chosen = solve(input);
          expect(
            [...solve({ ...input, applications: shuffled, people: input.people.toReversed() })].toSorted(),
          ).toEqual([...chosen].toSorted());
          expect(overdrawn(input, chosen)).toBeNull();
          for (const { id, fixed } of input.applications)
            if (fixed) expect(chosen.has(id)).toBe(fixed === "in");
        },
      ),
      { numRuns: 60 },
    );
  });

  test("never puts a company out because it was left out once more, and never loses by another booth", () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (drawn, which) => {
        const input = {
          ...drawn,
          weights: { ...drawn.weights, leftOut: Math.max(1, drawn.weights.leftOut) },
        };
        const chosen = solve(input);
        expect(totalOf(input, solve({ ...input, limit: input.limit + 1 }))).toBeGreaterThanOrEqual(
          totalOf(input, chosen),
        );
        const ids = [...chosen];
        const lucky = ids[which % Math.max(1, ids.length)];
        const more = input.applications.map((one) =>
          one.id === lucky && one.leftOut < 3 ? { ...one, leftOut: one.leftOut + 1 } : one,
        );
        if (lucky !== undefined) expect(solve({ ...input, applications: more }).has(lucky)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("is never worse than going step by step or than first come, first served, and no exchange is better", () => {
    fc.assert(
      fc.property(inputs, (drawn) => {
        const input = inOrder(drawn);
        const chosen = solve(input);
        for (const other of [chooseStepByStep(input), firstCome(input)]) {
          expect(overdrawn(input, other)).toBeNull();
          expect(totalOf(input, other)).toBeLessThanOrEqual(totalOf(input, chosen));
        }
        for (const company of describePlan(input, chosen, true).companies)
          expect(company.swap?.change ?? 0).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});

const maker = (id: string, more: Partial<PlannerApplication> = {}): PlannerApplication => ({
  id,
  companyId: id,
  name: id,
  appliedAt: "2026-11-01T00:00:00.000Z",
  industry: "24",
  interest: "metal",
  area: "一関",
  departments: ["機械・知能系"],
  power: 0,
  space: 1,
  sessions: [],
  leftOut: 0,
  fixed: null,
  decided: false,
  ...more,
});
const town = (applications: PlannerApplication[], more: Partial<PlannerInput> = {}): PlannerInput => ({
  version: 1,
  limit: 1,
  sessions: ["day"],
  power: null,
  space: null,
  people: [{ key: "kosen-machines", people: 30 }],
  interests: [],
  weights: DEFAULT_WEIGHTS,
  applications,
  ...more,
});

describe("a proposal", () => {
  test("gives the booth to the earlier of two companies that are the same otherwise", async () => {
    const late = maker("a", { appliedAt: "2026-11-02T00:00:00.000Z" });
    const proposal = await proposeBooths(town([late, maker("b")]));
    expect(proposal).toMatchObject({ ok: true, result: { chosen: ["b"], proven: true } });
  });

  test("prefers one that was left out, then one for a department that nobody else is there for", async () => {
    const before = await proposeBooths(town([maker("a"), maker("b", { leftOut: 1 })]));
    expect(before).toMatchObject({ ok: true, result: { chosen: ["b"] } });
    const people = [
      { key: "kosen-machines", people: 30 },
      { key: "kosen-information", people: 20 },
    ];
    const software = maker("c", { departments: ["情報・ソフトウェア系"] });
    const proposal = await proposeBooths(town([maker("a"), maker("b"), software], { limit: 2, people }));
    expect(proposal).toMatchObject({ ok: true, result: { chosen: ["a", "c"] } });
  });

  test("says what staff fixed too much of, and that there is nothing to plan", async () => {
    const fixed = [maker("a", { fixed: "in", power: 900 }), maker("b", { fixed: "in", power: 900 })];
    expect(await proposeBooths(town(fixed))).toEqual({ ok: false, error: "fixed-too-much", by: "booths" });
    expect(await proposeBooths(town(fixed, { limit: 2, power: 1000 }))).toEqual({
      ok: false,
      error: "fixed-too-much",
      by: "power",
    });
    expect(await proposeBooths(town([]))).toEqual({ ok: false, error: "no-applications" });
  });

  test("of nothing but settled companies is what was settled", async () => {
    const proposal = await proposeBooths(town([maker("a", { fixed: "in" }), maker("b", { fixed: "out" })]));
    expect(proposal).toMatchObject({ ok: true, result: { chosen: ["a"], proven: true } });
  });
});
