import { type CivilDate, civilDateOf } from "../../platform/calendar.ts";
import type { EmploymentState, PlacementKind, PlacementRoute, SchoolKind, SeparationKind } from "./rules.ts";

type Values = Record<string, string | string[]>;

/**
 * Where a person stands: a start to come, left, answered since the company was asked last, unanswered since then, or not
 * asked about yet. Unanswered is neither there nor gone.
 */
export const STANDINGS = ["ahead", "left", "answered", "unanswered", "notAsked"] as const;
export type PersonStanding = (typeof STANDINGS)[number];

/** `askedAt` is the moment of the newest question to the company; a record that was corrected is older than its row. */
export function standingOf(
  person: {
    startedOn: CivilDate;
    reportedAt: Date;
    isCorrection: boolean;
    hasLeft: boolean;
    answeredOn: CivilDate | null;
  },
  { today, askedAt }: { today: CivilDate; askedAt: Date | null },
): PersonStanding {
  const { startedOn, reportedAt, isCorrection, hasLeft, answeredOn } = person;
  if (hasLeft) return "left";
  if (startedOn > today) return "ahead";
  const askedOn = askedAt && civilDateOf(askedAt);
  if (answeredOn !== null && (askedOn === null || answeredOn >= askedOn)) return "answered";
  const isKnown = askedAt !== null && (isCorrection || reportedAt <= askedAt);
  if (isKnown && startedOn <= civilDateOf(askedAt)) return "unanswered";
  return answeredOn === null ? "notAsked" : "answered";
}

/** Somebody whom a company reported, without anything that leads to the person. */
export type ReportedPerson = {
  id: string;
  mark: string;
  kind: PlacementKind;
  graduationYear: number | null;
  schoolKind: SchoolKind | null;
  departmentName: string;
  placeOfWork: string;
  inJurisdiction: boolean;
  route: PlacementRoute | null;
  startedOn: CivilDate;
  reportedOn: CivilDate;
  standing: PersonStanding;
  left: { endedOn: CivilDate; kind: SeparationKind } | null;
  /** What the company said last, however long ago; null: it never said anything. */
  answer: { state: EmploymentState; asOf: CivilDate } | null;
};

/** The box that says: whoever has no answer of their own is still there. */
export const ALL_STILL = "all-still";

/** The most hires that one report takes; it begins with one row. */
export const MOST_ROWS = 20;

export const HIRE_FIELDS = [
  "mark",
  "kind",
  "graduationYear",
  "schoolKind",
  "departmentName",
  "placeOfWork",
  "startedOn",
  "route",
  "code",
] as const;
export type HireField = (typeof HIRE_FIELDS)[number];

/** The name of a field of the n-th row, counted from 0. */
export function hireField(row: number, field: HireField): string {
  return `hire-${row}-${field}`;
}

export type AnswerField = "state" | "endedOn" | "endKind";
export function answerField(placementId: string, field: AnswerField): string {
  return `${field}-${placementId}`;
}

/** The one text of a field; blank when it is missing. */
export const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
};

/** How many rows the form has; a strange number gives one. */
export function rowCount(values: Values): number {
  const rows = Number(textOf(values, "rows"));
  return Number.isInteger(rows) && rows >= 1 ? Math.min(rows, MOST_ROWS) : 1;
}

/** The box that leaves a row out although something is typed in it. */
export function dropField(row: number): string {
  return `hire-${row}-drop`;
}

/** True when nobody is told of in a row. The place of work alone tells nothing: the form fills it in. */
export function isBlankRow(values: Values, row: number): boolean {
  if (textOf(values, dropField(row)) === "yes") return true;
  return HIRE_FIELDS.every(
    (field) => field === "placeOfWork" || textOf(values, hireField(row, field)).trim() === "",
  );
}

/** The form without its blank rows: those that are left stand one after another, and are counted so. */
export function withoutBlankRows(values: Values): Values {
  const others = Object.entries(values).filter(([name]) => !/^hire-\d+-/.test(name));
  const kept = Array.from({ length: rowCount(values) }, (_, row) => row).filter(
    (row) => !isBlankRow(values, row),
  );
  const rows = kept.flatMap((row, at) =>
    HIRE_FIELDS.map((field) => [hireField(at, field), textOf(values, hireField(row, field))] as const),
  );
  return { ...Object.fromEntries([...others, ...rows]), rows: String(Math.max(kept.length, 1)) };
}

/** The form with an empty row after those that are filled in. */
export function withOneMoreRow(values: Values): Values {
  const filled = withoutBlankRows(values);
  const rows = isBlankRow(filled, 0) ? 1 : rowCount(filled) + 1;
  return { ...filled, rows: String(Math.min(rows, MOST_ROWS)) };
}
