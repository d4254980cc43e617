import { z } from "zod";
import { agreement } from "../text/schema.ts";

/** What staff do with the search index: compare it, or build it anew, which needs a tick. */
export const searchDeskSchema = z.discriminatedUnion(
  "intent",
  [
    z.object({ intent: z.literal("check") }),
    z.object({ intent: z.literal("reindex"), confirmed: agreement }),
  ],
  "choose",
);
