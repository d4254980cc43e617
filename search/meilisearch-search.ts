/** One search in Meilisearch: the server filters, counts and proposes; what is found and its order are the embedded engine's. */
import { chosenOf } from "./embedded-facets.ts";
import { scored } from "./embedded-rank.ts";
import { correctedText, windowOf } from "./embedded-search.ts";
import type { SearchHit, SearchQuery, SearchResult } from "./engine.ts";
import { type Answer, type Ask, type Asked, byKana, counting } from "./meilisearch-ask.ts";
import { facetCounts, facetQuestions } from "./meilisearch-facets.ts";
import { all, any, facetFilters, isListed, isNamed, isNothing, isOneOf } from "./meilisearch-filters.ts";
import type { HeldDocuments } from "./meilisearch-held.ts";
import { everyWord, matchOnServer, type FilteredMatch } from "./meilisearch-match.ts";
import { candidateOf, hitOf, type Judge, proposals, ranked, rowNumbers } from "./meilisearch-rank.ts";
import { retrievedAttributes } from "./meilisearch-records.ts";
import { fullNames, parseText, type ParsedText } from "./query-words.ts";
import { attemptsOf, relaxationsOf } from "./relax.ts";

/** Runs a query. Throws what the client throws; never for what a person typed. */
export async function searchMeilisearch(
  query: SearchQuery,
  ask: Ask,
  held: HeldDocuments,
): Promise<SearchResult> {
  const started = performance.now();
  const parsed = parseText(query.text);
  const rowOf = rowNumbers();
  const matches = await matchOnServer(parsed.words, query.prefix !== false, {
    ask,
    spellings: () => held.spellings(),
    areas: parsed.words.length > 0 ? await held.areas(ask) : new Map(),
    rowOf,
    asTyped: query.asTyped === true,
  });
  const judge: Judge = { matches, names: matches.length > 0 ? fullNames(parsed) : new Set(), rowOf };
  const found =
    matches.length > 0
      ? any([everyWord(matches), isNamed(judge.names)])
      : parsed.text === ""
        ? ""
        : isNothing;
  const chosen = chosenOf(query);
  const filters = facetFilters(chosen);
  const base = all([isListed, found, ...filters.values()]);
  const page = pageOf(query, matches.length > 0, base);
  const counted = query.facets === false ? undefined : facetQuestions(found, filters);
  const [main, ...counts] = await ask([
    counted ? { ...page.asked, facets: counted.attributes } : page.asked,
    ...(counted?.asked ?? []),
  ]);
  const total = main!.totalHits;
  const hits = page.byRelevance
    ? await byRelevance(judge, main!, { parsed, base, ask, from: page.from, to: page.from + page.size })
    : main!.hits.map((record) => hitOf(judge, candidateOf(judge, record, false)));
  const corrected = correctedText(parsed, matches);
  return {
    total,
    hits,
    facets: counted ? facetCounts(counted, chosen, main!, counts) : {},
    appliedWordFilters: matches.flatMap(({ appliedFilter }) => (appliedFilter ? [appliedFilter] : [])),
    ...(corrected === undefined ? {} : { correctedText: corrected }),
    relax: total === 0 ? await relaxations(query, parsed, matches, ask) : [],
    tookMs: performance.now() - started,
  };
}

type Page = { from: number; size: number; byRelevance: boolean; asked: Asked };

/** What is asked for a page; by relevance the first of all results, to be scored here. */
function pageOf(query: SearchQuery, hasWords: boolean, base: string): Page {
  const { from, size } = windowOf(query);
  const byRelevance = hasWords && (query.sort ?? "relevance") === "relevance";
  const inKanaOrder = byKana(base);
  const asked: Asked = {
    ...inKanaOrder,
    sort: [...(query.sort === "newest" ? ["updatedAt:desc"] : []), ...inKanaOrder.sort!],
    ...(byRelevance ? { hitsPerPage: scored, page: 1 } : { hitsPerPage: size, page: from / size + 1 }),
    attributesToRetrieve: [...retrievedAttributes],
  };
  return { from, size, byRelevance, asked };
}

/** The page's hits: of many results the first `scored` proposals by the criteria, everything after them by kana name. */
async function byRelevance(
  judge: Judge,
  main: Answer,
  {
    parsed,
    base,
    ask,
    from,
    to: end,
  }: { parsed: ParsedText; base: string; ask: Ask; from: number; to: number },
): Promise<SearchHit[]> {
  const to = Math.min(end, main.totalHits);
  if (from >= to) return [];
  const proposed = main.totalHits > scored ? await ask(proposals(judge, parsed, base)) : [];
  const records = new Map(
    [...proposed, main].flatMap(({ hits }) => hits.map((record) => [record.documentId, record] as const)),
  );
  const head = ranked(judge, [...records.values()]);
  const hits = head.slice(from, to).map((candidate) => hitOf(judge, candidate));
  if (to <= head.length) return hits;
  const inHead = isOneOf(
    "documentId",
    head.map(({ document }) => document.id),
  );
  const [rest] = await ask([
    {
      ...byKana(all([base, `NOT ${inHead}`])),
      offset: Math.max(0, from - head.length),
      limit: to - Math.max(from, head.length),
      attributesToRetrieve: [...retrievedAttributes],
    },
  ]);
  return [...hits, ...rest!.hits.map((record) => hitOf(judge, candidateOf(judge, record, false)))];
}

/** Results for each single word or filter that is left out, when nothing was found with all of them. */
async function relaxations(
  query: SearchQuery,
  parsed: ParsedText,
  matches: readonly FilteredMatch[],
  ask: Ask,
): Promise<SearchResult["relax"]> {
  const attempts = attemptsOf(query, parsed, matches);
  const answers = await ask(
    attempts.map(({ matches: kept, chosen }) =>
      counting(all([everyWord(kept), ...facetFilters(chosen).values()])),
    ),
  );
  return relaxationsOf(
    attempts,
    answers.map(({ totalHits }) => totalHits),
  );
}
