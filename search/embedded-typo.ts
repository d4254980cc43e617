/** The last resorts of a word without a hit: a close spelling, then a part of its characters. */
import { allowedEdits, fold, isKana, pairPhrase } from "./analysis.ts";
import { textFields } from "./definition.ts";
import { closestPart } from "./edit-distance.ts";
import type { IndexReader } from "./embedded-reader.ts";
import type { ClosePart, Vocabulary } from "./embedded-vocabulary.ts";
import { foldWithPlaces, matchedRanges } from "./highlight.ts";
import { lexicon } from "./lexicon.ts";

/** A spelling that exists: folded for matching, and as a person would read it. */
export type Correction = { folded: string; shown: string };

const mostCorrections = 6;

/** How the part stands in the original text. */
function shownPart({ folded, text }: ClosePart): string {
  const [range] = matchedRanges(foldWithPlaces(text, ""), [folded]);
  return range ? text.slice(...range) : folded;
}

function lexiconCandidates(pattern: string, most: number): { correction: Correction; edits: number }[] {
  const found: { correction: Correction; edits: number }[] = [];
  for (const [folded, shown] of lexicon().spellings()) {
    if (Math.abs(folded.length - pattern.length) > most || isKana(folded) !== isKana(pattern)) continue;
    const edits = closestPart(pattern, folded, most, true)?.edits;
    if (edits !== undefined) found.push({ correction: { folded, shown }, edits });
  }
  return found;
}

/** The closest existing spellings of the given ones (a latin word and its kana), closest first; shortest distance only. */
export function closeSpellings(vocabulary: Vocabulary, spellings: Iterable<string>): Correction[] {
  let best = Infinity;
  let corrections = new Map<string, Correction>();
  const offer = (edits: number, folded: string, shown: () => string) => {
    if (edits > best) return;
    if (edits < best) corrections = new Map();
    best = edits;
    if (corrections.size < mostCorrections && !corrections.has(folded))
      corrections.set(folded, { folded, shown: shown() });
  };
  for (const pattern of spellings) {
    const most = allowedEdits(pattern);
    if (most === 0) continue;
    for (const { correction, edits } of lexiconCandidates(pattern, most))
      offer(edits, correction.folded, () => correction.shown);
    const parts = vocabulary.close(pattern, most);
    const anchored = parts.filter((part) => part.anchored);
    // A short word that is off by one fits into the middle of almost any name, so there its beginning must fit.
    for (const part of anchored.length > 0 || pattern.length < 6 ? anchored : parts)
      offer(part.edits, part.folded, () => shownPart(part));
  }
  return [...corrections.values()];
}

/** The distinct character pairs of a folded word. */
export function pairsOf(folded: string): string[] {
  const characters = [...folded];
  return [...new Set(characters.slice(1).map((character, at) => characters[at]! + character))];
}

/** A document found by parts holds at least this share of them. */
export const leastShare = 0.5;
/** Parts of one word that are looked for. */
const mostParts = 16;

/**
 * The character pairs by which a word is looked for in parts; none for words that are not. Only words of three
 * characters and longer with a kanji are: two kanji that differ in one are two different words.
 */
export function soughtParts(text: string): string[] {
  const folded = fold(text);
  if ([...folded].length < 3 || !/\p{Script=Han}/u.test(folded)) return [];
  return pairsOf(folded).slice(0, mostParts);
}

/** The documents that hold a pair of characters. */
export function holdingPair(pair: string): string {
  return `{${textFields.map(({ column }) => column).join(" ")}} : ${pairPhrase(pair)}`;
}

/** Rare pairs count more. `holding` of `all` documents hold the pair. */
export function weightOfPair(holding: number, all: number): number {
  return Math.max(0, Math.log((all + 1) / (holding + 0.5)));
}

/** Rows that hold enough of a word's character pairs, each with its share of their weight. */
export function rowsByParts(
  reader: IndexReader,
  end: number,
  all: number,
  text: string,
): Map<number, number> {
  const shares = new Map<number, number>();
  const lists = soughtParts(text).map((pair) => reader.match(holdingPair(pair)));
  const weights = lists.map((rows) => weightOfPair(rows.length, all));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return shares;
  const sums = new Float64Array(end);
  lists.forEach((rows, at) => {
    for (const row of rows) sums[row]! += weights[at]!;
  });
  for (let row = 0; row < end; row += 1)
    if (sums[row]! / whole >= leastShare) shares.set(row, sums[row]! / whole);
  return shares;
}
