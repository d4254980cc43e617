import { z } from "zod";
import { line } from "../text/schema.ts";

/** A call at a company, as the form of the staff's record says it. */
export const stopSchema = z.object({ sessionId: line(64), companyId: line(64) });
