/**
 * Labels of groups are the school's own (a class and a number). Names of students have no place in the portal, so whoever
 * enters labels is asked when one reads like a person's name.
 */
const SCHOOL_WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]*(?:学科|学級|学年|コース|クラス|グループ|チーム|専攻|科|系|組|班|部|年|番|号|人)/gu;
/** 工業2M-07: the short name of a school or department that stands right before a class or number. */
const SHORT_NAME =
  /(?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\p{Script=Han}{1,3}(?=[0-9A-Za-z])/gu;
const SURELY_NAME = /\p{Script=Han}{1,4} \p{Script=Han}{1,4}|(?:さん|くん|ちゃん|君|様)$/u;

/**
 * True when a label reads like a Japanese personal name: two words in kanji, or kanji or kana that are left when the words
 * of a school (年, 組, 科 …), the words in `known` (names of classes and departments), digits and Latin letters are taken away.
 */
export function looksLikeName(label: string, known: readonly string[] = []): boolean {
  const plain = label.normalize("NFKC").replace(/\s+/gu, " ").trim();
  const rest = known
    .map((word) => word.normalize("NFKC").trim())
    .filter((word) => word !== "" && word !== plain)
    .reduce((text, word) => text.replaceAll(word, " "), plain);
  if (SURELY_NAME.test(rest)) return true;
  const words = rest
    .replace(SHORT_NAME, " ")
    .replace(SCHOOL_WORDS, " ")
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}/gu);
  return words !== null;
}
