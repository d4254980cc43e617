import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fiscalYearRange } from "#app/platform/calendar.ts";
import {
  type AchievementMethod,
  achievementMethod,
  achievementOf,
  type Band,
  elapsedShare,
  isBehindPace,
  isReached,
  paceLine,
} from "./achievement.rules.ts";

type Figures = Partial<Parameters<typeof achievementOf>[0]>;
const of = (method: AchievementMethod, figures: Figures) =>
  achievementOf({ method, actual: null, target: null, baseline: null, ...figures });
const reason = (method: AchievementMethod, figures: Figures) => {
  const found = of(method, figures);
  return found.ok ? null : found.reason;
};
const ratio = (method: AchievementMethod, figures: Figures) => {
  const found = of(method, figures);
  return found.ok ? found.ratio : null;
};

describe("the method of an indicator", () => {
  test.each([
    ["automatic", "increase", null, "ratio"],
    ["automatic", "increase", 47.4, "baseline-to-target"],
    ["automatic", "decrease", null, "inverse"],
    ["automatic", "decrease", 3, "baseline-to-target"],
    ["automatic", "maintain", 3, "maintain"],
    ["automatic", "band", 3, "band"],
    ["ratio", "decrease", 3, "ratio"],
    ["baselineToTarget", "increase", null, "baseline-to-target"],
    ["inverse", "increase", null, "inverse"],
    ["band", "increase", null, "band"],
    ["maintain", "increase", null, "maintain"],
    ["milestone", "increase", 3, "milestone"],
    ["none", "increase", 3, "none"],
  ] as const)("%s, to %s, baseline %s: %s", (choice, direction, baseline, method) => {
    expect(achievementMethod({ choice, direction, baseline })).toBe(method);
  });
  test("without a choice follows direction and baseline", () => {
    expect(achievementMethod({ direction: "decrease", baseline: null })).toBe("inverse");
  });
});

describe("a band", () => {
  const band: Band = { low: 40, high: 50 };
  test.each([
    [39, 39 / 40],
    [40, 1],
    [45, 1],
    [50, 1],
    [51, 50 / 51],
    [0, 0],
  ])("from 40 to 50: %i gives %d", (actual, expected) => {
    expect(ratio("band", { actual, band })).toBe(expected);
    expect(isReached({ direction: "band", actual, target: null, band })).toBe(expected === 1);
  });
  test("may be open on one side", () => {
    expect(ratio("band", { actual: 900, band: { low: 40, high: null } })).toBe(1);
    expect(ratio("band", { actual: 20, band: { low: 40, high: null } })).toBe(0.5);
    expect(ratio("band", { actual: 0, band: { low: null, high: 50 } })).toBe(1);
    expect(ratio("band", { actual: 100, band: { low: null, high: 50 } })).toBe(0.5);
    const open = { direction: "band", target: null } as const;
    expect(isReached({ ...open, actual: 39, band: { low: 40, high: null } })).toBe(false);
    expect(isReached({ ...open, actual: 51, band: { low: null, high: 50 } })).toBe(false);
    expect(isReached({ ...open, actual: 51, band: { low: 40, high: null } })).toBe(true);
    expect(isReached({ ...open, actual: 0, band: { low: null, high: 50 } })).toBe(true);
  });
  test.each([
    [{ actual: 3 }, "no-band"],
    [{ actual: 3, band: { low: null, high: null } }, "no-band"],
    [{ actual: 3, band: { low: 5, high: 4 } }, "no-band"],
    [{ actual: null, band }, "no-actual"],
    [{ actual: -1, band }, "negative"],
    [{ actual: 3, band: { low: -5, high: 4 } }, "negative"],
    [{ actual: 3, band: { low: null, high: -4 } }, "negative"],
    [{ actual: 3, band: { low: 0, high: 0 } }, "target-zero"],
  ] as const)("%o is no number but %s", (figures, why) => {
    expect(reason("band", figures)).toBe(why);
  });
  test("of one value is a band; an impossible one says nothing", () => {
    expect(ratio("band", { actual: 4, band: { low: 4, high: 4 } })).toBe(1);
    expect(ratio("band", { actual: 0, band: { low: 0, high: 0 } })).toBe(1);
    const at = (changes: Partial<Parameters<typeof isReached>[0]>) =>
      isReached({ direction: "band", actual: 3, target: 3, ...changes });
    expect([at({}), at({ band: { low: 5, high: 4 } }), at({ band: { low: null, high: null } })]).toEqual([
      null,
      null,
      null,
    ]);
    expect(at({ actual: null, band })).toBeNull();
    expect(at({ method: "ratio", band })).toBe(true);
    expect(at({ direction: "increase", method: "band", band })).toBe(false);
  });
});

describe("milestones, watched indicators and broken series", () => {
  test("a milestone is reached or it is not", () => {
    expect([2, 3, 4].map((actual) => ratio("milestone", { actual, target: 3 }))).toEqual([0, 1, 1]);
    expect(reason("milestone", { actual: 1, target: 0 })).toBe("target-zero");
    expect(reason("milestone", { actual: -1, target: 3 })).toBe("negative");
    expect(reason("milestone", { actual: 1, target: null })).toBe("no-target");
    expect(reason("milestone", { actual: null, target: 1 })).toBe("no-actual");
  });
  test("what is only watched has no achievement, whatever it is", () => {
    expect(reason("none", { actual: 3, target: 3, baseline: 1 })).toBe("not-applicable");
  });
  test("the way from a baseline that counted something else is no number", () => {
    const figures = { actual: 48, target: 55, baseline: 47 };
    expect(reason("baseline-to-target", { ...figures, seriesBreak: true })).toBe("series-break");
    expect(ratio("baseline-to-target", { ...figures, seriesBreak: false })).toBe(1 / 8);
    expect(ratio("ratio", { ...figures, seriesBreak: true })).toBe(48 / 55);
    expect(reason("baseline-to-target", { actual: 48, target: 55, seriesBreak: true })).toBe("no-baseline");
  });
  test.each([
    ["inverse", 0, 0, "actual-zero"],
    ["inverse", 5, 0, "target-zero"],
    ["inverse", 0, 5, "actual-zero"],
    ["inverse", -1, 5, "negative"],
    ["inverse", 5, -1, "negative"],
    ["maintain", 5, 0, "target-zero"],
    ["ratio", 0, 0, "target-zero"],
    ["ratio", -1, 0, "negative"],
  ] as const)("%s of %i to %i is %s", (method, actual, target, why) => {
    expect(reason(method, { actual, target })).toBe(why);
  });
});

describe("achievement in general", () => {
  const figure = fc.option(fc.integer({ min: -50, max: 500 }));
  const methods = fc.constantFrom<AchievementMethod>(
    "ratio",
    "baseline-to-target",
    "inverse",
    "band",
    "maintain",
    "milestone",
    "none",
  );
  const anything = fc.record({
    method: methods,
    actual: figure,
    target: figure,
    baseline: figure,
    band: fc.record({ low: figure, high: figure }),
    seriesBreak: fc.boolean(),
  });
  test("is a finite number or a reason, and never a number where something is missing", () => {
    fc.assert(
      fc.property(anything, (figures) => {
        const found = achievementOf(figures);
        if (!found.ok) return;
        expect(Number.isFinite(found.ratio)).toBe(true);
        expect(figures.actual).not.toBeNull();
        if (figures.method !== "band") expect(figures.target).not.toBeNull();
        if (figures.method !== "baseline-to-target") expect(found.ratio).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  test("of 100 % or more means reached, and the other way round", () => {
    const positive = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(positive, positive, (actual, target) => {
        const more = isReached({ direction: "increase", actual, target });
        expect(ratio("ratio", { actual, target })! >= 1).toBe(more);
        const less = isReached({ direction: "decrease", actual, target });
        expect(ratio("inverse", { actual, target })! >= 1).toBe(less);
      }),
    );
  });
  test("grows with the actual where more is better, and does not change with the unit", () => {
    const positive = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 2, max: 9 }), (actual, target, factor) => {
        expect(ratio("ratio", { actual: actual + 1, target })).toBeGreaterThan(
          ratio("ratio", { actual, target })!,
        );
        expect(ratio("ratio", { actual: actual * factor, target: target * factor })).toBeCloseTo(
          ratio("ratio", { actual, target })!,
          10,
        );
      }),
    );
  });
  test("measures the way: nothing at the baseline, all at the target, the same from both ends", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: -99, max: 99 }),
        fc.integer(),
        (from, to, actual) => {
          fc.pre(from !== to);
          const way = (figures: Figures) =>
            ratio("baseline-to-target", { baseline: from, target: to, ...figures });
          expect(Math.abs(way({ actual: from })!)).toBe(0);
          expect(way({ actual: to })).toBe(1);
          expect(
            way({ actual })! + ratio("baseline-to-target", { baseline: to, target: from, actual })!,
          ).toBeCloseTo(1, 6);
        },
      ),
    );
  });
});

describe("the pace of a year", () => {
  test("grows by the same part every day up to 1 on 31 March", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
        const { first, last } = fiscalYearRange(year);
        const isLong = new Date(Date.UTC(year + 1, 1, 29)).getUTCMonth() === 1;
        expect(elapsedShare(first)).toBe(1 / (isLong ? 366 : 365));
        expect(elapsedShare(last)).toBe(1);
      }),
    );
  });
  test("does not exist for a closed group of people", () => {
    const pace = (timeNature: "cohort" | "flow" | "stock", previous: number | null = 10) =>
      paceLine({ timeNature, previous, target: 20, asOf: "2025-03-31" });
    expect([pace("cohort"), pace("flow"), pace("stock"), pace("stock", null)]).toEqual([null, 20, 20, null]);
    expect(paceLine({ timeNature: "stock", previous: 10, target: 20, asOf: "2024-04-01" })).toBeCloseTo(
      10 + 10 / 365,
      10,
    );
  });
  test("a figure on the line is not behind", () => {
    const behind = (direction: "increase" | "decrease", actual: number | null, pace: number | null = 5) =>
      isBehindPace({ direction, actual, pace });
    expect([
      behind("increase", 5),
      behind("increase", 4),
      behind("decrease", 5),
      behind("decrease", 6),
    ]).toEqual([false, true, false, true]);
    expect([behind("increase", null), behind("increase", 4, null)]).toEqual([null, null]);
  });
});

describe("reached", () => {
  test.each([
    ["increase", 5, 5, true],
    ["increase", 4, 5, false],
    ["decrease", 5, 5, true],
    ["decrease", 6, 5, false],
    ["maintain", 6, 5, true],
    ["increase", null, 5, null],
    ["increase", 5, null, null],
  ] as const)("to %s: %s of %s is %s", (direction, actual, target, reached) => {
    expect(isReached({ direction, actual, target })).toBe(reached);
  });
});
