import { describe, expect, test } from "vitest";
import { compareAreas, rankedIn } from "./comparison.rules.ts";
import type { DatedObservation } from "./rules.ts";

const cut = { asOf: "2013-09-30", knownOn: new Date("2013-10-01T00:00:00Z") };
const row = (areaId: string | null, fiscalYear: number, value: number | null, recordedAt = "2013-09-01") =>
  ({
    kind: "actual",
    areaId,
    fiscalYear,
    asOf: null,
    value,
    text: null,
    missingReason: value === null ? "公表なし" : null,
    numerator: null,
    denominator: null,
    unknownCount: null,
    note: "",
    source: "統計",
    status: "final",
    recordedAt: new Date(recordedAt),
  }) as DatedObservation;
const areas = [
  { id: "own", name: "本市" },
  { id: "aomori", name: "青森市" },
  { id: "sendai", name: "仙台市" },
];
const own = { areaId: "own", name: "本市", values: new Map([[2011, 20]]) };

describe("a comparison with other areas", () => {
  test("takes the newest year that two places share, the largest first", () => {
    const found = compareAreas([row("aomori", 2011, 10), row("sendai", 2011, 90), row("sendai", 2012, 91)], {
      cut,
      areas,
      own,
    })!;
    expect(found.year).toBe(2011);
    expect(found.years).toEqual([2011, 2012]);
    expect(rankedIn(found, found.year).map(({ name, value }) => [name, value])).toEqual([
      ["仙台市", 90],
      ["本市", 20],
      ["青森市", 10],
    ]);
  });

  test("leaves out what is missing, and never takes it for 0", () => {
    const found = compareAreas([row("aomori", 2011, null), row("sendai", 2011, 0)], { cut, areas, own })!;
    expect(rankedIn(found, 2011).map(({ name }) => name)).toEqual(["本市", "仙台市"]);
  });

  test("does not know what was recorded later, and takes the correction once it is known", () => {
    const rows = [row("sendai", 2011, 90), row("sendai", 2011, 95, "2013-11-01")];
    const at = (knownOn: string) =>
      compareAreas(rows, { cut: { ...cut, knownOn: new Date(knownOn) }, areas, own })!
        .series.find(({ name }) => name === "仙台市")!
        .values.get(2011);
    expect(at("2013-10-01")).toBe(90);
    expect(at("2013-12-01")).toBe(95);
  });

  test("is nothing where only the own area has figures", () => {
    expect(compareAreas([row(null, 2011, 5), row("own", 2011, 5)], { cut, areas, own })).toBeNull();
  });
});
