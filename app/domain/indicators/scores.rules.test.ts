import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Achievement } from "./achievement.rules.ts";
import {
  computedGradeOf,
  computedScoreOf,
  type GradeStep,
  readGradeSteps,
  rollUp,
  scoreOfIndicators,
  type ScoredPart,
} from "./scores.rules.ts";

const part = (
  score: number | null,
  weight: number | null = null,
  coverage = score === null ? 0 : 1,
): ScoredPart => ({
  score,
  weight,
  coverage,
});
const reached = (ratio: number) => ({ achievement: { ok: true, ratio } satisfies Achievement, target: {} });
const without = (reason: "no-actual" | "no-target" | "not-applicable", target: unknown = {}) => ({
  achievement: { ok: false, reason } satisfies Achievement,
  target,
});

describe("the roll-up", () => {
  test("weighs the parts: 30, 25, 20 and 25 percent", () => {
    const found = rollUp([part(1, 30), part(0.8, 25), part(0.5, 20), part(0, 25)]);
    expect(found.score).toBeCloseTo(0.6, 12);
    expect(found.coverage).toBe(1);
  });
  test("over what has a score, and says how much of the weight that is", () => {
    expect(rollUp([part(1, 30), part(null, 70)])).toEqual({ score: 1, coverage: 0.3 });
    expect(rollUp([part(0.5), part(null), part(null), part(1.5)])).toEqual({ score: 1, coverage: 0.5 });
    expect(rollUp([part(1, 50, 0.5), part(1, 50, 1)])).toEqual({ score: 1, coverage: 0.75 });
  });
  test("of nothing is no score, and that is not 0", () => {
    expect(rollUp([])).toEqual({ score: null, coverage: 0 });
    expect(rollUp([part(null), part(null, 40)])).toEqual({ score: null, coverage: 0 });
    expect(rollUp([part(1, 0), part(null, 0)])).toEqual({ score: null, coverage: 0 });
    expect(rollUp([part(1, 0), part(0.5, 10)])).toEqual({ score: 0.5, coverage: 1 });
    expect(rollUp([part(0)])).toEqual({ score: 0, coverage: 1 });
  });
  test("shares what is missing to 100 percent among the parts without a weight", () => {
    expect(rollUp([part(1, 60), part(0), part(0)]).score).toBeCloseTo(0.6, 12);
    expect(rollUp([part(1, 60), part(0), part(null)]).coverage).toBeCloseTo(0.8, 12);
    expect(rollUp([part(1, 120), part(0)])).toEqual({ score: 1, coverage: 1 });
    expect(rollUp([part(1, -5), part(0.5, 10)])).toEqual({ score: 0.5, coverage: 1 });
  });
  test("is not capped", () => {
    expect(rollUp([part(3.5), part(0.5)]).score).toBe(2);
  });

  const anyPart = fc.record({
    score: fc.option(fc.double({ min: -2, max: 5, noNaN: true })),
    weight: fc.option(fc.integer({ min: 0, max: 60 })),
    coverage: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  test("lies between the least and the greatest of its parts, with a coverage from 0 to 1", () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 12 }), (parts) => {
        const { score, coverage } = rollUp(parts);
        const scores = parts.flatMap((one) => one.score ?? []);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(score).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
      }),
    );
  });
  test("does not depend on the order of its parts", () => {
    const shuffled = fc
      .array(anyPart, { maxLength: 8 })
      .chain((parts) =>
        fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
      );
    fc.assert(
      fc.property(shuffled, ([parts, mixed]) => {
        const [one, other] = [rollUp(parts), rollUp(mixed)];
        expect(other.coverage).toBeCloseTo(one.coverage, 9);
        expect(other.score === null).toBe(one.score === null);
        if (one.score !== null) expect(other.score).toBeCloseTo(one.score, 9);
      }),
    );
  });
  test("of one part is that part", () => {
    fc.assert(
      fc.property(anyPart, (one) => {
        fc.pre(one.weight !== 0);
        const { score, coverage } = rollUp([one]);
        if (one.score === null) {
          expect([score, coverage]).toEqual([null, 0]);
          return;
        }
        expect(score).toBeCloseTo(one.score, 12);
        expect(coverage).toBeCloseTo(one.coverage, 12);
      }),
    );
  });
});

describe("the score of a project", () => {
  test("is the mean of its indicators' achievements", () => {
    expect(scoreOfIndicators([reached(1.5), reached(0.5)])).toEqual({ score: 1, coverage: 1 });
  });
  test("covers less where a figure is missing, and leaves out what is only watched", () => {
    expect(scoreOfIndicators([reached(1), without("no-actual")])).toEqual({ score: 1, coverage: 0.5 });
    expect(scoreOfIndicators([reached(1), without("no-target", null)])).toEqual({ score: 1, coverage: 1 });
    expect(scoreOfIndicators([reached(1), without("no-target")])).toEqual({ score: 1, coverage: 0.5 });
    expect(scoreOfIndicators([reached(1), without("not-applicable")])).toEqual({ score: 1, coverage: 1 });
    expect(scoreOfIndicators([{ ...reached(1), target: null }])).toEqual({ score: 1, coverage: 1 });
    expect(scoreOfIndicators([without("not-applicable", null)])).toEqual({ score: null, coverage: 0 });
  });
  test("goes up the tree by the weights of the children", () => {
    const project = (ratio: number | null, weight: number | null) => ({
      weight,
      indicators: ratio === null ? [without("no-actual")] : [reached(ratio)],
    });
    const strategy = { indicators: [reached(9)], projects: [project(1, 75), project(0, 25)] };
    expect(computedScoreOf(strategy)).toEqual({ score: 0.75, coverage: 1 });
    expect(
      computedScoreOf({
        indicators: [],
        strategies: [strategy, { ...strategy, projects: [project(null, null)] }],
      }),
    ).toEqual({
      score: 0.75,
      coverage: 0.5,
    });
    expect(computedScoreOf({ indicators: [reached(0.4)], projects: [] })).toEqual({
      score: 0.4,
      coverage: 1,
    });
    expect(computedScoreOf(project(0.2, null))).toEqual({ score: 0.2, coverage: 1 });
  });
});

describe("the computed grade", () => {
  const steps: GradeStep[] = [
    { grade: "C", from: 0.3, meaning: "やや遅れている" },
    { grade: "A", from: 1, meaning: "目標を達成した" },
    { grade: "D", from: null, meaning: "遅れている" },
    { grade: "B", from: 0.6, meaning: "" },
  ];
  test.each([
    [3.5, "A"],
    [1, "A"],
    [0.999, "B"],
    [0.6, "B"],
    [0.3, "C"],
    [0.299, "D"],
    [-1, "D"],
    [null, null],
  ])("of %s is %s, in whatever order the steps stand", (score, grade) => {
    expect(computedGradeOf(score, steps)).toBe(grade);
    expect(computedGradeOf(score, steps.toReversed())).toBe(grade);
  });
  test("is none where no step is low enough", () => {
    expect(
      computedGradeOf(
        0.1,
        steps.filter(({ from }) => from !== null),
      ),
    ).toBeNull();
    expect(computedGradeOf(0.1, [])).toBeNull();
  });
  test("never falls when the score rises", () => {
    const score = fc.double({ min: -1, max: 3, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(computedGradeOf(high, steps)! <= computedGradeOf(low, steps)!).toBe(true);
      }),
    );
  });
  test("comes from the stored steps; what is none is left out", () => {
    const stored: unknown[] = steps.map(({ grade, from, meaning }) =>
      meaning === "" ? { grade, from } : { grade, from, meaning },
    );
    expect(readGradeSteps(stored)).toEqual(steps);
    expect(readGradeSteps(["A", { grade: "A", from: 1, meaning: 3 }])).toEqual([
      { grade: "A", from: 1, meaning: "" },
    ]);
    expect(readGradeSteps({ grade: "A", from: 1 })).toEqual([]);
    expect(readGradeSteps(null)).toEqual([]);
    expect(
      readGradeSteps([
        null,
        3,
        { grade: "E", from: 1 },
        { grade: "A", from: "1" },
        { grade: "A" },
        { from: 1 },
      ]),
    ).toEqual([]);
  });
});
