import { readCsv } from "./read-csv.server.ts";
import { readXlsx } from "./read-xlsx.server.ts";
import { MAX_TABLE_BYTES, type TableRead } from "./table.ts";

const ZIP = [0x50, 0x4b];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

// The name of the part that holds the encrypted workbook, as the old container writes it.
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

/**
 * Reads a table that somebody uploaded: one row of headers of different names, rows below. What it is, is judged by its
 * content, never by its name. Rows without any text are kept, so that row numbers are those that the spreadsheet shows.
 */
export async function readTable(bytes: Uint8Array): Promise<TableRead> {
  const read = await readCells(bytes);
  return read.ok ? checkHeader(read) : read;
}

/**
 * Reads the cells of a file as they stand, wherever its headers are. `sheet` names the sheet of a workbook, otherwise the
 * first one is read.
 */
export async function readCells(
  bytes: Uint8Array,
  { sheet = null }: { sheet?: string | null } = {},
): Promise<TableRead> {
  if (bytes.length === 0) return { ok: false, error: "table-empty" };
  if (bytes.length > MAX_TABLE_BYTES)
    return { ok: false, error: `table-too-large:${MAX_TABLE_BYTES / 1024 / 1024}` };
  const beginsWith = (signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (beginsWith(OLD_EXCEL)) {
    const isEncrypted = Buffer.from(bytes).includes(ENCRYPTED);
    return { ok: false, error: isEncrypted ? "table-password" : "table-old-excel" };
  }
  if (UTF_16.some(beginsWith)) return { ok: false, error: "table-encoding" };
  return beginsWith(ZIP) ? readXlsx(Buffer.from(bytes), { sheet }) : readCsv(bytes);
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
