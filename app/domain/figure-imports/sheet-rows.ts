import { cellName, columnIndex, type Table } from "#app/platform/table-file/table.ts";
import { isPersonColumn } from "./fields.ts";
import type { Layout } from "./layout.rules.ts";
import type { SheetRow } from "./row-reader.ts";
import type { FigureKind } from "./rules.ts";
import { plainDigits, readDigits, shift } from "./unit.rules.ts";

/** The rows with text, numbered as in the file, as the sheet shows their numbers: in percent, with the format's unit. */
export function sheetRows({ rows, sheet }: Table): SheetRow[] {
  const percents = new Set(sheet?.percents);
  const formulas = new Set(sheet?.formulas);
  const shownAs = new Map([
    ...(sheet?.scaled ?? []).map((cell): [string, string] => [cell, "figure-shown-scaled"]),
    ...(sheet?.hiddenZeros ?? []).map((cell): [string, string] => [cell, "figure-shown-as-dash"]),
  ]);
  return rows
    .map((texts, row) => {
      const line: SheetRow = { number: row + 1, texts: [], formulas: [], shown: [] };
      for (const [column, text] of texts.entries()) {
        const cell = cellName(row, column);
        const clean = text.replaceAll("\0", "").toWellFormed();
        line.texts.push(`${percents.has(cell) ? inPercent(clean) : clean}${sheet?.units[cell] ?? ""}`);
        if (formulas.has(cell)) line.formulas.push(column);
        const code = shownAs.get(cell);
        if (code) line.shown.push({ column, code });
      }
      return line;
    })
    .filter(({ texts }) => texts.some((text) => text.trim() !== ""));
}

function inPercent(text: string): string {
  const number = readDigits(text.replace(/^-/, ""));
  return number ? `${text.startsWith("-") ? "-" : ""}${plainDigits(shift(number, 2))}%` : text;
}

/** Rows by their place in the file; those without text are empty. */
export function withGaps(rows: readonly SheetRow[]): string[][] {
  const all: string[][] = [];
  for (const { number, texts } of rows) {
    while (all.length < number - 1) all.push([]);
    all.push(texts);
  }
  return all;
}

/** The rows without what is said about persons: cells below a header that names such a column. */
export function withoutPersons(
  rows: readonly SheetRow[],
  { kind, headers, layout }: { kind: FigureKind; headers: readonly string[]; layout: Layout },
): SheetRow[] {
  const persons = headers.flatMap((header, index) => (isPersonColumn(kind, header) ? [index] : []));
  if (persons.length === 0) return [...rows];
  const below = layout.headerRow + layout.headerRows;
  return rows.map((row) =>
    row.number < below
      ? row
      : { ...row, texts: row.texts.map((text, index) => (persons.includes(index) ? "" : text)) },
  );
}

export function countBelow(rows: readonly SheetRow[], { headerRow, headerRows }: Layout): number {
  return rows.filter(
    ({ number, texts }) => number >= headerRow + headerRows && texts.some((text) => text.trim() !== ""),
  ).length;
}

/** The columns and the rows with text that the spreadsheet does not show, rows in ranges: 5, 8〜12. */
export function hiddenParts({ rows, sheet }: Table): { columns: string[]; rows: string[] } {
  const hasText = (texts: readonly string[] | undefined) =>
    texts?.some((text) => text.trim() !== "") ?? false;
  const columns = (sheet?.hiddenColumns ?? []).filter((name) =>
    rows.some((texts) => (texts[columnIndex(name)] ?? "").trim() !== ""),
  );
  const ranges: { first: number; last: number }[] = [];
  for (const number of sheet?.hiddenRows ?? []) {
    if (!hasText(rows[number - 1])) continue;
    const before = ranges.at(-1);
    if (before?.last === number - 1) before.last = number;
    else ranges.push({ first: number, last: number });
  }
  return {
    columns,
    rows: ranges.map(({ first, last }) => (first === last ? String(first) : `${first}〜${last}`)),
  };
}
