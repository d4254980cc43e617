import type { Mapping } from "../table-imports/rules.ts";
import { FIELDS, headerKey } from "./fields.ts";
import { yearsOfHeaders } from "./period.rules.ts";
import type { FigureKind } from "./rules.ts";

/** Kinds whose tables may have one column for each fiscal year. */
export function mayBeWide(kind: FigureKind): boolean {
  return kind === "observations" || kind === "targets";
}

/** The assignment of a column to the figures of a fiscal year. */
export function yearField(year: number): string {
  return `year:${year}`;
}

export function yearOfField(field: string): number | null {
  const year = /^year:(\d{4})$/.exec(field)?.[1];
  return year === undefined ? null : Number(year);
}

/** Columns of a yearly table that hold something else than what is imported. */
const NOT_WANTED: Partial<Record<FigureKind, RegExp>> = {
  observations: /目標|計画|達成率|増減|前年比|比較|差/,
  targets: /実績|見込|達成率|増減|前年比|比較|差/,
};

/** The assignment that the headers suggest. Of two columns for one field the one with its own name wins. */
export function proposeMapping(kind: FigureKind, headers: readonly string[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Map<string, { header: string; isOwn: boolean }>();
  const years = mayBeWide(kind) ? yearsOfHeaders(headers) : [];
  for (const [at, header] of headers.entries()) {
    const year = years[at] ?? null;
    const found =
      year !== null && !NOT_WANTED[kind]?.test(header)
        ? { field: yearField(year), isOwn: true }
        : fieldOf(kind, header);
    if (!found) continue;
    const before = taken.get(found.field);
    if (before && (before.isOwn || !found.isOwn)) continue;
    if (before) delete mapping[before.header];
    mapping[header] = found.field;
    taken.set(found.field, { header, isOwn: found.isOwn });
  }
  return withoutBothForms(mapping);
}

/** A table with a column for each year has no column for the value, and the other way round. */
function withoutBothForms(mapping: Mapping): Mapping {
  const fields = Object.values(mapping);
  const isWide = fields.filter((field) => yearOfField(field) !== null).length > 1;
  const isLong = fields.includes("value") && fields.includes("fiscalYear");
  return Object.fromEntries(
    Object.entries(mapping).filter(([, field]) => {
      if (isLong) return yearOfField(field) === null;
      return !(
        isWide && ["value", "fiscalYear", "missingReason", "numerator", "denominator"].includes(field)
      );
    }),
  );
}

function fieldOf(kind: FigureKind, header: string): { field: string; isOwn: boolean } | null {
  const key = headerKey(header);
  for (const { field, header: own } of FIELDS[kind])
    if (headerKey(own) === key) return { field, isOwn: true };
  for (const { field, also = [] } of FIELDS[kind])
    if (also.some((name) => headerKey(name) === key)) return { field, isOwn: false };
  return null;
}

const NEEDED: Readonly<Record<FigureKind, readonly string[]>> = {
  observations: [],
  targets: [],
  schoolOutcomes: [
    "school",
    "graduates",
    "placedLocal",
    "placedPrefecture",
    "placedOutside",
    "furtherStudy",
    "other",
    "unknown",
  ],
  supportReports: ["month", "consultations", "newRegistrations"],
  subsidyGrants: ["people", "decidedOn"],
  placements: ["personNumber", "startedOn", "inJurisdiction"],
};

/** What is wrong with an assignment; null when it can be used. `header` is the column to look at. */
export function mappingProblem(
  kind: FigureKind,
  mapping: Mapping,
  typed: { hasFiscalYear: boolean },
): { code: string; header: string } | null {
  const seen = new Set<string>();
  for (const [header, field] of Object.entries(mapping)) {
    if (seen.has(field)) return { code: "import-field-twice", header };
    seen.add(field);
  }
  const lacking = NEEDED[kind].find((field) => !seen.has(field));
  if (lacking) return { code: `figure-column-needed:${fieldHeader(kind, lacking)}`, header: "" };
  if (!mayBeWide(kind)) return null;
  if (!seen.has("indicatorId") && !seen.has("indicatorName") && !seen.has("nodeCode"))
    return { code: "figure-indicator-column", header: "" };
  const isWide = [...seen].some((field) => yearOfField(field) !== null);
  const isLong = seen.has("value") || seen.has("text") || seen.has("missingReason") || seen.has("numerator");
  if (isWide && (seen.has("value") || seen.has("numerator")))
    return { code: "figure-both-forms", header: "" };
  if (!isWide && !isLong) return { code: "figure-value-column", header: "" };
  return isLong && !isWide && !seen.has("fiscalYear") && !typed.hasFiscalYear
    ? { code: "figure-year-column", header: "" }
    : null;
}

/** The header under which a field is published. */
export function fieldHeader(kind: FigureKind, field: string): string {
  return FIELDS[kind].find((known) => known.field === field)?.header ?? field;
}

/** What is left of a stored or typed assignment: known fields of columns that the file has. */
export function knownMapping(kind: FigureKind, stored: unknown, headers: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const header of headers) {
    const field = (Object(stored) as Record<string, unknown>)[header];
    if (typeof field !== "string") continue;
    const isKnown = FIELDS[kind].some((known) => known.field === field);
    if (isKnown || (mayBeWide(kind) && yearOfField(field) !== null)) mapping[header] = field;
  }
  return mapping;
}

/** How many columns the headers tell apart; what the search for the header row goes by. */
export function countKnown(kind: FigureKind, headers: string[]): number {
  return Object.keys(proposeMapping(kind, headers)).length;
}
