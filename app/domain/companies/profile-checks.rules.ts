import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import { threeYearTotals } from "./hires.rules.ts";
import type { CompanyProfile } from "./schema.ts";

/** What is wrong between the fields of a profile: the field that the reader has to look at, and the error's code. */
export type ProfileProblem = { field: string; code: string };

/** What the fields of a profile say against each other, whatever the day is. */
export function profileProblems(profile: CompanyProfile): ProfileProblem[] {
  return [...hireProblems(profile), ...fixedOvertimeProblems(profile)];
}

function hireProblems({ graduateHires, newGraduatesHired: hired, newGraduatesLeft: left }: CompanyProfile) {
  // Where there are rows by year, the totals come from them.
  if (graduateHires.length > 0 || hired === null || left === null || left <= hired) return [];
  return [{ field: "newGraduatesLeft", code: "more-left-than-hired" }];
}

/**
 * 固定残業代: the amount, the hours and the pay for more hours are told together or not at all (guideline to
 * 若者雇用促進法; 職業安定法第5条の3), more hours are always paid (労働基準法第37条), and it is a part of the starting pay.
 */
function fixedOvertimeProblems(profile: CompanyProfile): ProfileProblem[] {
  const { fixedOvertimePay: pay, fixedOvertimeHours: hours, fixedOvertimeExcessPaid: excess } = profile;
  const blanks = [
    { field: "fixedOvertimePay", isBlank: pay === null },
    { field: "fixedOvertimeHours", isBlank: hours === null },
    { field: "fixedOvertimeExcessPaid", isBlank: excess === "unknown" },
  ].filter(({ isBlank }) => isBlank);
  const problems: ProfileProblem[] =
    blanks.length === 3 ? [] : blanks.map(({ field }) => ({ field, code: "fixed-overtime-together" }));
  if (excess === "no") problems.push({ field: "fixedOvertimeExcessPaid", code: "fixed-overtime-excess" });
  const pays = [profile.startingPayHighSchool, profile.startingPayKosen, profile.startingPayUniversity];
  if (pay !== null && pays.some((starting) => starting !== null && pay >= starting))
    problems.push({ field: "fixedOvertimePay", code: "fixed-overtime-above-pay" });
  return problems;
}

/** Days and years that have not come yet: nobody can know the facts of a day to come. */
export function futureProblems(profile: CompanyProfile, today: CivilDate): ProfileProblem[] {
  const { asOf, termsAsOf, foundedYear, youthFactsYear } = profile;
  const problems: ProfileProblem[] = [];
  if (asOf > today) problems.push({ field: "asOf", code: "date-in-future" });
  if (termsAsOf !== null && termsAsOf > today) problems.push({ field: "termsAsOf", code: "date-in-future" });
  if (foundedYear !== null && foundedYear > Number(today.slice(0, 4)))
    problems.push({ field: "foundedYear", code: "year-in-future" });
  if (youthFactsYear !== null && youthFactsYear > fiscalYearOf(today))
    problems.push({ field: "youthFactsYear", code: "year-in-future" });
  return problems;
}

/**
 * The profile as it is stored: the present name is no former or other name, empty rows are gone, and the three-year
 * totals are those of the rows where there are rows, so that every reader of the record counts the same.
 */
export function settleProfile(profile: CompanyProfile): CompanyProfile {
  const graduateHires = profile.graduateHires.filter(({ hired, left }) => hired !== null || left !== null);
  const { hired, left } = threeYearTotals({ ...profile, graduateHires });
  return {
    ...profile,
    formerNames: profile.formerNames.filter((name) => name !== profile.name),
    aliases: profile.aliases.filter((name) => name !== profile.name),
    graduateHires,
    newGraduatesHired: hired,
    newGraduatesLeft: left,
  };
}
