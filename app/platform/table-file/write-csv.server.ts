import { stringify } from "csv-stringify/sync";
import { encodeCp932, findUnmappable, toWindowsForms } from "./cp932.server.ts";
import { guardFormula } from "./formula-guard.ts";
import type { CsvEncoding } from "./table.ts";

/** A cell that an encoding cannot hold. `row` counts the header as 1, as spreadsheets do. */
export type UnmappableCell = { row: number; column: number; header: string; character: string };

const BOM = "\uFEFF";

/** The bytes of rows; the first call of a file passes `first`, which puts the byte order mark before UTF-8. */
export function encodeRows(
  rows: readonly (readonly string[])[],
  encoding: CsvEncoding,
  { first }: { first: boolean },
): Buffer {
  // Before the guard: a minus sign of JIS becomes the full-width one that spreadsheets take for a formula.
  const form = encoding === "cp932" ? toWindowsForms : (text: string) => text;
  const text = stringify(
    rows.map((row) => row.map((cell) => guardFormula(form(cell)))),
    { record_delimiter: "\r\n", quoted_match: /[\r\n]|^\s|\s$/ },
  );
  if (encoding === "cp932") return encodeCp932(text);
  return Buffer.from(`${first ? BOM : ""}${text}`, "utf8");
}

/** The cells of rows that CP932 cannot hold, at most `limit`. `firstRow` is the row number of the first one. */
export function findUnmappableCells(
  rows: readonly (readonly string[])[],
  { header, firstRow, limit }: { header: readonly string[]; firstRow: number; limit: number },
): UnmappableCell[] {
  const found: UnmappableCell[] = [];
  for (const [index, row] of rows.entries())
    for (const [column, cell] of row.entries()) {
      if (found.length >= limit) return found;
      const character = findUnmappable(cell);
      if (character !== null)
        found.push({ row: firstRow + index, column, header: header[column] ?? "", character });
    }
  return found;
}

export type CsvFile = { ok: true; bytes: Buffer } | { ok: false; cells: UnmappableCell[] };

const MOST_CELLS_NAMED = 20;

/** A whole file, or the cells that make it impossible in this encoding. For tables that fit the memory. */
export function writeCsv(rows: readonly (readonly string[])[], encoding: CsvEncoding): CsvFile {
  if (encoding === "cp932") {
    const cells = findUnmappableCells(rows, { header: rows[0] ?? [], firstRow: 1, limit: MOST_CELLS_NAMED });
    if (cells.length > 0) return { ok: false, cells };
  }
  return { ok: true, bytes: encodeRows(rows, encoding, { first: true }) };
}
