import { describe, expect, test } from "vitest";
import { closedFiscalYears, hiresTable, leaverShare, threeYearTotals } from "./hires.rules.ts";
import type { GraduateHire } from "./schema.ts";

const row = (
  fiscalYear: number,
  schoolKind: GraduateHire["schoolKind"],
  sex: GraduateHire["sex"],
  hired: number | null,
  left: number | null,
): GraduateHire => ({ fiscalYear, schoolKind, sex, hired, left });

test.each([
  ["2026-03-31", [2022, 2023, 2024]],
  ["2026-04-01", [2023, 2024, 2025]],
])("on %s the closed fiscal years are %j", (today, years) => {
  expect(closedFiscalYears(today)).toEqual(years);
});

describe("the totals of three years", () => {
  const typed = { newGraduatesHired: 9, newGraduatesLeft: 4 };

  test("come from the rows where there are rows, else from what was typed", () => {
    const graduateHires = [row(2025, "highSchool", "female", 3, 1), row(2025, "kosen", "male", 2, 0)];
    expect(threeYearTotals({ ...typed, graduateHires })).toEqual({ hired: 5, left: 1 });
    expect(threeYearTotals({ ...typed, graduateHires: [] })).toEqual({ hired: 9, left: 4 });
  });

  test("do not hide leavers: unknown for some is unknown for all, but of nobody nobody can leave", () => {
    const some = [row(2025, "highSchool", "female", 3, 1), row(2025, "highSchool", "male", 2, null)];
    expect(threeYearTotals({ ...typed, graduateHires: some })).toEqual({ hired: 5, left: null });
    const none = [row(2025, "highSchool", "female", 3, 1), row(2025, "highSchool", "male", 0, null)];
    expect(threeYearTotals({ ...typed, graduateHires: none })).toEqual({ hired: 3, left: 1 });
  });
});

test.each([
  [{ hired: 4, left: 4 }, null],
  [{ hired: 5, left: 0 }, 0],
  [{ hired: 7, left: 2 }, 29],
  [{ hired: 7, left: null }, null],
  [{ hired: null, left: null }, null],
])("a share of %j is %s", (count, percent) => {
  expect(leaverShare(count)).toBe(percent);
});

describe("the table for readers", () => {
  test("has three years, the newest first, and shows what was not filled in as unknown, never as 0", () => {
    const table = hiresTable({
      graduateHires: [row(2025, "highSchool", "female", 3, 1), row(2025, "highSchool", "male", 0, null)],
    })!;
    expect(table.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2025, 2024, 2023]);
    expect(table.years[0]!.cells).toEqual([
      { hired: 3, left: 1 },
      { hired: null, left: null },
      { hired: null, left: null },
    ]);
    expect(table.years[1]!.total).toEqual({ hired: null, left: null });
    expect(table.bySex).toEqual([
      { hired: 3, left: 1 },
      { hired: 0, left: 0 },
    ]);
    expect(table.hasGaps).toBe(true);
  });

  test("has no gaps when each sex of the school kinds that are told is filled in for every year", () => {
    const graduateHires = [2023, 2024, 2025].flatMap((year) => [
      row(year, "highSchool", "female", 1, 0),
      row(year, "highSchool", "male", 0, 0),
    ]);
    expect(hiresTable({ graduateHires })!.hasGaps).toBe(false);
    expect(hiresTable({ graduateHires: [] })).toBeNull();
  });
});
