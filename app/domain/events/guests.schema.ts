import { z } from "zod";
import { agreement, email } from "../text/schema.ts";

/** A guest asks for the link to the form. */
export const guestRequestSchema = z.object({ email, consent: agreement });
