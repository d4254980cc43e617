import { CATEGORIES } from "./event-tallies.ts";
import type { MeasureParameters } from "./measure.ts";
import { ROUTES } from "./placement-measures.ts";

/**
 * What an indicator may fix of its measure. `usual` is what holds when nothing is chosen; null: everything counts, or the
 * measure finds it from the as-of day (the class that left school last).
 */
export type ParameterDescription = { name: string } & (
  | { kind: "choice"; choices: readonly string[]; usual: string | null }
  | { kind: "number"; min: number; max: number; usual: number | null }
);

const EVENT_KINDS = [
  "guidanceFair",
  "informationFair",
  "companyVisit",
  "discoveryFair",
  "visitTour",
  "seminar",
  "onlineGuidance",
  "outreachBooth",
] as const;
const SCHOOL_KINDS = [
  "highSchool",
  "kosen",
  "juniorCollege",
  "vocational",
  "university",
  "juniorHigh",
  "other",
] as const;

const eventKind = { name: "eventKind", kind: "choice", choices: EVENT_KINDS, usual: null } as const;
const category = { name: "participantCategory", kind: "choice", choices: CATEGORIES, usual: null } as const;
const month = { name: "month", kind: "number", min: 1, max: 12, usual: null } as const;
const graduationYear = {
  name: "graduationYear",
  kind: "number",
  min: 2000,
  max: 2100,
  usual: null,
} as const;

const schoolKindOf = (usual: string | null): ParameterDescription => ({
  name: "schoolKind",
  kind: "choice",
  choices: SCHOOL_KINDS,
  usual,
});
const monthsOf = (usual: number): ParameterDescription => ({
  name: "months",
  kind: "number",
  min: 1,
  max: 60,
  usual,
});
const retentionOf = (months: number, isEstimate: boolean): ParameterDescription[] => [
  schoolKindOf(null),
  monthsOf(months),
  ...(isEstimate ? [] : [graduationYear]),
];

const BY_MEASURE: Readonly<Record<string, readonly ParameterDescription[]>> = {
  "chosen-event-participants": [eventKind, category, month],
  "chosen-events-held": [eventKind],
  "chosen-event-booths": [eventKind, month],
  "hires-by-route": [{ name: "route", kind: "choice", choices: ROUTES, usual: "portal" }],
  "local-employment-rate": [schoolKindOf("highSchool"), graduationYear],
  "contact-before-placement": [monthsOf(24)],
  "retention-6-months": retentionOf(6, false),
  "retention-12-months": retentionOf(12, false),
  "retention-36-months": retentionOf(36, false),
  "retention-estimate-6-months": retentionOf(6, true),
  "retention-estimate-12-months": retentionOf(12, true),
  "retention-estimate-36-months": retentionOf(36, true),
};

/** What can be chosen of a measure, in the order of the form; empty for a measure that takes nothing. */
export function parametersOf(measureKey: string | null): readonly ParameterDescription[] {
  return measureKey === null ? [] : (BY_MEASURE[measureKey] ?? []);
}

/**
 * What was typed for the parameters of a measure, by name: only what differs from the usual, so that the same choice is
 * always the same parameters. Or name by name why it cannot be used; one that is not among the fields is `parameter-open`.
 */
export function readChosenParameters(
  measureKey: string | null,
  typed: Readonly<Record<string, string | undefined>>,
): { ok: true; parameters: MeasureParameters } | { ok: false; errors: Record<string, string> } {
  const parameters: Record<string, string | number> = {};
  const errors: Record<string, string> = {};
  for (const description of parametersOf(measureKey)) {
    const { name, usual } = description;
    const read = readOne(description, typed[name]);
    // Fields that were never shown are one piece of news, not one for each.
    if (!read.ok && read.error === "parameter-open" && Object.values(errors).includes("parameter-open"))
      continue;
    if (!read.ok) errors[name] = read.error;
    else if (read.value !== null && read.value !== usual) parameters[name] = read.value;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, parameters };
}

function readOne(
  description: ParameterDescription,
  typed: string | undefined,
): { ok: true; value: string | number | null } | { ok: false; error: string } {
  if (typed === undefined) return { ok: false, error: "parameter-open" };
  const text = typed.normalize("NFKC").trim();
  if (text === "") return { ok: true, value: null };
  if (description.kind === "choice")
    return description.choices.includes(text) ? { ok: true, value: text } : { ok: false, error: "choose" };
  const { min, max } = description;
  if (!/^\d+$/.test(text)) return { ok: false, error: "whole-number" };
  const value = Number(text);
  return value >= min && value <= max
    ? { ok: true, value }
    : { ok: false, error: `number-range:${min}:${max}` };
}
