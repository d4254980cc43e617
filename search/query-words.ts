/** From what a person typed to the words that are looked for. */
import { fold, isKana, isKanji, segmentWords, unifyWidths, withoutLegalForm } from "./analysis.ts";
import { maxQueryLength, maxQueryWords } from "./definition.ts";
import { lexicon } from "./lexicon.ts";
import { romajiToKana } from "./romaji.ts";

export type QueryWord = {
  /** As typed, with widths unified. */
  text: string;
  folded: string;
  /** Of a part of a word: the whole word as typed. */
  whole?: string;
  /** A single character left of a sentence (本にかかわる): its meaning counts, not its place in a name. */
  isTopic?: true;
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
ある 探す 探している 教えて の を に で が は と も へ や な から 付き つき たい なる なりたい いる ない
まで とか など する こと 人 関わる かかわる 関する 好き すき 世話 つくる 作る 扱う あつかう 使う つかう いろいろ
触れる ふれる たのしい 楽しい 得意 興味 もの 何か 手伝い お手伝い ところ 場所 系 関係 関連 業界 業種 職業 職 屋 屋さん さん 士 師 員 手 者 業 店
`),
);

/** What may follow the telling part of a word. */
const endings = listed(`
のお仕事 の仕事 のしごと のお店 の業界 の業種 業界 に携わる にたずさわる について に関する を学びたい を学ぶ を使う仕事 を使う をあつかう を扱う
さんになりたい になるには の人 をする をやる に乗る とかかわる とかかわりたい と関わる に関わる にかかわる が多い会社 の多い会社
の仕事がしたい の仕事をしたい がしたい会社 な仕事 する仕事 の会社 の企業 の求人 の職場 関係の仕事 系の仕事 系の会社 お仕事 仕事 しごと 求人
関係 関連 系 で働きたい で働く に関わりたい にかかわりたい がしたい をしたい したい がやりたい をやりたい ができる会社 ができる のできる会社 が好き
がすき が好きな人 に興味がある に関係する仕事 に関係する に関係した仕事 の専門家 のプロ に詳しくなりたい を勉強したい を勉強する を活かせる を活かしたい を生かせる に挑戦したい に挑戦
のある会社 がある会社 のある職場 がある職場 な会社 な職場 してみたい をしてみたい と働く と一緒に働く に囲まれて働く の現場 の現場で働く にあこがれる にあこがれている を目指す をめざす に就職したい に就職
がうまい が上手 がうまくなりたい をよく使う を毎日さわる で食べていきたい で働いてみたい がいい がいっぱい に強い会社 に強い が出る が出る会社 がつく を出してくれる をくれる みたいな仕事 のような仕事 がもらえる が取れる会社 が取りやすい を取らせてくれる を返してくれる の勉強 を教わりたい をしていた の部活 の近くで働く
が得意 になりたい 会社 企業 する会社 を作る会社 をつくる会社
`).sort((a, b) => b.length - a.length);

function cut(text: string): string {
  // A surrogate pair takes two units; cutting early keeps a pasted novel cheap.
  return Array.from(text.slice(0, maxQueryLength * 4))
    .slice(0, maxQueryLength)
    .join("");
}

const wishes: ReadonlyMap<string, string> = new Map(
  [..."いきしちにみりぎび"].map((kana, at) => [kana, [..."うくすつぬむるぐぶ"][at]!] as const),
);

/** The plain form of a wish (つくりたい → つくる, 育てたい → 育てる); the text itself when it is none. */
function withoutWish(folded: string): string {
  if (!folded.endsWith("たい") || folded.length < 4) return folded;
  const stem = folded.slice(0, -2);
  const plain = wishes.get(stem.at(-1)!);
  if (plain !== undefined) return stem.slice(0, -1) + plain;
  return /[えけせてねへめれげべ]$/.test(stem) ? `${stem}る` : folded;
}

function withoutEnding(typed: string): string {
  const words = lexicon();
  let rest = words.knows(withoutWish(typed)) ? withoutWish(typed) : typed;
  while (!words.knows(rest)) {
    const possible = endings.filter((candidate) => rest.endsWith(candidate));
    const leavesKnown = (candidate: string) => {
      const left = rest.slice(0, -candidate.length);
      return words.knows(left) && !left.endsWith("さん");
    };
    // 電気をつくる会社 is 電気をつくる before it is 電気.
    const ending =
      possible.findLast(leavesKnown) ?? possible.find((candidate) => rest.length - candidate.length >= 2);
    const shorter = ending === undefined ? withoutWish(rest) : rest.slice(0, -ending.length);
    if (shorter === rest || shorter === "") break;
    rest = shorter;
  }
  // お before a word is politeness: お茶屋, お魚.
  const plain = rest.startsWith("お") ? rest.slice(1) : rest;
  return !words.knows(rest) && words.knows(plain) ? plain : rest;
}

const trades = listed("屋 屋さん 店 員 士 師 場 所 業 者 職人 会社");

/** A known word with the kind of trade or job at its end (靴屋, 結婚式場), without it; undefined for other words. */
export function withoutTrade({ text, folded }: QueryWord): QueryWord | undefined {
  const words = lexicon();
  const end = trades.find((one) => folded.endsWith(one) && words.knows(folded.slice(0, -one.length)));
  if (end === undefined) return undefined;
  const rest = folded.slice(0, -end.length);
  return { text, folded: rest, ...(rest.length === 1 ? { isTopic: true } : {}) };
}

/** Splits at spaces and punctuation, leaves out words that say nothing; keeps them where nothing else is there. */
export function parseText(typed: string): ParsedText {
  const text = unifyWidths(cut(typed)).trim();
  const pieces = withoutLegalForm(text)
    .split(/[\s\p{C}、。,;:!?"“”「」『』【】()[\]{}|/\\*^~<>=]+/u)
    .filter((piece) => fold(piece) !== "");
  const words = pieces.map((piece): QueryWord => {
    const whole = fold(piece);
    const folded = withoutEnding(whole);
    return { text: piece, folded, ...(folded.length === 1 && folded !== whole ? { isTopic: true } : {}) };
  });
  const telling = words.filter(({ folded }) => !fillers.has(folded));
  const unique = new Map((telling.length > 0 ? telling : words).map((word) => [word.folded, word]));
  return { text, words: [...unique.values()].slice(0, maxQueryWords) };
}

/** The folded full names that a text may be, in any spelling. */
export function fullNames({ text }: ParsedText): Set<string> {
  const kana = romajiToKana(text.replace(/\s/g, ""))?.kana ?? [];
  return new Set([text, withoutLegalForm(text), ...kana].map(fold).filter((folded) => folded !== ""));
}

const longestJoin = 6;

/** Joins neighbouring segments to the longest words of the lexicon, and lone kanji to each other. */
function joinSegments(segments: readonly string[]): string[] {
  const words = lexicon();
  const joined: string[] = [];
  let at = 0;
  while (at < segments.length) {
    // The whole is what was not found.
    let size = Math.max(1, Math.min(longestJoin, segments.length - (at === 0 ? 1 : at)));
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

/** Whether a part is said of something rather than being it: a verb, or a word in kana that no word data holds. */
export function saysLittle({ text, folded }: QueryWord): boolean {
  if (lexicon().knows(folded)) return false;
  // A word in katakana is a thing.
  return /^[ぁ-ゖー]+$/.test(text) || /^\p{Script=Han}+[ぁ-ゖ]+$/u.test(text);
}

/** Whether a part is a verb in its plain form. */
function isDoing({ text }: QueryWord): boolean {
  return (
    /^\p{Script=Han}*[ぁ-ゖ]*[うくぐすつぬぶむる]$/u.test(text) &&
    /[ぁ-ゖ]{2}|\p{Script=Han}[ぁ-ゖ]/u.test(text)
  );
}

/**
 * The parts of a word that was not found as a whole (金型の設計 → 金型, 設計); empty when it has none.
 * A text in hiragana or katakana only is split where every part is a known word. What is done with a thing is left out
 * beside it: トマト of トマトを育てる.
 */
export function splitWord(word: QueryWord): QueryWord[] {
  const segments = joinSegments(segmentWords(withoutWish(word.text))).map((text) => ({
    text,
    folded: fold(text),
  }));
  const isOneScript = /^(?:[ぁ-ゖー]+|[ァ-ヶー・]+)$/.test(unifyWidths(word.text));
  if (
    isKana(word.folded) &&
    isOneScript &&
    !segments.every(({ folded }) => lexicon().knows(folded) || fillers.has(folded))
  )
    return [];
  const telling = ({ folded }: { folded: string }) =>
    folded !== "" && !fillers.has(folded) && !(folded.length === 1 && isKana(folded));
  // 木 in 木を使ったものづくり is wood, not the 木 of a name.
  const parts = segments
    .filter(telling)
    .map((part): QueryWord => ([...part.folded].length === 1 ? { ...part, isTopic: true } : part));
  if (parts.some(({ folded }) => folded === word.folded)) return [];
  const things = parts.filter((part) => !isDoing(part) && !saysLittle(part));
  return (things.length > 0 ? things : parts)
    .slice(0, maxQueryWords)
    .map((part) => ({ ...part, whole: word.whole ?? word.text }));
}
