/** Text analysis, the same for documents and for queries. A folded text holds letters, digits, + and # only. */
import { variants } from "./variants.ts";

const unset = 0xffffff;
const foldedCodes = new Uint32Array(0x10000).fill(unset);
const kept = /[\p{L}\p{N}+#]/u;
const kanji = /^[\p{Script=Han}々]$/u;
const smallKana: Record<string, string> = {
  ぁ: "あ",
  ぃ: "い",
  ぅ: "う",
  ぇ: "え",
  ぉ: "お",
  っ: "つ",
  ゃ: "や",
  ゅ: "ゆ",
  ょ: "よ",
  ゎ: "わ",
  ゕ: "か",
  ゖ: "が",
  ぢ: "じ",
  づ: "ず",
  を: "お",
  ゐ: "い",
  ゑ: "え",
  ゔ: "ぶ",
};
const vowelRows: Record<string, string> = {
  あ: "あかさたなはまやらわがざだばぱ",
  い: "いきしちにひみりぎじぢびぴ",
  う: "うくすつぬふむゆるぐずづぶぷ",
  え: "えけせてねへめれげぜでべぺ",
  お: "おこそとのほもよろをごぞどぼぽ",
};
const vowels = new Map(
  Object.entries(vowelRows).flatMap(([vowel, row]) => [...row].map((kana) => [kana, vowel])),
);

/** The vowel a kana ends in; undefined for anything else. */
export function vowelOf(kana: string): string | undefined {
  return vowels.get(kana);
}

function foldCharacter(character: string): string {
  let folded = character.toLowerCase();
  const code = folded.charCodeAt(0);
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) folded = folded.normalize("NFD");
  folded = folded.length > 1 && code < 0xd800 ? folded[0]! : folded;
  folded = variants.get(folded) ?? folded;
  const kana = folded.charCodeAt(0);
  if (kana >= 0x30a1 && kana <= 0x30f6) folded = String.fromCharCode(kana - 0x60);
  folded = smallKana[folded] ?? folded;
  return kept.test(folded) ? folded : "";
}

function foldCode(code: number): number {
  const known = foldedCodes[code]!;
  if (known !== unset) return known;
  const folded = foldCharacter(String.fromCharCode(code));
  return (foldedCodes[code] = folded === "" ? 0 : folded.charCodeAt(0));
}

/** Whether a character is a kanji (々 included). */
export function isKanji(character: string | undefined): boolean {
  return character !== undefined && kanji.test(character);
}

const vuPattern = /[ヴゔ]([ァィェォぁぃぇぉ])?/g;
const vuSounds: Record<string, string> = {
  ァ: "バ",
  ィ: "ビ",
  ェ: "ベ",
  ォ: "ボ",
  ぁ: "バ",
  ぃ: "ビ",
  ぇ: "ベ",
  ぉ: "ボ",
};
/** Marks that choose a glyph of the character before them: the same character to a reader. */
const glyphChoices = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** What few texts hold: the others are done with at one look. */
const rarities = /[ヴゔ\udb40]|[\ufe00-\ufe0f]/;

/** Full-width and half-width forms made one; ヴァ written as バ. The first step of every analysis. */
export function unifyWidths(text: string): string {
  const normal = text.normalize("NFKC");
  if (!rarities.test(normal)) return normal;
  const unified = normal.replace(glyphChoices, "");
  return /[ヴゔ]/.test(unified)
    ? unified.replace(vuPattern, (_, vowel?: string) => vuSounds[vowel ?? ""] ?? "ブ")
    : unified;
}

/**
 * Folds a text that went through `unifyWidths`. `before` is the last folded character of what precedes it,
 * `after` the character that follows it; other characters than letters and digits become `separator`.
 */
export function foldUnified(unified: string, separator: "" | " ", before = "", after = ""): string {
  let out = "";
  let last = before;
  for (let at = 0; at < unified.length; at += 1) {
    const character = unified[at]!;
    const code = unified.charCodeAt(at);
    let folded: string;
    if (character === "ー" || (code >= 0x2010 && code <= 0x2015) || character === "-" || character === "−") {
      folded = vowels.get(last) ?? (separator && character !== "ー" ? " " : "");
    } else if (character === "々" || character === "ゝ" || character === "ヽ") {
      folded = last;
    } else if (character === "ケ" && isKanji(last) && isKanji(unified[at + 1] ?? after)) {
      folded = "が";
    } else if (code >= 0xd800 && code < 0xe000) {
      const whole = String.fromCodePoint(unified.codePointAt(at)!);
      if (whole.length === 2) at += 1;
      folded = foldCharacter(whole) || separator;
    } else {
      const plain = foldCode(code);
      folded = plain === 0 ? separator : String.fromCharCode(plain);
    }
    if (folded === " " && (last === " " || last === "")) continue;
    out += folded;
    if (folded !== "") last = folded;
  }
  return out;
}

/** A name, word or tag for matching: katakana as hiragana, small kana and long vowels written out, no punctuation. */
export function fold(text: string): string {
  return foldUnified(unifyWidths(text), "");
}

/** A longer text for matching: like `fold`, but punctuation stays visible as single spaces. */
export function foldSentence(text: string): string {
  return foldUnified(unifyWidths(text), " ").trimEnd();
}

/** A folded text without long vowels (こうぎよう → こぎよ): the form in which "kogyo" meets コウギョウ. */
export function loosen(folded: string): string {
  let out = "";
  let before = "";
  for (const character of folded) {
    const vowel = vowels.get(before);
    const long = vowel !== undefined && (character === vowel || (character === "う" && vowel === "お"));
    if (!long) out += character;
    before = character;
  }
  return out;
}

/** Index tokens of a folded text: all character pairs, and the last character alone to close each part. */
export function pairTokens(folded: string): string {
  const tokens: string[] = [];
  for (const part of folded.split(" ")) {
    const characters = /[\ud800-\udfff]/.test(part) ? [...part] : part;
    for (let at = 0; at < characters.length; at += 1)
      tokens.push(characters[at]! + (characters[at + 1] ?? ""));
  }
  return tokens.join(" ");
}

/** The full-text phrase that finds a folded word inside a field; one character finds every pair it begins. */
export function pairPhrase(folded: string): string {
  const characters = [...folded];
  if (characters.length === 1) return `"${characters[0]}"*`;
  const pairs = characters.slice(1).map((character, at) => characters[at]! + character);
  return `"${pairs.join(" ")}"`;
}

/** Whole runs of latin letters and digits in a text, lower case: "3D-CAD と IT" → 3d cad it. */
export function latinRuns(text: string): string[] {
  return (
    unifyWidths(text)
      .toLowerCase()
      .match(/[a-z0-9+#]+/g) ?? []
  );
}

export function isKana(folded: string): boolean {
  return /^[ぁ-ゖ]+$/.test(folded);
}

export function isLatin(folded: string): boolean {
  return /^[a-z0-9+#]+$/.test(folded);
}

/** How many edits a folded word may be away: none for words with kanji, one from 4 characters, two from 8. */
export function allowedEdits(folded: string): 0 | 1 | 2 {
  if (!isKana(folded) && !/^[a-z]+$/.test(folded)) return 0;
  return folded.length >= 8 ? 2 : folded.length >= 4 ? 1 : 0;
}

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

/** Words of a Japanese text as the language data of the runtime sees them. */
export function segmentWords(text: string): string[] {
  return [...segmenter.segment(text)].map((part) => part.segment);
}

const legalForm =
  /(?:株式|有限|合同|合資|合名|相互)会社|医療法人(?:社団|財団)|(?:一般|公益)(?:社団|財団)法人|(?:社会福祉|社会医療|医療|学校|宗教|農事組合|特定非営利活動|NPO|監査|税理士|弁護士|国立大学|独立行政)法人|\((?:株|有|同|福|社福|医|社|財|学|名|資|特非|一社|一財)\)/g;
const legalFormKana =
  /^(?:カブシキ|ユウゲン|ゴウドウ|ゴウシ|ゴウメイ)[カガ]イシャ|^(?:イリョウホウジン(?:シャダン|ザイダン)|(?:シャカイフクシ|シャカイイリョウ|イリョウ|ガッコウ|シュウキョウ|ノウジクミアイ|トクテイヒエイリカツドウ|(?:イッパン|コウエキ)(?:シャダン|ザイダン))ホウジン)|(?:カブシキ|ユウゲン|ゴウドウ|ゴウシ|ゴウメイ)[カガ]イシャ$/;

/** What every legal form holds in one of its spellings. */
const legalWords = /会社|法人|\(|[イい][シし][ャゃ]|[ホほ][ウう][ジじ][ンん]/;

function hiraganaAsKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** A company's name without its legal form; the whole name where nothing else is left. */
export function withoutLegalForm(name: string): string {
  const unified = unifyWidths(name);
  if (!legalWords.test(unified)) return unified.trim() === "" ? unified : unified.trim();
  const spoken = hiraganaAsKatakana(unified);
  const bare = legalFormKana.test(spoken)
    ? spoken.replace(legalFormKana, "")
    : unified.replace(legalForm, "").trim();
  return bare === "" ? unified : bare;
}
