/** Ways in which people write the same sounds, and the slips they make; for invented queries. */
import type { Random } from "../random.ts";

const hepburn: Record<string, string> = {};
const rows: [string, string][] = [
  ["アイウエオ", "a i u e o"],
  ["カキクケコ", "ka ki ku ke ko"],
  ["サシスセソ", "sa shi su se so"],
  ["タチツテト", "ta chi tsu te to"],
  ["ナニヌネノ", "na ni nu ne no"],
  ["ハヒフヘホ", "ha hi fu he ho"],
  ["マミムメモ", "ma mi mu me mo"],
  ["ヤユヨワヲ", "ya yu yo wa o"],
  ["ラリルレロ", "ra ri ru re ro"],
  ["ガギグゲゴ", "ga gi gu ge go"],
  ["ザジズゼゾ", "za ji zu ze zo"],
  ["ダヂヅデド", "da ji zu de do"],
  ["バビブベボ", "ba bi bu be bo"],
  ["パピプペポ", "pa pi pu pe po"],
];
for (const [kana, spelt] of rows)
  spelt.split(" ").forEach((syllable, at) => {
    hepburn[kana[at]!] = syllable;
  });
const smallVowels: Record<string, string> = { ァ: "a", ィ: "i", ゥ: "u", ェ: "e", ォ: "o" };

/** Katakana in Hepburn letters as typed on a keyboard: long vowels written out, ー left out. */
export function hepburnOf(katakana: string): string {
  let out = "";
  for (let at = 0; at < katakana.length; at += 1) {
    const kana = katakana[at]!;
    const next = katakana[at + 1] ?? "";
    if (kana === "ー") continue;
    if (kana === "ッ") {
      const following = hepburnOf(katakana.slice(at + 1));
      out += following.startsWith("ch") ? "t" : (following[0] ?? "");
    } else if (kana === "ン") out += "n";
    else if (kana === "ヴ") {
      out += `v${smallVowels[next] ?? "u"}`;
      if (smallVowels[next]) at += 1;
    } else if ("ャュョ".includes(next) && next !== "") {
      const base = hepburn[kana]!.slice(0, -1);
      const vowel = { ャ: "a", ュ: "u", ョ: "o" }[next]!;
      out += /^(?:sh|ch|j)$/.test(base) ? base + vowel : `${base}y${vowel}`;
      at += 1;
    } else if (smallVowels[next]) {
      const base = hepburn[kana]!;
      out += (kana === "フ" ? "f" : kana === "ウ" ? "w" : base.replace(/[aiueo]$/, "")) + smallVowels[next];
      at += 1;
    } else out += hepburn[kana] ?? "";
  }
  return out;
}

/** Hepburn as signs show it: long vowels left out. */
export const withoutLongVowels = (letters: string) =>
  letters.replace(/ou/g, "o").replace(/oo/g, "o").replace(/uu/g, "u");

export const kunreiOf = (letters: string) =>
  letters
    .replace(/sh([auo])/g, "sy$1")
    .replace(/tch/g, "tt")
    .replace(/ch([auo])/g, "ty$1")
    .replace(/j([auo])/g, "zy$1")
    .replace(/shi/g, "si")
    .replace(/chi/g, "ti")
    .replace(/tsu/g, "tu")
    .replace(/ji/g, "zi")
    .replace(/fu/g, "hu");

export const hiraganaOf = (katakana: string) =>
  katakana.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

const fullKana =
  "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッーガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ";
const halfKana = [
  ..."ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ",
  ..."ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ".replace(/./g, "$&ﾞ").match(/../g)!,
  ..."ﾊﾋﾌﾍﾎ".replace(/./g, "$&ﾟ").match(/../g)!,
];

export const halfWidthOf = (katakana: string) =>
  [...katakana].map((kana) => halfKana[[...fullKana].indexOf(kana)] ?? kana).join("");

const variantPairs = [
  "高髙",
  "崎﨑",
  "辺邊",
  "邉辺",
  "斎齋",
  "齊斎",
  "広廣",
  "沢澤",
  "島嶋",
  "浜濱",
  "滝瀧",
  "国國",
  "真眞",
  "桜櫻",
  "竜龍",
  "見見",
];

/** The same name in other kanji forms; undefined when it has none. */
export function inOtherKanji(name: string): string | undefined {
  for (const [one, other] of variantPairs.map((pair) => [...pair])) {
    if (one === other) continue;
    if (name.includes(one!)) return name.replace(one!, other!);
    if (name.includes(other!)) return name.replace(other!, one!);
  }
  return undefined;
}

const voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポ";
const unvoiced = "カキクケコサシスセソタチツテトハヒフヘホハヒフヘホ";
const anyKana = "アイウカキクケコサシスセソタツテトナニノハヒフホマミメモヤヨラリルレロワン";

/** One slip in a katakana word; undefined when the word has no place for this kind. */
export function slip(
  katakana: string,
  kind: "insertion" | "deletion" | "substitution" | "transposition" | "dakuten" | "longVowel",
  random: Random,
): string | undefined {
  const place = random.int(1, katakana.length - 2);
  const around = (middle: string, removed: number) =>
    katakana.slice(0, place) + middle + katakana.slice(place + removed);
  const other = random.pick([...anyKana]);
  if (kind === "insertion") return around(other, 0);
  if (kind === "deletion") return around("", 1);
  if (kind === "substitution") return other === katakana[place] ? undefined : around(other, 1);
  if (kind === "transposition")
    return katakana[place] === katakana[place + 1]
      ? undefined
      : around(katakana[place + 1]! + katakana[place]!, 2);
  const wanted =
    kind === "dakuten" ? new RegExp(`[${voiced}]`) : /ー|(?<=[オコソトノホモヨロゴゾドボポョ])ウ/;
  const at = katakana.search(wanted);
  if (at < 0) return undefined;
  const changed = kind === "dakuten" ? unvoiced[voiced.indexOf(katakana[at]!)]! : "";
  return katakana.slice(0, at) + changed + katakana.slice(at + 1);
}
