import { z } from "zod";
import { EXPORT_FORMATS, EXPORT_TABLES } from "./exports.rules.ts";

/** Which table is wanted as which file. */
export const exportSchema = z.object({
  table: z.enum(EXPORT_TABLES, "no-such-table"),
  format: z.enum(EXPORT_FORMATS, "choose"),
});
