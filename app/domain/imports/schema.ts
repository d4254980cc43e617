import { z } from "zod";
import { agreement } from "../text/schema.ts";

/** What staff do with a run. The mapping comes in fields of its own: `column-0`, `column-1` … in the order of the headers. */
export const importStepSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check") }),
  z.object({ intent: z.literal("discard") }),
  z.object({ intent: z.literal("apply"), confirm: agreement }),
]);
