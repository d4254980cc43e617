import { readCsv } from "./read-csv.server.ts";
import { readXlsx } from "./read-xlsx.server.ts";
import { MAX_TABLE_BYTES, type TableRead } from "./table.ts";

const ZIP = [0x50, 0x4b];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

// The name of the part that holds the encrypted workbook, as the old container writes it.
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
// How an archive of OpenDocument begins, behind the header of its first entry.
const OPEN_DOCUMENT = Buffer.from("mimetypeapplication/vnd.oasis.opendocument");

/**
 * Reads the cells of a file as they stand, wherever its headers are. What it is, is judged by its content, never by its
 * name. `sheet` names the sheet of a workbook, otherwise the first one that is shown is read.
 */
export async function readBytes(bytes: Uint8Array, { sheet }: { sheet: string | null }): Promise<TableRead> {
  if (bytes.length === 0) return { ok: false, error: "table-empty" };
  if (bytes.length > MAX_TABLE_BYTES)
    return { ok: false, error: `table-too-large:${MAX_TABLE_BYTES / 1024 / 1024}` };
  const beginsWith = (signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (beginsWith(OLD_EXCEL)) {
    const isEncrypted = Buffer.from(bytes).includes(ENCRYPTED);
    return { ok: false, error: isEncrypted ? "table-password" : "table-old-excel" };
  }
  if (beginsWith(PDF)) return { ok: false, error: "table-pdf" };
  if (beginsWith(ZIP) && Buffer.from(bytes.subarray(0, 200)).includes(OPEN_DOCUMENT))
    return { ok: false, error: "table-open-document" };
  return beginsWith(ZIP) ? readXlsx(Buffer.from(bytes), { sheet }) : readCsv(bytes);
}
