import type { CivilDate } from "#app/platform/calendar.ts";

/** block: not without a reason that staff accept. warn: look at it again. hint: there is a better word. */
export type WordingLevel = "block" | "warn" | "hint";

export type WordingRule = {
  id: string;
  level: WordingLevel;
  /** Source of a regular expression, matched against the text in NFKC form. */
  pattern: string;
  /** The law or guideline that the rule comes from, in the words that the reader sees. */
  law: string;
  /** Why the wording is a problem, in one sentence. */
  note: string;
  /** What to write instead; null where the phrase has to go. */
  replacement: string | null;
  /** Texts around a match in which the rule does not hold (「ウーマン」 in the name of a shop). */
  exceptions?: readonly string[];
  /** Only for texts addressed to these readers; absent: for all. */
  audience?: "highSchool";
  validFrom: CivilDate;
};

/** The dictionary of the text checker: one row a rule. */
export const WORDING_RULES: readonly WordingRule[] = [
  {
    id: "sex-sales-man",
    level: "block",
    pattern: "営業マン",
    law: "男女雇用機会均等法 第5条",
    note: "性別を限った職種名と受け取られます。",
    replacement: "営業職",
    validFrom: "2000-01-01",
  },
];
