import { WITHDRAWN } from "../indicators/rules.ts";
import { FIELDS } from "./fields.ts";
import { fieldHeader } from "./mapping.ts";
import type { FigureKind } from "./rules.ts";

/** What a row of the table that takes an import back says, by field; other fields are blank. */
export type WithdrawalRow = Record<string, string>;

/** A record of the import with the one that stood before it; `isStanding` is false where another took its place since. */
export type Restorable<Row> = { record: Row; before: Row | null; isStanding: boolean };

/**
 * Pairs the records of an import with what stood before them. `rows` are all of their subjects in the order in which they
 * were recorded: of several about one subject the last one stands.
 */
export function restorables<Row extends { importId: string | null }>(
  rows: readonly Row[],
  { importId, subjectOf }: { importId: string; subjectOf: (row: Row) => string },
): Restorable<Row>[] {
  const bySubject = Map.groupBy(rows, subjectOf);
  return [...bySubject.values()].flatMap((about) => {
    const at = about.findIndex((row) => row.importId === importId);
    if (at < 0) return [];
    return [{ record: about[at]!, before: about[at - 1] ?? null, isStanding: at === about.length - 1 }];
  });
}

type Observed = {
  indicatorId: string;
  fiscalYear: number;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  unknownCount: string | null;
  missingReason: string | null;
  status: string;
  source: string;
  asOf: string;
  area: string;
};

const STATES: Readonly<Record<string, string>> = {
  provisional: "速報",
  estimated: "推計",
};

/** A figure as it stood before, or the statement that there is none. */
export function observationRow(record: Observed, before: Observed | null): WithdrawalRow {
  const { indicatorId, fiscalYear, asOf, area } = record;
  const subject = { indicatorId, fiscalYear: String(fiscalYear), asOf, area };
  if (!before) return { ...subject, missingReason: WITHDRAWN };
  return {
    ...subject,
    value: before.value ?? "",
    missingReason: before.missingReason ?? "",
    numerator: before.numerator ?? "",
    denominator: before.denominator ?? "",
    unknownCount: before.unknownCount ?? "",
    status: STATES[before.status] ?? "確報",
    source: before.source,
  };
}

export function targetRow(
  record: { indicatorId: string; fiscalYear: number },
  before: { value: string | null; text: string | null } | null,
): WithdrawalRow {
  const value = before?.value ?? (before?.text ? "" : "-");
  return {
    indicatorId: record.indicatorId,
    fiscalYear: String(record.fiscalYear),
    value,
    text: before?.text ?? "",
  };
}

/** The table of rows under the headers of the kind, with the assignment of its columns. */
export function withdrawalTable(kind: FigureKind, rows: readonly WithdrawalRow[]) {
  const fields = FIELDS[kind].map(({ field }) => field);
  return {
    cells: [
      fields.map((field) => fieldHeader(kind, field)),
      ...rows.map((row) => fields.map((field) => row[field] ?? "")),
    ],
    mapping: Object.fromEntries(fields.map((field) => [fieldHeader(kind, field), field])),
  };
}
