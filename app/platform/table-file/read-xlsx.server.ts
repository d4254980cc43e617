import { readSheet } from "read-excel-file/universal";
import { cellName, type TableRead } from "./table.ts";
import { unpackXml } from "./xlsx-archive.server.ts";
import { plainNumber, scanSheet } from "./xlsx-scan.ts";

/** A number as the file holds it, not yet read. */
class RawNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Reads the first sheet of a workbook (.xlsx): what its cells show, as text; formulas give their stored result. */
export async function readXlsx(bytes: Buffer): Promise<TableRead> {
  const archive = unpackXml(bytes);
  if (!archive.ok)
    return {
      ok: false,
      error: archive.error === "too-large" ? "table-unpacks-too-large" : "table-not-a-table",
    };
  const sheet = findFirstSheet(archive.parts);
  if (!sheet) return { ok: false, error: "table-not-a-table" };
  const scan = scanSheet(sheet, archive.parts.get("xl/styles.xml")?.toString("utf8") ?? "");
  if (!scan.ok) return scan;
  let cells: unknown[][];
  try {
    cells = await readSheet<RawNumber>(new Uint8Array(bytes).buffer, {
      trim: false,
      parseNumber: (text) => new RawNumber(text),
    });
  } catch {
    return { ok: false, error: "table-not-a-table" };
  }
  const rows: string[][] = [];
  for (const [row, values] of cells.entries()) {
    const texts: string[] = [];
    for (const [column, value] of values.entries()) {
      const cell = cellName(row, column);
      const text = cellText(value, scan.widths.get(cell));
      if (text === null) return { ok: false, error: `table-precision:${cell}` };
      texts.push(text);
    }
    rows.push(texts);
  }
  return { ok: true, table: { encoding: "xlsx", rows } };
}

/** The text of a cell; null for a number whose digits were lost. */
function cellText(value: unknown, width = 0): string | null {
  if (value === null || value === undefined) return "";
  if (value instanceof RawNumber) return plainNumber(value.text, width);
  // Excel knows no time zone: what it shows is what the date says in UTC.
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$|\.000Z$/, "")
      .replace("T", " ");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
}

/** The XML of the sheet that stands first in the workbook. */
function findFirstSheet(parts: ReadonlyMap<string, Buffer>): string | null {
  const workbook = parts.get("xl/workbook.xml")?.toString("utf8") ?? "";
  const links = parts.get("xl/_rels/workbook.xml.rels")?.toString("utf8") ?? "";
  const first = /<sheet\b[^>]*>/.exec(workbook)?.[0] ?? "";
  const id = /\b\w+:id="([^"]+)"/.exec(first)?.[1];
  const link = [...links.matchAll(/<Relationship\b[^>]*>/g)].find(([text]) =>
    text.includes(`Id="${id}"`),
  )?.[0];
  const target = link && /\bTarget="([^"]+)"/.exec(link)?.[1];
  if (!target) return null;
  return parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`)?.toString("utf8") ?? null;
}
