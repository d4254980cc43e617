import { z } from "zod";
import { wholeNumber } from "../text/schema.ts";
import { MAX_HEAD_COUNT } from "./rules.ts";

/** A new head count of a school's registration. */
export const headCountSchema = z.object({ headCount: wholeNumber(1, MAX_HEAD_COUNT) });
