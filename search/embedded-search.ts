/** One search from query to result. */
import { textFields, type SearchDocument } from "./definition.ts";
import { chosenOf } from "./embedded-facets.ts";
import {
  intersect,
  matchingRows,
  matchWords,
  unite,
  type MatchContext,
  type RowMatch,
} from "./embedded-match.ts";
import { explain, rankByRelevance, type Ranked } from "./embedded-rank.ts";
import type { Rows } from "./embedded-reader.ts";
import { foldField, valuesOf } from "./embedded-schema.ts";
import type { Highlight, Relaxation, SearchHit, SearchQuery, SearchResult } from "./engine.ts";
import { excerpt, foldWithPlaces, matchedRanges } from "./highlight.ts";
import { fullNames, parseText, type ParsedText } from "./query-words.ts";
import { attemptsOf, relaxationsOf } from "./relax.ts";
import type { WordMatch } from "./word-match.ts";

const largestPage = 100;
/** No index has as many pages. */
const lastPage = 10_000_000;

/** The part of all results that a page shows. */
export function windowOf({ page, pageSize }: SearchQuery): { from: number; size: number } {
  const size = Math.min(largestPage, Math.max(1, Math.trunc(pageSize) || 1));
  return { from: (Math.min(lastPage, Math.max(1, Math.trunc(page) || 1)) - 1) * size, size };
}

/** Rows whose full name the text is, in any spelling. */
function exactRows(parsed: ParsedText, { reader }: MatchContext): Set<number> {
  return new Set([...fullNames(parsed)].flatMap((name) => reader.named(name)));
}

/** The text with each corrected word in its place; undefined where nothing was corrected. */
export function correctedText({ text }: ParsedText, matches: readonly WordMatch[]): string | undefined {
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
  matches: readonly RowMatch[],
  { facets }: MatchContext,
): Relaxation[] {
  const rowsOf = (kept: readonly RowMatch[]): Rows => (kept.length === 0 ? facets.all() : matchingRows(kept));
  const whole = rowsOf(matches);
  const attempts = attemptsOf(query, parsed, matches);
  const totals = attempts.map(({ matches: kept, chosen }) => {
    const rows = kept === matches ? whole : rowsOf(kept);
    return facets.select(rows, chosen, false).rows.length;
  });
  return relaxationsOf(attempts, totals);
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
  matches: readonly RowMatch[],
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
  const matches = matchWords(parsed.words, query.prefix !== false, context);
  const exact = matches.length > 0 ? exactRows(parsed, context) : new Set<number>();
  const found =
    matches.length > 0
      ? unite(matchingRows(matches), Uint32Array.from(exact).sort())
      : parsed.text === ""
        ? facets.all()
        : intersect([]);
  const chosen = chosenOf(query);
  const { rows, counts } = facets.select(found, chosen, query.facets !== false);
  const { from, size } = windowOf(query);
  const sort = query.sort ?? "relevance";
  const ranked =
    sort === "relevance" && matches.length > 0
      ? rankByRelevance(rows, matches, exact, from + size, reader, facets)
      : inOrder(rows, from + size, sort === "newest" ? "newest" : "nameKana", context);
  const corrected = correctedText(parsed, matches);
  return {
    total: rows.length,
    hits: ranked.slice(from).map((place) => hitOf(place, matches, exact, context)),
    facets: counts,
    appliedWordFilters: matches.flatMap(({ appliedFilter }) => (appliedFilter ? [appliedFilter] : [])),
    ...(corrected === undefined ? {} : { correctedText: corrected }),
    relax: rows.length === 0 ? relaxations(query, parsed, matches, context) : [],
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
