import { CsvError, type Options, parse } from "csv-parse/sync";
import { decodeCp932 } from "./cp932.server.ts";
import { unguardFormula } from "./formula-guard.ts";
import {
  MAX_TABLE_CELLS,
  MAX_TABLE_COLUMNS,
  MAX_TABLE_ROWS,
  type TableEncoding,
  type TableRead,
} from "./table.ts";

/**
 * Reads a file with values separated by commas, tabs or semicolons: UTF-8 with or without a byte order mark, UTF-16 with
 * one (Excel's Unicode text), otherwise CP932.
 */
export function readCsv(bytes: Uint8Array): TableRead {
  const decoded = decode(bytes);
  if (!decoded) return { ok: false, error: "table-encoding" };
  if (/^\s*<(!doctype|html|table|\?xml)\b/i.test(decoded.text)) return { ok: false, error: "table-web-page" };
  if (isBinary(decoded.text)) return { ok: false, error: "table-not-a-table" };
  const rows = parseRows(decoded.text);
  if (!Array.isArray(rows)) return { ok: false, error: rows.error };
  if (rows.length - 1 > MAX_TABLE_ROWS) return { ok: false, error: `table-too-many-rows:${MAX_TABLE_ROWS}` };
  if (rows.some((row) => row.length > MAX_TABLE_COLUMNS))
    return { ok: false, error: `table-too-many-columns:${MAX_TABLE_COLUMNS}` };
  if (rows.reduce((sum, row) => sum + row.length, 0) > MAX_TABLE_CELLS)
    return { ok: false, error: `table-too-many-cells:${MAX_TABLE_CELLS}` };
  return {
    ok: true,
    table: { encoding: decoded.encoding, rows: rows.map((row) => row.map(unguardFormula)) },
  };
}

function decode(bytes: Uint8Array): { text: string; encoding: TableEncoding } | null {
  const utf16 = [
    [0xff, 0xfe, "utf-16le"],
    [0xfe, 0xff, "utf-16be"],
  ] as const;
  const marked = utf16.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  try {
    if (marked)
      return { text: new TextDecoder(marked[2], { fatal: true }).decode(bytes), encoding: "utf-16" };
  } catch {
    return null;
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const text = decodeCp932(bytes);
    return text === null ? null : { text, encoding: "cp932" };
  }
}

/** Text has no control characters but tabs and line ends. */
function isBinary(text: string): boolean {
  return /[^\P{Cc}\t\r\n\u0080-\u009f]/u.test(text.slice(0, 100_000)) || text.includes("\0");
}

const LINES_LOOKED_AT = 50;

/**
 * What divides the values: of comma, tab and semicolon the one that stands in the same number in the most of the first
 * lines, so that a title above the table or a comma inside of numbers decides nothing.
 */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .replace(/"[^"]*"/g, "")
    .split(/\r\n|\r|\n/)
    .slice(0, LINES_LOOKED_AT);
  const agreeing = (delimiter: string) => {
    const lengths = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(delimiter).length - 1;
      if (count > 0) lengths.set(count, (lengths.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...lengths.values());
  };
  const [comma, tab, semicolon] = [",", "\t", ";"].map(agreeing) as [number, number, number];
  if (tab > 0 && tab >= comma) return "\t";
  return semicolon > comma ? ";" : ",";
}

function parseRows(text: string): string[][] | { error: string } {
  const options: Options = {
    delimiter: findDelimiter(text),
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    // One more than is allowed, so that a longer file is noticed and never held whole.
    to: MAX_TABLE_ROWS + 2,
    max_record_size: 1_000_000,
  };
  try {
    return parse(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error["lines"];
    return { error: `table-quotes:${typeof line === "number" ? line : 1}` };
  }
}
