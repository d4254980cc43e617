import { describe, expect, test } from "vitest";
import { figure, sheetIndicator } from "#tests/support/builders/figures.ts";
import { historyChart, yearLines } from "./history-lines.ts";
import type { Figure } from "./figures.ts";
import type { IndicatorDetail } from "./store.server.ts";

const current = { fiscalYear: 2024, asOf: "2025-01-31" };
const measured = { unit: "人", decimals: 0 };

function linesOf(figures: Figure[]) {
  const history = figures.map((one) => ({ fiscalYear: one.fiscalYear, figure: one, target: null }));
  const indicator = measured as IndicatorDetail["indicator"];
  return yearLines({ history, targets: [], line: sheetIndicator(), indicator }, current);
}

describe("the running year of a history", () => {
  test("names the day up to which records were counted, and the day of an entered figure", () => {
    expect(linesOf([figure({ value: 71, origin: "computed" })])[0]!.note).toContain("1月31日まで");
    expect(linesOf([figure({ value: 71, asOf: "2024-12-31" })])[0]!.note).toContain("12月31日まで");
  });

  test("does not put the page's day on a statistic that names none", () => {
    expect(linesOf([figure({ value: 10_415 })])[0]!.note).toBeNull();
  });

  test("says of a figure in steps that it is at least as much, in the table and beside the drawing", () => {
    const years = linesOf([
      figure({ value: 70, fiscalYear: 2023 }),
      figure({ value: 70, step: 5, origin: "computed" }),
    ]);
    expect(years.map(({ actual }) => actual)).toEqual(["70人", "70人以上"]);
    const chart = historyChart(years, { ...measured, name: "就職", pace: null, forecast: null, breaks: [] });
    expect(chart!.has.step).toBe(true);
    expect(chart!.summary).toContain("70人以上");
  });
});
