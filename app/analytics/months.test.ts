import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/platform/calendar.ts";
import { addMonths, MONTH_STEPS, tenure } from "./months.ts";

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));

describe("addMonths", () => {
  test.each([
    ["2024-04-01", 6, "2024-10-01"],
    ["2024-04-01", 36, "2027-04-01"],
    ["2024-08-31", 6, "2025-02-28"],
    ["2023-08-31", 6, "2024-02-29"],
    ["2024-12-15", 1, "2025-01-15"],
    ["2025-01-31", -11, "2024-02-29"],
    ["2025-01-31", -24, "2023-01-31"],
    ["2025-03-31", 0, "2025-03-31"],
  ])("%s and %i months is %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

describe("tenure", () => {
  test.each([
    ["2024-04-01", "2024-04-01", 0],
    ["2024-04-01", "2024-03-01", 0],
    ["2024-04-01", "2024-04-02", 1],
    ["2024-04-01", "2024-04-30", 29],
    ["2024-04-01", "2024-05-01", MONTH_STEPS],
    ["2024-04-01", "2027-03-31", 35 * MONTH_STEPS + 30],
    ["2024-04-01", "2027-04-01", 36 * MONTH_STEPS],
    ["2024-08-31", "2025-02-28", 6 * MONTH_STEPS],
    ["2024-08-31", "2025-02-27", 5 * MONTH_STEPS + 27],
  ])("from %s to %s is %i", (start, end, steps) => {
    expect(tenure(start, end)).toBe(steps);
  });
  test("grows with every day, and reaches n months exactly on the day n months later", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 1_500 }),
        fc.integer({ min: 0, max: 48 }),
        (start, days, months) => {
          expect(tenure(start, addDays(start, days + 1))).toBeGreaterThan(
            tenure(start, addDays(start, days)),
          );
          expect(tenure(start, addMonths(start, months))).toBe(months * MONTH_STEPS);
        },
      ),
    );
  });
});
