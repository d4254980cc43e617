import { describe, expect, test } from "vitest";
import { chooseCut } from "./as-of.ts";

const days = {
  first: "2022-04-01",
  last: "2027-03-31",
  today: "2026-11-21",
  fallback: "2025-01-31",
  now: new Date("2026-11-21T03:00:00Z"),
};
const choose = (query: string, more = {}) => chooseCut(new URLSearchParams(query), { ...days, ...more });

describe("a chosen moment of knowing", () => {
  test.each([
    ["", null, null],
    ["knownOn=", null, null],
    ["knownOn=today", null, null],
    ["knownOn=2026-11-21", null, null],
    ["knownOn=令和7年3月10日", "2025-03-10", null],
    ["knownOn=R7.3.10", "2025-03-10", null],
    ["knownOn=2025-03-10T05:00:00Z", "2025-03-10T05:00:00Z", null],
    ["knownOn=2025-13-40T05:00:00Z", null, "not-a-date"],
    ["knownOn=2030-01-01T05:00:00Z", null, "in-future"],
    ["knownOn=2026-11-22", null, "in-future"],
    ["knownOn=2022-03-31", null, "before-plan"],
    ["knownOn=令和7年2月30日", null, "no-such-day"],
    ["knownOn=きのう", null, "not-a-date"],
    [`knownOn=${"9".repeat(5000)}`, null, "not-a-date"],
  ])("%s is known %s (%s)", (query, known, knownProblem) => {
    expect(choose(query)).toMatchObject({ known, knownProblem });
  });

  test("that is a day holds to its last moment in Japan", () => {
    expect(choose("knownOn=2025-03-10").knownOn?.toISOString()).toBe("2025-03-10T14:59:59.999Z");
  });

  test("without an as-of day shows the newest sheet of that time", () => {
    expect(choose("knownOn=2024-06-30").asOf).toBe("2024-06-30");
    expect(choose("knownOn=2025-06-30").asOf).toBe("2025-01-31");
  });
});

describe("a chosen day of a plan that is over", () => {
  const past = { first: "2011-04-01", last: "2015-03-31", fallback: "2013-01-31" };

  test("is never after the plan's last day", () => {
    expect(choose("asOf=today", past)).toMatchObject({ asOf: "2015-03-31", asOfProblem: null });
    expect(choose("asOf=2020-01-31", past)).toMatchObject({ asOf: "2013-01-31", asOfProblem: "after-plan" });
    expect(choose("", { ...past, fallback: "2026-11-21" })).toMatchObject({ asOf: "2015-03-31" });
  });
});
