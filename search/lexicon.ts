/** The word data, folded once and looked up by what a person typed. */
import { fold, isKana, loosen } from "./analysis.ts";
import { readings } from "./readings.ts";
import { plainSpelling } from "./plain-spelling.ts";
import { oneWaySynonyms, twoWaySynonyms } from "./synonyms.ts";
import { wordFilters, type WordFilter } from "./word-filters.ts";

export type Expansion = {
  /** Folded words that mean the same. */
  words: Set<string>;
  /** JSIC division letters and middle codes. */
  industries: Set<string>;
};

export type Lexicon = {
  /** Synonyms of a folded word. */
  expand(folded: string): Expansion;
  /** Folded words that a folded kana word may be the reading of. */
  read(foldedKana: string): readonly string[];
  /** Readings of a folded word in kanji, for what is written in kana: 餅 → もち. */
  spell(folded: string): readonly string[];
  /** Folded words whose reading begins so: for a word that is half typed. */
  readBeginning(foldedKana: string): string[];
  /** Words whose reading is this one when long vowels are left out. */
  readLoose(loosened: string): string[];
  filterOf(folded: string): WordFilter | undefined;
  /** Whether the folded text is a word of the data. */
  knows(folded: string): boolean;
  /** Kana and latin words of the data, folded, with the spelling to show: candidates for misspelt words. */
  spellings(): ReadonlyMap<string, string>;
};

/** A prefix of a reading stands for its word from this length. */
const shortestReadingPrefix = 3;
/** Most words that one half-typed reading stands for. */
const mostBegun = 8;
const none: Expansion = { words: new Set(), industries: new Set() };

function collectExpansions(): Map<string, Expansion> {
  const all = new Map<string, Expansion>();
  const add = (spelt: string, words: readonly string[], industries: readonly string[] = []) => {
    const from = plainSpelling(spelt);
    const expansion = all.get(from) ?? { words: new Set<string>(), industries: new Set<string>() };
    for (const word of words) if (word !== from && word !== spelt) expansion.words.add(word);
    for (const industry of industries) expansion.industries.add(industry);
    all.set(from, expansion);
  };
  for (const group of twoWaySynonyms) {
    const folded = group.map(fold);
    for (const word of folded) add(word, folded);
  }
  for (const { from, to, industries } of oneWaySynonyms) {
    for (const word of from) add(fold(word), to.map(fold), industries);
  }
  return all;
}

function build(): Lexicon {
  const expansions = collectExpansions();
  const read = new Map<string, string[]>();
  const readLoose = new Map<string, string[]>();
  const spell = new Map<string, string[]>();
  const spellings = new Map<string, string>();
  const filters = new Map<string, WordFilter>();
  const known = new Set(expansions.keys());
  for (const [reading, words] of readings) {
    const folded = fold(reading);
    read.set(folded, words.map(fold));
    for (const word of words.map(fold))
      if (word !== folded) spell.set(word, [...(spell.get(word) ?? []), folded]);
    readLoose.set(loosen(folded), [...(readLoose.get(loosen(folded)) ?? []), ...words.map(fold)]);
    for (const word of [reading, ...words]) known.add(plainSpelling(fold(word)));
    spellings.set(folded, words[0]!);
  }
  const shown = [...twoWaySynonyms.flat(), ...oneWaySynonyms.flatMap(({ from, to }) => [...from, ...to])];
  for (const word of shown) {
    known.add(plainSpelling(fold(word)));
    if (isKana(fold(word)) || /^[a-z]+$/.test(fold(word))) spellings.set(fold(word), word);
  }
  for (const filter of wordFilters)
    for (const word of filter.words) filters.set(plainSpelling(fold(word)), filter);
  for (const word of filters.keys()) known.add(word);
  const sorted = [...read.keys()].sort();
  return {
    expand: (folded) => expansions.get(plainSpelling(folded)) ?? none,
    read: (foldedKana) => read.get(foldedKana) ?? [],
    spell: (folded) => spell.get(folded) ?? [],
    readBeginning(foldedKana) {
      if (foldedKana.length < shortestReadingPrefix) return [];
      const begun = sorted
        .filter((reading) => reading.startsWith(foldedKana))
        .flatMap((reading) => read.get(reading)!);
      return begun.slice(0, mostBegun);
    },
    readLoose: (loosened) => readLoose.get(loosened) ?? [],
    filterOf: (folded) => filters.get(plainSpelling(folded)),
    knows: (folded) => known.has(plainSpelling(folded)),
    spellings: () => spellings,
  };
}

let built: Lexicon | undefined;

/** The town's lexicon; built at its first use. */
export function lexicon(): Lexicon {
  return (built ??= build());
}
