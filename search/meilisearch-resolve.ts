/** Decides what each word of a query is looked for as, by asking how much each reading of it would find. */
import type { Vocabulary } from "./embedded-vocabulary.ts";
import { type Ask, counting } from "./meilisearch-ask.ts";
import { all, any, isOneOf } from "./meilisearch-filters.ts";
import {
  asCorrected,
  asTyped,
  byShares,
  everyWord,
  type FilteredWord,
  holdsPair,
  otherReadings,
  pairsOf,
} from "./meilisearch-words.ts";
import type { QueryWord } from "./query-words.ts";

/** With fewer results than this, synonyms are looked for in descriptions too. */
const fewResults = 10;
const leastShare = 0.5;
/** Documents whose shares of a word are looked at. */
const mostByParts = 500;

export type ResolvedWords = {
  words: FilteredWord[];
  /** The words whose facet value any document has. */
  knownFilters: ReadonlySet<FilteredWord>;
};

/** `prefix`: the last word may be half typed. */
export async function resolveWords(
  typed: readonly QueryWord[],
  prefix: boolean,
  ask: Ask,
  vocabulary: () => Promise<Vocabulary>,
): Promise<ResolvedWords> {
  const isBegun = (at: number) => prefix && at === typed.length - 1;
  const first = await settle(
    typed.map((word, at) => asTyped(word, isBegun(at))),
    ask,
  );
  const words: FilteredWord[] = [];
  for (const [at, { word, total }] of first.entries())
    words.push(...(total > 0 ? [word] : await readOtherwise(word, isBegun(at), ask, vocabulary)));
  return { words, knownFilters: await existingFilters(words, ask) };
}

type Settled = { word: FilteredWord; total: number };

/** Each word with its number of documents; without its wide net where the near one finds enough. */
async function settle(words: readonly FilteredWord[], ask: Ask): Promise<Settled[]> {
  const answers = await ask(
    words.flatMap((word) => [counting(word.near), counting(any([word.near, word.wide]))]),
  );
  return words.map((word, at) => {
    const near = answers[2 * at]!.totalHits;
    return near >= fewResults
      ? { word: { ...word, wide: "" }, total: near }
      : { word, total: answers[2 * at + 1]!.totalHits };
  });
}

async function readOtherwise(
  word: FilteredWord,
  isBegun: boolean,
  ask: Ask,
  vocabulary: () => Promise<Vocabulary>,
): Promise<FilteredWord[]> {
  for (const reading of otherReadings(word.word, isBegun)) {
    const settled = (await settle(reading, ask)).map((one) => one.word);
    const [answer] = await ask([counting(everyWord(settled))]);
    if (answer!.totalHits > 0) return settled;
  }
  const corrected = asCorrected(word.word, isBegun, await vocabulary());
  if (corrected) {
    const [settled] = await settle([corrected], ask);
    if (settled!.total > 0) return [settled!.word];
  }
  return [(await readByParts(word.word, ask)) ?? word];
}

/** The documents that hold at least half of a word's character pairs, rare pairs counting more. */
async function readByParts(word: QueryWord, ask: Ask): Promise<FilteredWord | undefined> {
  const pairs = pairsOf(word);
  if (pairs.length === 0) return undefined;
  const filters = pairs.map(holdsPair);
  const [everything, candidates, ...counts] = await ask([
    counting(""),
    {
      ...counting(any(filters)),
      hitsPerPage: mostByParts,
      attributesToRetrieve: ["documentId", "folded"],
    },
    ...filters.map((filter) => counting(filter)),
  ]);
  const weights = counts.map(({ totalHits }) =>
    Math.max(0, Math.log((everything!.totalHits + 1) / (totalHits + 0.5))),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return undefined;
  const shares = new Map<string, number>();
  for (const { documentId, folded } of candidates!.hits) {
    const held = pairs.reduce((sum, pair, at) => sum + (folded.includes(pair) ? weights[at]! : 0), 0);
    if (held / whole >= leastShare) shares.set(documentId, held / whole);
  }
  return shares.size === 0 ? undefined : byShares(word, shares);
}

async function existingFilters(words: readonly FilteredWord[], ask: Ask): Promise<ReadonlySet<FilteredWord>> {
  const filtering = words.filter(({ filter }) => filter !== undefined && !filter.whole);
  const answers = await ask(
    filtering.map(({ filter }) => counting(all([isOneOf(`f_${filter!.facet}`, [filter!.value])]))),
  );
  return new Set(filtering.filter((_, at) => answers[at]!.totalHits > 0));
}
