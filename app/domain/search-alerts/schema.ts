import { z } from "zod";
import { agreement, choice, email, line } from "../text/schema.ts";
import { FREQUENCIES } from "./rules.ts";

/** A reader's wish to hear of a search; `search` is the address of the result page. */
export const alertSchema = z.object({
  search: line(1000),
  email,
  frequency: choice(FREQUENCIES),
  consent: agreement,
});
