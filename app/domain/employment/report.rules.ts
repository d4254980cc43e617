import type { CivilDate } from "../../platform/calendar.ts";
import type { EmploymentState, PlacementKind, PlacementRoute, SchoolKind, SeparationKind } from "./rules.ts";

type Values = Record<string, string | string[]>;

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
  /** A firm start that has not come yet. */
  isAhead: boolean;
  left: { endedOn: CivilDate; kind: SeparationKind } | null;
  /** What the company said last; null: it was not asked or did not answer. */
  answer: { state: EmploymentState; asOf: CivilDate } | null;
};

/** Rows that a report begins with, and the most that one report takes. */
export const FIRST_ROWS = 2;
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

/** How many rows the form has; a strange number gives the usual two. */
export function rowCount(values: Values): number {
  const rows = Number(textOf(values, "rows"));
  return Number.isInteger(rows) && rows >= FIRST_ROWS ? Math.min(rows, MOST_ROWS) : FIRST_ROWS;
}

/** The form with one more empty row, with everything that was typed. */
export function withOneMoreRow(values: Values): Values {
  return { ...values, rows: String(Math.min(rowCount(values) + 1, MOST_ROWS)) };
}
