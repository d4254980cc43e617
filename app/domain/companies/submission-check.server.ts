import type { CivilDate } from "#app/platform/calendar.ts";
import { checkForm, type FieldErrors, type FormValues } from "#app/platform/form.server.ts";
import { jobTermFindings } from "../recruitment/job-terms.ts";
import type { RecruitmentDate } from "../recruitment/rules.ts";
import { profileFindings } from "../wording/profile-findings.ts";
import type { WordingFinding } from "../wording/rules.ts";
import { futureProblems } from "./profile-checks.rules.ts";
import { formErrorNames, profileFromForm, withoutEmptiedRows } from "./profile-form.rules.ts";
import { readProfile } from "./profile.rules.ts";
import { type CompanyProfile, companyProfileSchema } from "./schema.ts";
import { submissionSchema } from "./submission.schema.ts";
import type { WordingOverride } from "./wording-overrides.rules.ts";

export type CheckedSubmission =
  | {
      ok: true;
      profile: CompanyProfile;
      baseNumber: number;
      submitterNote: string;
      wordingOverrides: WordingOverride[];
      /** What was typed, without emptied rows. */
      values: FormValues;
    }
  | {
      ok: false;
      /** Error codes by the names of the form's fields. */
      errors: FieldErrors;
      values: FormValues;
      /** Wording that has to go or needs a reason. */
      blocked: WordingFinding[];
    };

/**
 * Checks a profile that was sent in: each field, the fields against each other, no day or year to come, and the wording.
 * Wording that the law does not allow, and job offers to high-school leavers before their day (`dates`), need `wordingReason`; the reason is kept for staff with each phrase.
 */
export function checkSubmission(
  typed: FormValues,
  { today, dates }: { today: CivilDate; dates: readonly RecruitmentDate[] },
): CheckedSubmission {
  const values = withoutEmptiedRows(typed);
  const structured = profileFromForm(values);
  const form = checkForm(structured as FormValues, submissionSchema);
  if (!form.ok) return { ok: false, errors: formErrorNames(form.errors, structured), values, blocked: [] };
  const { baseNumber, submitterNote, wordingReason, ...profile } = form.data;
  const blocked = [...profileFindings(profile, today), ...jobTermFindings(profile, { today, dates })].filter(
    ({ level }) => level === "block",
  );
  const errors = Object.fromEntries(futureProblems(profile, today).map(({ field, code }) => [field, code]));
  const isUnexplained = blocked.length > 0 && wordingReason === "";
  if (isUnexplained) errors["wordingReason"] = "wording-reason";
  if (Object.keys(errors).length > 0)
    return { ok: false, errors, values, blocked: isUnexplained ? blocked : [] };
  return {
    ok: true,
    profile,
    baseNumber,
    submitterNote,
    values,
    wordingOverrides: blocked.map(({ ruleId, phrase }) => ({
      rule: ruleId,
      text: phrase,
      reason: wordingReason,
      by: "company" as const,
    })),
  };
}

/** The profile of a revision; null for a draft that is not complete. */
export function readStored({ state, stored }: { state: string; stored: unknown }): CompanyProfile | null {
  if (state !== "draft") return readProfile(stored);
  return companyProfileSchema.safeParse(profileFromForm(stored as FormValues)).data ?? null;
}

/** What the text checker advises about a profile; wording that is blocked was explained or is asked about. */
export function wordingAdvice(profile: CompanyProfile, today: CivilDate): WordingFinding[] {
  return profileFindings(profile, today).filter(({ level }) => level !== "block");
}
