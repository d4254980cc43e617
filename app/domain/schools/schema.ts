import { z } from "zod";
import { SCHOOL_KINDS } from "../employment/rules.ts";
import { normaliseLine } from "../text/rules.ts";
import { departmentOfField } from "./rules.ts";
import { choice, kana, line, optionalBlock } from "../text/schema.ts";

const MOST_CHARACTERS = 60;
const MOST_DEPARTMENTS = 40;

/** Why a text cannot be a department's name; null when it can. The words for a whole school stand in tables of counts. */
function problemOfDepartment(name: string): string | null {
  if (name.length > MOST_CHARACTERS) return `too-long:${MOST_CHARACTERS}`;
  return /^(全体|計|合計|全科|全学科|学校全体)$/.test(name) ? "department-reserved" : null;
}

/** A school as staff write it; departments to add stand one to a line. */
export const schoolSchema = z.object({
  name: line(80),
  nameKana: kana(120),
  kind: choice(SCHOOL_KINDS),
  /** The part of the town where it stands, or the name of another municipality. */
  area: line(40),
  inJurisdiction: choice(["yes", "no"]).transform((value) => value === "yes"),
  newDepartments: optionalBlock(3000).transform((text, context) => {
    const names = text.split("\n").map(normaliseLine).filter(Boolean);
    const problem = names.map(problemOfDepartment).find((code) => code !== null);
    const message = names.length > MOST_DEPARTMENTS ? `too-many-departments:${MOST_DEPARTMENTS}` : problem;
    if (!message) return names;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }),
});
export type SchoolValues = z.output<typeof schoolSchema>;

/** The names in the fields of the departments that a school has, by id; an empty one means that it goes. */
export function readDepartments(values: Readonly<Record<string, string | string[]>>): {
  names: Map<string, string>;
  errors: Record<string, string>;
} {
  const names = new Map<string, string>();
  const errors: Record<string, string> = {};
  for (const [field, value] of Object.entries(values)) {
    const id = departmentOfField(field);
    if (id === null) continue;
    const name = normaliseLine(Array.isArray(value) ? (value[0] ?? "") : value);
    names.set(id, name);
    const problem = problemOfDepartment(name);
    if (problem) errors[field] = problem;
  }
  return { names, errors };
}
