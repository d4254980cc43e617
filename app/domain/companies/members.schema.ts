import { z } from "zod";
import { email, line } from "../text/schema.ts";

/** What can be done on the page of the members. */
export const membersSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite"), email }),
  z.object({ intent: z.literal("resend"), invitationId: line(100) }),
  z.object({ intent: z.literal("revoke"), invitationId: line(100) }),
  z.object({ intent: z.literal("remove"), accountId: line(100) }),
  z.object({ intent: z.literal("hand-over"), accountId: line(100) }),
  z.object({ intent: z.literal("leave") }),
]);
export type MembersChange = z.output<typeof membersSchema>;
