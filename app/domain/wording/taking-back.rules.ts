import type { FoldedText } from "./folded-text.rules.ts";

/** The text speaks about the words, it does not use them: 「営業マン」という表現、営業マンではなく. */
const ABOUT_THE_WORD =
  /^[」』"”)]?(?:さん|等|など)?(?:では(?:なく|ない|ありません|ございません)|じゃな[いく]|でなく|(?:という|といった|のような|などの|等の)(?:言葉|ことば|言い方|表現|呼び(?:名|方)|語|表示|条件|文言|制限|書き方|限定)|とは?(?:呼ば|呼びません|言わ|言いません|書か|書きません|いい?ません)|を(?:使わ|使いません|廃止|なくし|やめ)|は(?:使わ|使いません|禁止)|に限(?:らず|りません|定せず|定しません))/u;

/** What comes before is denied: しません、ありません、不要です. It stands in the same clause. */
const DENIED =
  /^[^。、,!?・\n]{0,14}?(?:(?:ませ|せ)ん|せず|しな(?:い|く)|(?:が|は|も|の)な(?:い|く|し)|なし(?:$|[。、)])|不要|不問|問わ(?:ず|な)|遠慮|控え|禁止|取りやめ|廃止|やめ(?:ま|て))/u;

/** 「ご遠慮なくご連絡ください」 and 「参加しませんか」 are invitations. */
const INVITED = /^[^。、,!?・\n]{0,14}?(?:遠慮(?:なく|せず)|ませんか)/u;

const AFTER = 28;

/** Whether the text after a match takes it back, so that it is no finding. */
export function isTakenBack(
  { text, gaps }: FoldedText,
  [, end]: readonly [start: number, end: number],
  by: "phrase" | "word" | "none",
): boolean {
  if (by === "none") return false;
  const gap = gaps.find((place) => place >= end);
  const after = text.slice(end, Math.min(end + AFTER, gap ?? text.length));
  if (ABOUT_THE_WORD.test(after)) return true;
  return by === "phrase" && DENIED.test(after) && !INVITED.test(after);
}
