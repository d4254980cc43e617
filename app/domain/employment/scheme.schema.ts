import { z } from "zod";
import { choice, line } from "../text/schema.ts";
import { SCHEME_USES } from "./scheme.rules.ts";

/** A grant scheme as staff write it. */
export const schemeSchema = z.object({ name: line(100), use: choice(SCHEME_USES) });
export type SchemeValues = z.output<typeof schemeSchema>;
