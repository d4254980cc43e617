import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import {
  findFiscalYear,
  readFiscalYear,
  readGraduationYear,
  readMonth,
  yearsOfHeaders,
} from "./period.rules.ts";

describe("a fiscal year", () => {
  test.each([
    ["2024", 2024],
    ["２０２４年度", 2024],
    ["FY2024", 2024],
    ["令和6年度", 2024],
    ["令和 ６ 年度", 2024],
    ["R6", 2024],
    ["r06", 2024],
    ["R.6", 2024],
    ["令和元年度", 2019],
    ["平成31年度", 2019],
    ["平成25年度", 2013],
    ["H25", 2013],
    ["昭和64年度", 1989],
    ["令和6年度(2024年度)", 2024],
    ["2024年度(R6)", 2024],
    ["令和6年度\n(2024)", 2024],
  ])("is read from %j", (text, year) => {
    expect(readFiscalYear(text)).toBe(year);
  });

  test.each([
    "",
    "24",
    "平成32年度",
    "令和0年",
    "令和6年度(2023年度)",
    "2024年度 実績",
    "R5-R6",
    "20245",
    "年度",
    "HR6",
  ])("is not read from %j", (text) => {
    expect(readFiscalYear(text)).toBeNull();
  });

  test("is found among the words of a header, when there is just one", () => {
    expect(findFiscalYear("令和5年度 実績")).toBe(2023);
    expect(findFiscalYear("R6目標値")).toBe(2024);
    expect(findFiscalYear("R5→R6")).toBeNull();
    expect(findFiscalYear("指標名")).toBeNull();
  });

  test("comes back from every notation", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
        const era = year >= 2019 ? `R${year - 2018}` : `H${year - 1988}`;
        for (const text of [String(year), `${year}年度`, fiscalYearLabel(year), era, `${era}年度`])
          expect(readFiscalYear(text)).toBe(year);
      }),
    );
  });
});

test("bare years of an era are understood across the change of eras", () => {
  const from2013 = Array.from({ length: 12 }, (_, at) => `${at < 7 ? 25 + at : at - 5}年`);
  expect(yearsOfHeaders(["目標", ...from2013])).toEqual([null, ...from2013.map((_, at) => 2013 + at)]);
  expect(yearsOfHeaders(["令和7年", "8年", "9年", "16年"])).toEqual([2025, 2026, 2027, null]);
  expect(yearsOfHeaders(["平成30年", "31年", "2年", "3年"])).toEqual([2018, 2019, 2020, 2021]);
  expect(yearsOfHeaders(["1年", "2年", "3年"])).toEqual([null, null, null]);
});

test.each([
  ["2024年4月", "2024-04-01"],
  ["令和6年4月分", "2024-04-01"],
  ["R6.4", "2024-04-01"],
  ["2024-04", "2024-04-01"],
  ["2024/4", "2024-04-01"],
  ["2024-04-01", "2024-04-01"],
  ["2024年13月", null],
  ["4月", null],
  ["", null],
])("the month %j is %s", (text, month) => {
  expect(readMonth(text)).toBe(month);
});

test.each([
  ["2024", 2024],
  ["令和6年3月卒", 2024],
  ["R6.3卒", 2024],
  ["2024年3月", 2024],
  ["令和5年度卒業生", 2024],
  ["令和5年度", 2024],
  ["3月卒", null],
  ["3年B組", null],
])("the class %j left in March %s", (text, year) => {
  expect(readGraduationYear(text)).toBe(year);
});
