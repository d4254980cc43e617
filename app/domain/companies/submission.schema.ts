import { z } from "zod";
import { choice, choices, optionalBlock } from "../text/schema.ts";
import { profileProblems } from "./profile-checks.rules.ts";
import { isProfileFormName } from "./profile-form.rules.ts";
import { RETURN_REASONS } from "./rules.ts";
import { companyProfileSchema } from "./schema.ts";

/** The number of the revision that the form showed; a wrong one counts as none, so that it is stale. */
const baseNumber = z.coerce.number().int().min(0).catch(-1);

const about = {
  baseNumber,
  submitterNote: optionalBlock(500),
  /** Why wording that the text checker blocks is meant and allowed; asked for only then. */
  wordingReason: optionalBlock(500),
};

/** What a company sends in for approval (after `profileFromForm`): the profile and a word to staff. */
export const submissionSchema = companyProfileSchema.extend(about).superRefine((form, context) => {
  for (const { field, code } of profileProblems(form))
    context.addIssue({ code: "custom", path: [field], message: code });
});

const MAX_DRAFT_FIELD = 10_000;
const draftText = z.string().max(MAX_DRAFT_FIELD, `too-long:${MAX_DRAFT_FIELD}`);
const draftField = z.union([
  draftText,
  z.array(z.string().max(100, "word-too-long:100")).max(50, "too-many:50"),
]);

/** The fields of a draft as they were typed, complete or not; fields that are none of a profile are left out. */
export const draftSchema = z.preprocess((values) => {
  const known = Object.entries(Object(values) as Record<string, unknown>).filter(
    ([name]) => name in about || isProfileFormName(name),
  );
  return Object.fromEntries(known);
}, z.object(about).catchall(draftField));

/** What staff decide about a submission. */
export const reviewSchema = z
  .object({
    intent: choice(["publish", "return"]),
    note: optionalBlock(1000),
    /** Why blocked wording is published all the same. */
    wordingReason: optionalBlock(500),
    reasons: choices(RETURN_REASONS),
    comment: optionalBlock(1000),
  })
  .superRefine((review, context) => {
    if (review.intent === "return" && review.reasons.length === 0 && review.comment === "")
      context.addIssue({ code: "custom", path: ["reasons"], message: "return-reason" });
  });
