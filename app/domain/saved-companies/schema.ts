import { z } from "zod";
import { choice, optionalLine } from "../text/schema.ts";

/** What a reader does with the list: keep one, drop one, empty it, take the browser's list into the account. */
export const savingSchema = z.object({
  intent: choice(["save", "forget", "forget-all", "take-over"]),
  slug: optionalLine(80),
  /** The page to go back to. */
  back: optionalLine(500),
});
