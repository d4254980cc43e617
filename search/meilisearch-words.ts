/** What the words of a query are looked for as in Meilisearch: as typed, by meaning, and only then by a close spelling. */
import { fold, isLatin, loosen, pairPhrase } from "./analysis.ts";
import { textFields } from "./definition.ts";
import { type Correction, closeSpellings } from "./embedded-typo.ts";
import type { Vocabulary } from "./embedded-vocabulary.ts";
import { lexicon } from "./lexicon.ts";
import { all, any, filterOf, isNothing, isOneOf } from "./meilisearch-filters.ts";
import { splitWord, type QueryWord } from "./query-words.ts";
import type { WordFilter } from "./word-filters.ts";
import {
  formFactors,
  kanaOf,
  looseForms,
  planExpressions,
  planWord,
  type Form,
  type WordPlan,
} from "./word-plan.ts";

/** One word with the filter that finds its documents. */
export type FilteredWord = {
  word: QueryWord;
  /** By name and classification, and as typed in descriptions. */
  near: string;
  /** By its synonyms in descriptions: only where `near` finds little. */
  wide: string;
  forms: Form[];
  codes: string[];
  filter?: WordFilter;
  /** The town's own name: with other words it only lifts documents. */
  optional: boolean;
  correction?: Correction;
  /** For a word found by parts: the share that each document holds, by its id. */
  shares?: Map<string, number>;
};

const otherCorrections = 0.9;

function filtered(plan: WordPlan, word = plan.word): FilteredWord {
  const { forms, codes, filter } = plan;
  const { strong, told, wide } = planExpressions(plan);
  const values = filter ? [filter.value, ...(filter.also ?? [])] : [];
  const valueForms = values.map(fold).filter((folded) => !forms.some((form) => form.folded === folded));
  return {
    word,
    near: any([filterOf(strong), filterOf(told)]) || isNothing,
    wide: filterOf(wide),
    forms: [...forms, ...valueForms.map((folded) => meant(folded))],
    codes,
    optional: filter?.whole === true,
    ...(filter ? { filter } : {}),
  };
}

const meant = (folded: string): Form => ({ folded, kind: "reading", factor: formFactors.reading });

/** A word as typed. `prefix`: it may be half typed. */
export function asTyped(word: QueryWord, prefix: boolean): FilteredWord {
  return filtered(planWord(word, prefix));
}

/** What a word without a hit may have meant, in the order of trying; each reading may be several words. */
export function otherReadings(word: QueryWord, prefix: boolean): FilteredWord[][] {
  const sound = bySound(word, prefix);
  const loose = byLooseSpelling(word, prefix);
  const parts = splitWord(word).map((part) => filtered(planWord(part, false)));
  return [sound, loose, parts].filter((reading) => reading.length > 0);
}

function bySound(word: QueryWord, prefix: boolean): FilteredWord[] {
  const [kana] = word.folded.length <= 2 && isLatin(word.folded) ? kanaOf(word, prefix) : [];
  return kana === undefined ? [] : [filtered(planWord({ text: kana, folded: kana }, prefix), word)];
}

function byLooseSpelling(word: QueryWord, prefix: boolean): FilteredWord[] {
  const forms = looseForms(word, prefix);
  if (forms.length === 0) return [];
  const words = forms.flatMap(({ folded }) => lexicon().readLoose(folded)).map(meant);
  const sounds = `({loose} : (${forms.map(({ folded }) => pairPhrase(folded)).join(" OR ")}))`;
  const read = filtered({ word, forms: words, codes: [] });
  return [{ ...read, near: any([filterOf(sounds), read.near]), wide: "", forms: [...forms, ...words] }];
}

/** The word as the closest spelling that exists; undefined when none is close enough. */
export function asCorrected(
  word: QueryWord,
  prefix: boolean,
  vocabulary: Vocabulary,
): FilteredWord | undefined {
  const sounds = kanaOf(word, prefix);
  const spellings = new Set([word.folded, ...sounds, ...sounds.map(loosen)]);
  const corrections = closeSpellings(vocabulary, spellings);
  const [first] = corrections;
  if (first === undefined) return undefined;
  const plan = planWord({ text: first.shown, folded: first.folded }, false);
  const known = new Set(plan.forms.map(({ folded }) => folded));
  const others = corrections
    .slice(1)
    .filter(({ folded }) => !known.has(folded))
    .map(({ folded }): Form => ({ folded, kind: "literal", factor: otherCorrections }));
  const corrected = filtered({ ...plan, forms: [...plan.forms, ...others] }, word);
  const forms = corrected.forms.map(({ folded, kind, factor }): Form => ({
    folded,
    kind: kind === "synonym" ? kind : "correction",
    factor: factor * formFactors.correction,
  }));
  return { ...corrected, forms, correction: first };
}

/** The character pairs by which a word is looked for in parts: only words of three characters and longer with a kanji. */
export function pairsOf(word: QueryWord): string[] {
  const characters = [...fold(word.text)];
  if (characters.length < 3 || !/\p{Script=Han}/u.test(characters.join(""))) return [];
  const pairs = characters.slice(1).map((character, at) => characters[at]! + character);
  return [...new Set(pairs)].slice(0, 16);
}

const everywhere = `{${textFields.map(({ column }) => column).join(" ")}}`;

/** The documents that hold a pair of characters. */
export function holdsPair(pair: string): string {
  return filterOf(`${everywhere} : ${pairPhrase(pair)}`);
}

/** A word that is found by parts of it, with the share that each document holds. */
export function byShares(word: QueryWord, shares: Map<string, number>): FilteredWord {
  const near = isOneOf("documentId", shares.keys());
  return { word, near, wide: "", forms: [], codes: [], optional: false, shares };
}

/** The documents that hold every word; words that only lift are left out where others decide. */
export function everyWord(words: readonly FilteredWord[]): string {
  const deciding = words.filter(({ optional }) => !optional);
  return all((deciding.length > 0 ? deciding : words).map(({ near, wide }) => any([near, wide])));
}
