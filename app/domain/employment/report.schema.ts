import type { z } from "zod";
import type { CivilDate } from "../../platform/calendar.ts";
import {
  type Answer,
  classProblem,
  type EmploymentReport,
  endProblem,
  overlap,
  startProblem,
  type Stint,
} from "./hires.rules.ts";
import { EMPLOYMENT_STATES } from "./rules.ts";
import {
  ALL_STILL,
  type AnswerField,
  answerField,
  HIRE_FIELDS,
  type HireField,
  hireField,
  isBlankRow,
  rowCount,
  textOf,
} from "./report.rules.ts";
import { hireSchema, leavingSchema } from "./schema.ts";

type Values = Record<string, string | string[]>;
type Errors = Record<string, string>;

const MOST_ANSWERS = 500;

/**
 * Reads a report from its form. Rows of which nothing is filled in and people without an answer are left out: they stay
 * unanswered, unless the box says that everybody else is still there. A report without anything in it needs the box that says that nobody was hired (`none`).
 */
export function readReport(
  values: Values,
  today: CivilDate,
): { ok: true; report: EmploymentReport } | { ok: false; errors: Errors } {
  const errors: Errors = {};
  const hires = readHires(values, today, errors);
  const answers = readAnswers(values, errors);
  const none = textOf(values, "none") === "yes";
  if (none && (hires.length > 0 || Object.keys(errors).some((name) => name.startsWith("hire-"))))
    errors["none"] = "none-and-hires";
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  if (!none && hires.length === 0 && answers.length === 0)
    return { ok: false, errors: { none: "nothing-answered" } };
  return { ok: true, report: { answers, hires } };
}

/** What is wrong with the hires alone, by field: asked when one more is to be entered. */
export function hireProblems(values: Values, today: CivilDate): Errors {
  const errors: Errors = {};
  readHires(values, today, errors);
  return errors;
}

function readHires(values: Values, today: CivilDate, errors: Errors): EmploymentReport["hires"] {
  const hires: EmploymentReport["hires"] = [];
  for (let row = 0; row < rowCount(values); row++) {
    const typed = Object.fromEntries(
      HIRE_FIELDS.map((field) => [field, textOf(values, hireField(row, field))]),
    );
    if (isBlankRow(values, row)) continue;
    const parsed = hireSchema.safeParse(typed);
    if (!parsed.success) {
      for (const { path, message } of parsed.error.issues)
        errors[hireField(row, path[0] as HireField)] ??= message;
      continue;
    }
    const start = startProblem(parsed.data.startedOn, today);
    if (start) errors[hireField(row, "startedOn")] = start;
    const ofClass = classProblem(parsed.data);
    if (ofClass) errors[hireField(row, "graduationYear")] = ofClass;
    for (const field of ["mark", "code"] as const)
      if (parsed.data[field] !== "" && hires.some((other) => other[field] === parsed.data[field]))
        errors[hireField(row, field)] ??= `${field}-twice`;
    hires.push({ ...parsed.data, row });
  }
  return hires;
}

function readAnswers(values: Values, errors: Errors): Answer[] {
  const answers: Answer[] = [];
  const isRestThere = textOf(values, ALL_STILL) === "yes";
  const names = Object.keys(values).filter((name) => name.startsWith("state-"));
  for (const name of names.slice(0, MOST_ANSWERS)) {
    const placementId = name.slice("state-".length);
    const text = textOf(values, name);
    if (text === "") {
      if (textOf(values, answerField(placementId, "endedOn")).trim() !== "")
        errors[name] = "left-without-state";
      else if (isRestThere) answers.push({ placementId, state: "still" });
      continue;
    }
    const state = EMPLOYMENT_STATES.find((known) => known === text);
    if (!state) errors[name] = "choose";
    else if (state !== "left") {
      // A date of leaving beside 「在籍」 is a contradiction that nobody may guess away.
      if (textOf(values, answerField(placementId, "endedOn")).trim() !== "")
        errors[name] = "left-without-state";
      else answers.push({ placementId, state });
    } else {
      const leaving = readLeaving(values, placementId, errors);
      if (leaving) answers.push({ placementId, state, ...leaving });
    }
  }
  return answers;
}

function readLeaving(
  values: Values,
  placementId: string,
  errors: Errors,
): z.output<typeof leavingSchema> | null {
  const parsed = leavingSchema.safeParse({
    endedOn: textOf(values, answerField(placementId, "endedOn")),
    endKind: textOf(values, answerField(placementId, "endKind")),
  });
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    errors[answerField(placementId, path[0] as AnswerField)] ??= message;
  return null;
}

/** Somebody about whom a company may answer. */
export type Answerable = Stint & { id: string; personKey: string };

/**
 * Checks answers against what stands: foreign ids are an error of the whole form; nobody is there before the start, leaves
 * before it or in the future, or is there twice at once after coming back.
 */
export function checkAnswers(
  answers: readonly Answer[],
  standing: readonly Answerable[],
  today: CivilDate,
): Errors {
  const errors: Errors = {};
  for (const answer of answers) {
    const about = standing.find(({ id }) => id === answer.placementId);
    if (!about) errors["form"] = "no-such-placement";
    else if (about.startedOn > today) errors[answerField(about.id, "state")] = "not-started";
    else if (answer.state === "left") {
      const problem =
        endProblem(answer.endedOn, about.startedOn, today) ??
        returnProblem(about, { ...about, endedOn: answer.endedOn }, standing);
      if (problem) errors[answerField(about.id, "endedOn")] = problem;
    } else if (answer.state === "still") {
      const problem = returnProblem(about, { ...about, endedOn: null }, standing);
      if (problem) errors[answerField(about.id, "state")] = problem;
    }
  }
  return errors;
}

/** Why a time at the employer cannot be so beside the other times of the same person there, as an error code. */
export function returnProblem(
  about: Pick<Answerable, "id" | "personKey">,
  stint: Stint,
  standing: readonly Answerable[],
): string | null {
  const others = standing.filter(({ id, personKey }) => personKey === about.personKey && id !== about.id);
  return others.some((other) => overlap(other, stint)) ? "stints-overlap" : null;
}
