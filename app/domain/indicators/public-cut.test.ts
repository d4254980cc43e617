import { describe, expect, test } from "vitest";
import { jst } from "#app/platform/calendar.ts";
import { choosePublicCut, type ReleasedState } from "./public-cut.ts";

const state = (fiscalYear: number, version: number, knownOn: string): ReleasedState => ({
  fiscalYear,
  version,
  asOf: `${fiscalYear + 1}-01-31`,
  knownOn: jst(knownOn, "10:00"),
  publishedAt: jst(knownOn, "11:00"),
  hidden: new Set(),
});
const releases = [state(2024, 1, "2025-03-11"), state(2024, 2, "2025-03-25"), state(2023, 1, "2024-03-10")];
const days = {
  first: "2022-04-01",
  last: "2027-03-31",
  today: "2026-11-21",
  fallback: "2025-01-31",
  now: new Date("2026-11-21T03:00:00Z"),
  releases,
};
const choose = (query: string, more = {}) => {
  const { asOf, asOfProblem, knownProblem, known, address, released } = choosePublicCut(
    new URLSearchParams(query),
    { ...days, ...more },
  );
  return {
    asOf,
    problem: asOfProblem ?? knownProblem,
    known,
    address,
    version: released && `${released.fiscalYear}/${released.version}`,
  };
};

describe("what a visitor asks for", () => {
  test.each([
    ["", "2025-01-31", "2024/2", null],
    ["asOf=2025-01-31", "2025-01-31", "2024/2", null],
    ["asOf=令和6年1月31日", "2024-01-31", "2023/1", null],
    ["asOf=2025-01-31&knownOn=2025-03-11", "2025-01-31", "2024/1", null],
    ["knownOn=2024-06-01", "2024-01-31", "2023/1", null],
    ["asOf=today", "2026-11-21", null, null],
    ["asOf=2026-11-21", "2026-11-21", null, null],
    ["asOf=2026-11-20", "2025-01-31", "2024/2", "not-released"],
    ["asOf=2025-01-30", "2025-01-31", "2024/2", "not-released"],
    ["asOf=today&knownOn=2026-11-20", "2025-01-31", "2024/2", "not-released"],
    ["asOf=2025-01-31&knownOn=2025-02-15", "2025-01-31", "2024/2", "not-released"],
    ["asOf=2030-01-01", "2025-01-31", "2024/2", "in-future"],
    ["asOf=きのう", "2025-01-31", "2024/2", "not-a-date"],
    ["knownOn=2030-01-01", "2025-01-31", "2024/2", "in-future"],
  ])("%j is the state of %s (%s), with the problem %s", (query, asOf, version, problem) => {
    expect(choose(query)).toMatchObject({ asOf, version, problem });
  });

  test("names an older version by its instant and the day that goes on by its word, so that links stay true", () => {
    expect(choose("asOf=2025-01-31&knownOn=2025-03-11").known).toBe("2025-03-11T01:00:00.000Z");
    expect(choose("asOf=2025-01-31&knownOn=2025-03-11T01:00:00.000Z").version).toBe("2024/1");
    expect(choose("asOf=2025-01-31").known).toBeNull();
    expect(choose("asOf=today").address).toBe("today");
  });

  test("is the last evaluated sheet or today where no papers were released", () => {
    const none = { releases: [] };
    expect(choose("", none)).toMatchObject({ asOf: "2025-01-31", version: null, problem: null });
    expect(choose("asOf=today", none)).toMatchObject({ asOf: "2026-11-21", problem: null });
    expect(choose("asOf=2025-01-30", none)).toMatchObject({ asOf: "2025-01-31", problem: "not-released" });
  });
});
