/** Romaji to hiragana for queries: Hepburn, Kunrei and the usual keyboard spellings. */

const rows: Record<string, string> = {
  "": "あいうえお",
  k: "かきくけこ",
  s: "さしすせそ",
  t: "たちつてと",
  n: "なにぬねの",
  h: "はひふへほ",
  m: "まみむめも",
  r: "らりるれろ",
  l: "らりるれろ",
  g: "がぎぐげご",
  z: "ざじずぜぞ",
  d: "だぢづでど",
  b: "ばびぶべぼ",
  p: "ぱぴぷぺぽ",
};
const glides: Record<string, string> = {
  ky: "き",
  sy: "し",
  ty: "ち",
  cy: "ち",
  ny: "に",
  hy: "ひ",
  my: "み",
  ry: "り",
  ly: "り",
  gy: "ぎ",
  zy: "じ",
  jy: "じ",
  dy: "ぢ",
  by: "び",
  py: "ぴ",
};
const others: Record<string, string> = {
  ya: "や",
  yu: "ゆ",
  yo: "よ",
  wa: "わ",
  wi: "うぃ",
  we: "うぇ",
  wo: "を",
  sha: "しゃ",
  shi: "し",
  shu: "しゅ",
  she: "しぇ",
  sho: "しょ",
  cha: "ちゃ",
  chi: "ち",
  chu: "ちゅ",
  che: "ちぇ",
  cho: "ちょ",
  tsu: "つ",
  tsa: "つぁ",
  ja: "じゃ",
  ji: "じ",
  ju: "じゅ",
  je: "じぇ",
  jo: "じょ",
  fa: "ふぁ",
  fi: "ふぃ",
  fu: "ふ",
  fe: "ふぇ",
  fo: "ふぉ",
  thi: "てぃ",
  dhi: "でぃ",
  va: "ば",
  vi: "び",
  vu: "ぶ",
  ve: "べ",
  vo: "ぼ",
  ca: "か",
  cu: "く",
  co: "こ",
  xtu: "っ",
  ltu: "っ",
};

const syllables: ReadonlyMap<string, string> = new Map([
  ...Object.entries(rows).flatMap(([head, kana]) =>
    [..."aiueo"].map((vowel, at) => [head + vowel, kana[at]!] as const),
  ),
  ...Object.entries(glides).flatMap(([head, kana]) =>
    (
      [
        ["a", "ゃ"],
        ["u", "ゅ"],
        ["o", "ょ"],
        ["e", "ぇ"],
      ] as const
    ).map(([vowel, small]) => [head + vowel, kana + small] as const),
  ),
  ...Object.entries(others),
]);

export type RomajiReading = {
  /** The kana it spells, the most likely first: "unyu" is うにゅ or うんゆ. */
  kana: string[];
  /** True when trailing consonants were left out because the syllable is not typed to its end. */
  unfinished: boolean;
};

/** An n that may close its syllable is tried both ways up to this often in one word. */
const mostOpenEnds = 3;

/** The kana a latin word spells; null when it is no romaji. Long vowels may be written, left out or marked (ō, oh). */
export function romajiToKana(word: string): RomajiReading | null {
  const text = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/’/g, "'");
  if (!/^[a-z][a-z'-]*$/.test(text)) return null;
  const first = readOnce(text);
  if (first === null) return null;
  // An n before a vowel or y may close its syllable: kenichi is けにち or けんいち.
  const ends = [...text.matchAll(/(?<=[aiueo])n(?=[aiueoy])/g)]
    .slice(0, mostOpenEnds)
    .map(({ index }) => index + 1);
  const spellings = ends.reduceRight(
    (all, end) => all.concat(all.map((spelling) => `${spelling.slice(0, end)}'${spelling.slice(end)}`)),
    [text],
  );
  const others = spellings.slice(1).flatMap((spelling) => readOnce(spelling)?.kana ?? []);
  return { kana: [first.kana, ...others], unfinished: first.unfinished };
}

function readOnce(text: string): { kana: string; unfinished: boolean } | null {
  let kana = "";
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const size = [4, 3, 2, 1].find((length) => length <= rest.length && syllables.has(rest.slice(0, length)));
    if (size !== undefined) {
      kana += syllables.get(rest.slice(0, size))!;
      at += size;
    } else if (/^(?:n'|n-|n(?![aiueoy])|m(?=[bmp]))/.test(rest)) {
      kana += "ん";
      at += /^n['-]/.test(rest) ? 2 : 1;
    } else if (/^(?:([bcdfgjkprstz])\1|tch)/.test(rest)) {
      kana += "っ";
      at += 1;
    } else if (/^h(?![aiueoy])/.test(rest) && text[at - 1] === "o") {
      at += 1;
    } else if (rest[0] === "-") {
      kana += "ー";
      at += 1;
    } else if (kana !== "" && /^(?:[bcdfghjkmpqrstvwxyzl]{1,2}|ny)$/.test(rest)) {
      return { kana, unfinished: true };
    } else {
      return null;
    }
  }
  return { kana, unfinished: false };
}
