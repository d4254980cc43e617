import { COLUMN_FIELDS, type ColumnField, COMPANY_COLUMNS, headerKey } from "../companies/table-columns.ts";
import type { Mapping } from "./rules.ts";

const FIELD_OF_KEY: ReadonlyMap<string, ColumnField> = new Map(
  COMPANY_COLUMNS.toReversed().flatMap(({ field, header, also }) =>
    [...also, header].map((name) => [headerKey(name), field] as const),
  ),
);

/** Columns that name persons: their cells are not even stored. A department or a desk is no person. */
const PERSON = /代表者|担当者|氏名|社長|役員名|責任者|個人名|メール|mail/i;

export function isPersonColumn(header: string): boolean {
  return PERSON.test(headerKey(header)) && !FIELD_OF_KEY.has(headerKey(header));
}

/** The assignment of columns that their names suggest. Of two columns for one field the one with its own name wins. */
export function proposeMapping(headers: readonly string[]): Mapping {
  const mapping: Mapping = {};
  const taken = new Map<string, string>();
  for (const header of headers) {
    const field = FIELD_OF_KEY.get(headerKey(header));
    if (!field) continue;
    const before = taken.get(field);
    const isOwnName = COMPANY_COLUMNS.some(
      (column) => column.field === field && headerKey(column.header) === headerKey(header),
    );
    if (before !== undefined && !isOwnName) continue;
    if (before !== undefined) delete mapping[before];
    mapping[header] = field;
    taken.set(field, header);
  }
  return mapping;
}

export type MappingProblem = "import-name-column" | "import-field-twice";

/** What is wrong with an assignment; null when it can be used. `header` is the column to look at. */
export function mappingProblem(mapping: Mapping): { code: MappingProblem; header: string } | null {
  const seen = new Set<string>();
  for (const [header, field] of Object.entries(mapping)) {
    if (seen.has(field)) return { code: "import-field-twice", header };
    seen.add(field);
  }
  return seen.has("name") ? null : { code: "import-name-column", header: "" };
}

/** What is left of a stored or typed assignment: known fields of columns that the file has. */
export function knownMapping(stored: unknown, headers: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const header of headers) {
    const field = (Object(stored) as Record<string, unknown>)[header];
    if (typeof field === "string" && (COLUMN_FIELDS as readonly string[]).includes(field))
      mapping[header] = field;
  }
  return mapping;
}
