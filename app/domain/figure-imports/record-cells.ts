import type { CellError } from "../table-imports/rules.ts";
import { readFigure } from "./cell.rules.ts";
import { nameKey } from "./indicator-lookup.ts";
import type { ReadRow } from "./row-reader.ts";
import { type CellOutcome, type PlannedCell, type PlannedRow, rowOutcome } from "./rules.ts";

/** A field of a record as it was and as the file has it, in words. */
export type FieldPair = { field: string; column: string; before: string; after: string };

type Counts<Field extends string> = { values: Record<Field, number>; errors: CellError[]; remarks: string[] };

/**
 * The whole numbers of a row. A count that is missing is no 0: a blank, a dash or an x is refused, because the records
 * hold a number for each.
 */
export function readCounts<Field extends string>(
  row: ReadRow,
  fields: readonly { field: Field; unit: string }[],
): Counts<Field> {
  const values = {} as Record<Field, number>;
  const errors: CellError[] = [];
  const remarks: string[] = [];
  for (const { field, unit } of fields) {
    const { text, column, isFormula, remarks: shown } = row.cell(field);
    const read = readFigure(text, { unit });
    if (read.is === "blank") errors.push({ column, code: "figure-count-blank" });
    else if (read.is === "missing") errors.push({ column, code: `figure-count-missing:${read.words}` });
    else if (read.is === "refused") errors.push({ column, code: read.code });
    else if (read.value.startsWith("-")) errors.push({ column, code: "figure-negative" });
    else if (!/^\d{1,7}$/.test(read.value)) errors.push({ column, code: "whole-number" });
    else {
      values[field] = Number(read.value);
      if (isFormula) remarks.push("figure-formula");
      if (read.noteMark) remarks.push(`figure-note-mark:${read.noteMark}`);
      remarks.push(...shown);
    }
  }
  return { values, errors, remarks: [...new Set(remarks)] };
}

/** The outcome of a record against the one that stands: new, the same, or a correction that needs a note. */
export function compareRecord(
  pairs: readonly FieldPair[],
  { exists, note }: { exists: boolean; note: string },
): { ok: true; outcome: CellOutcome; pairs: FieldPair[] } | { ok: false; column: string; code: string } {
  if (!exists) return { ok: true, outcome: "create", pairs: [...pairs] };
  const changed = pairs.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return { ok: true, outcome: "same", pairs: pairs.slice(0, 1) };
  if (note === "") return { ok: false, column: changed[0]!.column, code: "figure-note" };
  return { ok: true, outcome: "change", pairs: changed };
}

/** Whether a row takes its record back; null for words that say neither. */
export function readVoid(row: ReadRow): boolean | null {
  const plain = row.cell("isVoid").text.normalize("NFKC").trim();
  if (plain === "") return false;
  return /^([○〇◯✓]|はい|yes|1|取消|取り消し|取消し)$/i.test(plain) ? true : null;
}

/**
 * A row that takes the standing record back, with the reason in its note. What was recorded stays readable as what was
 * known until now.
 */
export function voidRow<Write>(
  row: ReadRow,
  about: {
    subject: string;
    field: string;
    before: string | null;
    after: string;
    note: string;
    errors: readonly CellError[];
    write: Write;
    isLeftOut: boolean;
  },
): PlannedRow<Write> {
  const { field, before, after, note, subject, write, isLeftOut } = about;
  const { column } = row.cell("isVoid");
  const errors = [...about.errors];
  if (before === null) errors.push({ column, code: "figure-void-none" });
  else if (note === "") errors.push({ column, code: "figure-note" });
  const pairs = [{ field, column, before: before ?? "", after }];
  return recordRow(row, { subject, pairs, outcome: "change", errors, write, isLeftOut });
}

/** A planned row of one record; a record that is wrong in one cell is not recorded at all. */
export function recordRow<Write>(
  row: ReadRow,
  {
    subject,
    pairs,
    outcome,
    errors,
    remarks = [],
    write,
    isLeftOut,
  }: {
    subject: string;
    pairs: readonly FieldPair[];
    outcome: CellOutcome;
    errors: readonly CellError[];
    remarks?: string[];
    write: Write;
    isLeftOut: boolean;
  },
): PlannedRow<Write> {
  if (errors.length > 0) return refusedRow(row, { errors, isLeftOut });
  const cells: PlannedCell[] = pairs.map((pair, at) => ({
    subject,
    ...pair,
    outcome,
    remarks: at === 0 ? remarks : [],
  }));
  return {
    number: row.number,
    outcome: rowOutcome({ cells, errors, isLeftOut }),
    cells,
    errors: [],
    blanks: 0,
    writes: outcome === "same" ? [] : [write],
  };
}

/** A row that is recorded in no part, because something in it is wrong. */
export function refusedRow<Write>(
  row: ReadRow,
  { errors, isLeftOut }: { errors: readonly CellError[]; isLeftOut: boolean },
): PlannedRow<Write> {
  return {
    number: row.number,
    outcome: rowOutcome({ cells: [], errors, isLeftOut }),
    cells: [],
    errors: errors.map(({ column, code }) => ({ column, code })),
    blanks: 0,
    writes: [],
  };
}

/** A line without anything to record: empty, or a note below the table. */
export function asideRow<Write>(row: ReadRow): PlannedRow<Write> {
  return { number: row.number, outcome: "blank", cells: [], errors: [], blanks: 0, writes: [] };
}

type Named = { id: string; name: string };

/** The one thing that a cell names by its id or exact name; a code says why there is none. */
export function findNamed<Thing extends Named>(
  things: readonly Thing[],
  text: string,
  codes: { none: string; several: string },
): { ok: true; thing: Thing } | { ok: false; code: string } {
  const key = nameKey(text);
  const found = things.filter(({ id, name }) => id === text.trim() || nameKey(name) === key);
  if (found.length > 1) return { ok: false, code: codes.several };
  return found[0] ? { ok: true, thing: found[0] } : { ok: false, code: codes.none };
}
