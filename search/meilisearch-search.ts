/** One search in Meilisearch: the server filters, counts and proposes; the stated criteria decide, as in the embedded engine. */
import { fold, withoutLegalForm } from "./analysis.ts";
import { facets as facetRules, type Facet, type SearchDocument } from "./definition.ts";
import { alsoMetBy, chosenOf, type Chosen } from "./embedded-facets.ts";
import type { WordMatch } from "./embedded-match.ts";
import { explain, exactNameScore, scored, scoreOf } from "./embedded-rank.ts";
import { readFolded, type FoldedDocument } from "./embedded-reader.ts";
import { correctedText, highlightsOf } from "./embedded-search.ts";
import { namesOf } from "./embedded-schema.ts";
import type { Vocabulary } from "./embedded-vocabulary.ts";
import type { FacetCount, SearchHit, SearchQuery, SearchResult } from "./engine.ts";
import { type Answer, type Ask, type Asked, counting } from "./meilisearch-ask.ts";
import { all, any, facetFilters, isListed, isNamed, isNothing, isOneOf } from "./meilisearch-filters.ts";
import { documentOf, type DocumentRecord, retrievedAttributes } from "./meilisearch-records.ts";
import { relaxationsOf } from "./meilisearch-relax.ts";
import { resolveWords } from "./meilisearch-resolve.ts";
import { everyWord, type FilteredWord } from "./meilisearch-words.ts";
import { parseText, type ParsedText } from "./query-words.ts";
import { romajiToKana } from "./romaji.ts";

const largestPage = 100;

function exactNames({ text }: ParsedText): Set<string> {
  const kana = romajiToKana(text.replace(/\s/g, ""))?.kana ?? [];
  return new Set([text, withoutLegalForm(text), ...kana].map(fold).filter((folded) => folded !== ""));
}

type Window = { from: number; size: number; sort: string[]; byRelevance: boolean };

function windowOf(query: SearchQuery, hasWords: boolean): Window {
  const size = Math.min(largestPage, Math.max(1, Math.trunc(query.pageSize) || 1));
  const page = Math.min(Math.max(1, Math.trunc(query.page) || 1), 10_000_000);
  const newest = query.sort === "newest";
  return {
    from: (page - 1) * size,
    size,
    sort: [...(newest ? ["updatedAt:desc"] : []), "sortKana:asc", "documentId:asc"],
    byRelevance: hasWords && (query.sort ?? "relevance") === "relevance",
  };
}

/** Runs a query. Throws what the client throws; never for what a person typed. */
export async function searchMeilisearch(
  query: SearchQuery,
  ask: Ask,
  vocabulary: () => Promise<Vocabulary>,
): Promise<SearchResult> {
  const started = performance.now();
  const parsed = parseText(query.text);
  const prefix = query.prefix !== false;
  const { words, knownFilters } = await resolveWords(parsed.words, prefix, ask, vocabulary);
  const names = words.length > 0 ? exactNames(parsed) : new Set<string>();
  const found =
    words.length > 0 ? any([everyWord(words), isNamed(names)]) : parsed.text === "" ? "" : isNothing;
  const chosen = chosenOf(query);
  const filters = facetFilters(chosen);
  const window = windowOf(query, words.length > 0);
  const base = all([isListed, found, ...filters.values()]);
  const counted = query.facets === false ? [] : facetRules.map(({ facet }) => facet);
  const questions: Asked[] = [
    {
      q: "",
      filter: base,
      sort: window.sort,
      ...(window.byRelevance
        ? { hitsPerPage: scored, page: 1 }
        : { hitsPerPage: window.size, page: Math.floor(window.from / window.size) + 1 }),
      attributesToRetrieve: [...retrievedAttributes],
      facets: counted.map((facet) => `f_${facet}`),
    },
  ];
  if (window.byRelevance) questions.push(...proposals(parsed, names, base));
  const apart = counted.length > 0 ? [...filters.keys()] : [];
  const apartFrom = questions.length;
  for (const facet of apart) questions.push(facetQuestion(facet, found, filters));
  if (apart.length > 0) questions.push({ ...counting(""), facets: apart.map((facet) => `f_${facet}`) });
  const answers = await ask(questions);
  const main = answers[0]!;
  const total = main.totalHits;
  const rows = rowNumbers();
  const matches = words.map((word) => matchOf(word, knownFilters, rows));
  const judge: Judge = { matches, names, rows };
  const hits = window.byRelevance
    ? await byRelevance(judge, [...answers.slice(1, apartFrom), main], { total, window, base, ask })
    : main.hits.map((record) => hitOf(judge, candidateOf(judge, record, false)));
  const corrected = correctedText(parsed, matches);
  return {
    total,
    hits,
    facets: facetCounts(counted, apart, chosen, {
      main,
      apart: answers.slice(apartFrom),
      known: answers.at(-1)!,
    }),
    appliedWordFilters: matches.flatMap(({ appliedFilter }) => (appliedFilter ? [appliedFilter] : [])),
    ...(corrected === undefined ? {} : { correctedText: corrected }),
    relax: total === 0 ? await relaxationsOf({ query, parsed, words, chosen, ask }) : [],
    tookMs: performance.now() - started,
  };
}

/** What the server itself holds for the best, and full names: they come first where there is more than is scored. */
function proposals({ words }: ParsedText, names: ReadonlySet<string>, base: string): Asked[] {
  const text = words.map((word) => word.text.replaceAll(/["-]/g, " ").toWellFormed()).join(" ");
  const shared = { attributesToRetrieve: [...retrievedAttributes] };
  return [
    { ...shared, q: "", filter: all([base, isNamed(names) || isNothing]), limit: scored },
    { ...shared, q: text, filter: base, limit: scored, matchingStrategy: "last" },
  ];
}

/** The counts of a filtered facet, and of the one that also meets it, under all other filters. */
function facetQuestion(facet: Facet, found: string, filters: ReadonlyMap<Facet, string>): Asked {
  const others = [...filters].filter(([name]) => name !== facet).map(([, filter]) => filter);
  const names = [facet, alsoMetBy[facet]].filter((name) => name !== undefined);
  return { ...counting(all([found, ...others])), facets: names.map((name) => `f_${name}`) };
}

/** Values with their counts, most frequent first; a chosen value that exists stays listed even with none. */
function facetCounts(
  counted: readonly Facet[],
  apart: readonly Facet[],
  chosen: Chosen,
  answers: { main: Answer; apart: readonly Answer[]; known: Answer },
): SearchResult["facets"] {
  const counts: Partial<Record<Facet, FacetCount[]>> = {};
  for (const facet of counted) {
    const at = apart.findIndex((name) => name === facet || alsoMetBy[name] === facet);
    const answer = at < 0 ? answers.main : answers.apart[at]!;
    const tally = new Map(Object.entries(answer.facetDistribution?.[`f_${facet}`] ?? {}));
    const known = answers.known.facetDistribution?.[`f_${facet}`] ?? {};
    for (const value of chosen[facet] ?? [])
      if (!tally.has(value) && Object.hasOwn(known, value)) tally.set(value, 0);
    counts[facet] = [...tally]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return counts;
}

/** Numbers for documents within one search: the criteria know documents by number. */
type RowNumbers = (documentId: string) => number;

function rowNumbers(): RowNumbers {
  const rows = new Map<string, number>();
  return (documentId) => {
    const known = rows.get(documentId);
    if (known !== undefined) return known;
    rows.set(documentId, rows.size);
    return rows.size - 1;
  };
}

/** A word in the form in which the criteria weigh it. */
function matchOf(word: FilteredWord, knownFilters: ReadonlySet<FilteredWord>, rows: RowNumbers): WordMatch {
  const { filter } = word;
  return {
    word: word.word,
    rows: new Uint32Array(0),
    strong: new Uint32Array(0),
    inName: [],
    forms: word.forms,
    codes: word.codes,
    optional: word.optional,
    ...(word.correction ? { correction: word.correction } : {}),
    ...(filter && !filter.whole && knownFilters.has(word)
      ? { appliedFilter: { word: word.word.text, facet: filter.facet, value: filter.value } }
      : {}),
    ...(word.shares
      ? { shares: new Map([...word.shares].map(([documentId, share]) => [rows(documentId), share])) }
      : {}),
  };
}

/** What decides about a document. */
type Judge = { matches: readonly WordMatch[]; names: ReadonlySet<string>; rows: RowNumbers };

type Candidate = {
  row: number;
  document: SearchDocument;
  folded: FoldedDocument;
  sortKana: string;
  isExact: boolean;
  score: number;
};

function candidateOf({ matches, names, rows }: Judge, record: DocumentRecord, isScored: boolean): Candidate {
  const row = rows(record.documentId);
  const document = documentOf(record);
  const folded = readFolded(record.folded);
  const isExact = [...namesOf(document)].some((name) => names.has(name));
  const score = isScored ? scoreOf(matches, row, folded) + (isExact ? exactNameScore : 0) : 0;
  return { row, document, folded, sortKana: record.sortKana, isExact, score };
}

function compare(a: Candidate, b: Candidate): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.sortKana !== b.sortKana) return a.sortKana < b.sortKana ? -1 : 1;
  return a.document.id < b.document.id ? -1 : 1;
}

/** The page's hits: the first `scored` proposals by the criteria, everything after them by kana name. */
async function byRelevance(
  judge: Judge,
  proposed: readonly Answer[],
  { total, window, base, ask }: { total: number; window: Window; base: string; ask: Ask },
): Promise<SearchHit[]> {
  const records = new Map(
    proposed.flatMap(({ hits }) => hits.map((record) => [record.documentId, record] as const)),
  );
  const head = [...records.values()]
    .slice(0, scored)
    .map((record) => candidateOf(judge, record, true))
    .sort(compare);
  const to = Math.min(window.from + window.size, total);
  const hits = head.slice(window.from, to).map((candidate) => hitOf(judge, candidate));
  if (to <= head.length) return hits;
  const [rest] = await ask([
    {
      q: "",
      filter: all([base, `NOT ${isOneOf("documentId", records.keys().take(head.length))}`]),
      sort: window.sort,
      offset: Math.max(0, window.from - head.length),
      limit: to - Math.max(window.from, head.length),
      attributesToRetrieve: [...retrievedAttributes],
    },
  ]);
  return [...hits, ...rest!.hits.map((record) => hitOf(judge, candidateOf(judge, record, false)))];
}

function hitOf({ matches }: Judge, { row, document, folded, isExact, score }: Candidate): SearchHit {
  const { matched, marks } = explain(matches, row, folded, isExact);
  const { id, kind, slug, name, area, industryName } = document;
  const highlights = highlightsOf(document, marks);
  return { id, kind, slug, name, area, industryName, score, matched, highlights };
}
