import { describe, expect, test } from "vitest";
import type { Computed } from "#app/analytics/measure.ts";
import { drawUpIndicator } from "./figures.ts";
import type { PlanIndicator } from "./plan.rules.ts";
import { type DatedObservation, statusOf } from "./rules.ts";

const on = (day: string) => new Date(`${day}T09:00:00+09:00`);
const CUT = { asOf: "2025-01-31", knownOn: on("2025-03-10"), yearly: true };

const row = (changes: Partial<DatedObservation> = {}): DatedObservation => ({
  kind: "actual",
  fiscalYear: 2024,
  asOf: "2025-01-31",
  value: 8,
  text: null,
  missingReason: null,
  note: "",
  source: "担当課の報告",
  status: "final",
  recordedAt: on("2025-02-10"),
  ...changes,
});

const indicator = (changes: Partial<PlanIndicator> = {}): PlanIndicator => ({
  id: "indicator",
  nodeId: "project",
  position: 1,
  name: "指標",
  unit: "件",
  direction: "increase",
  decimals: 0,
  aggregation: "sum",
  achievementMethod: "automatic",
  bandLow: null,
  bandHigh: null,
  definition: "",
  numerator: "",
  denominator: "",
  unknownRule: "",
  source: "",
  measureKey: null,
  measureVersion: null,
  lastFiscalYear: null,
  breaksSeries: false,
  reason: "",
  effectiveFrom: 2022,
  recordedAt: on("2022-04-01"),
  versions: [],
  targets: [
    {
      fiscalYear: 2024,
      value: 10,
      text: null,
      adoptedOn: "2024-03-01",
      reason: "",
      recordedAt: on("2024-03-01"),
    },
  ],
  observations: [],
  ...changes,
});

const computed = (changes: Partial<Computed> = {}): Computed => ({
  key: "measure",
  version: 1,
  counts: "people",
  timeNature: "flow",
  asOf: CUT.asOf,
  knownOn: CUT.knownOn,
  fiscalYear: 2024,
  value: 8,
  missing: null,
  breakdowns: [],
  inputCount: 1,
  memberCount: 1,
  rate: null,
  bounds: null,
  digest: "",
  ...changes,
});

const draw = (changes: Partial<PlanIndicator>, found: Computed | null = null, cut = CUT) =>
  drawUpIndicator(indicator(changes), cut, (_, { asOf }) => (asOf === CUT.asOf ? found : null));

describe("an entered figure", () => {
  test("brings its status, the parts of its rate and what is not known", () => {
    const parts = { numerator: 133, denominator: 276, unknownCount: 4, status: "provisional" as const };
    expect(draw({ observations: [row(parts)] }).actual).toMatchObject({
      value: 8,
      status: "provisional",
      numerator: 133,
      denominator: 276,
      unknown: 4,
      bounds: null,
      origin: "entered",
    });
    expect(draw({ observations: [row()] }).actual).toMatchObject({ numerator: null, unknown: null });
  });
  test("that nobody has entered has no status", () => {
    expect(draw({}).actual).toMatchObject({ value: null, gap: "not-entered", status: null });
  });
  test("is revised when it took the place of another final one about the same day", () => {
    const later = row({ value: 9, recordedAt: on("2025-03-01") });
    const observations = [row(), later];
    expect(draw({ observations }).actual).toMatchObject({ value: 9, status: "revised" });
    const before = { ...CUT, knownOn: on("2025-02-20") };
    expect(draw({ observations }, null, before).actual).toMatchObject({ value: 8, status: "final" });
  });
  test.each([
    [{ status: "provisional" as const }, "final"],
    [{ status: "estimated" as const }, "final"],
    [{ status: "revised" as const }, "revised"],
    [{ value: 9 }, "final"],
    [{ asOf: "2024-12-31" }, "final"],
    [{ fiscalYear: 2023 }, "final"],
    [{ kind: "expected" as const }, "final"],
    [{ areaId: "neighbour" }, "final"],
    [{ recordedAt: on("2025-03-05") }, "final"],
    [{ recordedAt: on("2025-03-01") }, "final"],
    [{ areaId: null }, "revised"],
    [{ value: null, text: "調査中" }, "revised"],
    [{ value: 9, missingReason: "公表前" }, "revised"],
    [{ value: 9, text: "約9件" }, "revised"],
  ])("after a row with %o a final 9 is %s", (changes, status) => {
    const now = row({ value: 9, recordedAt: on("2025-03-01") });
    expect(statusOf(now, [row(changes), now])).toBe(status);
  });
  test("that calls itself provisional, estimated or revised is that", () => {
    for (const status of ["provisional", "estimated", "revised"] as const)
      expect(statusOf(row({ status, value: 9, recordedAt: on("2025-03-01") }), [row()])).toBe(status);
  });
});

describe("a computed figure", () => {
  test("brings its status, parts and bounds", () => {
    const found = computed({
      value: 48.188,
      rate: { numerator: 133, denominator: 276, unknown: 4 },
      bounds: { low: 47.5, high: 48.9 },
      status: "provisional",
    });
    expect(draw({ decimals: 1 }, found).actual).toMatchObject({
      value: 48.188,
      status: "provisional",
      numerator: 133,
      denominator: 276,
      unknown: 4,
      bounds: { low: 47.5, high: 48.9 },
      origin: "computed",
    });
    expect(draw({}, computed()).actual).toMatchObject({ status: null, numerator: null, bounds: null });
  });
  test("differs from the published one only as it is printed", () => {
    const observations = [row({ value: 48.2, note: "一関公共職業安定所" })];
    const official = (value: number) =>
      draw({ decimals: 1, observations }, computed({ value })).actual.official;
    expect(official(48.188)).toBeNull();
    expect(official(48.3)).toEqual({ value: 48.2, note: "一関公共職業安定所" });
  });
  test("that is undefined says so", () => {
    expect(draw({}, computed({ value: null, missing: "undefined" })).actual.gap).toBe("undefined");
  });
});

describe("the method that the indicator names", () => {
  const observations = [row()];
  test("decides how actual and target are compared", () => {
    const drawn = (changes: Partial<PlanIndicator>) => draw({ observations, ...changes });
    expect(drawn({}).achievement).toEqual({ ok: true, ratio: 0.8 });
    expect(drawn({ achievementMethod: "milestone" })).toMatchObject({
      method: "milestone",
      achievement: { ok: true, ratio: 0 },
    });
    expect(drawn({ achievementMethod: "inverse" }).achievement).toEqual({ ok: true, ratio: 1.25 });
    expect(drawn({ achievementMethod: "none" }).achievement).toEqual({ ok: false, reason: "not-applicable" });
    expect(drawn({ achievementMethod: "band", bandLow: 5, bandHigh: 8 })).toMatchObject({
      achievement: { ok: true, ratio: 1 },
      reached: true,
    });
  });
  test("of a way from a baseline finds a broken series between the two years", () => {
    const baseline = row({ kind: "baseline", fiscalYear: 2021, asOf: null, value: 4 });
    const version = { ...indicator(), recordedAt: on("2023-04-01") };
    const drawn = (effectiveFrom: number) =>
      draw({
        achievementMethod: "baselineToTarget",
        observations: [row(), baseline],
        versions: [{ ...version, effectiveFrom, breaksSeries: true }],
      });
    expect(drawn(2021).achievement).toEqual({ ok: true, ratio: 4 / 6 });
    expect(drawn(2023).achievement).toEqual({ ok: false, reason: "series-break" });
    expect(drawn(2025).achievement).toEqual({ ok: true, ratio: 4 / 6 });
    expect([drawn(2023).previousDiffers, drawn(2024).previousDiffers]).toEqual([false, true]);
  });
  test("a stock whose last year counted something else has no pace line", () => {
    const last = row({ fiscalYear: 2023, asOf: "2024-03-31", value: 4 });
    const stock = computed({ timeNature: "stock" });
    const version = { ...indicator(), effectiveFrom: 2024, recordedAt: on("2024-04-01") };
    const pace = (breaksSeries: boolean) =>
      draw({ observations: [last], versions: [{ ...version, breaksSeries }] }, stock).pace;
    expect(pace(false)).toBeGreaterThan(8);
    expect(pace(true)).toBeNull();
  });
});
