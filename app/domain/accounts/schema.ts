import { z } from "zod";
import { registrationFacts, requireNumberOrReason } from "../companies/registration.schema.ts";
import { agreement, choice, email, line, optionalLine } from "../text/schema.ts";
import { normaliseLine } from "../text/rules.ts";
import { isSimplePassword, ROLES } from "./rules.ts";

/** A new password; the same characters in full and half width are the same password. */
const newPassword = z
  .string()
  .catch("")
  .transform((text) => text.normalize("NFKC"))
  .pipe(z.string().min(1, "required").min(12, "password-short").max(128, "too-long:128"));

/** A password as it is tried at sign-in: no hints about what a right one looks like. */
const triedPassword = z
  .string()
  .catch("")
  .transform((text) => text.normalize("NFKC"))
  .pipe(z.string().min(1, "required").max(128, "too-long:128"));

/** The value of a list in which something must be chosen. */
const chosen = z
  .string()
  .catch("")
  .transform(normaliseLine)
  .pipe(z.string().min(1, "choose").max(100, "choose"));

export const signInSchema = z.object({ email, password: triedPassword });

function refuseSimplePassword(form: { email: string; password: string }, context: z.RefinementCtx) {
  if (isSimplePassword(form.password, form.email))
    context.addIssue({ code: "custom", path: ["password"], message: "password-simple" });
}

/** A student's own registration. Asked is only what events and the figures of the plan need. */
export const studentRegistrationSchema = z
  .object({
    email,
    password: newPassword,
    name: line(50),
    schoolId: chosen,
    departmentId: optionalLine(100),
    graduationYear: chosen
      .transform(Number)
      .pipe(z.number("choose").int("choose").min(2000, "choose").max(2100, "choose")),
    consent: agreement,
  })
  .superRefine(refuseSimplePassword);

export type StudentRegistration = z.output<typeof studentRegistrationSchema>;

/** A company's registration by the person who will look after its page. */
export const companyRegistrationSchema = z
  .object({ ...registrationFacts, email, password: newPassword, consent: agreement })
  .superRefine(requireNumberOrReason)
  .superRefine(refuseSimplePassword);

export type CompanyRegistration = z.output<typeof companyRegistrationSchema>;

export const mailAddressSchema = z.object({ email });

/** The new password at the end of a reset link; `token` comes from the link. */
export const passwordResetSchema = z.object({ token: optionalLine(200), password: newPassword });

/** The account of somebody who was invited to act for a company; the address is the invitation's. */
export const invitationAnswerSchema = z.object({
  token: optionalLine(200),
  name: line(50),
  password: newPassword,
  consent: agreement,
});

/** What an administrator sends; `role` and `state` are what the page showed, so that a stale page is noticed. */
export const administrationSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("change-role"),
    accountId: line(100),
    shownRole: choice(ROLES),
    role: choice(ROLES),
  }),
  z.object({ intent: z.literal("close"), accountId: line(100) }),
  z.object({ intent: z.literal("reopen"), accountId: line(100) }),
]);
