import { z } from "zod";
import { agreement, block, choice, email, line } from "../text/schema.ts";
import { SEGMENTS } from "./rules.ts";

export const subscriptionSchema = z.object({ email, segment: choice(SEGMENTS), consent: agreement });

/** An issue as staff write it: plain text, addresses in it become links. */
export const campaignSchema = z.object({
  subject: line(100),
  body: block(20_000),
  segment: choice(["all", ...SEGMENTS]).transform((segment) => (segment === "all" ? null : segment)),
});

export type CampaignDraft = z.output<typeof campaignSchema>;

/** A test to oneself, or the sending, which needs the tick that content and recipients were checked. */
export const sendingSchema = z.discriminatedUnion(
  "intent",
  [z.object({ intent: z.literal("test") }), z.object({ intent: z.literal("send"), confirmed: agreement })],
  "choose",
);
