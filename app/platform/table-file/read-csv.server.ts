import { CsvError, type Options, parse } from "csv-parse/sync";
import { decodeCp932 } from "./cp932.server.ts";
import { unguardFormula } from "./formula-guard.ts";
import { type CsvEncoding, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, type TableRead } from "./table.ts";

/** Reads a CSV or tab-separated file: UTF-8 with or without a byte order mark, otherwise CP932; UTF-16 is refused. */
export function readCsv(bytes: Uint8Array): TableRead {
  const decoded = decode(bytes);
  if (!decoded) return { ok: false, error: "table-encoding" };
  if (isBinary(decoded.text)) return { ok: false, error: "table-not-a-table" };
  const rows = parseRows(decoded.text);
  if (!Array.isArray(rows)) return { ok: false, error: rows.error };
  if (rows.length - 1 > MAX_TABLE_ROWS) return { ok: false, error: `table-too-many-rows:${MAX_TABLE_ROWS}` };
  if (rows.some((row) => row.length > MAX_TABLE_COLUMNS))
    return { ok: false, error: `table-too-many-columns:${MAX_TABLE_COLUMNS}` };
  return {
    ok: true,
    table: { encoding: decoded.encoding, rows: rows.map((row) => row.map(unguardFormula)) },
  };
}

function decode(bytes: Uint8Array): { text: string; encoding: CsvEncoding } | null {
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

function parseRows(text: string): string[][] | { error: string } {
  const firstLine = /^[^\r\n]*/.exec(text)![0];
  const options: Options = {
    delimiter: firstLine.includes("\t") && !firstLine.includes(",") ? "\t" : ",",
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
