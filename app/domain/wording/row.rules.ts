import type { CivilDate } from "#app/platform/calendar.ts";

/** block: not without a reason that staff accept. warn: look at it again. hint: there is a better word. */
export const WORDING_LEVELS = ["block", "warn", "hint"] as const;
export type WordingLevel = (typeof WORDING_LEVELS)[number];

/** What a rule is about; the words are in app/locales/ja/wording.ts. */
export const WORDING_SUBJECTS = [
  "sex",
  "age",
  "fair-selection",
  "minors",
  "direct-contact",
  "misleading",
  "pay",
  "internship",
  "exclusion",
  "outdated",
] as const;
export type WordingSubject = (typeof WORDING_SUBJECTS)[number];

/**
 * One row of the dictionary. `pattern` and the other expressions are sources of regular expressions over the folded text:
 * NFKC, Latin letters small, no spaces, no single line breaks (folded-text.rules.ts).
 */
export type WordingRule = {
  id: string;
  /** What is found, in the words of staff. */
  title: string;
  subject: WordingSubject;
  level: WordingLevel;
  pattern: string;
  /** The law or guideline that the rule comes from, in the words that the reader sees. */
  law: string;
  /** Why the wording is a problem, in one sentence. */
  note: string;
  /** What to write instead; null where the phrase has to go. */
  replacement: string | null;
  /** Texts around a match in which the rule does not hold (「ウーマン」 in the name of a shop). */
  exceptions?: readonly string[];
  /** Where the rule does not hold, in the words of staff. */
  exceptionNote?: string;
  /** Only for texts addressed to these readers, and for sentences that name them; absent: for all. */
  audience?: "highSchool";
  /** Holds only in sentences in which this stands. */
  topic?: string;
  /** Does not hold in sentences in which this stands. */
  unless?: string;
  /** Does not hold when all of these stand near by (a hundred characters before and after). */
  unlessNear?: readonly string[];
  /** What makes it lawful when it stands near by: then it is a warning with this note instead. */
  lawful?: { pattern: string; note: string };
  /**
   * What takes a match back. phrase: a denial after it (「…しません」「…ではなく」) or talk about the word (「…という表現」).
   * word: only talk about the word. none: the match holds its own denial.
   */
  takenBackBy?: "phrase" | "word" | "none";
  validFrom: CivilDate;
};
