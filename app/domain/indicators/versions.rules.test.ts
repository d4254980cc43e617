import { describe, expect, test } from "vitest";
import type { IndicatorRecord, IndicatorVersion, PlanNodeVersion, PlanRecords } from "./plan.rules.ts";
import { indicatorAt, indicatorsAt, isSeriesBroken, nodesAt, versionFor } from "./versions.rules.ts";

const on = (day: string) => new Date(`${day}T09:00:00+09:00`);
const LATE = on("2030-01-01");
const version = (effectiveFrom: number, recordedOn: string, changes = {}) => ({
  effectiveFrom,
  recordedAt: on(recordedOn),
  ...changes,
});

describe("the version that holds", () => {
  const versions = [
    version(2024, "2024-03-01", { name: "second" }),
    version(2022, "2022-03-01", { name: "first" }),
    version(2024, "2024-06-01", { name: "corrected" }),
    version(2022, "2024-09-01", { name: "late word about the past" }),
  ];
  const held = (fiscalYear: number, knownOn = LATE) => versionFor(versions, { fiscalYear, knownOn });
  test("is the one with the latest effective year, of several the one recorded last", () => {
    expect(held(2021)).toBeNull();
    expect(held(2022)).toMatchObject({ name: "late word about the past" });
    expect(held(2023)).toMatchObject({ name: "late word about the past" });
    expect(held(2024)).toMatchObject({ name: "corrected" });
    expect(held(2030)).toMatchObject({ name: "corrected" });
  });
  test("is what was known at an instant", () => {
    expect(held(2024, on("2024-02-28"))).toMatchObject({ name: "first" });
    expect(held(2024, on("2024-03-01"))).toMatchObject({ name: "second" });
    expect(held(2024, on("2024-06-01"))).toMatchObject({ name: "corrected" });
    expect(held(2024, on("2022-02-28"))).toBeNull();
  });
  test("of two that were recorded together is the last of the list", () => {
    const together = [version(2024, "2024-03-01", { name: "a" }), version(2024, "2024-03-01", { name: "b" })];
    expect(versionFor(together, { fiscalYear: 2024, knownOn: LATE })).toMatchObject({ name: "b" });
  });
});

describe("a broken series", () => {
  const versions = [
    version(2022, "2022-03-01", { breaksSeries: true }),
    version(2024, "2024-03-01", { breaksSeries: true }),
    version(2025, "2025-03-01", { breaksSeries: false }),
    version(2026, "2026-03-01", { breaksSeries: true }),
    version(2026, "2026-04-01", { breaksSeries: false }),
  ] as { effectiveFrom: number; recordedAt: Date; breaksSeries: boolean }[];
  const broken = (from: number, to: number, knownOn = LATE) =>
    isSeriesBroken(versions, { from, to, knownOn });
  test("lies between two years when a version that breaks it begins after the earlier and by the later one", () => {
    expect([broken(2022, 2023), broken(2023, 2024), broken(2023, 2023), broken(2024, 2025)]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect([broken(2021, 2022), broken(2024, 2023), broken(2020, 2030)]).toEqual([true, true, true]);
  });
  test("is only what was known, and not what a later row about the year took back", () => {
    expect(broken(2023, 2024, on("2024-02-28"))).toBe(false);
    expect(broken(2025, 2026, on("2026-03-15"))).toBe(true);
    expect(broken(2025, 2026)).toBe(false);
  });
});

describe("the plan of a year", () => {
  const node = (id: string, position: number, from = 2022) => ({
    id,
    level: "project" as const,
    versions: [version(from, "2022-03-01", { position, title: id })] as unknown as PlanNodeVersion[],
  });
  const indicator = (id: string, versions: object[]): IndicatorRecord => ({
    id,
    nodeId: null,
    position: 1,
    versions: versions as IndicatorVersion[],
    targets: [],
    observations: [],
  });
  const lasting = version(2022, "2022-03-01", { lastFiscalYear: null, name: "lasting" });
  const ending = version(2022, "2022-03-01", { lastFiscalYear: 2024, name: "ending" });
  const records = {
    nodes: [node("c", 2), node("b", 1), node("a", 2), node("new", 3, 2025)],
    indicators: [indicator("lasting", [lasting]), indicator("ending", [ending])],
  } as unknown as PlanRecords;

  test("holds the nodes that are there, by position and then by id", () => {
    expect(nodesAt(records, { fiscalYear: 2024, knownOn: LATE }).map(({ id }) => id)).toEqual([
      "b",
      "a",
      "c",
    ]);
    expect(nodesAt(records, { fiscalYear: 2025, knownOn: LATE })).toHaveLength(4);
    expect(nodesAt(records, { fiscalYear: 2024, knownOn: LATE })[0]).toMatchObject({
      id: "b",
      level: "project",
      title: "b",
    });
  });
  test("holds the indicators up to their last year", () => {
    const ids = (fiscalYear: number) =>
      indicatorsAt(records, { fiscalYear, knownOn: LATE }).map(({ id, name }) => `${id} ${name}`);
    expect(ids(2021)).toEqual([]);
    expect(ids(2024)).toEqual(["lasting lasting", "ending ending"]);
    expect(ids(2025)).toEqual(["lasting lasting"]);
    expect(indicatorAt(records.indicators[1]!, { fiscalYear: 2025, knownOn: LATE })).toBeNull();
  });
});
