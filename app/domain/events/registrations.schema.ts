import { z } from "zod";
import { wholeNumber } from "../text/schema.ts";
import { line } from "../text/schema.ts";
import { CATEGORIES } from "./rules.ts";

/** An id that came through a form; an unknown one is simply not found. */
const formId = z.string().max(100).catch("");

/** Left out by forms that do not ask, it means this many. */
const counted = (fallback: number, minimum: number, maximum: number) =>
  z.preprocess((typed) => typed ?? String(fallback), wholeNumber(minimum, maximum));

/** Most guardians that the form lets a student bring along. */
export const MOST_GUARDIANS = 2;

/**
 * Registration: the pool of seats, or a category (with the session, where there are several), how many, and who comes
 * along. The answers to the event's questions are checked by `answerSchemaFor`.
 */
export function registrationFormSchema({ maxHeadCount }: { maxHeadCount: number }) {
  return z
    .object({
      pool: formId,
      category: z.enum(CATEGORIES).optional().catch(undefined),
      session: formId,
      headCount: counted(1, 1, maxHeadCount),
      guardians: counted(0, 0, MOST_GUARDIANS),
      intent: z.enum(["register", "wait"]).catch("register"),
    })
    .refine(({ pool, category }) => pool !== "" || category !== undefined, {
      path: ["pool"],
      message: "choose",
      // The other fields are told at the same time.
      when: () => true,
    });
}

/** What guests add: the name by which they are called at the desk. */
export const guestNameSchema = z.object({ name: line(50) });

/** What a holder does with a registration: cancel it, take or decline an offered seat, change the answers. */
export const ticketFormSchema = z.object({ intent: z.enum(["cancel", "accept", "answers"], "choose") });
