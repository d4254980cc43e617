import type { z } from "zod";
import type { FormValues } from "#app/platform/form.server.ts";
import type { IndicatorFields } from "./indicator-draft.rules.ts";
import { readParameterFields } from "./measure-lines.ts";
import type { indicatorSchema } from "./schema.ts";

/** The definition as the form gives it, with what was chosen of its measure; or what is wrong with the choice. */
export function readDefinition(
  { effectiveFrom, reason, breaksSeries, ...typed }: z.output<typeof indicatorSchema>,
  values: FormValues,
):
  | {
      ok: true;
      definition: { effectiveFrom: number; reason: string; breaksSeries: boolean; fields: IndicatorFields };
    }
  | { ok: false; errors: Record<string, string> } {
  const read = readParameterFields(typed.measureKey, values);
  if (!read.ok) return read;
  const fields = { ...typed, parameters: read.parameters };
  return { ok: true, definition: { effectiveFrom, reason, breaksSeries: breaksSeries === "yes", fields } };
}
