import { z } from "zod";
import { choice, optionalBlock } from "../text/schema.ts";
import { WITHDRAWAL_REASONS } from "./publication.rules.ts";

/** What staff say when they take a company off or put it back. */
export const publicationSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("withdraw"),
    reason: choice(WITHDRAWAL_REASONS),
    comment: optionalBlock(1000),
  }),
  z.object({ intent: z.literal("relist") }),
]);

/** What a company itself asks for about its page. */
export const ownPublicationSchema = z.object({ intent: choice(["withdraw", "ask-again"]) });
