import { expect, test } from "vitest";
import { isWorkingDay, workingDaysBetween } from "./working-days.rules.ts";

test.each([
  ["2026-11-20", true],
  ["2026-11-21", false], // Saturday
  ["2026-11-23", false], // 勤労感謝の日
  ["2025-02-24", false], // substitute holiday
  ["2025-12-29", false], // the town hall closes over New Year
  ["2026-01-05", true],
])("%s is a working day: %s", (date, expected) => {
  expect(isWorkingDay(date)).toBe(expected);
});

test("days are counted after the first up to the last", () => {
  expect(workingDaysBetween("2026-11-20", "2026-11-20")).toBe(0);
  expect(workingDaysBetween("2026-11-20", "2026-11-24")).toBe(1);
  expect(workingDaysBetween("2025-12-26", "2026-01-05")).toBe(1);
});
