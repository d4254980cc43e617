import { z } from "zod";
import { choice, choices, optionalBlock } from "../text/schema.ts";
import { RETURN_REASONS } from "./rules.ts";
import { companyProfileSchema } from "./schema.ts";

/** The number of the revision that the form showed; a wrong one counts as none, so that it is stale. */
const baseNumber = z.coerce.number().int().min(0).catch(-1);

const about = { baseNumber, submitterNote: optionalBlock(500) };

/** What a company sends in for approval: the profile and a word to staff. */
export const submissionSchema = companyProfileSchema.extend(about).superRefine((form, context) => {
  const { newGraduatesHired: hired, newGraduatesLeft: left } = form;
  if (hired !== null && left !== null && left > hired)
    context.addIssue({ code: "custom", path: ["newGraduatesLeft"], message: "more-left-than-hired" });
});

const MAX_DRAFT_FIELD = 10_000;
const draftText = z.string().max(MAX_DRAFT_FIELD, `too-long:${MAX_DRAFT_FIELD}`);
const draftField = z
  .union([draftText, z.array(z.string().max(100, "word-too-long:100")).max(50, "too-many:50")])
  .optional();

/** A draft is kept as it was typed, complete or not. */
export const draftSchema = z.object({
  ...about,
  ...(Object.fromEntries(
    Object.keys(companyProfileSchema.shape).map((field) => [field, draftField]),
  ) as Record<keyof typeof companyProfileSchema.shape, typeof draftField>),
});

/** What staff decide about a submission. */
export const reviewSchema = z
  .object({
    intent: choice(["publish", "return"]),
    note: optionalBlock(1000),
    reasons: choices(RETURN_REASONS),
    comment: optionalBlock(1000),
  })
  .superRefine((review, context) => {
    if (review.intent === "return" && review.reasons.length === 0 && review.comment === "")
      context.addIssue({ code: "custom", path: ["reasons"], message: "return-reason" });
  });
