import writeExcelFile from "write-excel-file/node";
import { guardFormula } from "./formula-guard.ts";

/** A cell: a text, a number, or nothing. Dates come as text, in the words that people read. */
export type SheetCell = string | number | null;

export type SheetTable = {
  /** The name on the tab: at most 31 characters, without signs that Excel refuses. */
  name: string;
  header: readonly string[];
  rows: readonly (readonly SheetCell[])[];
};

const HEADER = { fontWeight: "bold", backgroundColor: "#e8f1fe", wrap: true } as const;
const NARROWEST = 6;
const WIDEST = 50;

/**
 * A workbook (.xlsx) with one sheet for each table: a bold header that stays in sight, numbers as numbers, all texts as
 * text with the guard against formulas, columns as wide as their content.
 */
export async function writeXlsx(tables: readonly SheetTable[]): Promise<Buffer> {
  const sheets = tables.map(({ name, header, rows }) => ({
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: header.map((title, column) => ({
      width: widthOf([title, ...rows.map((row) => row[column] ?? null)]),
    })),
    data: [
      header.map((title) => ({ value: guardFormula(title), type: String, ...HEADER })),
      ...rows.map((row) => row.map(toCell)),
    ],
  }));
  return writeExcelFile(sheets).toBuffer();
}

function toCell(cell: SheetCell) {
  if (cell === null || cell === "") return null;
  if (typeof cell === "number") return { value: cell, type: Number };
  return { value: guardFormula(xmlText(cell)), type: String, wrap: cell.includes("\n") };
}

/** Control characters have no place in XML. */
function xmlText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "").toWellFormed();
}

/** Excel allows 31 characters and none of these signs. */
function sheetName(name: string): string {
  return [...name.replace(/[\\/?*[\]:']/g, " ")].slice(0, 31).join("") || "Sheet1";
}

/** In characters of the usual font; a full-width character takes two. */
function widthOf(cells: readonly SheetCell[]): number {
  const longest = cells.reduce<number>((most, cell) => {
    const lines = String(cell ?? "").split("\n");
    return Math.max(most, ...lines.map(textWidth));
  }, 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2;
  return width;
}

/** The headers of an answer that is saved as a workbook under a Japanese name. */
export function xlsxHeaders(file: { fileName: string; asciiName: string }): Record<string, string> {
  return {
    "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Content-Disposition": `attachment; filename="${file.asciiName}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
  };
}
