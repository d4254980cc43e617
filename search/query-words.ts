/** From what a person typed to the words that are looked for. */
import { fold, isKana, isKanji, segmentWords, unifyWidths, withoutLegalForm } from "./analysis.ts";
import { maxQueryLength, maxQueryWords } from "./definition.ts";
import { lexicon } from "./lexicon.ts";

export type QueryWord = {
  /** As typed, with widths unified. */
  text: string;
  folded: string;
};

export type ParsedText = {
  /** The text that is read: at most `maxQueryLength` characters. */
  text: string;
  words: QueryWord[];
};

const listed = (text: string) => text.trim().split(/\s+/).map(fold);

/** Words that say nothing about what is looked for. */
const fillers = new Set(
  listed(`
仕事 お仕事 しごと 会社 企業 求人 募集 職場 働く 働きたい はたらく はたらきたい したい やりたい できる あり
ある 探す 探している 教えて の を に で が は と も へ や な から
まで とか など する こと 人 関わる かかわる 関する 好き すき
`),
);

/** What may follow the telling part of a word. */
const endings = listed(`
のお仕事 の仕事 のしごと な仕事 する仕事 の会社 の企業 の求人 の職場 関係の仕事 系の仕事 系の会社 お仕事 仕事 しごと 求人
関係 関連 系 で働きたい で働く に関わりたい にかかわりたい がしたい をしたい したい がやりたい をやりたい ができる会社 ができる のできる会社 が好き
がすき が好きな人 に興味がある が得意 になりたい する会社 を作る会社 をつくる会社
`).sort((a, b) => b.length - a.length);

function cut(text: string): string {
  // A surrogate pair takes two units; cutting early keeps a pasted novel cheap.
  return Array.from(text.slice(0, maxQueryLength * 4))
    .slice(0, maxQueryLength)
    .join("");
}

function withoutEnding(folded: string): string {
  if (lexicon().knows(folded)) return folded;
  const ending = endings.find(
    (candidate) => folded.endsWith(candidate) && folded.length - candidate.length >= 2,
  );
  return ending === undefined ? folded : folded.slice(0, -ending.length);
}

/** Splits at spaces and punctuation, leaves out words that say nothing; keeps them where nothing else is there. */
export function parseText(typed: string): ParsedText {
  const text = unifyWidths(cut(typed)).trim();
  const pieces = withoutLegalForm(text)
    .split(/[\s\p{C}、。,;:!?"“”「」『』【】()[\]{}|/\\*^~<>=]+/u)
    .filter((piece) => fold(piece) !== "");
  const words = pieces.map((piece) => ({ text: piece, folded: withoutEnding(fold(piece)) }));
  const telling = words.filter(({ folded }) => !fillers.has(folded));
  const unique = new Map((telling.length > 0 ? telling : words).map((word) => [word.folded, word]));
  return { text, words: [...unique.values()].slice(0, maxQueryWords) };
}

const longestJoin = 6;

/** Joins neighbouring segments to the longest words of the lexicon, and lone kanji to each other. */
function joinSegments(segments: readonly string[]): string[] {
  const words = lexicon();
  const joined: string[] = [];
  let at = 0;
  while (at < segments.length) {
    let size = Math.min(longestJoin, segments.length - at);
    while (size > 1 && !words.knows(fold(segments.slice(at, at + size).join("")))) size -= 1;
    if (size === 1) {
      const loneKanji = (index: number) => segments[index]?.length === 1 && isKanji(segments[index]);
      while (loneKanji(at) && loneKanji(at + size)) size += 1;
    }
    joined.push(segments.slice(at, at + size).join(""));
    at += size;
  }
  return joined;
}

/**
 * The parts of a word that was not found as a whole (金型の設計 → 金型, 設計); empty when it has none.
 * A text in kana only is split where every part is a known word.
 */
export function splitWord(word: QueryWord): QueryWord[] {
  const segments = joinSegments(segmentWords(word.text)).map((text) => ({
    text,
    folded: fold(text),
  }));
  if (isKana(word.folded) && !segments.every(({ folded }) => lexicon().knows(folded) || fillers.has(folded)))
    return [];
  const telling = ({ folded }: QueryWord) =>
    folded !== "" && !fillers.has(folded) && !(folded.length === 1 && isKana(folded));
  const parts = segments.filter(telling);
  if (parts.some(({ folded }) => folded === word.folded)) return [];
  return parts.slice(0, maxQueryWords);
}
