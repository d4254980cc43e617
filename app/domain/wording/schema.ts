import { z } from "zod";
import { choice } from "../text/schema.ts";

/** How much text one check reads, in characters over all fields. */
export const MAX_CHECKED_CHARACTERS = 20_000;

/** The box in which staff try a text. */
export const wordingTrialSchema = z.object({
  text: z
    .string()
    .catch("")
    .pipe(z.string().min(1, "required").max(MAX_CHECKED_CHARACTERS, `too-long:${MAX_CHECKED_CHARACTERS}`)),
  audience: choice(["everybody", "highSchool"]).catch("everybody"),
});
