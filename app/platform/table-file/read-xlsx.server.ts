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

/**
 * Reads a sheet of a workbook (.xlsx), the first one unless `sheet` names another: what its cells show, as text; formulas
 * give their stored result.
 */
export async function readXlsx(
  bytes: Buffer,
  { sheet: wanted }: { sheet: string | null },
): Promise<TableRead> {
  const archive = unpackXml(bytes);
  if (!archive.ok)
    return {
      ok: false,
      error: archive.error === "too-large" ? "table-unpacks-too-large" : "table-not-a-table",
    };
  const sheets = listSheets(archive.parts);
  const at = wanted === null ? 0 : sheets.findIndex(({ name }) => name.trim() === wanted.trim());
  if (sheets.length > 0 && at < 0) {
    const names = sheets.map(({ name }) => name.replaceAll(":", " ")).slice(0, 20);
    return { ok: false, error: `table-no-sheet:${names.join("、")}` };
  }
  const xml = sheets[at]?.xml;
  if (!xml) return { ok: false, error: "table-not-a-table" };
  const scan = scanSheet(xml, archive.parts.get("xl/styles.xml")?.toString("utf8") ?? "");
  if (!scan.ok) return scan;
  let cells: unknown[][];
  try {
    cells = await readSheet<RawNumber>(new Uint8Array(bytes).buffer, at + 1, {
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
  const { formulas, merges, percents } = scan;
  const notes = { name: sheets[at]!.name, names: sheets.map(({ name }) => name), formulas, merges, percents };
  return { ok: true, table: { encoding: "xlsx", rows, sheet: notes } };
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

/** The sheets of the workbook in its order, with the XML of each (undefined where the file lacks it). */
function listSheets(parts: ReadonlyMap<string, Buffer>): { name: string; xml: string | undefined }[] {
  const workbook = parts.get("xl/workbook.xml")?.toString("utf8") ?? "";
  const links = parts.get("xl/_rels/workbook.xml.rels")?.toString("utf8") ?? "";
  const relations = [...links.matchAll(/<Relationship\b[^>]*>/g)].map(([text]) => text);
  return [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([sheet]) => {
    const id = /\b\w+:id="([^"]+)"/.exec(sheet)?.[1];
    const link = relations.find((text) => text.includes(`Id="${id}"`));
    const target = (link && /\bTarget="([^"]+)"/.exec(link)?.[1]) || "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const name = plainText(/\bname="([^"]*)"/.exec(sheet)?.[1] ?? "");
    return { name, xml: parts.get(path)?.toString("utf8") };
  });
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

function plainText(xml: string): string {
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity]!);
}
