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
  thu: "とぅ",
  dhu: "どぅ",
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
  /** True when the last syllable is not typed to its end: `kana` then holds each way in which it may go on. */
  unfinished: boolean;
};

/** An n that may close its syllable is tried both ways up to this often in one word. */
const mostOpenEnds = 3;

const mostRepairs = 40;

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
  const others = [...spellings.slice(1), ...asForeignSounds(text)].flatMap(
    (spelling) => readOnce(spelling)?.kana ?? [],
  );
  if (first.rest === "") return { kana: [first.kana, ...others], unfinished: false };
  const endings = [...syllables]
    .filter(([letters]) => letters.startsWith(first.rest))
    .map(([, kana]) => kana);
  return { kana: [...new Set(endings)].map((ending) => first.kana + ending), unfinished: true };
}

/** The kana that a word may go on with when its last n is the beginning of a syllable: kan → かな, かに …; none for others. */
export function continuationsOfN(word: string): string[] {
  const text = word.toLowerCase();
  if (!/^[a-z]*n$/.test(text)) return [];
  const before = text === "n" ? { kana: "", rest: "" } : readOnce(text.slice(0, -1));
  return before === null || before.rest !== "" ? [] : [..."なにぬねの"].map((kana) => before.kana + kana);
}

/** The kana of words that are one slip away from this latin word, which is no romaji itself: iwaigwa → いわいがわ. */
export function repairsOf(word: string): string[] {
  const text = word.toLowerCase();
  if (!/^[a-z]{4,24}$/.test(text) || readOnce(text)?.rest === "") return [];
  const repaired = new Set<string>();
  for (let at = 1; at <= text.length; at += 1) {
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const attempts = [
      ...[..."aiueohy"].flatMap((vowel) => [before + vowel + after, before + vowel + after.slice(1)]),
      before + after.slice(1),
      before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2),
    ];
    for (const attempt of attempts) {
      const read = readOnce(attempt);
      if (read?.rest === "") repaired.add(read.kana);
    }
  }
  return [...repaired].slice(0, mostRepairs);
}

/** ti and di as they sound in foreign words: パーティ, ディスク. */
function asForeignSounds(text: string): string[] {
  return /[td][iu]/.test(text) ? [text.replace(/([td])([iu])/g, "$1h$2")] : [];
}

/** `rest`: consonants at the end whose syllable is not typed to its end. */
function readOnce(text: string): { kana: string; rest: string } | null {
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
    } else if (kana !== "" && /^(?:[bcdfghjkmprstvwxyzl]|[bcdghjklmnprst][yhsw])$/.test(rest)) {
      return { kana, rest };
    } else {
      return null;
    }
  }
  return { kana, rest: "" };
}
