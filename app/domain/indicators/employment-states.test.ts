import { describe, expect, test } from "vitest";
import {
  chooseState,
  classesUpTo,
  estimateCut,
  releasedDays,
  settledCut,
  versionsOf,
} from "./employment-states.ts";

const state = (asOf: string, version: number) => ({
  fiscalYear: Number(asOf.slice(0, 4)) - 1,
  version,
  asOf,
  knownOn: new Date(`${asOf}T15:00:00Z`),
  publishedAt: new Date(`${asOf}T15:00:00Z`),
  hidden: new Set<string>(),
});
const RELEASES = [state("2024-01-31", 1), state("2025-01-31", 1), state("2025-01-31", 2)];

describe("the states that citizens see", () => {
  test("are the released days, each by its newest version", () => {
    expect(releasedDays(RELEASES).map(({ asOf, version }) => [asOf, version])).toEqual([
      ["2025-01-31", 2],
      ["2024-01-31", 1],
    ]);
    expect(versionsOf(RELEASES, RELEASES[2]!).map(({ version }) => version)).toEqual([1, 2]);
  });

  test("are never a day between: the newest one stands in, and the page says so", () => {
    expect(chooseState(RELEASES, "2025-01-30")).toEqual({ state: RELEASES[2], isUnknown: true });
    expect(chooseState(RELEASES, "2024-01-31")).toEqual({ state: RELEASES[0], isUnknown: false });
    expect(chooseState(RELEASES, " ")).toEqual({ state: RELEASES[2], isUnknown: false });
    expect(chooseState([], "today")).toEqual({ state: null, isUnknown: true });
  });

  test("settle a class at the end of the month, as known a month later, for good", () => {
    expect(settledCut(2023, 36)).toEqual({
      asOf: "2026-04-30",
      knownOn: new Date("2026-05-31T14:59:59.999Z"),
    });
    expect(settledCut(2026, 6).asOf).toBe("2026-10-31");
    expect(settledCut(2026, 6).knownOn).toEqual(new Date("2026-11-30T14:59:59.999Z"));
  });

  test("go back from the newest class, and estimate once a year", () => {
    expect(classesUpTo("2026-11-20", 3)).toEqual([2026, 2025, 2024]);
    expect(estimateCut(new Date("2026-11-20T03:00:00Z"), "2026-11-20").asOf).toBe("2026-04-30");
    expect(estimateCut(new Date("2026-05-20T03:00:00Z"), "2026-05-20").asOf).toBe("2025-04-30");
  });
});
