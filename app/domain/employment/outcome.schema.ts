import { z } from "zod";
import { choice, civilDate, line, optionalLine, wholeNumber } from "../text/schema.ts";
import { OUTCOME_PARTS, sumOfParts } from "./outcome.rules.ts";

const people = wholeNumber(0, 5000);

/** The counts of a class as a school (or staff, on the telephone) enters them. No field may stay blank: 0 is written as 0. */
export const outcomeSchema = z
  .object({
    departmentName: optionalLine(60),
    graduationYear: wholeNumber(2000, 2100),
    asOf: civilDate,
    graduates: people,
    placedLocal: people,
    placedPrefecture: people,
    placedOutside: people,
    furtherStudy: people,
    other: people,
    unknown: people,
    status: choice(["provisional", "final"]),
  })
  .superRefine((value, context) => {
    // A field that could not be read stays what was typed; the sum says nothing then.
    if (
      ["graduates", ...OUTCOME_PARTS].some((field) => !Number.isInteger(value[field as keyof typeof value]))
    )
      return;
    const sum = sumOfParts(value);
    if (sum !== value.graduates)
      context.addIssue({
        code: "custom",
        path: ["graduates"],
        message: `outcome-sum:${value.graduates}:${sum}:${value.graduates - sum}`,
      });
  });
export type OutcomeForm = z.output<typeof outcomeSchema>;

/** Staff say who told them. */
export const staffOutcomeSchema = z.object({ source: line(200) });
