import { z } from "zod";
import { choice, email, line, optionalLine, optionalWholeNumber, wholeNumber } from "../text/schema.ts";
import { EMPHASES, TIME_LIMITS } from "./stored-plan.rules.ts";

const id = line(64);
const ids = z
  .union([z.array(z.string()), z.string().transform((value) => (value === "" ? [] : [value]))])
  .catch([]);

/** Departments typed in one line, divided by 、 or commas. */
export const departmentList = optionalLine(200).transform((text) => [
  ...new Set(
    text
      .split(/[、,]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]);

/** A place is a company that is chosen, or an establishment that is typed. */
export const placeSchema = z.object({
  intent: z.literal("add-place"),
  companyId: optionalLine(64),
  name: optionalLine(100),
  area: optionalLine(40),
  departments: departmentList,
});

export const removePlaceSchema = z.object({ intent: z.literal("remove-place"), placeId: id });

/** The three numbers of a place in a session; no maximum means that nobody is taken then. */
export const offerSchema = z
  .object({
    minimum: optionalWholeNumber(0, 999),
    maximum: optionalWholeNumber(0, 999),
    teachersNeeded: optionalWholeNumber(0, 99),
  })
  .refine(({ minimum, maximum }) => maximum === null || (minimum ?? 0) <= maximum, {
    path: ["minimum"],
    message: "visit-minimum",
  });

/** A bus; one without a name and seats is none. */
export const busSchema = z
  .object({ name: optionalLine(40), seats: optionalWholeNumber(1, 999) })
  .refine(({ name, seats }) => name === "" || seats !== null, { path: ["seats"], message: "required" })
  .refine(({ name, seats }) => name !== "" || seats === null, { path: ["name"], message: "required" });

/** One group, by hand. */
export const groupSchema = z.object({
  label: line(40),
  className: optionalLine(40),
  department: optionalLine(40),
  size: wholeNumber(1, 100),
  together: optionalLine(40),
  wish1: optionalLine(64),
  wish2: optionalLine(64),
  wish3: optionalLine(64),
  wish4: optionalLine(64),
  wish5: optionalLine(64),
  sessionIds: ids,
  account: z.union([z.literal(""), email]).catch(""),
  confirmLabel: z.string().catch(""),
});

/** A class from which groups are made. */
export const classSchema = z.object({
  className: line(30),
  department: optionalLine(40),
  headCount: wholeNumber(1, 400),
  groupSize: wholeNumber(1, 100),
});

export const planSettingsSchema = z.object({
  visitsPerGroup: wholeNumber(1, 9),
  emphasis: choice(EMPHASES),
  even: z.string().catch(""),
  timeLimitSeconds: choice(TIME_LIMITS.map(String) as [string, ...string[]]).transform(Number),
});

/** Ids, as `group session place` or `session place`. */
export const lockSchema = z.object({ lock: ids, lockPlace: ids });

export const moveSchema = z.object({ to: line(140) });

export const teachersSchema = optionalWholeNumber(0, 99);
