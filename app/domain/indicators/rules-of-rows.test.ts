import { describe, expect, test } from "vitest";
import {
  type DatedObservation,
  type DatedTarget,
  formatFigure,
  observationFor,
  sheetDate,
  targetFor,
  WITHDRAWN,
} from "./rules.ts";

const on = (day: string) => new Date(`${day}T09:00:00+09:00`);

describe("the target that holds", () => {
  const target = (
    fiscalYear: number,
    value: number,
    adoptedOn: string,
    recordedOn = adoptedOn,
  ): DatedTarget => ({
    fiscalYear,
    value,
    text: null,
    adoptedOn,
    reason: "",
    recordedAt: on(recordedOn),
  });
  const held = (targets: DatedTarget[], fiscalYear: number, asOf: string, knownOn?: string) =>
    targetFor(targets, { fiscalYear, asOf, knownOn: knownOn === undefined ? undefined : on(knownOn) })?.value;
  const first = target(2024, 10, "2022-03-31");
  const raised = target(2024, 12, "2024-03-31", "2024-04-10");

  test("was decided by the as-of day, to the day", () => {
    expect([held([first, raised], 2024, "2024-03-30"), held([first, raised], 2024, "2024-03-31")]).toEqual([
      10, 12,
    ]);
    expect([held([raised, first], 2024, "2024-03-31"), held([first], 2024, "2022-03-30")]).toEqual([
      12,
      undefined,
    ]);
  });
  test("was recorded by the instant of knowing", () => {
    expect(held([first, raised], 2024, "2024-06-01", "2024-04-09")).toBe(10);
    expect(held([first, raised], 2024, "2024-06-01", "2024-04-10")).toBe(12);
  });
  test("of two decisions of one day is the one that was recorded later", () => {
    const corrected = target(2024, 11, "2022-03-31", "2022-04-15");
    expect([
      held([corrected, first], 2024, "2024-06-01"),
      held([first, corrected], 2024, "2024-06-01"),
    ]).toEqual([11, 11]);
  });
  test("is the year's own, then the next later one, then the last earlier one", () => {
    const years = [
      target(2022, 1, "2022-03-31"),
      target(2026, 5, "2022-03-31"),
      target(2024, 3, "2022-03-31"),
    ];
    expect([2021, 2022, 2023, 2024, 2025, 2026, 2027].map((year) => held(years, year, "2027-06-01"))).toEqual(
      [1, 1, 3, 3, 5, 5, 5],
    );
  });
});

describe("the observation that holds", () => {
  const row = (value: number, changes: Partial<DatedObservation> = {}): DatedObservation => ({
    kind: "actual",
    fiscalYear: 2024,
    asOf: "2024-12-31",
    value,
    text: null,
    missingReason: null,
    note: "",
    source: "",
    status: "final",
    recordedAt: on("2025-01-15"),
    ...changes,
  });
  const held = (rows: DatedObservation[], changes: Partial<Parameters<typeof observationFor>[1]> = {}) =>
    observationFor(rows, { kind: "actual", asOf: "2025-01-31", ...changes })?.value;

  test("is of the kind, the area and the year", () => {
    const rows = [
      row(1),
      row(2, { kind: "expected" }),
      row(3, { areaId: "neighbour" }),
      row(4, { fiscalYear: 2023 }),
    ];
    expect(held(rows)).toBe(1);
    expect(held(rows, { kind: "expected" })).toBe(2);
    expect(held(rows, { areaId: "neighbour" })).toBe(3);
    expect(held(rows, { fiscalYear: 2023 })).toBe(4);
    expect(held(rows, { fiscalYear: 2022 })).toBeUndefined();
    expect(held([row(5, { areaId: null })])).toBe(5);
  });
  test("is about a day up to the as-of day, or about a year that has begun", () => {
    expect(held([row(1, { asOf: "2025-01-31" })])).toBe(1);
    expect(held([row(1, { asOf: "2025-02-01" })])).toBeUndefined();
    expect(held([row(1, { asOf: null })])).toBe(1);
    expect(held([row(1, { asOf: null, fiscalYear: 2025 })])).toBeUndefined();
  });
  test("is about the latest year, then the latest day, and was recorded last", () => {
    const inAnyOrder = (rows: DatedObservation[], value: number) =>
      expect([held(rows), held(rows.toReversed())]).toEqual([value, value]);
    inAnyOrder([row(1), row(2, { fiscalYear: 2023, asOf: "2025-01-31" })], 1);
    inAnyOrder([row(1), row(2, { asOf: "2024-11-30", recordedAt: on("2025-01-20") })], 1);
    inAnyOrder([row(1), row(2, { asOf: null, recordedAt: on("2025-01-20") })], 1);
    inAnyOrder([row(1), row(2, { recordedAt: on("2025-01-20") })], 2);
    inAnyOrder([row(1, { asOf: null }), row(2, { asOf: null, recordedAt: on("2025-01-20") })], 2);
  });
  test("was recorded by the instant of knowing", () => {
    const rows = [row(1), row(2, { recordedAt: on("2025-02-10") })];
    expect(held(rows, { knownOn: on("2025-02-09") })).toBe(1);
    expect(held(rows, { knownOn: on("2025-02-10") })).toBe(2);
    expect(held(rows, { knownOn: on("2025-01-14") })).toBeUndefined();
  });
  test("was not taken back; a figure taken back gives way to an earlier one, and to a right one entered later", () => {
    const takenBack = (changes: Partial<DatedObservation> = {}) =>
      row(0, { value: null, missingReason: WITHDRAWN, recordedAt: on("2025-01-20"), ...changes });
    const earlier = row(1, { asOf: "2024-11-30" });
    const lastYear = row(3, { fiscalYear: 2023 });
    const wrong = row(2);
    expect(held([wrong, takenBack()])).toBeUndefined();
    expect(held([earlier, wrong, takenBack()])).toBe(1);
    expect(held([earlier, wrong, takenBack()], { knownOn: on("2025-01-19") })).toBe(2);
    expect(held([wrong, takenBack(), row(4, { recordedAt: on("2025-01-25") })])).toBe(4);
    // What is taken back is the figure of that day and that year only.
    expect(held([wrong, takenBack({ asOf: "2024-11-30" })])).toBe(2);
    expect(held([lastYear, takenBack()])).toBe(3);
    expect(held([wrong, takenBack({ fiscalYear: 2023 })])).toBe(2);
  });
});

test("numbers are written with their own decimals, however often", () => {
  const texts = [0, 1, 0, 1].map((decimals) => formatFigure(1234.56, { unit: "人", decimals }));
  expect(texts).toEqual(["1,235人", "1,234.6人", "1,235人", "1,234.6人"]);
  expect(sheetDate(2024)).toBe("2025-01-31");
});
