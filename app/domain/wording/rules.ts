import type { CivilDate } from "#app/platform/calendar.ts";
import { WORDING_RULES, type WordingLevel } from "./dictionary.rules.ts";

export type WordingFinding = {
  ruleId: string;
  level: WordingLevel;
  /** The field of the form in which it stands. */
  field: string;
  /** Place of the phrase in the text, in UTF-16 units: [start, end). */
  start: number;
  end: number;
  phrase: string;
  law: string;
  note: string;
  replacement: string | null;
};

/** Reads texts by field and gives back what the dictionary says about them, in the order of the text. */
export function checkWording(
  texts: Readonly<Record<string, string>>,
  { on }: { on: CivilDate; audience?: "highSchool" },
): WordingFinding[] {
  const findings: WordingFinding[] = [];
  for (const [field, text] of Object.entries(texts))
    for (const rule of WORDING_RULES) {
      if (rule.validFrom > on) continue;
      for (const match of text.matchAll(new RegExp(rule.pattern, "gu")))
        findings.push({
          ruleId: rule.id,
          level: rule.level,
          field,
          start: match.index,
          end: match.index + match[0].length,
          phrase: match[0],
          law: rule.law,
          note: rule.note,
          replacement: rule.replacement,
        });
    }
  return findings;
}
