import type { Relaxation, SearchResult } from "#search/engine.ts";
import type { Town } from "#app/town.ts";
import { conditionLabel } from "./company-facets.ts";
import {
  type CompanySearch,
  companySearchUrl,
  conditionCount,
  CONDITIONS,
  engineQuery,
  withoutConditions,
} from "./company-search.ts";
import { withoutWord } from "./search-text.ts";

/** A search that finds something by leaving out one word or condition, or (null) all conditions at once. */
export type Relaxed = { dropped: string | null; total: number; url: string };

/** Where nothing was found: the words and conditions that stand in the way, with what their absence would give. */
export async function relaxedSearches(
  town: Pick<Town, "search">,
  { relax }: Pick<SearchResult, "relax">,
  search: CompanySearch,
): Promise<Relaxed[]> {
  // A group of industries is several codes for the engine and one condition for the reader.
  const byIndustry = search.industries.map(async (group): Promise<Relaxed> => {
    const wider = { ...search, industries: search.industries.filter((other) => other !== group) };
    return { dropped: group.label, total: await count(town, wider), url: companySearchUrl(wider) };
  });
  const single = [...relax.flatMap((one) => withoutOne(search, one)), ...(await Promise.all(byIndustry))];
  const helpful = single.filter(({ total }) => total > 0);
  if (helpful.length > 0) return helpful.sort((a, b) => b.total - a.total);
  if (search.text === "" || conditionCount(search) === 0) return [];
  const wordOnly = withoutConditions(search);
  const total = await count(town, wordOnly);
  return total > 0 ? [{ dropped: null, total, url: companySearchUrl(wordOnly) }] : [];
}

/** The search without what the engine says stands in the way; nothing for what the reader did not choose. */
function withoutOne(search: CompanySearch, { drop, total }: Relaxation): Relaxed[] {
  if (drop.type === "word") {
    const text = withoutWord(search.text, drop.word);
    return text === search.text
      ? []
      : [{ dropped: drop.word, total, url: companySearchUrl(search, { text }) }];
  }
  const condition = CONDITIONS.find(({ facet }) => facet === drop.facet);
  if (!condition) return [];
  const kept = search[condition.field].filter((value) => value !== drop.value);
  const url = companySearchUrl(search, { [condition.field]: kept });
  return [{ dropped: conditionLabel(condition.name, drop.value), total, url }];
}

async function count(town: Pick<Town, "search">, search: CompanySearch): Promise<number> {
  const query = { ...engineQuery(search), page: 1, pageSize: 1, facets: false };
  return (await town.search.search(query)).total;
}
