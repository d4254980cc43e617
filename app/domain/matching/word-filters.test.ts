import { expect, test } from "vitest";
import { wordFilters } from "#search/word-filters.ts";
import { AREAS, BENEFITS } from "../companies/rules.ts";

const valuesOf = (wanted: string) =>
  wordFilters.filter(({ facet }) => facet === wanted).map(({ value }) => value);

test("every word that is understood as an area names one that companies can have", () => {
  const areas: readonly string[] = AREAS;
  expect(valuesOf("area").filter((value) => !areas.includes(value))).toEqual([]);
});

test("every benefit that companies can have is reached by a word; words for others become no condition here", () => {
  const values = valuesOf("benefits");
  expect(BENEFITS.filter((benefit) => !values.includes(benefit))).toEqual([]);
});
