import { unifyWidths } from "#search/analysis.ts";

/** Characters of a text that are counted; a longer one is no word that somebody else will type too. */
const LONGEST_TEXT = 40;

/** A word is shown to staff when it was searched at least so often: one reader's own words stay their own. */
export const FEWEST_SEARCHES = 5;

/** Days that staff look back, and days after which the counts are deleted. */
export const DAYS_SHOWN = 90;
export const DAYS_KEPT = 400;

/**
 * The text under which a search is counted, or null when it is not: too long, or something that may point to a person (a
 * mail address, a row of digits like a telephone number). Widths, cases and spaces make no difference.
 */
export function demandText(text: string): string | null {
  const folded = unifyWidths(text).toLowerCase().replace(/\s+/gu, " ").trim();
  if (folded === "" || [...folded].length > LONGEST_TEXT) return null;
  if (/[@＠]/.test(text) || /\d{5,}/.test(folded.replace(/[\s-]/g, ""))) return null;
  return folded;
}
