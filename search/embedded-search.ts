/** One search from query to result. */
import { fold, withoutLegalForm } from "./analysis.ts";
import { textFields, type SearchDocument } from "./definition.ts";
import { chosenOf, type Chosen } from "./embedded-facets.ts";
import {
  intersect,
  matchingRows,
  matchWord,
  unite,
  type MatchContext,
  type WordMatch,
} from "./embedded-match.ts";
import { explain, rankByRelevance, type Ranked } from "./embedded-rank.ts";
import type { Rows } from "./embedded-reader.ts";
import { foldField, valuesOf } from "./embedded-schema.ts";
import type { Highlight, Relaxation, SearchFilters, SearchHit, SearchQuery, SearchResult } from "./engine.ts";
import { excerpt, foldWithPlaces, matchedRanges } from "./highlight.ts";
import { parseText, type ParsedText } from "./query-words.ts";
import { romajiToKana } from "./romaji.ts";

const largestPage = 100;
/** Values of one filter that are tried without, so that an address with a thousand of them costs no more. */
const mostRelaxed = 12;

/** Rows whose full name the text is, in any spelling. */
function exactRows({ text }: ParsedText, { reader }: MatchContext): Set<number> {
  const kana = romajiToKana(text.replace(/\s/g, ""))?.kana ?? [];
  const names = new Set([text, withoutLegalForm(text), ...kana].map(fold).filter((folded) => folded !== ""));
  return new Set([...names].flatMap((name) => reader.named(name)));
}

function matchWords({ words }: ParsedText, prefix: boolean, context: MatchContext): WordMatch[] {
  return words.flatMap((word, at) => matchWord(word, prefix && at === words.length - 1, context));
}

/** The text with each corrected word in its place; undefined where nothing was corrected. */
export function correctedText(
  { text }: ParsedText,
  matches: readonly Pick<WordMatch, "word" | "correction">[],
): string | undefined {
  const corrections = matches.filter(({ correction }) => correction !== undefined);
  if (corrections.length === 0) return undefined;
  return corrections.reduce(
    (corrected, { word, correction }) => corrected.replace(word.text, () => correction!.shown),
    text,
  );
}

/** Results for each single word or filter that is left out, when nothing was found with all of them. */
function relaxations(
  query: SearchQuery,
  parsed: ParsedText,
  matches: readonly WordMatch[],
  chosen: Chosen,
  { facets }: MatchContext,
): Relaxation[] {
  const rowsOf = (kept: readonly WordMatch[]): Rows =>
    kept.length === 0 ? facets.all() : matchingRows(kept);
  const count = (rows: Rows, filters: Chosen) => facets.select(rows, filters, false).rows.length;
  // Symbols only: no filter is to blame.
  if (matches.length === 0 && parsed.text !== "") return [];
  const isFiltered = Object.keys(chosen).length > 0;
  const found: Relaxation[] = [];
  if (parsed.words.length > 1 || isFiltered) {
    for (const word of new Set(matches.map((match) => match.word))) {
      found.push({
        drop: { type: "word", word: word.text },
        total: count(rowsOf(matches.filter((match) => match.word !== word)), chosen),
      });
    }
  }
  const rows = rowsOf(matches);
  const given = { kinds: query.kinds, ...query.filters } as Record<
    keyof SearchFilters | "kinds",
    string[] | undefined
  >;
  for (const [facet, values] of Object.entries(given) as [
    keyof SearchFilters | "kinds",
    string[] | undefined,
  ][]) {
    for (const value of (values ?? []).slice(0, mostRelaxed)) {
      const rest = values!.filter((other) => other !== value);
      const without =
        facet === "kinds"
          ? { ...query, kinds: rest as typeof query.kinds & {} }
          : { ...query, filters: { ...query.filters, [facet]: rest } };
      found.push({ drop: { type: "filter", facet, value }, total: count(rows, chosenOf(without)) });
    }
  }
  return found.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}

/** The places of the folded words in a document's texts. */
export function highlightsOf(document: SearchDocument, marks: readonly string[]): Highlight[] {
  return textFields.flatMap(({ field }) =>
    valuesOf(document, field).flatMap((text): Highlight[] => {
      const folded = foldField(field, text);
      if (!marks.some((mark) => folded.includes(mark))) return [];
      const ranges = matchedRanges(foldWithPlaces(text, field === "description" ? " " : ""), marks);
      return ranges.length === 0 ? [] : [{ field, ...excerpt(text, ranges) }];
    }),
  );
}

function hitOf(
  { row, score }: Ranked,
  matches: readonly WordMatch[],
  exact: ReadonlySet<number>,
  { reader }: MatchContext,
): SearchHit {
  const document = reader.document(row);
  const { matched, marks } = explain(matches, row, reader.folded(row), exact.has(row));
  const { id, kind, slug, name, area, industryName } = document;
  return {
    id,
    kind,
    slug,
    name,
    area,
    industryName,
    score,
    matched,
    highlights: highlightsOf(document, marks),
  };
}

/** Runs a query over the index. Never throws for what a person typed. */
export function runSearch(query: SearchQuery, held: MatchContext): SearchResult {
  const started = performance.now();
  const context: MatchContext = { ...held, asTyped: query.asTyped === true };
  const { facets, reader } = context;
  const parsed = parseText(query.text);
  const matches = matchWords(parsed, query.prefix !== false, context);
  const exact = matches.length > 0 ? exactRows(parsed, context) : new Set<number>();
  const found =
    matches.length > 0
      ? unite(matchingRows(matches), Uint32Array.from(exact).sort())
      : parsed.text === ""
        ? facets.all()
        : intersect([]);
  const chosen = chosenOf(query);
  const { rows, counts } = facets.select(found, chosen, query.facets !== false);
  const pageSize = Math.min(largestPage, Math.max(1, Math.trunc(query.pageSize) || 1));
  const from = (Math.max(1, Math.trunc(query.page) || 1) - 1) * pageSize;
  const sort = query.sort ?? "relevance";
  const ranked =
    sort === "relevance" && matches.length > 0
      ? rankByRelevance(rows, matches, exact, from + pageSize, reader, facets)
      : inOrder(rows, from + pageSize, sort === "newest" ? "newest" : "nameKana", context);
  const corrected = correctedText(parsed, matches);
  return {
    total: rows.length,
    hits: ranked.slice(from).map((place) => hitOf(place, matches, exact, context)),
    facets: counts,
    appliedWordFilters: matches.flatMap(({ appliedFilter }) => (appliedFilter ? [appliedFilter] : [])),
    ...(corrected === undefined ? {} : { correctedText: corrected }),
    relax: rows.length === 0 ? relaxations(query, parsed, matches, chosen, context) : [],
    tookMs: performance.now() - started,
  };
}

function inOrder(rows: Rows, need: number, sort: "nameKana" | "newest", { facets }: MatchContext): Ranked[] {
  const wanted = new Uint8Array(facets.end);
  for (const row of rows) wanted[row] = 1;
  const ranked: Ranked[] = [];
  for (const row of facets.order(sort)) {
    if (ranked.length >= need) break;
    if (wanted[row] === 1) ranked.push({ row, score: 0 });
  }
  return ranked;
}
