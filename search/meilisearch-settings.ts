/** The settings of a Meilisearch index, as code. */
import type { Settings } from "meilisearch";
import { facets, textFields } from "./definition.ts";
import { gramAttributes } from "./meilisearch-records.ts";
import { oneWaySynonyms, twoWaySynonyms } from "./synonyms.ts";

/** Every text is Japanese: without this, text in kanji only is taken for Chinese. */
export const locales = ["jpn"];

/** Each word of the data with the words that mean the same, in the direction the data says. */
function synonymSettings(): Record<string, string[]> {
  const all = new Map<string, Set<string>>();
  const add = (from: string, to: readonly string[]) => {
    const words = all.get(from) ?? new Set<string>();
    for (const word of to) if (word !== from) words.add(word);
    if (words.size > 0) all.set(from, words);
  };
  for (const group of twoWaySynonyms) for (const word of group) add(word, group);
  for (const { from, to } of oneWaySynonyms) for (const word of from) add(word, to);
  return Object.fromEntries([...all].map(([word, words]) => [word, [...words]]));
}

export function indexSettings(): Settings {
  const grams = ["documentId", "removed", "exact", "begins", "latin", "codes", ...gramAttributes];
  return {
    // From the most to the least important, as the definition says.
    searchableAttributes: textFields.flatMap(({ field }) =>
      field === "nameKana" ? [field, "readings"] : [field],
    ),
    filterableAttributes: [
      {
        attributePatterns: [...facets.map(({ facet }) => `f_${facet}`), ...grams],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
    ],
    sortableAttributes: ["sortKana", "updatedAt", "documentId"],
    rankingRules: ["words", "typo", "attribute", "proximity", "sort", "exactness"],
    synonyms: synonymSettings(),
    typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
    localizedAttributes: [{ attributePatterns: ["*"], locales }],
    faceting: { maxValuesPerFacet: 500 },
    // Pages and totals are exact, however many documents there are.
    pagination: { maxTotalHits: 1_000_000 },
  };
}

/** The settings that differ from what the index has; null when none does. Settings that we do not name are left alone. */
export function differingSettings(wanted: Settings, present: Settings): Settings | null {
  const differing = Object.entries(wanted).filter(
    ([name, value]) => !covers(present[name as keyof Settings], value, unordered.has(name)),
  );
  return differing.length === 0 ? null : Object.fromEntries(differing);
}

/** Lists whose order says nothing; the server gives them back in an order of its own. */
const unordered = new Set(["filterableAttributes", "sortableAttributes", "synonyms"]);

/** Whether `present` says at least what `wanted` says. */
function covers(present: unknown, wanted: unknown, anyOrder: boolean): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(present) || present.length !== wanted.length) return false;
    if (!anyOrder) return wanted.every((value, at) => covers(present[at], value, false));
    return wanted.every((value) => present.some((other) => covers(other, value, true)));
  }
  if (typeof wanted !== "object" || wanted === null) return present === wanted;
  if (typeof present !== "object" || present === null) return false;
  const held = present as Record<string, unknown>;
  return Object.entries(wanted).every(([name, value]) => covers(held[name], value, anyOrder));
}
