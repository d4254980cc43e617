import { z } from "zod";
import { DEPARTMENTS } from "../companies/rules.ts";
import {
  agreement,
  choice,
  choices,
  optionalBlock,
  optionalWholeNumber,
  wholeNumber,
} from "../text/schema.ts";
import { INDUSTRY_GROUPS } from "../matching/industry-groups.rules.ts";
import { EXPECTED_GROUPS } from "./expected.rules.ts";
import { MOST_WEIGHT, type PlannerInput, TERMS, type Weights } from "./planner.rules.ts";
import { BOOTH_PLACES, BOOTH_SIZES, BOOTH_STATES } from "./rules.ts";

export const MOST_WATTS = 10_000;
export const MOST_TABLES = 6;
export const MOST_STAFF = 20;

/** What a company wishes and needs, as it is stored; what an older application does not say is as usual. */
export const boothWishesSchema = z.object({
  /** Watts of the machines that it plugs in; 0 without electricity. */
  power: z.number().int().min(0).catch(0),
  size: z.enum(BOOTH_SIZES).catch("standard"),
  place: z.enum(BOOTH_PLACES).catch("venue"),
  tables: z.number().int().min(0).catch(1),
  /** People of the company who come; null when it did not say. */
  staff: z.number().int().min(1).nullable().catch(null),
  /** The sessions at which it can be there; none means all. */
  sessions: z.array(z.string()).catch([]),
  /** Departments that it wants to meet; none means those of its profile. */
  departments: z.array(z.enum(DEPARTMENTS)).catch([]),
  /** What visitors see and try at the booth. */
  shows: z.string().catch(""),
});
export type BoothWishes = z.output<typeof boothWishesSchema>;

export function readWishes(stored: unknown): BoothWishes {
  return boothWishesSchema.parse(typeof stored === "object" && stored !== null ? stored : {});
}

/** Ids that a form names; the store compares them with the event's own. */
const ids = z
  .union([z.array(z.string()), z.string().transform((value) => (value === "" ? [] : [value]))])
  .catch([]);

/** The form of an application. */
export const boothApplicationSchema = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("apply"),
      power: wholeNumber(0, MOST_WATTS),
      size: choice(BOOTH_SIZES),
      place: choice(BOOTH_PLACES),
      tables: wholeNumber(0, MOST_TABLES),
      staff: wholeNumber(1, MOST_STAFF),
      sessions: ids,
      departments: choices(DEPARTMENTS),
      shows: optionalBlock(400),
      message: optionalBlock(500),
    }),
    z.object({ intent: z.literal("withdraw") }),
  ],
  "choose",
);
export type BoothApplicationForm = Extract<z.output<typeof boothApplicationSchema>, { intent: "apply" }>;

const MOST_PEOPLE = 5000;
const MOST_TOTAL = 1_000_000;

type Required = ReturnType<typeof wholeNumber>;
type Optional = ReturnType<typeof optionalWholeNumber>;

const weightFields: Record<string, Required> = Object.fromEntries(
  TERMS.map((term) => [`weight-${term}`, wholeNumber(0, MOST_WEIGHT)]),
);
const peopleFields: Record<string, Optional> = Object.fromEntries([
  ...EXPECTED_GROUPS.map(({ key }) => [`people-${key}`, optionalWholeNumber(0, MOST_PEOPLE)]),
  ...INDUSTRY_GROUPS.map(({ key }) => [`interest-${key}`, optionalWholeNumber(0, MOST_PEOPLE)]),
]);

/** What staff set for a proposal. */
export type PlannerSettings = Pick<
  PlannerInput,
  "limit" | "power" | "space" | "weights" | "people" | "interests"
>;

/** The form with which staff ask for a proposal: numbers by field, given back as settings. */
export const plannerFormSchema = z
  .object({
    limit: wholeNumber(1, 500),
    power: optionalWholeNumber(0, MOST_TOTAL),
    space: optionalWholeNumber(0, MOST_TOTAL),
    ...weightFields,
    ...peopleFields,
  })
  .transform((form): PlannerSettings => {
    const numbers = form as unknown as Record<string, number | null>;
    const peopleOf = (prefix: string, keys: readonly string[]) =>
      keys.flatMap((key) => {
        const people = numbers[`${prefix}-${key}`] ?? null;
        return people === null || people === 0 ? [] : [{ key, people }];
      });
    return {
      limit: form.limit,
      power: form.power,
      space: form.space,
      weights: Object.fromEntries(TERMS.map((term) => [term, numbers[`weight-${term}`]])) as Weights,
      people: peopleOf(
        "people",
        EXPECTED_GROUPS.map(({ key }) => key),
      ),
      interests: peopleOf(
        "interest",
        INDUSTRY_GROUPS.map(({ key }) => key),
      ),
    };
  });

/** Settings as the fields of the form. */
export function settingsToForm(settings: PlannerSettings): Record<string, string> {
  const fields: [string, number | null][] = [
    ["limit", settings.limit],
    ["power", settings.power],
    ["space", settings.space],
    ...TERMS.map((term): [string, number] => [`weight-${term}`, settings.weights[term]]),
    ...settings.people.map(({ key, people }): [string, number] => [`people-${key}`, people]),
    ...settings.interests.map(({ key, people }): [string, number] => [`interest-${key}`, people]),
  ];
  return Object.fromEntries(fields.map(([name, value]) => [name, value === null ? "" : String(value)]));
}

/** The last step of a plan. */
export const adoptionSchema = z.object({ note: optionalBlock(500), confirm: agreement });

/** `fixed-<application>` fields of a form as choices by application; anything else than in and out leaves it to the planner. */
export function readFixed(values: Record<string, unknown>): Map<string, "in" | "out" | null> {
  const choices = new Map<string, "in" | "out" | null>();
  for (const [name, value] of Object.entries(values))
    if (name.startsWith("fixed-"))
      choices.set(name.slice("fixed-".length), value === "in" || value === "out" ? value : null);
  return choices;
}

/** Staff decide one application by hand. */
export const boothDecisionSchema = z.object({
  applicationId: z.string().catch(""),
  decision: choice(["selected", "declined", "applied"]),
  note: optionalBlock(500),
});
export type BoothDecision = z.output<typeof boothDecisionSchema>["decision"];

/** Filters of the list of applications; anything else shows all. */
export const boothFilterSchema = z.object({
  state: z.enum(BOOTH_STATES).nullable().catch(null),
  area: z.string().catch(""),
  industry: z.string().catch(""),
  need: z.enum(["power", "wide", "online", "leftOut", "message"]).nullable().catch(null),
});
export type BoothFilter = z.output<typeof boothFilterSchema>;
