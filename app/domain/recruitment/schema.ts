import { z } from "zod";
import { choice, civilDate, line, optionalBlock, wholeNumber } from "../text/schema.ts";
import { PREFECTURES, RECRUITMENT_STAGES, CALENDAR_AUDIENCES, STAGES_OF } from "./rules.ts";

const YEAR_RANGE = [2020, 2100] as const;
const graduationYear = wholeNumber(...YEAR_RANGE);

/** The key of a date: class, prefecture (empty for the whole country), audience and stage. */
const dateKey = {
  graduationYear,
  prefecture: z.enum(PREFECTURES, "choose").catch(""),
  audience: choice(CALENDAR_AUDIENCES),
  stage: choice(RECRUITMENT_STAGES),
};

/** The forms of the staff screen. A date without a source cannot be checked by anybody, so the source is required. */
export const recruitmentForms = {
  save: z
    .object({
      ...dateKey,
      date: civilDate,
      source: line(200),
      note: optionalBlock(300),
    })
    .refine(({ audience, stage }) => STAGES_OF[audience].includes(stage), {
      path: ["stage"],
      message: "stage-of-audience",
    })
    .refine(({ graduationYear: year, date }) => date >= `${year - 2}-04-01` && date <= `${year}-03-31`, {
      path: ["date"],
      message: "date-of-class",
    }),
  remove: z.object({ ...dateKey, reason: line(200) }),
  copy: z.object({ from: graduationYear }),
} as const;

export type RecruitmentIntent = keyof typeof recruitmentForms;

export function recruitmentIntentOf(value: unknown): RecruitmentIntent | null {
  return typeof value === "string" && Object.hasOwn(recruitmentForms, value)
    ? (value as RecruitmentIntent)
    : null;
}

/** Which class the staff screen shows, and which of its dates is being changed. */
export const staffQuery = z.object({
  year: z.coerce.number().int().min(YEAR_RANGE[0]).max(YEAR_RANGE[1]).optional().catch(undefined),
  edit: z.string().max(100).optional().catch(undefined),
});

/** What the public page is asked for; anything else means all audiences. */
export const recruitmentQuery = z.object({
  for: z.enum(CALENDAR_AUDIENCES).optional().catch(undefined),
});
