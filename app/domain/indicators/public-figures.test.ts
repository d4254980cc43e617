import { describe, expect, test } from "vitest";
import { figure, sheetIndicator } from "#tests/support/builders/figures.ts";
import { STANDARD_LIMITS } from "../disclosure/rules.ts";
import { heldBack } from "./public-cut.ts";
import {
  hiddenInVersions,
  isEnteredHidden,
  publicBreakdownsOf,
  publicFigure,
  publicIndicator,
} from "./public-figures.ts";

const people = { unit: "人", measureKey: null };
const shown = (value: number, counted = people) =>
  publicFigure(figure({ value }), counted, STANDARD_LIMITS).value;

describe("a public figure", () => {
  test("about one to four people, or one or two companies, is not published; 0 is", () => {
    expect([0, 1, 4, 5].map((value) => shown(value))).toEqual([0, null, null, 5]);
    expect([0, 2, 3].map((value) => shown(value, { unit: "社", measureKey: null }))).toEqual([0, null, 3]);
    expect(shown(1, { unit: "回", measureKey: null })).toBe(1);
  });

  test("that a measure counts follows the measure's unit, whatever the indicator calls it", () => {
    const computed = figure({ value: 2, origin: "computed" });
    const counted = { unit: "件", measureKey: "support-station-placements" };
    expect(publicFigure(computed, counted, STANDARD_LIMITS)).toMatchObject({
      value: null,
      gap: "suppressed",
    });
  });

  test("that is a rate needs ten people below the line and nobody or five above and beside it", () => {
    const rate = (numerator: number, denominator: number) =>
      publicFigure(
        figure({ value: (numerator / denominator) * 100, numerator, denominator }),
        { unit: "%", measureKey: null },
        STANDARD_LIMITS,
      );
    expect(rate(5, 10).value).toBe(50);
    expect(rate(5, 9)).toMatchObject({ value: null, numerator: null, denominator: null });
    expect(rate(3, 40).value).toBeNull();
    expect(rate(38, 40).value).toBeNull();
    expect(rate(0, 40).value).toBe(0);
  });

  test("takes along what would give it away: its note, a differing official figure, the achievement", () => {
    const line = publicIndicator(
      sheetIndicator({
        unit: "人",
        actual: figure({ value: 3, note: "3人の内訳", official: { value: 2, note: "" } }),
        target: { fiscalYear: 2024, value: 30, text: null },
        achievement: { ok: true, ratio: 0.1 },
        reached: false,
        behind: true,
      }),
      STANDARD_LIMITS,
    );
    expect(line).toMatchObject({
      actual: { value: null, gap: "suppressed", note: "", official: null },
      achievement: { ok: false, reason: "suppressed" },
      reached: null,
      behind: null,
      target: { value: 30 },
    });
  });
});

describe("what would tell a hidden figure", () => {
  test("goes with it: the line from last year's end to the target, and being behind it", () => {
    const line = publicIndicator(
      sheetIndicator({
        unit: "人",
        previous: figure({ value: 3, fiscalYear: 2023 }),
        actual: figure({ value: 12 }),
        pace: 9.5,
        behind: false,
      }),
      STANDARD_LIMITS,
    );
    expect(line).toMatchObject({
      previous: { value: null },
      actual: { value: 12 },
      pace: null,
      behind: null,
    });
  });

  test("is kept back as in the papers of the same state, although it is not small itself", () => {
    const line = publicIndicator(
      sheetIndicator({
        id: "both-fairs",
        unit: "人",
        previous: figure({ value: 61, fiscalYear: 2023 }),
        actual: figure({ value: 70 }),
        achievement: { ok: true, ratio: 1.4 },
        reached: true,
      }),
      STANDARD_LIMITS,
      new Set([heldBack("both-fairs", "current")]),
    );
    expect(line).toMatchObject({
      previous: { value: 61 },
      actual: { value: null, gap: "suppressed" },
      achievement: { ok: false, reason: "suppressed" },
      reached: null,
    });
  });

  test("is not told by an entered rate with few people in it", () => {
    const row = { value: 7.5, numerator: 3, denominator: 40 };
    expect(isEnteredHidden(row, "%", STANDARD_LIMITS)).toBe(true);
    expect(isEnteredHidden({ ...row, numerator: 20 }, "%", STANDARD_LIMITS)).toBe(false);
  });
});

describe("a public figure in steps", () => {
  const line = (target: number, pace: number | null = null) =>
    publicIndicator(
      sheetIndicator({
        unit: "人",
        actual: figure({ value: 70, step: 5, origin: "computed" }),
        target: { fiscalYear: 2024, value: target, text: null },
        achievement: { ok: true, ratio: 70 / target },
        reached: false,
        pace,
      }),
      STANDARD_LIMITS,
    );

  test("reaches a target, or misses it, only where all its possible values do", () => {
    expect([60, 70, 72, 74, 75].map((target) => line(target).reached)).toEqual([
      true,
      true,
      null,
      null,
      false,
    ]);
  });

  test("is behind its pace only where all its possible values are", () => {
    expect([70, 72, 75].map((pace) => line(100, pace).behind)).toEqual([false, null, true]);
  });

  test("has at least the achievement of its least value, and none where that could be too much", () => {
    expect(line(100).achievement).toEqual({ ok: true, ratio: 0.7 });
    const fewer = publicIndicator(
      { ...line(100), direction: "decrease", method: "inverse" },
      STANDARD_LIMITS,
    );
    expect(fewer.achievement).toEqual({ ok: false, reason: "not-released" });
  });
});

describe("the cells of a public breakdown", () => {
  const cells = (values: number[]) => values.map((value, index) => ({ key: String(index), value }));
  const breakdown = (
    by: "event" | "movement" | "companies",
    counts: "people" | "companies",
    values: number[],
  ) =>
    publicBreakdownsOf(
      {
        key: "outreach-booth-visitors",
        value: values.reduce((sum, value) => sum + value, 0),
        breakdowns: [{ by, counts, partition: by === "event", cells: cells(values) }],
      },
      STANDARD_LIMITS,
    )[0]!.cells.map(({ value }) => value);

  test("hide few people, and another cell where the total would tell; the larger one leaves more room", () => {
    expect(breakdown("event", "people", [5, 2, 6])).toEqual([5, null, null]);
    expect(breakdown("event", "people", [123, 12, 0, 93, 8])).toEqual([123, 12, 0, 93, 8]);
  });

  test("hide one or two companies, but not how the public list grew", () => {
    expect(breakdown("companies", "companies", [2])).toEqual([null]);
    expect(breakdown("movement", "companies", [167, 9, 2])).toEqual([167, 9, 2]);
  });

  test("stay hidden in the versions after, or the correction would tell what stood there", () => {
    const version = (values: number[]) => ({
      key: "outreach-booth-visitors",
      value: values.reduce((sum, value) => sum + value, 0),
      breakdowns: [
        { by: "event" as const, counts: "people" as const, partition: true, cells: cells(values) },
      ],
    });
    const hidden = hiddenInVersions([version([9, 2, 6])], STANDARD_LIMITS);
    const [after] = publicBreakdownsOf(version([9, 5, 6]), STANDARD_LIMITS, hidden);
    expect(after!.cells.map(({ value }) => value)).toEqual([9, null, null]);
    const [alone] = publicBreakdownsOf(version([9, 5, 6]), STANDARD_LIMITS);
    expect(alone!.cells.map(({ value }) => value)).toEqual([9, 5, 6]);
  });

  test("of the discovery fair's days follow the limit for minors by school", () => {
    const [shown] = publicBreakdownsOf(
      {
        key: "discovery-fair-students",
        value: 215,
        breakdowns: [{ by: "event", counts: "people", partition: true, cells: cells([171, 9, 35]) }],
      },
      STANDARD_LIMITS,
    );
    expect(shown!.cells.map(({ value }) => value)).toEqual([171, null, null]);
  });
});
