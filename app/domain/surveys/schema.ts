import { z } from "zod";
import { choice, choices, optionalBlock } from "../text/schema.ts";
import { MAX_COMMENT, USEFUL_CODES } from "./rules.ts";

/** 1 (not at all) to 5 (very much), as radio buttons send it. */
const SCALE = ["1", "2", "3", "4", "5"] as const;

/** The short form after an event. Only satisfaction must be answered. */
export const surveySchema = z.object({
  satisfaction: choice(SCALE).transform(Number),
  interest: z
    .enum([...SCALE, ""], "choose")
    .catch("")
    .transform((value) => (value === "" ? null : Number(value))),
  useful: choices(USEFUL_CODES),
  comment: optionalBlock(MAX_COMMENT),
});
