import { describe, expect, test } from "vitest";
import { type PlacementRecord, summarisePlacements } from "./rules.ts";

const placement = (changes: Partial<PlacementRecord>): PlacementRecord => ({
  personKey: "a",
  source: "school",
  ...changes,
});

describe("summarisePlacements", () => {
  test("counts a person placed twice as two placements and one person", () => {
    const figures = summarisePlacements([
      placement({ source: "supportStation" }),
      placement({ source: "supportStation" }),
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
