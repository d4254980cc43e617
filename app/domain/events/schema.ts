import { z } from "zod";
import { choice, line, optionalWholeNumber, wholeNumber } from "../text/schema.ts";
import { FEED_TARGETS } from "./audience.rules.ts";
import { CATEGORIES, EVENT_KINDS, MAX_HEAD_COUNT, readTicketCode } from "./rules.ts";

/** An id that came through a form; an unknown one is simply not found. */
const formId = z.string().max(100).catch("");

/** What the list of events is narrowed to; anything unknown means all. */
export const eventFilterSchema = z.object({
  kind: z.enum(EVENT_KINDS).optional().catch(undefined),
  for: z.enum(FEED_TARGETS).optional().catch(undefined),
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

/** Whose calendar a feed is asked for; anything unknown means everybody's. */
export const feedQuerySchema = z.object({
  for: z.enum(FEED_TARGETS).optional().catch(undefined),
  school: z.string().min(1).max(100).optional().catch(undefined),
});

/** A ticket code, read from paper or by a scanner. */
const ticketCode = z
  .string()
  .catch("")
  .transform((text, context) => {
    if (text.trim() === "") {
      context.addIssue({ code: "custom", message: "required" });
      return z.NEVER;
    }
    const code = readTicketCode(text);
    if (code) return code;
    context.addIssue({ code: "custom", message: "ticket-code" });
    return z.NEVER;
  });

/** The forms of the reception desk. `entry` is the id of the new row, so that a second click adds nothing. */
export const receptionSchemas = {
  ticket: z.object({
    intent: z.literal("ticket"),
    ticket: ticketCode,
    came: optionalWholeNumber(1, MAX_HEAD_COUNT),
  }),
  "check-in": z.object({
    intent: z.literal("check-in"),
    registrationId: formId,
    came: optionalWholeNumber(1, MAX_HEAD_COUNT),
  }),
  "walk-in": z.object({
    intent: z.literal("walk-in"),
    entry: z.uuid("choose"),
    category: choice(CATEGORIES),
    headCount: wholeNumber(1, MAX_HEAD_COUNT),
  }),
  void: z.object({ intent: z.literal("void"), checkInId: formId }),
  correct: z.object({
    intent: z.literal("correct"),
    checkInId: formId,
    came: wholeNumber(1, MAX_HEAD_COUNT),
  }),
  find: z.object({ intent: z.literal("find"), name: line(60) }),
} as const;

export type ReceptionIntent = keyof typeof receptionSchemas;

export function receptionIntentOf(value: unknown): ReceptionIntent | null {
  return typeof value === "string" && Object.hasOwn(receptionSchemas, value)
    ? (value as ReceptionIntent)
    : null;
}
