/** Facet counts from the server: each facet under the filters of all others. */
import { facets as facetRules, type Facet } from "./definition.ts";
import { alsoMetBy, wantsAll, type Chosen } from "./embedded-facets.ts";
import type { FacetCount, SearchResult } from "./engine.ts";
import { type Answer, type Asked, counting } from "./meilisearch-ask.ts";
import { all } from "./meilisearch-filters.ts";

const attributesOf = (names: readonly Facet[]) => names.map((facet) => `f_${facet}`);

/** What is asked for the counts: of all facets with the results themselves, and some apart from them. */
export type FacetQuestions = {
  /** Asked for with the results. */
  attributes: string[];
  /** Facets that are counted apart, one question each. */
  apart: Facet[];
  /** The questions of `apart`, and one more for the values that exist where values were chosen. */
  asked: Asked[];
};

export function facetQuestions(found: string, filters: ReadonlyMap<Facet, string>): FacetQuestions {
  // Where all chosen values are wanted, a further one narrows: its count is taken among what passes.
  const apart = [...filters.keys()].filter((facet) => !wantsAll.has(facet));
  const asked = apart.map((facet): Asked => {
    const others = [...filters].filter(([name]) => name !== facet).map(([, filter]) => filter);
    const names = [facet, alsoMetBy[facet]].filter((name) => name !== undefined);
    return { ...counting(all([found, ...others])), facets: attributesOf(names) };
  });
  if (filters.size > 0) asked.push({ ...counting(""), facets: attributesOf([...filters.keys()]) });
  return { attributes: attributesOf(facetRules.map(({ facet }) => facet)), apart, asked };
}

/** Values with their counts, most frequent first; a chosen value that exists stays listed even with none. */
export function facetCounts(
  { apart }: FacetQuestions,
  chosen: Chosen,
  results: Answer,
  answers: readonly Answer[],
): SearchResult["facets"] {
  const tallyIn = (answer: Answer | undefined, facet: Facet) =>
    Object.entries(answer?.facetDistribution?.[`f_${facet}`] ?? {});
  const counts: Partial<Record<Facet, FacetCount[]>> = {};
  for (const { facet } of facetRules) {
    const at = apart.findIndex((name) => name === facet || alsoMetBy[name] === facet);
    const tally = new Map(tallyIn(at < 0 ? results : answers[at], facet));
    const wanted = chosen[facet];
    if (wanted)
      for (const [value] of tallyIn(answers.at(-1), facet))
        if (wanted.has(value) && !tally.has(value)) tally.set(value, 0);
    counts[facet] = [...tally]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return counts;
}
