import { readCsv } from "./read-csv.server.ts";
import { readXlsx } from "./read-xlsx.server.ts";
import { MAX_TABLE_BYTES, type TableRead } from "./table.ts";

const ZIP = [0x50, 0x4b];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * Reads a table that somebody uploaded. What it is, is judged by its content, never by its name. Rows without any text are
 * kept, so that row numbers are those that the spreadsheet shows.
 */
export async function readTable(bytes: Uint8Array): Promise<TableRead> {
  if (bytes.length === 0) return { ok: false, error: "table-empty" };
  if (bytes.length > MAX_TABLE_BYTES)
    return { ok: false, error: `table-too-large:${MAX_TABLE_BYTES / 1024 / 1024}` };
  const beginsWith = (signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (beginsWith(OLD_EXCEL)) return { ok: false, error: "table-old-excel" };
  if (UTF_16.some(beginsWith)) return { ok: false, error: "table-encoding" };
  const read = beginsWith(ZIP) ? await readXlsx(Buffer.from(bytes)) : readCsv(bytes);
  return read.ok ? checkHeader(read) : read;
}

/** A table has a header of different names and at least one row below it. */
function checkHeader(read: TableRead & { ok: true }): TableRead {
  const [header = [], ...rows] = read.table.rows;
  const names = header.map((name) => name.normalize("NFKC").replace(/\s+/g, " ").trim());
  if (names.every((name) => name === "")) return { ok: false, error: "table-empty" };
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
  if (twice !== undefined) return { ok: false, error: `table-duplicate-header:${twice}` };
  if (rows.every((row) => row.every((cell) => cell.trim() === "")))
    return { ok: false, error: "table-header-only" };
  return read;
}
