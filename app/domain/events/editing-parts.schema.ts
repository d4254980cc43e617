import { z } from "zod";
import {
  block,
  choice,
  choices,
  civilDate,
  line,
  optionalBlock,
  optionalCivilDate,
  optionalLine,
  optionalWholeNumber,
  wholeNumber,
} from "../text/schema.ts";
import { normaliseLine } from "../text/rules.ts";
import { ticked, version } from "./editing.schema.ts";
import { clockTime, optionalClockTime } from "./moment.schema.ts";
import { CATEGORIES, REGISTRATION_STATES } from "./rules.ts";

/** An id that came through a form; an unknown one is simply not found. */
const formId = z.string().max(100).catch("");

/** Seats of a pool. */
export const MAX_CAPACITY = 5000;
const capacity = wholeNumber(0, MAX_CAPACITY);

const sessionShape = {
  version,
  title: optionalLine(60),
  date: civilDate,
  from: clockTime,
  to: clockTime,
  notify: ticked,
} as const;

/** A session ends after it begins, on the same day (JST). */
const endsAfterStart = (form: { from: string; to: string }, context: z.RefinementCtx) => {
  if (form.to <= form.from) context.addIssue({ code: "custom", path: ["to"], message: "end-before-start" });
};

/** The forms of the page of sessions and seats. */
export const sessionForms = {
  "add-session": z.object({ intent: z.literal("add-session"), ...sessionShape }).superRefine(endsAfterStart),
  "save-session": z
    .object({ intent: z.literal("save-session"), sessionId: formId, ...sessionShape })
    .superRefine(endsAfterStart),
  "remove-session": z.object({ intent: z.literal("remove-session"), version, sessionId: formId }),
  "add-pool": z.object({
    intent: z.literal("add-pool"),
    version,
    sessionId: formId,
    category: choice(CATEGORIES),
    schoolId: formId,
    department: optionalLine(60),
    graduationYear: optionalWholeNumber(2020, 2100),
    capacity,
  }),
  "resize-pool": z.object({ intent: z.literal("resize-pool"), poolId: formId, capacity }),
  "remove-pool": z.object({ intent: z.literal("remove-pool"), version, poolId: formId }),
} as const;

export type SessionIntent = keyof typeof sessionForms;

const MAX_OPTIONS = 20;

/** The choices of a question, one on each line. */
const optionLines = z
  .string()
  .catch("")
  .transform((text) => [...new Set(text.split("\n").map(normaliseLine).filter(Boolean))])
  .pipe(
    z
      .array(z.string())
      .max(MAX_OPTIONS, `too-many:${MAX_OPTIONS}`)
      .refine((lines) => lines.every((option) => option.length <= 60), "word-too-long:60"),
  );

export const QUESTION_KINDS = ["text", "choice", "number"] as const;

/** A question: what is asked, how it is answered, and of whom. */
const question = z
  .object({
    intent: z.literal("save-question"),
    version,
    questionId: formId,
    label: line(120),
    help: optionalBlock(300),
    kind: choice(QUESTION_KINDS),
    options: optionLines,
    required: ticked,
    categories: choices(CATEGORIES),
    minimum: optionalWholeNumber(0, 1_000_000),
    maximum: optionalWholeNumber(0, 1_000_000),
  })
  .superRefine((form, context) => {
    const report = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (form.kind === "choice" && form.options.length < 2) report("options", "question-options");
    if (form.minimum !== null && form.maximum !== null && form.minimum > form.maximum)
      report("maximum", "question-range");
  });

/** The forms of the page of questions. */
export const questionForms = {
  "save-question": question,
  "move-question": z.object({
    intent: z.literal("move-question"),
    version,
    questionId: formId,
    direction: choice(["up", "down"]),
  }),
  "retire-question": z.object({ intent: z.literal("retire-question"), version, questionId: formId }),
  "restore-question": z.object({ intent: z.literal("restore-question"), version, questionId: formId }),
} as const;

export type QuestionIntent = keyof typeof questionForms;

/** What a step to another state asks for. Words go to participants, so a reason is required where there is one. */
export const stateForms = {
  publish: z.object({ intent: z.literal("publish"), version }),
  cancel: z.object({ intent: z.literal("cancel"), version, note: block(500) }),
  postpone: z
    .object({
      intent: z.literal("postpone"),
      version,
      note: block(500),
      date: optionalCivilDate,
      from: optionalClockTime,
      to: optionalClockTime,
    })
    .superRefine((form, context) => {
      if (form.date === null && (form.from ?? form.to))
        context.addIssue({ code: "custom", path: ["date"], message: "window-needs-date" });
      if (form.from && form.to && form.to <= form.from)
        context.addIssue({ code: "custom", path: ["to"], message: "end-before-start" });
    }),
  reschedule: z
    .object({
      intent: z.literal("reschedule"),
      version,
      note: optionalBlock(500),
      date: civilDate,
      from: optionalClockTime,
      to: optionalClockTime,
    })
    .superRefine((form, context) => {
      if (form.from && form.to && form.to <= form.from)
        context.addIssue({ code: "custom", path: ["to"], message: "end-before-start" });
    }),
  reopen: z.object({ intent: z.literal("reopen"), version, note: block(500) }),
  delete: z.object({ intent: z.literal("delete"), version }),
} as const;

export type StateIntent = keyof typeof stateForms;

/** A message to the participants. `announcementId` is made with the form, so that a second click sends nothing. */
export const messageSchema = z.object({
  intent: choice(["preview", "send", "edit"]),
  announcementId: z.uuid("choose"),
  subject: line(80),
  body: block(3000),
  categories: choices(CATEGORIES),
  schoolId: formId,
});

/** Cancelling for somebody who telephoned is confirmed by a box. */
export const cancelForHolderSchema = z.object({ confirmed: z.literal("yes", "confirm-cancel") });

/** What the list of registrations is narrowed to; anything unknown means all. */
export const registrationFilterSchema = z.object({
  state: z.enum(["held", ...REGISTRATION_STATES]).catch("held"),
  category: z.enum(CATEGORIES).optional().catch(undefined),
  school: z.string().max(100).catch(""),
  session: z.string().max(100).catch(""),
  name: z
    .string()
    .catch("")
    .transform((text) => normaliseLine(text.replaceAll("\0", "").toWellFormed()).slice(0, 100)),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type RegistrationFilter = z.output<typeof registrationFilterSchema>;

/** The intent that a form carries, where the page knows it. */
export function intentOf<Forms extends object>(forms: Forms, value: unknown): (keyof Forms & string) | null {
  return typeof value === "string" && Object.hasOwn(forms, value) ? (value as keyof Forms & string) : null;
}
