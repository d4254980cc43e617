import { describe, expect, test } from "vitest";
import { localEmploymentRate, type PlacementRecord, summarisePlacements } from "./rules.ts";

const placement = (changes: Partial<PlacementRecord>): PlacementRecord => ({
  personKey: "a",
  source: "school",
  kind: "newGraduate",
  graduationYear: 2025,
  inJurisdiction: true,
  startedOn: "2025-04-01",
  ...changes,
});

describe("summarisePlacements", () => {
  test("counts a person placed twice as two placements and one person", () => {
    const figures = summarisePlacements([
      placement({ source: "supportStation" }),
      placement({ source: "supportStation", startedOn: "2025-09-01" }),
      placement({ personKey: "b", source: "jobCafe" }),
    ]);
    expect(figures).toMatchObject({ placements: 3, people: 2 });
    expect(figures.bySource.find(({ source }) => source === "supportStation")).toMatchObject({
      placements: 2,
      people: 1,
    });
  });

  test("has a line for every source, also with nothing in it", () => {
    expect(summarisePlacements([]).bySource.map(({ placements }) => placements)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe("localEmploymentRate", () => {
  test("divides those inside the jurisdiction by the whole class", () => {
    const rows = [
      placement({}),
      placement({ personKey: "b", inJurisdiction: false }),
      placement({ personKey: "c", graduationYear: 2024 }),
      placement({ personKey: "d", kind: "midCareer", graduationYear: null }),
    ];
    expect(localEmploymentRate(rows, 2025)).toEqual({ numerator: 1, denominator: 2, rate: 0.5 });
  });

  test("has no rate for a class of which nothing is known", () => {
    expect(localEmploymentRate([], 2025).rate).toBeNull();
  });
});
