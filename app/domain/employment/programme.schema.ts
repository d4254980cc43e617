import { z } from "zod";
import { choice, civilDate, line, optionalLine, wholeNumber } from "../text/schema.ts";
import { PLACEMENT_ROUTES, PROGRAMMES } from "./rules.ts";
import { municipality, optionalChoice } from "./schema.ts";

/** A month as browsers and people write it: 2026-10, 2026/10, 2026年10月; given back as 2026-10. */
export const month = line(20).transform((text, context) => {
  const match = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text);
  const number = Number(match?.[2]);
  if (match && number >= 1 && number <= 12) return `${match[1]}-${match[2]!.padStart(2, "0")}`;
  context.addIssue({ code: "custom", message: "month" });
  return z.NEVER;
});

/** A programme's report of a month. Blank is not 0: both numbers are written out. */
export const supportReportSchema = z.object({
  programme: choice(PROGRAMMES),
  month,
  consultations: wholeNumber(0, 100_000),
  newRegistrations: wholeNumber(0, 100_000),
});

/** One placement of a programme. The person's number is the office's own; it is kept only as a keyed hash. */
export const programmePlacementSchema = z.object({
  programme: choice(PROGRAMMES),
  personNumber: line(40),
  startedOn: civilDate,
  kind: choice(["supported", "midCareer", "newGraduate"]),
  placeOfWork: municipality,
  companyId: optionalLine(60),
  route: optionalChoice(PLACEMENT_ROUTES),
});
export type ProgrammePlacementForm = z.output<typeof programmePlacementSchema>;

/** What staff found out about a pair of records: one person or two. */
export const comparisonSchema = z.object({
  intent: choice(["same", "different"]),
  ofCompany: line(60),
  ofOffice: line(60),
});

/** What people of a grant are counted as. */
export const GRANT_COUNTS = [
  "newHighSchoolGraduate",
  "youngPerson",
  "internshipParticipant",
  "other",
] as const;

const grantFields = {
  subsidyId: line(60),
  companyId: optionalLine(60),
  countedAs: choice(GRANT_COUNTS),
  people: wholeNumber(1, 10_000),
  decidedOn: civilDate,
};

export const grantForms = {
  record: z.object(grantFields),
  /** Takes the place of the grant that it names. */
  correct: z.object({ grantId: line(60), ...grantFields }),
  void: z.object({ grantId: line(60) }),
} as const;
export type GrantIntent = keyof typeof grantForms;
export function grantIntentOf(value: unknown): GrantIntent {
  return typeof value === "string" && Object.hasOwn(grantForms, value) ? (value as GrantIntent) : "record";
}

/** Filters of the staff's list of placements; anything odd means all. */
export const placementQuery = z.object({
  source: z
    .enum(["company", "school", "jobCafe", "supportStation", "staffImport"])
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
