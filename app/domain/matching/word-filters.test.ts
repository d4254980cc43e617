import { expect, test } from "vitest";
import { wordFilters } from "#search/word-filters.ts";
import { AREAS, BENEFITS } from "../companies/rules.ts";

test("every word that search understands as a filter names an area or a benefit that companies can have", () => {
  const known: Record<string, readonly string[]> = { area: AREAS, benefits: BENEFITS };
  const unknown = wordFilters.filter(({ facet, value }) => known[facet] && !known[facet].includes(value));
  expect(unknown).toEqual([]);
});
