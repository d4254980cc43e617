import { readSheet } from "read-excel-file/universal";
import { cellName, MAX_TABLE_CELLS, type TableRead } from "./table.ts";
import { unpackXml } from "./xlsx-archive.server.ts";
import type { Shown } from "./xlsx-formats.ts";
import { plainNumber, plainText, scanSheet } from "./xlsx-scan.ts";

/** A number as the file holds it, not yet read. */
class RawNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Reads a sheet of a workbook (.xlsx), the first one that is shown unless `sheet` names another: what its cells show, as
 * text; formulas give their stored result.
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
  const first = Math.max(
    0,
    sheets.findIndex(({ isHidden }) => !isHidden),
  );
  const at = wanted === null ? first : sheets.findIndex(({ name }) => name.trim() === wanted.trim());
  if (sheets.length > 0 && at < 0) {
    const names = sheets.map(({ name }) => name.replaceAll(":", " ")).slice(0, 20);
    return { ok: false, error: `table-no-sheet:${names.join("、")}` };
  }
  const xml = sheets[at]?.xml;
  if (!xml) return { ok: false, error: "table-not-a-table" };
  const part = (name: string) => archive.parts.get(name)?.toString("utf8") ?? "";
  const scan = scanSheet(xml, {
    styles: part("xl/styles.xml"),
    sharedStrings: part("xl/sharedStrings.xml"),
  });
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
  const epoch = /<workbookPr\b[^>]*\bdate1904="(1|true)"/.test(part("xl/workbook.xml")) ? 1904 : 1900;
  const rows: string[][] = [];
  let count = 0;
  for (const [row, values] of cells.entries()) {
    const texts: string[] = [];
    for (const [column, value] of values.entries()) {
      const cell = cellName(row, column);
      const text = scan.raised.get(cell) ?? cellText(value, { shown: scan.shown.get(cell), epoch });
      if (text === null) return { ok: false, error: `table-precision:${cell}` };
      texts.push(text);
    }
    while (texts.length > 1 && texts.at(-1) === "") texts.pop();
    count += texts.length;
    if (count > MAX_TABLE_CELLS) return { ok: false, error: `table-too-many-cells:${MAX_TABLE_CELLS}` };
    rows.push(texts);
  }
  const notes = { name: sheets[at]!.name, names: sheets.map(({ name }) => name), ...scan.notes };
  return { ok: true, table: { encoding: "xlsx", rows, sheet: notes } };
}

/** The text of a cell; null for a number whose digits were lost. */
function cellText(
  value: unknown,
  { shown, epoch }: { shown: Shown | undefined; epoch: number },
): string | null {
  if (value === null || value === undefined) return "";
  if (value instanceof RawNumber) return numberText(value.text, { shown, epoch });
  // Excel knows no time zone: what it shows is what the date says in UTC.
  if (value instanceof Date)
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$|\.000Z$/, "")
      .replace("T", " ");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
}

const DAY = 86_400_000;

/** A number as it is shown: as a day where the library does not know the format (eras), in the format's thousands. */
function numberText(
  raw: string,
  { shown, epoch }: { shown: Shown | undefined; epoch: number },
): string | null {
  if (shown?.isDate && /^\d{1,6}(\.0+)?$/.test(raw)) {
    const start = epoch === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    return new Date(start + Number(raw) * DAY).toISOString().slice(0, 10);
  }
  const plain = plainNumber(raw, shown?.width);
  return plain === null || !shown?.thousands ? plain : plainNumber(`${plain}E-${shown.thousands * 3}`);
}

type Sheet = { name: string; isHidden: boolean; xml: string | undefined };

/** The sheets of the workbook in its order, with the XML of each (undefined where the file lacks it). */
function listSheets(parts: ReadonlyMap<string, Buffer>): Sheet[] {
  const workbook = parts.get("xl/workbook.xml")?.toString("utf8") ?? "";
  const links = parts.get("xl/_rels/workbook.xml.rels")?.toString("utf8") ?? "";
  const relations = [...links.matchAll(/<Relationship\b[^>]*>/g)].map(([text]) => text);
  return [...workbook.matchAll(/<sheet\b[^>]*>/g)].map(([sheet]) => {
    const id = /\b\w+:id="([^"]+)"/.exec(sheet)?.[1];
    const link = relations.find((text) => text.includes(`Id="${id}"`));
    const target = (link && /\bTarget="([^"]+)"/.exec(link)?.[1]) || "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    const name = plainText(/\bname="([^"]*)"/.exec(sheet)?.[1] ?? "");
    const isHidden = /\bstate="(hidden|veryHidden)"/.test(sheet);
    return { name, isHidden, xml: parts.get(path)?.toString("utf8") };
  });
}
