/** Which rows match each word of a query: as typed, by its meaning, and only then by a close spelling or a part. */
import { fold, isLatin, loosen, pairPhrase } from "./analysis.ts";
import type { AppliedWordFilter } from "./engine.ts";
import type { FacetStore } from "./embedded-facets.ts";
import type { IndexReader, Rows } from "./embedded-reader.ts";
import { closeSpellings, rowsByParts, type Correction } from "./embedded-typo.ts";
import type { Vocabulary } from "./embedded-vocabulary.ts";
import { lexicon } from "./lexicon.ts";
import { splitWord, type QueryWord } from "./query-words.ts";
import {
  formFactors,
  kanaOf,
  looseForms,
  planExpressions,
  planWord,
  type Form,
  type WordPlan,
} from "./word-plan.ts";

export type WordMatch = {
  word: QueryWord;
  rows: Rows;
  forms: Form[];
  codes: string[];
  /** The rows among them that match by name or classification, not by the description only. */
  strong: Rows;
  /** Full-text expressions for "the name begins so" and "in the name". */
  inName: readonly string[];
  appliedFilter?: AppliedWordFilter;
  /** The town's own name: with other words it only lifts documents. */
  optional: boolean;
  correction?: Correction;
  /** For a word found by parts: the share that each row holds. */
  shares?: Map<number, number>;
};

export type MatchContext = {
  reader: IndexReader;
  facets: FacetStore;
  vocabulary: Vocabulary;
  /** No word is understood as a facet value. */
  asTyped?: boolean;
};

/** What a further close spelling is worth beside the first. */
const otherCorrections = 0.9;
/** With fewer results than this, synonyms are looked for in descriptions too. */
const fewResults = 10;

function byPlan(planned: WordPlan, { reader, facets, asTyped }: MatchContext): WordMatch {
  const { filter: meant, ...unfiltered } = planned;
  const plan: WordPlan = meant && asTyped ? unfiltered : planned;
  const { word, forms, codes, filter } = plan;
  const { strong: strongly, told, wide, start, name } = planExpressions(plan);
  const strong = reader.match(strongly);
  const near = unite(strong, reader.match(told));
  const known = filter !== undefined && facets.has(filter.facet, filter.value);
  const values = filter ? [filter.value, ...(filter.also ?? [])] : [];
  const valueForms = values.map(fold).filter((folded) => !forms.some((form) => form.folded === folded));
  return {
    word,
    rows: near.length < fewResults ? unite(near, reader.match(wide)) : near,
    strong,
    inName: [start, name],
    codes,
    forms: [
      ...forms,
      ...valueForms.map((folded): Form => ({
        folded,
        kind: "reading",
        factor: formFactors.reading,
      })),
    ],
    optional: filter?.whole === true,
    ...(known && !filter.whole
      ? { appliedFilter: { word: word.text, facet: filter.facet, value: filter.value } }
      : {}),
  };
}

/** Two latin letters that are no abbreviation here, as the sound they spell. */
function bySound(word: QueryWord, prefix: boolean, context: MatchContext): WordMatch | undefined {
  const [kana] = word.folded.length <= 2 && isLatin(word.folded) ? kanaOf(word, prefix) : [];
  if (kana === undefined) return undefined;
  const match = byPlan(planWord({ text: kana, folded: kana }, prefix), context);
  return match.rows.length > 0 ? { ...match, word } : undefined;
}

function byLooseSpelling(word: QueryWord, prefix: boolean, context: MatchContext): WordMatch | undefined {
  const forms = looseForms(word, prefix);
  if (forms.length === 0) return undefined;
  const meanings = forms.flatMap(({ folded }) => lexicon().readLoose(folded));
  const words = meanings.map((folded): Form => ({
    folded,
    kind: "reading",
    factor: formFactors.reading,
  }));
  const sounds = `({loose} : (${forms.map(({ folded }) => pairPhrase(folded)).join(" OR ")}))`;
  const meant = byPlan({ word, forms: words, codes: [] }, context);
  const rows = unite(context.reader.match(sounds), meant.rows);
  return rows.length === 0
    ? undefined
    : { ...meant, rows, strong: rows, forms: [...forms, ...words], inName: ["", sounds] };
}

function byCorrection(word: QueryWord, prefix: boolean, context: MatchContext): WordMatch | undefined {
  const sounds = kanaOf(word, prefix);
  const spellings = new Set([word.folded, ...sounds, ...sounds.map(loosen)]);
  const corrections = closeSpellings(context.vocabulary, spellings);
  const [first] = corrections;
  if (first === undefined) return undefined;
  const plan = planWord({ text: first.shown, folded: first.folded }, false);
  const known = new Set(plan.forms.map(({ folded }) => folded));
  const others = corrections.slice(1).filter(({ folded }) => !known.has(folded));
  const forms = [
    ...plan.forms,
    ...others.map(({ folded }): Form => ({ folded, kind: "literal", factor: otherCorrections })),
  ];
  const match = byPlan({ ...plan, forms }, context);
  if (match.rows.length === 0) return undefined;
  const lowered = match.forms.map(({ folded, kind, factor }): Form => ({
    folded,
    kind: kind === "synonym" ? kind : "correction",
    factor: factor * formFactors.correction,
  }));
  return { ...match, word, forms: lowered, correction: first };
}

function byParts(word: QueryWord, context: MatchContext): WordMatch | undefined {
  const shares = rowsByParts(context.reader, context.facets.end, context.facets.all().length, word.text);
  if (shares.size === 0) return undefined;
  const rows = Uint32Array.from(shares.keys());
  return { word, rows, strong: rows, inName: [], forms: [], codes: [], optional: false, shares };
}

/** Matches one word; several matches where it had to be split. `prefix`: it may be half typed. */
export function matchWord(word: QueryWord, prefix: boolean, context: MatchContext): WordMatch[] {
  const whole = byPlan(planWord(word, prefix), context);
  if (whole.rows.length > 0) return [whole];
  const heard = bySound(word, prefix, context) ?? byLooseSpelling(word, prefix, context);
  if (heard) return [heard];
  const parts = splitWord(word).map((part) => byPlan(planWord(part, false), context));
  if (parts.length > 0 && parts.every(({ rows }) => rows.length > 0) && meet(parts)) return parts;
  const resort = byCorrection(word, prefix, context) ?? byParts(word, context);
  return [resort ?? whole];
}

function meet(parts: readonly WordMatch[]): boolean {
  return intersect(parts.map(({ rows }) => rows)).length > 0;
}

/** Rows in all lists. */
export function intersect(lists: readonly Rows[]): Rows {
  const [smallest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (smallest === undefined) return new Uint32Array(0);
  return others.reduce((rows, other) => {
    const kept = new Uint32Array(rows.length);
    let size = 0;
    let at = 0;
    for (const row of rows) {
      while (at < other.length && other[at]! < row) at += 1;
      if (other[at] === row) kept[size++] = row;
    }
    return kept.subarray(0, size);
  }, smallest);
}

/** Rows in either list. */
export function unite(some: Rows, more: Rows): Rows {
  if (more.length === 0) return some;
  if (some.length === 0) return more;
  const all = new Uint32Array(some.length + more.length);
  let size = 0;
  let at = 0;
  for (const row of some) {
    while (at < more.length && more[at]! < row) all[size++] = more[at++]!;
    if (more[at] === row) at += 1;
    all[size++] = row;
  }
  while (at < more.length) all[size++] = more[at++]!;
  return all.subarray(0, size);
}

/** Rows that hold every word; words that only lift are left out where others decide. */
export function matchingRows(matches: readonly WordMatch[]): Rows {
  const deciding = matches.filter(({ optional }) => !optional);
  return intersect((deciding.length > 0 ? deciding : matches).map(({ rows }) => rows));
}
