import { z } from "zod";
import { choice, civilDate, line, optionalLine, wholeNumber } from "#app/domain/text/schema.ts";
import { normaliseLine } from "#app/domain/text/rules.ts";

export const OBSERVATION_KINDS = ["actual", "expected", "baseline"] as const;
export const ENTRY_STATES = ["final", "provisional", "estimated"] as const;

/** A number with or without decimals, full-width digits and separators understood; a blank is null, never 0. */
const optionalFigure = z
  .string()
  .catch("")
  .transform((text) => normaliseLine(text).replace(/[,\s]/g, ""))
  .pipe(z.string().regex(/^(-?\d{1,12}(\.\d{1,6})?)?$/, "decimal-number"))
  .transform((text) => (text === "" ? null : text));

/**
 * An official figure as staff enter it: a value or why there is none, the day it is about, where it comes from. `value`
 * stays text, so that no decimal is lost on the way to the database.
 */
export const observationSchema = z
  .object({
    indicatorId: line(100),
    fiscalYear: wholeNumber(2000, 2100),
    kind: choice(OBSERVATION_KINDS),
    state: choice(ENTRY_STATES),
    value: optionalFigure,
    missingReason: optionalLine(200),
    /** The day that the figure is about. */
    observedOn: civilDate,
    source: line(200),
    note: optionalLine(400),
    /** Made with the form; a second click sends the same one and adds nothing. */
    entryId: z.uuid().optional().catch(undefined),
  })
  .superRefine(({ value, missingReason }, context) => {
    if ((value === null) === (missingReason === ""))
      context.addIssue({ code: "custom", path: ["value"], message: "value-or-reason" });
  });

export type ObservationEntry = z.output<typeof observationSchema>;
