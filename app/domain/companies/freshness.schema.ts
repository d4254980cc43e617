import { z } from "zod";
import { choice, line } from "../text/schema.ts";
import { FRESHNESS_ANSWERS } from "./freshness.rules.ts";

/** The answer to "still true?". */
export const freshnessAnswerSchema = z.object({ answer: choice(FRESHNESS_ANSWERS) });

/** Staff confirm a company's facts after a call. */
export const telephoneConfirmationSchema = z.object({ companyId: line(40) });
