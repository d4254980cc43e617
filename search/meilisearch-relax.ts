/** Where nothing was found: what each single word or filter hides. */
import { chosenOf, type Chosen } from "./embedded-facets.ts";
import type { Relaxation, SearchFilters, SearchQuery } from "./engine.ts";
import { type Ask, type Asked, counting } from "./meilisearch-ask.ts";
import { all, facetFilters } from "./meilisearch-filters.ts";
import { everyWord, type FilteredWord } from "./meilisearch-words.ts";
import type { ParsedText } from "./query-words.ts";

type FilterName = keyof SearchFilters | "kinds";

/** Values of one filter that are tried without. */
const mostTried = 40;

/** Results for each single word or filter that is left out; most results first. */
export async function relaxationsOf({
  query,
  parsed,
  words,
  chosen,
  ask,
}: {
  query: SearchQuery;
  parsed: ParsedText;
  words: readonly FilteredWord[];
  chosen: Chosen;
  ask: Ask;
}): Promise<Relaxation[]> {
  const tried: { drop: Relaxation["drop"]; question: Asked }[] = [];
  const under = (filters: Chosen) => [...facetFilters(filters).values()];
  if (parsed.words.length > 1 || Object.keys(chosen).length > 0)
    for (const dropped of new Set(words.map(({ word }) => word))) {
      const kept = words.filter(({ word }) => word !== dropped);
      tried.push({
        drop: { type: "word", word: dropped.text },
        question: counting(all([everyWord(kept), ...under(chosen)])),
      });
    }
  const given = Object.entries({ kinds: query.kinds, ...query.filters }) as [
    FilterName,
    string[] | undefined,
  ][];
  for (const [facet, values] of given)
    for (const value of (values ?? []).slice(0, mostTried)) {
      const rest = values!.filter((other) => other !== value);
      const without =
        facet === "kinds"
          ? { ...query, kinds: rest as NonNullable<typeof query.kinds> }
          : { ...query, filters: { ...query.filters, [facet]: rest } };
      tried.push({
        drop: { type: "filter", facet, value },
        question: counting(all([everyWord(words), ...under(chosenOf(without))])),
      });
    }
  const answers = await ask(tried.map(({ question }) => question));
  return tried
    .map(({ drop }, at) => ({ drop, total: answers[at]!.totalHits }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total);
}
