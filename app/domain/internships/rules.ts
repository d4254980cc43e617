import { type CivilDate, civilDateOf, longDate, shortDate } from "../../platform/calendar.ts";

/** Kinds of schools in the order of forms and filters. */
export const AUDIENCES = [
  "highSchool",
  "kosen",
  "juniorCollege",
  "vocational",
  "university",
  "juniorHigh",
  "other",
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** After the three-ministry agreement of June 2022; only type3 and type4 may be called インターンシップ. */
export const INTERNSHIP_TYPES = ["type1", "type2", "type3", "type4", "schoolWorkExperience"] as const;
export type InternshipType = (typeof INTERNSHIP_TYPES)[number];

/** Published, and the last day to apply is today in JST or later. */
export function listedInternships(now: Date) {
  return { state: "published" as const, applyBy: { gte: new Date(`${civilDateOf(now)}T00:00:00Z`) } };
}

/** An internship with its period and its last day to apply in words. */
export function withDates<Facts extends { firstDay: CivilDate; lastDay: CivilDate; applyBy: CivilDate }>(
  internship: Facts,
) {
  const { firstDay, lastDay, applyBy } = internship;
  const period = firstDay === lastDay ? longDate(firstDay) : `${longDate(firstDay)}〜${shortDate(lastDay)}`;
  return { ...internship, period, applyBy: longDate(applyBy) };
}

/** Pupils apply through their school and never to the company itself. */
export function goesThroughSchool(internship: { type: string; audience: readonly string[] }): boolean {
  return (
    internship.type === "schoolWorkExperience" ||
    internship.audience.includes("highSchool") ||
    internship.audience.includes("juniorHigh")
  );
}

/** Nobody but pupils may take part, so there is no way in except the school. */
export function isForPupilsOnly(internship: { type: string; audience: readonly string[] }): boolean {
  const pupils = ["highSchool", "juniorHigh"];
  return (
    internship.type === "schoolWorkExperience" ||
    (internship.audience.length > 0 && internship.audience.every((kind) => pupils.includes(kind)))
  );
}
