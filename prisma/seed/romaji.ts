const rows: Record<string, string> = {
  ア: "a i u e o",
  カ: "ka ki ku ke ko",
  サ: "sa shi su se so",
  タ: "ta chi tsu te to",
  ナ: "na ni nu ne no",
  ハ: "ha hi fu he ho",
  マ: "ma mi mu me mo",
  ラ: "ra ri ru re ro",
  ガ: "ga gi gu ge go",
  ザ: "za ji zu ze zo",
  ダ: "da ji zu de do",
  バ: "ba bi bu be bo",
  パ: "pa pi pu pe po",
};
const kanaRows: Record<string, string> = {
  ア: "アイウエオ",
  カ: "カキクケコ",
  サ: "サシスセソ",
  タ: "タチツテト",
  ナ: "ナニヌネノ",
  ハ: "ハヒフヘホ",
  マ: "マミムメモ",
  ラ: "ラリルレロ",
  ガ: "ガギグゲゴ",
  ザ: "ザジズゼゾ",
  ダ: "ダヂヅデド",
  バ: "バビブベボ",
  パ: "パピプペポ",
};
const others: [string, string][] = [
  ["ヤ", "ya"],
  ["ユ", "yu"],
  ["ヨ", "yo"],
  ["ワ", "wa"],
  ["ヲ", "o"],
  ["ン", "n"],
];
const letters = new Map<string, string>([
  ...Object.entries(kanaRows).flatMap(([head, kana]) =>
    [...kana].map((one, at) => [one, rows[head]!.split(" ")[at]!] as const),
  ),
  ...others,
]);
const smallVowels: Record<string, string> = {
  ャ: "ya",
  ュ: "yu",
  ョ: "yo",
  ァ: "a",
  ィ: "i",
  ゥ: "u",
  ェ: "e",
  ォ: "o",
};

/** Katakana in plain latin letters for an address: Hepburn without long marks. */
export function romaji(kana: string): string {
  let text = "";
  let doubled = false;
  for (const one of kana) {
    if (one === "ッ") {
      doubled = true;
      continue;
    }
    if (one === "ー") continue;
    const small = smallVowels[one];
    if (small !== undefined) {
      // シャ is sha, キャ kya, フェ fe, ティ ti: the vowel of the letter before gives way.
      const stem = text.replace(/[aiueo]$/, "");
      text = stem + (/(?:sh|ch|j)$/.test(stem) ? small.replace("y", "") : small);
      continue;
    }
    const syllable = letters.get(one);
    if (syllable === undefined) throw new Error(`no latin letters for ${one}`);
    text += doubled ? syllable[0] + syllable : syllable;
    doubled = false;
  }
  return text;
}
