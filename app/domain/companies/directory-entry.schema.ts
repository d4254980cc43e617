import { z } from "zod";
import { line, optionalLine } from "../text/schema.ts";

/** What staff say of a company's line in the manufacturing directory. */
export const directoryEntrySchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("list"), technology: line(200), equipment: optionalLine(200) }),
  z.object({ intent: z.literal("delist") }),
]);
