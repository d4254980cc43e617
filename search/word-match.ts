/** What each word of a query stands for: as typed, by its meaning, and only then by a close spelling or a part. */
import { fold, isLatin, loosen, pairPhrase } from "./analysis.ts";
import { closeSpellings, pairsOf, type Correction } from "./embedded-typo.ts";
import type { Vocabulary } from "./embedded-vocabulary.ts";
import type { AppliedWordFilter } from "./engine.ts";
import { lexicon } from "./lexicon.ts";
import { saysLittle, splitWord, withoutTrade, type QueryWord } from "./query-words.ts";
import { repairsOf } from "./romaji.ts";
import type { WordFilter } from "./word-filters.ts";
import {
  formFactors,
  kanaOf,
  looseForms,
  planExpressions,
  planWord,
  type Form,
  type PlanExpressions,
  type WordPlan,
} from "./word-plan.ts";

export type WordMatch<Found = unknown> = {
  word: QueryWord;
  rows: Found;
  forms: Form[];
  codes: string[];
  /** The documents among them that match by name or classification, not by the description only. */
  strong: Found;
  /** Full-text expressions for "the name begins so", "in the name" and "said in so many words". */
  inName: readonly string[];
  appliedFilter?: AppliedWordFilter;
  /** The town's own name: with other words it only lifts documents. */
  optional: boolean;
  correction?: Correction;
  /** For a word found by parts: the share that each row holds, and the parts that are looked for. */
  shares?: ReadonlyMap<number, number>;
  parts?: readonly string[];
};

/** With fewer results than this, synonyms are looked for in descriptions too. */
export const fewResults = 10;
/** What a further close spelling is worth beside the one before it. */
const nextCorrection = 0.85;

/** Documents that an index found; none where the length is 0. */
type Documents = { readonly length: number };

/** Steps that end in a value. A step that must ask outside this process yields its question and goes on with the reply. */
export type Steps<Value, Question, Reply> = Generator<Question, Value, Reply>;

export type Planned<Found> = {
  rows: Found;
  strong: Found;
  /** Whether any document has the facet value. */
  isKnown: boolean;
};

/** What the words need of an index. */
export type Finder<Found extends Documents, Question, Reply> = {
  /** No word is understood as a facet value. */
  asTyped: boolean;
  /** The area of the documents that a folded word names; undefined for other words. */
  areaNamed(folded: string): string | undefined;
  /** Everything but `wide`; that too where there are fewer than `fewResults` without it. */
  findPlanned(
    expressions: PlanExpressions,
    filter: WordFilter | undefined,
  ): Steps<Planned<Found>, Question, Reply>;
  find(expression: string): Steps<Found, Question, Reply>;
  /** The documents that hold enough of a word's character pairs, and how much of them each holds. */
  findByParts(
    text: string,
  ): Steps<{ rows: Found; shares: ReadonlyMap<number, number> } | undefined, Question, Reply>;
  unite(some: Found, more: Found): Found;
  /** Whether any document is in all of them. */
  meet(lists: readonly Found[]): Steps<boolean, Question, Reply>;
  /** The folded text of the first document by kana name. */
  textOfFirst(found: Found): Steps<string, Question, Reply>;
  spellings(): Steps<Vocabulary, Question, Reply>;
  /** The results of steps that do not wait for each other. */
  together<Value>(all: readonly Steps<Value, Question, Reply>[]): Steps<Value[], Question, Reply>;
};

const meant = (folded: string): Form => ({ folded, kind: "reading", factor: formFactors.reading });

/** Reads words with what an index holds. */
export class WordReader<Found extends Documents, Question, Reply> {
  readonly #finder: Finder<Found, Question, Reply>;

  constructor(finder: Finder<Found, Question, Reply>) {
    this.#finder = finder;
  }

  /** The matches of all words, in order. `prefix`: the last one may be half typed. */
  *read(words: readonly QueryWord[], prefix: boolean): Steps<WordMatch<Found>[], Question, Reply> {
    const last = words.length - 1;
    const matches = words.map((word, at) => this.#word(word, prefix && at === last));
    return (yield* this.#finder.together(matches)).flat();
  }

  /** Matches one word; several matches where it had to be split. */
  *#word(word: QueryWord, prefix: boolean): Steps<WordMatch<Found>[], Question, Reply> {
    const whole = yield* this.#byPlan(planWord(word, prefix));
    if (whole.rows.length > 0) return [whole];
    const heard = (yield* this.#bySound(word, prefix)) ?? (yield* this.#byLooseSpelling(word, prefix));
    if (heard) return [heard];
    const trade = withoutTrade(word);
    const known = trade && (yield* this.#byPlan(planWord(trade, false)));
    if (known && known.rows.length > 0) return [{ ...known, word }];
    const parts = yield* this.#finder.together(splitWord(word).map((part) => this.#part(part)));
    const telling = parts.filter((part) => part.rows.length > 0 || !saysLittle(part.word));
    if (telling.length > 0 && telling.every(({ rows }) => rows.length > 0))
      if (yield* this.#finder.meet(telling.map(({ rows }) => rows))) return telling;
    const corrected = (yield* this.#byRepair(word)) ?? (yield* this.#byCorrection(word, prefix));
    if (corrected) return [corrected];
    // A sentence whose words are nowhere together still says what it is about.
    const said = parts.filter((part) => part.rows.length > 0 && lexicon().knows(part.word.folded));
    return [said.length > 0 ? this.#anyOf(word, said) : ((yield* this.#byParts(word)) ?? whole)];
  }

  /** A part of a word: as it is written, or, a name in katakana, as the closest spelling. */
  *#part(part: QueryWord): Steps<WordMatch<Found>, Question, Reply> {
    const written = yield* this.#byPlan(planWord(part, false));
    if (written.rows.length > 0 || saysLittle(part)) return written;
    return (yield* this.#byLooseSpelling(part, false)) ?? (yield* this.#byCorrection(part, false)) ?? written;
  }

  /** The facet value that a word is understood as: from the word data, where such an area exists, or from the documents' areas. */
  #filterOf({ word, filter }: WordPlan): WordFilter | undefined {
    if (this.#finder.asTyped) return undefined;
    const area = this.#finder.areaNamed(filter?.facet === "area" ? fold(filter.value) : word.folded);
    if (filter !== undefined && filter.facet !== "area") return filter;
    if (area === undefined) return undefined;
    return filter ?? { words: [word.folded], facet: "area", value: area };
  }

  *#byPlan(given: WordPlan): Steps<WordMatch<Found>, Question, Reply> {
    const { word, forms, codes } = given;
    const filter = this.#filterOf(given);
    const expressions = planExpressions({ word, forms, codes, ...(filter ? { filter } : {}) });
    const { rows, strong, isKnown } = yield* this.#finder.findPlanned(expressions, filter);
    const values = filter ? [filter.value, ...(filter.also ?? [])] : [];
    const valueForms = values.map(fold).filter((folded) => !forms.some((form) => form.folded === folded));
    return {
      word,
      rows,
      strong,
      inName: [expressions.start, expressions.name, expressions.tag],
      codes,
      forms: [...forms, ...valueForms.map(meant)],
      optional: filter?.whole === true,
      ...(filter && isKnown && !filter.whole
        ? { appliedFilter: { word: word.text, facet: filter.facet, value: filter.value } }
        : {}),
    };
  }

  /** Two latin letters that are no abbreviation here, as the sound they spell. */
  *#bySound(word: QueryWord, prefix: boolean): Steps<WordMatch<Found> | undefined, Question, Reply> {
    const [kana] = word.folded.length <= 2 && isLatin(word.folded) ? kanaOf(word, prefix) : [];
    if (kana === undefined) return undefined;
    const match = yield* this.#byPlan(planWord({ text: kana, folded: kana }, prefix));
    return match.rows.length > 0 ? { ...match, word } : undefined;
  }

  *#byLooseSpelling(word: QueryWord, prefix: boolean): Steps<WordMatch<Found> | undefined, Question, Reply> {
    const forms = looseForms(word, prefix);
    if (forms.length === 0) return undefined;
    const words = forms.flatMap(({ folded }) => lexicon().readLoose(folded)).map(meant);
    const sounds = `({loose} : (${forms.map(({ folded }) => pairPhrase(folded)).join(" OR ")}))`;
    const read = yield* this.#byPlan({ word, forms: words, codes: [] });
    const rows = this.#finder.unite(yield* this.#finder.find(sounds), read.rows);
    return rows.length === 0
      ? undefined
      : { ...read, rows, strong: rows, forms: [...forms, ...words], inName: ["", sounds] };
  }

  *#byCorrection(word: QueryWord, prefix: boolean): Steps<WordMatch<Found> | undefined, Question, Reply> {
    const sounds = kanaOf(word, prefix);
    const spellings = new Set([word.folded, ...sounds, ...sounds.map(loosen)]);
    const corrections = closeSpellings(yield* this.#finder.spellings(), spellings);
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
    const match = yield* this.#byPlan({ ...plan, forms });
    if (match.rows.length === 0) return undefined;
    const lowered = match.forms.map(({ folded, kind, factor }): Form => ({
      folded,
      kind: kind === "synonym" ? kind : "correction",
      factor: factor * formFactors.correction,
    }));
    return { ...match, word, forms: lowered, correction: first };
  }

  /** A latin word that is romaji but for one slip. */
  *#byRepair(word: QueryWord): Steps<WordMatch<Found> | undefined, Question, Reply> {
    const repairs = repairsOf(word.text).map((kana) => fold(kana));
    if (repairs.length === 0) return undefined;
    const forms = repairs.map((folded): Form => ({
      folded,
      kind: "correction",
      factor: formFactors.correction,
    }));
    const match = yield* this.#byPlan({ word, forms, codes: [] });
    if (match.rows.length === 0) return undefined;
    const text = yield* this.#finder.textOfFirst(match.rows);
    const shown = repairs.find((folded) => text.includes(folded)) ?? repairs[0]!;
    return { ...match, correction: { folded: shown, shown } };
  }

  *#byParts(word: QueryWord): Steps<WordMatch<Found> | undefined, Question, Reply> {
    const found = yield* this.#finder.findByParts(word.text);
    if (found === undefined) return undefined;
    const { rows, shares } = found;
    const parts = pairsOf(fold(word.text));
    return { word, rows, strong: rows, inName: [], forms: [], codes: [], optional: false, shares, parts };
  }

  /** One match for a word that any of its parts may stand for. */
  #anyOf(word: QueryWord, parts: readonly WordMatch<Found>[]): WordMatch<Found> {
    const united = (rowsOf: (part: WordMatch<Found>) => Found) =>
      parts.map(rowsOf).reduce((some, more) => this.#finder.unite(some, more));
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
}

/** The matches that decide: words that only lift are left out where others decide. */
export function deciding<Found>(matches: readonly WordMatch<Found>[]): readonly WordMatch<Found>[] {
  const some = matches.filter(({ optional }) => !optional);
  return some.length > 0 ? some : matches;
}
