import { recruitmentWords } from "#app/locales/ja/recruitment.ts";
import { type CivilDate, jst } from "#app/platform/calendar.ts";
import type { CompanyProfile } from "../companies/schema.ts";
import { writtenTexts } from "../wording/profile-findings.ts";
import type { WordingFinding } from "../wording/rules.ts";
import { findJobOffer } from "./occasions.rules.ts";
import { finalClassAt, mayPublish, type RecruitmentDate, TOWN_PREFECTURE } from "./rules.ts";

const words = recruitmentWords.jobTerms;

/**
 * Passages of a profile that offer a job to high-school leavers, while the calendar does not allow it yet (before 1 July
 * of the graduation year, by the date that is registered). They are blocked like wording that the law does not allow, so
 * that company and staff can say why a passage is no offer. Starting pay and earlier hires are facts and are not touched.
 */
export function jobTermFindings(
  profile: CompanyProfile,
  { today, dates }: { today: CivilDate; dates: readonly RecruitmentDate[] },
): WordingFinding[] {
  const now = jst(today);
  const graduationYear = finalClassAt(now);
  const gate = mayPublish(dates, {
    audience: "highSchool",
    prefecture: TOWN_PREFECTURE,
    graduationYear,
    now,
  });
  if (gate.ok) return [];
  return Object.entries(writtenTexts(profile)).flatMap(([field, text]): WordingFinding[] => {
    const phrase = findJobOffer([text]);
    if (phrase === null) return [];
    const start = Math.max(0, text.indexOf(phrase));
    return [
      {
        ruleId: "high-school-job-terms",
        subject: "minors",
        level: "block",
        field,
        start,
        end: start + phrase.length,
        phrase,
        law: words.source,
        note: words.note(graduationYear, gate.reason === "not-yet" ? gate.from : null),
        replacement: words.replacement,
      },
    ];
  });
}
