import { z } from "zod";
import { choice, choices, kana, line, optionalBlock, optionalLine } from "../text/schema.ts";
import { NO_NUMBER_REASONS, REGISTRATION_REASONS } from "./registration.rules.ts";
import { companyProfileSchema, corporateNumberField } from "./schema.ts";

/** What an applicant says about the company and the person who looks after its page. */
export const registrationFacts = {
  companyName: line(100),
  companyKana: kana(100),
  corporateNumber: corporateNumberField,
  /** Asked for only where there is no corporate number. */
  noNumberReason: z.preprocess((value) => value ?? "", z.enum(["", ...NO_NUMBER_REASONS], "choose")),
  address: line(200),
  phone: companyProfileSchema.shape.phone,
  contactName: line(50),
  contactDepartment: optionalLine(100),
};

/** Without a corporate number it must be said why. */
export function requireNumberOrReason(
  form: { corporateNumber: string; noNumberReason: string },
  context: z.RefinementCtx,
): void {
  if (form.corporateNumber === "" && form.noNumberReason === "")
    context.addIssue({ code: "custom", path: ["noNumberReason"], message: "no-number-reason" });
}

/** What an applicant sends once more after staff returned the application. */
export const registrationCorrectionSchema = z.object(registrationFacts).superRefine(requireNumberOrReason);
export type RegistrationFacts = z.output<typeof registrationCorrectionSchema>;

/** What staff decide about an application; `round` is the one that their page showed. */
export const registrationDecisionSchema = z
  .object({
    intent: choice(["approve", "return", "decline"]),
    round: z.coerce.number().int().catch(-1),
    reasons: choices(REGISTRATION_REASONS),
    comment: optionalBlock(1000),
  })
  .superRefine((decision, context) => {
    if (decision.intent === "return" && decision.reasons.length === 0 && decision.comment === "")
      context.addIssue({ code: "custom", path: ["reasons"], message: "return-reason" });
  });
