/** Which rows match each word of a query: as typed, by its meaning, and only then by a close spelling or a part. */
import { fold, isLatin, loosen, pairPhrase } from "./analysis.ts";
import type { AppliedWordFilter } from "./engine.ts";
import type { FacetStore } from "./embedded-facets.ts";
import type { IndexReader, Rows } from "./embedded-reader.ts";
import { closeSpellings, pairsOf, rowsByParts, type Correction } from "./embedded-typo.ts";
import type { Vocabulary } from "./embedded-vocabulary.ts";
import { lexicon } from "./lexicon.ts";
import type { WordFilter } from "./word-filters.ts";
import { saysLittle, splitWord, withoutTrade, type QueryWord } from "./query-words.ts";
import { repairsOf } from "./romaji.ts";
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
  /** Full-text expressions for "the name begins so", "in the name" and "said in so many words". */
  inName: readonly string[];
  appliedFilter?: AppliedWordFilter;
  /** The town's own name: with other words it only lifts documents. */
  optional: boolean;
  correction?: Correction;
  /** For a word found by parts: the share that each row holds, and the parts that are looked for. */
  shares?: Map<number, number>;
  parts?: readonly string[];
};

export type MatchContext = {
  reader: IndexReader;
  facets: FacetStore;
  vocabulary: Vocabulary;
  /** No word is understood as a facet value. */
  asTyped?: boolean;
};

/** What a further close spelling is worth beside the one before it. */
const nextCorrection = 0.85;
/** With fewer results than this, synonyms are looked for in descriptions too. */
const fewResults = 10;

/** The facet value that a word is understood as: from the word data, where such an area exists, or from the documents' areas. */
function filterOf({ word, filter }: WordPlan, facets: FacetStore): WordFilter | undefined {
  const area = facets.areaNamed(filter?.facet === "area" ? fold(filter.value) : word.folded);
  if (filter !== undefined && filter.facet !== "area") return filter;
  if (area === undefined) return undefined;
  return filter ?? { words: [word.folded], facet: "area", value: area };
}

function byPlan(given: WordPlan, { reader, facets, asTyped }: MatchContext): WordMatch {
  const { word, forms, codes } = given;
  const filter = asTyped ? undefined : filterOf(given, facets);
  const plan: WordPlan = { word, forms, codes, ...(filter ? { filter } : {}) };
  const { strong: strongly, told, wide, start, name, tag } = planExpressions(plan);
  const strong = reader.match(strongly);
  const near = unite(strong, reader.match(told));
  const known = filter !== undefined && facets.has(filter.facet, filter.value);
  const values = filter ? [filter.value, ...(filter.also ?? [])] : [];
  const valueForms = values.map(fold).filter((folded) => !forms.some((form) => form.folded === folded));
  return {
    word,
    rows: near.length < fewResults ? unite(near, reader.match(wide)) : near,
    strong,
    inName: [start, name, tag],
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
    ...others.map(({ folded }, at): Form => ({
      folded,
      kind: "literal",
      factor: nextCorrection ** (at + 1),
    })),
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

/** A latin word that is romaji but for one slip. */
function byRepair(word: QueryWord, context: MatchContext): WordMatch | undefined {
  const repairs = repairsOf(word.text).map((kana) => fold(kana));
  if (repairs.length === 0) return undefined;
  const forms = repairs.map((folded): Form => ({
    folded,
    kind: "correction",
    factor: formFactors.correction,
  }));
  const match = byPlan({ word, forms, codes: [] }, context);
  const [first] = match.rows;
  if (first === undefined) return undefined;
  const { joined } = context.reader.folded(first);
  const shown = repairs.find((folded) => joined.includes(folded)) ?? repairs[0]!;
  return { ...match, correction: { folded: shown, shown } };
}

function byParts(word: QueryWord, context: MatchContext): WordMatch | undefined {
  const shares = rowsByParts(context.reader, context.facets.end, context.facets.all().length, word.text);
  if (shares.size === 0) return undefined;
  const rows = Uint32Array.from(shares.keys());
  const parts = pairsOf(fold(word.text));
  return { word, rows, strong: rows, inName: [], forms: [], codes: [], optional: false, shares, parts };
}

/** Matches one word; several matches where it had to be split. `prefix`: it may be half typed. */
export function matchWord(word: QueryWord, prefix: boolean, context: MatchContext): WordMatch[] {
  const whole = byPlan(planWord(word, prefix), context);
  if (whole.rows.length > 0) return [whole];
  const heard = bySound(word, prefix, context) ?? byLooseSpelling(word, prefix, context);
  if (heard) return [heard];
  const trade = withoutTrade(word);
  const known = trade && byPlan(planWord(trade, false), context);
  if (known && known.rows.length > 0) return [{ ...known, word }];
  const parts = splitWord(word).map((part) => partOf(part, context));
  const telling = parts.filter((part) => part.rows.length > 0 || !saysLittle(part.word));
  if (telling.length > 0 && telling.every(({ rows }) => rows.length > 0) && meet(telling)) return telling;
  const corrected = byRepair(word, context) ?? byCorrection(word, prefix, context);
  if (corrected) return [corrected];
  // A sentence whose words are nowhere together still says what it is about.
  const said = parts.filter((part) => part.rows.length > 0 && lexicon().knows(part.word.folded));
  return [said.length > 0 ? anyOfThese(word, said) : (byParts(word, context) ?? whole)];
}

/** A part of a word: as it is written, or, a name in katakana, as the closest spelling. */
function partOf(part: QueryWord, context: MatchContext): WordMatch {
  const written = byPlan(planWord(part, false), context);
  if (written.rows.length > 0 || saysLittle(part)) return written;
  return byLooseSpelling(part, false, context) ?? byCorrection(part, false, context) ?? written;
}

/** One match for a word that any of its parts may stand for. */
function anyOfThese(word: QueryWord, parts: readonly WordMatch[]): WordMatch {
  const united = (rowsOf: (part: WordMatch) => Rows) => parts.map(rowsOf).reduce(unite);
  return {
    word,
    rows: united(({ rows }) => rows),
    strong: united(({ strong }) => strong),
    inName: [],
    forms: parts.flatMap(({ forms }) => forms),
    codes: parts.flatMap(({ codes }) => codes),
    optional: false,
  };
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
