import { describe, expect, test } from "vitest";
import {
  achievementMethod,
  achievementOf,
  type DatedObservation,
  type DatedTarget,
  elapsedShare,
  formatFigure,
  formatRatio,
  isBehindPace,
  isReached,
  observationFor,
  paceLine,
  targetFor,
  yearEnd,
} from "./rules.ts";

describe("achievementOf", () => {
  const of = (
    method: Parameters<typeof achievementOf>[0]["method"],
    actual: number | null,
    target: number | null,
    baseline: number | null = null,
  ) => achievementOf({ method, actual, target, baseline });

  test("divides the actual by the target", () => {
    expect(of("ratio", 174, 267)).toEqual({ ok: true, ratio: 174 / 267 });
  });
  test("is not capped above the target", () => {
    expect(of("ratio", 70, 20)).toEqual({ ok: true, ratio: 3.5 });
  });
  test("measures the way from the baseline to the target", () => {
    const achievement = of("baseline-to-target", 48.2, 55, 47.4);
    expect(achievement.ok && achievement.ratio).toBeCloseTo(0.8 / 7.6, 10);
  });
  test("may be negative when the figure moved away from the target", () => {
    expect(of("baseline-to-target", 46, 55, 47)).toEqual({ ok: true, ratio: -1 / 8 });
  });
  test("turns the division round where less is better", () => {
    expect(of("inverse", 10, 5)).toEqual({ ok: true, ratio: 0.5 });
  });
  test("compares a level that is to be maintained with its target", () => {
    expect(of("maintain", 10452, 10100)).toEqual({ ok: true, ratio: 10452 / 10100 });
  });
  test.each([
    ["ratio", 0, 0, null, "target-zero"],
    ["maintain", 3, 0, null, "target-zero"],
    ["ratio", 3, null, null, "no-target"],
    ["ratio", null, 3, null, "no-actual"],
    ["ratio", null, null, null, "no-target"],
    ["ratio", -1, 3, null, "negative"],
    ["ratio", 1, -3, null, "negative"],
    ["inverse", 0, 5, null, "actual-zero"],
    ["inverse", 5, 0, null, "target-zero"],
    ["baseline-to-target", 50, 55, null, "no-baseline"],
    ["baseline-to-target", 50, 47, 47, "target-is-baseline"],
  ] as const)(
    "%s of %s to %s (baseline %s) is no number but %s",
    (method, actual, target, baseline, reason) => {
      expect(of(method, actual, target, baseline)).toEqual({ ok: false, reason });
    },
  );
  test("an actual of 0 against a target is 0 %, not a gap", () => {
    expect(of("ratio", 0, 3)).toEqual({ ok: true, ratio: 0 });
  });
});

describe("achievementMethod", () => {
  test("follows the direction and the baseline", () => {
    expect(achievementMethod({ direction: "increase", baseline: null })).toBe("ratio");
    expect(achievementMethod({ direction: "increase", baseline: 47.4 })).toBe("baseline-to-target");
    expect(achievementMethod({ direction: "decrease", baseline: null })).toBe("inverse");
    expect(achievementMethod({ direction: "maintain", baseline: 10796 })).toBe("maintain");
  });
});

describe("isReached", () => {
  test("is known without an achievement: 0 of 0 is reached", () => {
    expect(isReached({ direction: "increase", actual: 0, target: 0 })).toBe(true);
    expect(isReached({ direction: "decrease", actual: 4, target: 5 })).toBe(true);
    expect(isReached({ direction: "increase", actual: 69, target: 70 })).toBe(false);
    expect(isReached({ direction: "increase", actual: null, target: 70 })).toBeNull();
    expect(isReached({ direction: "increase", actual: 1, target: null })).toBeNull();
  });
});

describe("the pace line", () => {
  test("counts the days of the fiscal year, with and without a leap day", () => {
    expect(elapsedShare("2024-04-01")).toBe(1 / 365);
    expect(elapsedShare("2025-03-31")).toBe(1);
    expect(elapsedShare("2025-01-31")).toBe(306 / 365);
    expect(elapsedShare("2024-03-31")).toBe(1);
    expect(elapsedShare("2023-04-01")).toBe(1 / 366);
  });
  test("of a flow is the share of the target", () => {
    expect(paceLine({ timeNature: "flow", previous: null, target: 365, asOf: "2025-01-31" })).toBeCloseTo(
      306,
      9,
    );
  });
  test("of a stock begins at the last year's end", () => {
    expect(paceLine({ timeNature: "stock", previous: 167, target: 267, asOf: "2025-03-31" })).toBe(267);
    expect(paceLine({ timeNature: "stock", previous: null, target: 267, asOf: "2025-03-31" })).toBeNull();
  });
  test("does not exist without a target", () => {
    expect(paceLine({ timeNature: "flow", previous: 1, target: null, asOf: "2025-01-31" })).toBeNull();
    expect(isBehindPace({ direction: "increase", actual: 1, pace: null })).toBeNull();
  });
  test("a figure below it is behind, one that should fall is behind above it", () => {
    expect(isBehindPace({ direction: "increase", actual: 174, pace: 250.8 })).toBe(true);
    expect(isBehindPace({ direction: "decrease", actual: 174, pace: 250.8 })).toBe(false);
  });
});

describe("targetFor", () => {
  const target = (changes: Partial<DatedTarget>): DatedTarget => ({
    fiscalYear: 2024,
    value: 267,
    text: null,
    adoptedOn: "2022-03-31",
    reason: "",
    recordedAt: new Date("2022-04-01T00:00:00Z"),
    ...changes,
  });
  test("takes the one decided last by the day and leaves later decisions out", () => {
    const targets = [
      target({}),
      target({ value: 300, adoptedOn: "2024-10-01" }),
      target({ value: 320, adoptedOn: "2025-02-01" }),
    ];
    expect(targetFor(targets, { fiscalYear: 2024, asOf: "2025-01-31" })?.value).toBe(300);
    expect(targetFor(targets, { fiscalYear: 2024, asOf: "2024-09-30" })?.value).toBe(267);
  });
  test("falls back to the next later year, then to the last earlier one, which holds until it is changed", () => {
    const years = (...fiscalYears: number[]) => fiscalYears.map((fiscalYear) => target({ fiscalYear }));
    const query = { fiscalYear: 2024, asOf: "2025-01-31" };
    expect(targetFor(years(2023, 2026, 2025), query)?.fiscalYear).toBe(2025);
    expect(targetFor(years(2022, 2023), query)?.fiscalYear).toBe(2023);
    expect(targetFor([], query)).toBeNull();
  });
});

describe("observationFor", () => {
  const row = (changes: Partial<DatedObservation>): DatedObservation => ({
    kind: "actual",
    fiscalYear: 2023,
    asOf: "2024-03-31",
    value: 167,
    text: null,
    missingReason: null,
    note: "",
    source: "",
    status: "final",
    recordedAt: new Date("2024-05-01T00:00:00Z"),
    ...changes,
  });
  test("a correction recorded later wins, and what was known before can still be asked for", () => {
    const rows = [row({}), row({ value: 168, recordedAt: new Date("2024-06-01T00:00:00Z") })];
    const query = { kind: "actual", fiscalYear: 2023, asOf: "2025-01-31" } as const;
    expect(observationFor(rows, query)?.value).toBe(168);
    expect(observationFor(rows, { ...query, knownOn: new Date("2024-05-15T00:00:00Z") })?.value).toBe(167);
  });
  test("a figure about a day after the as-of day does not exist yet", () => {
    expect(observationFor([row({})], { kind: "actual", fiscalYear: 2023, asOf: "2024-03-30" })).toBeNull();
  });
});

describe("formatting", () => {
  test("writes separators, decimals and units", () => {
    expect(formatFigure(10452, { unit: "人", decimals: 0 })).toBe("10,452人");
    expect(formatFigure(55, { unit: "%", decimals: 1 })).toBe("55.0%");
    expect(formatRatio(174 / 267)).toBe("65.2%");
  });
  test("a fiscal year ends on 31 March", () => {
    expect(yearEnd(2023)).toBe("2024-03-31");
  });
});
