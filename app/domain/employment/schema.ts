import { z } from "zod";
import { choice, civilDate, line, optionalLine, optionalWholeNumber } from "../text/schema.ts";
import { readMunicipality } from "./jurisdiction.rules.ts";
import { PLACEMENT_KINDS, PLACEMENT_ROUTES, SCHOOL_KINDS, SEPARATION_KINDS } from "./rules.ts";

/** A choice that may be left open (null). */
export function optionalChoice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .string()
    .catch("")
    .transform((text) => (text === "" ? null : text))
    .pipe(z.enum(values, "choose").nullable());
}

/** The municipality of a place; error `municipality` when it cannot be told. */
export const municipality = line(60).transform((text, context) => {
  const place = readMunicipality(text);
  if (place !== null) return place;
  context.addIssue({ code: "custom", message: "municipality" });
  return z.NEVER;
});

const NAME_LIKE = /(さん|くん|君|ちゃん|氏|様)$/u;

/** The company's own sign for a person. What looks like a name is refused: names do not belong here. */
export const mark = line(30).refine((text) => !NAME_LIKE.test(text), "mark-is-name");

/** What is told about a start, apart from the mark and the code. */
export const startFields = {
  kind: choice(["newGraduate", "midCareer"]),
  graduationYear: optionalWholeNumber(1960, 2100),
  schoolKind: optionalChoice(SCHOOL_KINDS),
  departmentName: optionalLine(60),
  placeOfWork: municipality,
  startedOn: civilDate,
  route: optionalChoice(PLACEMENT_ROUTES),
} as const;

/** The figures of a class need year and kind of school for those who come straight from school. */
export function needsClass(value: {
  kind: string;
  graduationYear: number | null;
  schoolKind: string | null;
}): { field: "graduationYear" | "schoolKind" } | null {
  if (value.kind !== "newGraduate") return null;
  if (value.graduationYear === null) return { field: "graduationYear" };
  return value.schoolKind === null ? { field: "schoolKind" } : null;
}

export const hireSchema = z
  .object({ mark, ...startFields, code: optionalLine(20) })
  .superRefine((value, context) => {
    const missing = needsClass(value);
    if (missing) context.addIssue({ code: "custom", path: [missing.field], message: "class-needed" });
  });

export const leavingSchema = z.object({ endedOn: civilDate, endKind: choice(SEPARATION_KINDS) });

/** A reason that says why a record changes; it is kept with the record, so it names nobody. */
export const reason = line(200);

/** The forms on the page of one placement. */
export const correctionForms = {
  change: z
    .object({
      ...startFields,
      // Records of the time before marks have none.
      mark: optionalLine(30).refine((text) => !NAME_LIKE.test(text), "mark-is-name"),
      kind: choice(PLACEMENT_KINDS),
      reason,
    })
    .superRefine((value, context) => {
      const missing = needsClass(value);
      if (missing) context.addIssue({ code: "custom", path: [missing.field], message: "class-needed" });
    }),
  void: z.object({ voidReason: reason }),
  leave: leavingSchema,
  stay: z.object({}),
} as const;
export type CorrectionIntent = keyof typeof correctionForms;

export function correctionIntentOf(value: unknown): CorrectionIntent | null {
  return typeof value === "string" && Object.hasOwn(correctionForms, value)
    ? (value as CorrectionIntent)
    : null;
}

/** A page of a list in the address; anything odd is the first page. */
export const pageOf = z.coerce.number().int().min(1).max(10_000).catch(1);

/** A year in the address (of a class or a fiscal year); anything odd is the given one. */
export function classYearOf(text: string | null, otherwise: number): number {
  return z.coerce
    .number()
    .int()
    .min(2000)
    .max(2100)
    .catch(otherwise)
    .parse(text ?? otherwise);
}
