/** What one word of a query is looked for as: its spellings, readings, synonyms, industries and facet. */
import { fold, isKana, isKanji, isLatin, loosen, pairPhrase, unifyWidths, vowelOf } from "./analysis.ts";
import { textFields, type TextField } from "./definition.ts";
import { lexicon } from "./lexicon.ts";
import type { QueryWord } from "./query-words.ts";
import { continuationsOfN, romajiToKana } from "./romaji.ts";
import type { WordFilter } from "./word-filters.ts";

export type FormKind = "literal" | "reading" | "loose" | "synonym" | "correction";

/** A folded text that stands for the word, and what a match of it is worth beside a literal one. */
export type Form = { folded: string; kind: FormKind; factor: number };

export type WordPlan = {
  word: QueryWord;
  forms: Form[];
  /** Tokens of the codes column. */
  codes: string[];
  filter?: WordFilter;
};

export const formFactors: Record<FormKind, number> = {
  literal: 1,
  reading: 0.8,
  loose: 0.7,
  synonym: 0.34,
  correction: 0.5,
};

/** What the character of a topic is worth where it merely stands in a text. */
const topicFactor = 0.3;

const columnOf = new Map(textFields.map(({ field, column }) => [field, column]));
const tagFields = textFields.map(({ field }) => field).filter((field) => field !== "description");
const nameFields: TextField[] = ["name", "nameKana", "aliases"];
const productFields: TextField[] = ["industryName", "industryWords", "products", "technologies"];
const meaningFields: TextField[] = [
  "name",
  "aliases",
  "industryName",
  "industryWords",
  "products",
  "technologies",
  "benefits",
  "certifications",
];

/** Spellings of a word with ー: コー as こう, エー as えい, and without a last ー. */
function longVowelSpellings(text: string): string[] {
  if (!text.includes("ー")) return [];
  let written = "";
  for (const character of text) {
    const vowel = character === "ー" ? vowelOf(fold(written).at(-1) ?? "") : undefined;
    written += vowel === "お" ? "う" : vowel === "え" ? "い" : character;
  }
  const short = text.endsWith("ー") && text.length >= 4 ? [fold(text.slice(0, -1))] : [];
  return [fold(written), ...short];
}

const numerals = "一二三四五六七八九";

/** 第二 and 第2 are the same; empty where the word has no such number. */
function numberSpellings(folded: string): string[] {
  const other = folded
    .replace(/第([1-9])/g, (_, digit: string) => `第\0${numerals[Number(digit) - 1]!}`)
    .replace(/第([一二三四五六七八九])/g, (_, numeral: string) => `第${numerals.indexOf(numeral) + 1}`)
    .replaceAll("\0", "");
  return other === folded ? [] : [other];
}

/** The kana of a word in kana or romaji, the most likely first; none for all others. */
export function kanaOf(word: QueryWord, prefix: boolean): string[] {
  if (isKana(word.folded)) return [word.folded];
  if (!/^[a-zāīūēōâîûêô'’-]+$/i.test(word.text)) return [];
  const reading = romajiToKana(word.text);
  // CAD is an abbreviation, and cad the beginning of a word.
  const isBeginning = prefix && word.text !== word.text.toUpperCase();
  if (reading === null || (reading.unfinished && !isBeginning)) return [];
  return [...reading.kana, ...(isBeginning ? continuationsOfN(word.text) : [])].map(fold);
}

/** Plans one word. `prefix`: it may be half typed. */
export function planWord(word: QueryWord, prefix: boolean): WordPlan {
  const forms = new Map<string, Form>();
  const add = (folded: string, kind: FormKind) => {
    if (folded !== "" && !forms.has(folded)) forms.set(folded, { folded, kind, factor: formFactors[kind] });
  };
  const words = lexicon();
  add(word.folded, "literal");
  for (const spelling of longVowelSpellings(unifyWidths(word.text))) add(spelling, "literal");
  for (const spelling of numberSpellings(word.folded)) add(spelling, "literal");
  const kana = kanaOf(word, prefix);
  // Two latin letters are an abbreviation (AI) before they are a sound.
  if (word.folded.length > 2) for (const spelling of kana) add(spelling, "literal");
  const sounds = kana.filter((spelling) => spelling.length > 1);
  const read = sounds.flatMap((spelling) => lexicon().read(spelling));
  const begun =
    prefix && read.length === 0 ? sounds.flatMap((spelling) => lexicon().readBeginning(spelling)) : [];
  for (const meaning of [...read, ...begun]) add(meaning, "reading");
  const meanings = new Set([word.folded, ...sounds, ...read]);
  const codes = new Set<string>();
  for (const meaning of meanings) {
    const expansion = words.expand(meaning);
    for (const synonym of [...expansion.words, ...words.spell(meaning)]) add(synonym, "synonym");
    for (const industry of expansion.industries) codes.add(industryToken(industry));
  }
  const filter = [word.folded, ...kana]
    .map((form) => words.filterOf(form))
    .find((known) => known !== undefined);
  const ordered = [...forms.values()].map((form): Form =>
    word.isTopic && form.kind === "literal" ? { ...form, factor: topicFactor } : form,
  );
  return { word, forms: ordered, codes: [...codes], ...(filter ? { filter } : {}) };
}

/** Token of an industry in the codes column. */
export function industryToken(code: string): string {
  return /^\d/.test(code) ? `m${code}` : `g${code.toLowerCase()}`;
}

const isAbbreviation = (folded: string) => folded.length <= 2 && isLatin(folded) && !/\d./.test(folded);

function within(fields: readonly TextField[], forms: readonly Form[]): string[] {
  const phrases = forms
    .filter(({ folded }) => !isAbbreviation(folded))
    .map(({ folded }) => pairPhrase(folded));
  const columns = fields.map((field) => columnOf.get(field)).join(" ");
  const runs = forms.filter(({ folded }) => isAbbreviation(folded)).map(({ folded }) => `"${folded}"`);
  return [
    ...(phrases.length > 0 ? [`({${columns}} : (${phrases.join(" OR ")}))`] : []),
    ...(runs.length > 0 ? [`({latin} : (${runs.join(" OR ")}))`] : []),
  ];
}

const anyOf = (parts: readonly string[]) => parts.join(" OR ");
const codesWithin = (codes: readonly string[]) =>
  codes.length > 0 ? [`({codes} : (${codes.map((code) => `"${code}"`).join(" OR ")}))`] : [];

function filterExpression(filter: WordFilter, literal: readonly Form[]): string {
  const values = [filter.value, ...(filter.also ?? [])].map((value): Form => ({
    folded: fold(value),
    kind: "literal",
    factor: 1,
  }));
  if (filter.facet === "area")
    return anyOf([...within(["area"], [...literal, ...values]), ...within(nameFields, literal)]);
  const told = within(tagFields, literal);
  if (filter.facet === "benefits") return anyOf([...within(["benefits"], values), ...told]);
  return anyOf([...codesWithin([filter.value === "internship" ? "oi" : "oe"]), ...told]);
}

function startsWith(forms: readonly Form[]): string {
  const starts = forms
    .filter(({ folded }) => !isAbbreviation(folded))
    .map(({ folded }) => `^ ${pairPhrase(folded)}`);
  return starts.length > 0 ? `{name kana} : (${starts.join(" OR ")})` : "";
}

/** One kanji as another word for something is looked for in what is made, not in names: 酒 is in 酒井 too. */
export function isLoneKanji(folded: string): boolean {
  return folded.length === 1 && isKanji(folded);
}

/** Full-text expressions of a plan; an empty one finds nothing. */
export type PlanExpressions = {
  /** Names and classifications. */
  strong: string;
  /** The word itself in the description. */
  told: string;
  /** Synonyms in the description, for when little else was found. */
  wide: string;
  /** The name begins so. */
  start: string;
  /** Somewhere in the names. */
  name: string;
  /** The word itself in any field but the description. */
  tag: string;
};

export function planExpressions({ word, forms, codes, filter }: WordPlan): PlanExpressions {
  const literal = forms.filter(({ kind }) => kind !== "synonym");
  // One kana is the beginning of a name being typed; in sentences it is everywhere.
  if (word.folded.length === 1 && isKana(word.folded)) {
    const names = anyOf(within(nameFields, literal));
    return { strong: names, told: "", wide: "", start: startsWith(literal), name: names, tag: "" };
  }
  const synonyms = forms.filter(({ kind, folded }) => kind === "synonym" && !isLoneKanji(folded));
  const lone = forms.filter(({ kind, folded }) => kind === "synonym" && isLoneKanji(folded));
  return {
    strong: filter
      ? filterExpression(filter, literal)
      : anyOf([
          ...within(tagFields, literal),
          ...within(meaningFields, synonyms),
          ...within(productFields, lone),
          ...codesWithin(codes),
        ]),
    told:
      filter?.facet === "area"
        ? ""
        : anyOf(
            within(
              ["description"],
              literal.filter(({ folded }) => !isAbbreviation(folded)),
            ),
          ),
    wide: filter ? "" : anyOf(within(["description"], synonyms)),
    start: startsWith(literal),
    name: anyOf(within(nameFields, literal)),
    tag: filter ? "" : anyOf(within(tagFields, literal)),
  };
}

/** The spellings of a word without long vowels, for when it was not found with them. */
export function looseForms(word: QueryWord, prefix: boolean): Form[] {
  // Four letters without long vowels may be two kana: supa.
  const least = isLatin(word.folded) && word.folded.length >= 4 ? 2 : 3;
  const spellings = kanaOf(word, prefix).filter((kana) => kana.length >= least);
  return spellings.map((kana): Form => ({
    folded: loosen(kana),
    kind: "loose",
    factor: formFactors.loose,
  }));
}
