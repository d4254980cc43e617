import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STANDARD_LIMITS } from "../disclosure/rules.ts";
import type { Counted } from "./figures.ts";
import type { PlanIndicator } from "./plan.rules.ts";
import { computeRunning } from "./running.ts";

const KNOWN = new Date("2026-11-21T03:00:00Z");
const computed = (value: number | null, parts: Partial<Counted> = {}): Counted => ({
  key: "support-station-placements",
  version: 1,
  counts: "placements",
  timeNature: "flow",
  asOf: "2026-11-20",
  knownOn: KNOWN,
  fiscalYear: 2026,
  value,
  missing: null,
  breakdowns: [{ by: "month", counts: "placements", partition: true, cells: [{ key: "2026-04", value: 7 }] }],
  inputCount: 9,
  memberCount: 8,
  rate: null,
  bounds: null,
  digest: "abc",
  ...parts,
});
const released = {
  fiscalYear: 2024,
  version: 1,
  asOf: "2025-01-31",
  knownOn: new Date("2025-03-10T00:00:00Z"),
  publishedAt: new Date("2025-03-11T00:00:00Z"),
  hidden: new Set<string>(),
};
const run = (figure: Counted, asOf = "2026-11-20") =>
  computeRunning((_, cut) => ({ ...figure, ...cut }), { released, limits: STANDARD_LIMITS })(
    {} as PlanIndicator,
    { asOf, knownOn: KNOWN },
  )!;

describe("a figure of today before papers show it", () => {
  test("is rounded down to five people or three companies, without parts, records and breakdowns", () => {
    expect(run(computed(71))).toMatchObject({
      value: 70,
      step: 5,
      breakdowns: [],
      memberCount: 0,
      inputCount: 0,
      digest: "",
    });
    expect(run(computed(8, { key: "internship-companies", counts: "companies" }))).toMatchObject({
      value: 6,
      step: 3,
    });
    expect(run(computed(29, { key: "discovery-fair-students", counts: "people" }))).toMatchObject({
      value: 20,
      step: 10,
    });
  });

  test("does not tell nobody from a few, so that the day of the first one stays unknown", () => {
    for (const value of [0, 1, 4])
      expect(run(computed(value))).toMatchObject({ value: null, keptBack: "suppressed" });
  });

  test("waits for the papers when it is a rate", () => {
    const rate = { numerator: 50, denominator: 100, unknown: 0 };
    expect(run(computed(50, { counts: "people", rate }))).toMatchObject({
      value: null,
      rate: null,
      keptBack: "not-released",
    });
  });

  test("is exact where it counts what stands on public lists, or things", () => {
    expect(run(computed(174, { key: "registered-companies", counts: "companies" })).value).toBe(174);
    expect(run(computed(3, { key: "events-held", counts: "events" })).value).toBe(3);
  });

  test("about a day that papers show is what they knew", () => {
    const exact = run(computed(71), "2024-03-31");
    expect([exact.value, exact.step, exact.knownOn]).toEqual([71, undefined, released.knownOn]);
  });

  test("never differs from another look by less than a step", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (one, other) => {
        const [a, b] = [run(computed(one)).value ?? 0, run(computed(other)).value ?? 0];
        expect(a === b || Math.abs(a - b) >= 5).toBe(true);
        expect(a).toBeLessThanOrEqual(one);
      }),
    );
  });
});
