import { documentWords as words, eraDate } from "#app/locales/ja/documents.ts";
import { civilDateOf, timeOf } from "#app/platform/calendar.ts";
import type { PaperCell, PaperSheet } from "#app/platform/table-file/write-paper.server.ts";
import type { CouncilDocument, DocumentCell, DocumentTable } from "./document.rules.ts";
import { layOut, notesBelow, numberNotes, type PaperLine } from "./layout.rules.ts";

// Characters of the usual font that go on one line of paper at a readable size.
const PAPER_WIDTH = { A4: { portrait: 100, landscape: 145 }, A3: { portrait: 145, landscape: 210 } } as const;
const LINE_HEIGHT = 13;
/** Excel does not draw rows that are higher. */
const HIGHEST_ROW = 409;

/** The paper as sheets of a workbook, one for each table: head, table, notes below it. */
export function paperSheets(document: CouncilDocument, version: string): PaperSheet[] {
  const numbers = numberNotes(document);
  const names = new Set<string>();
  return document.tables.map((table, index) => ({
    ...sheetOf(document, table, { numbers, version }),
    name: sheetName(table, index, names),
  }));
}

function sheetOf(
  document: CouncilDocument,
  table: DocumentTable,
  { numbers, version }: { numbers: ReadonlyMap<string, number>; version: string },
): Omit<PaperSheet, "name"> {
  const { columns } = table;
  const width = PAPER_WIDTH[document.paper.size][document.paper.orientation];
  const widths = columns.map(({ share }) => Math.max(5, Math.round((share / 100) * width)));
  const whole = (value: string, look: PaperCell["look"], align: PaperCell["align"] = "left") => ({
    cells: [{ value, look, align, columnSpan: columns.length }, ...columns.slice(1).map(() => null)],
    height:
      heightOf(
        value,
        widths.reduce((sum, one) => sum + one, 0),
      ) + (look === "title" ? 8 : 0),
  });
  const head = [
    whole(document.label, "label", "right"),
    whole(document.title, "title", "center"),
    whole(headLine(document, version), "plain"),
    whole(table.title, "heading"),
  ];
  const below = notesBelow(table, numbers).map(({ number, text }) => `${words.note(number)} ${text}`);
  const end = [...below, ...document.notes, ...words.markerLegend, licenceLine()];
  return {
    widths,
    rows: [
      ...head,
      {
        cells: columns.map(({ label }) => ({ value: label, look: "head" as const })),
        height: Math.max(...columns.map(({ label }, at) => heightOf(label, widths[at]!))),
      },
      ...bodyOf(table, widths, numbers),
      ...end.map((text) => whole(text, "note")),
    ],
    repeat: { from: head.length, to: head.length + 1 },
    paper: document.paper,
    footer: `${document.label} ${document.title}`,
  };
}

/** The plan, the as-of day, what was known and which version this is. */
export function headLine({ planTitle, asOf, knownOn }: CouncilDocument, version: string): string {
  const known = words.knownOn(`${eraDate(civilDateOf(knownOn))}${timeOf(knownOn)}`);
  return [planTitle, `${eraDate(asOf)}現在`, known, version].filter(Boolean).join("  ");
}

/** Who may use the paper and how. */
export function licenceLine(): string {
  return `${words.licence} ${words.attribution}`;
}

function bodyOf(table: DocumentTable, widths: readonly number[], numbers: ReadonlyMap<string, number>) {
  const lines = layOut(table);
  const heights = heightsOf(lines, table, widths, numbers);
  return lines.map((line, at) => {
    if (line.kind === "heading")
      return {
        cells: [
          { value: line.heading, look: "heading" as const, columnSpan: table.columns.length },
          ...table.columns.slice(1).map(() => null),
        ],
      };
    const placed = new Map(line.cells.map((one) => [one.column, one]));
    return {
      height: heights[at]!,
      cells: table.columns.map(({ key, align }): PaperCell | null => {
        const one = placed.get(key);
        if (!one) return null;
        return {
          ...contentOf(one.cell, numbers),
          look: line.isChanged ? "marked" : "cell",
          align: align === "end" ? "right" : "left",
          rowSpan: one.rowSpan,
        };
      }),
    };
  });
}

/** Rows as high as their texts; a text over several rows shares its height among them. */
function heightsOf(
  lines: readonly PaperLine[],
  { columns }: DocumentTable,
  widths: readonly number[],
  numbers: ReadonlyMap<string, number>,
): number[] {
  const heights = lines.map(() => LINE_HEIGHT + 3);
  for (const isSpanning of [false, true])
    lines.forEach((line, at) => {
      for (const { column, cell, rowSpan } of line.kind === "line" ? line.cells : []) {
        if (!cell || rowSpan > 1 !== isSpanning) continue;
        const needed = heightOf(
          textOf(cell, numbers),
          widths[columns.findIndex(({ key }) => key === column)]!,
        );
        const covered = heights.slice(at, at + rowSpan).reduce((sum, one) => sum + one, 0);
        const more = Math.max(0, needed - covered) / rowSpan;
        for (let row = at; row < at + rowSpan; row += 1) heights[row]! += more;
      }
    });
  return heights.map((height) => Math.min(HIGHEST_ROW, Math.ceil(height)));
}

function heightOf(text: string, width: number): number {
  // The sheet's letters are smaller than those in which Excel measures its columns.
  const perLine = Math.max(2, width * 1.12);
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0);
  return lines * LINE_HEIGHT + 3;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u0020-\u007e\uff61-\uff9f]/.test(character) ? 1 : 2;
  return width;
}

/** What stands behind a figure: its marker and the number of its note. */
export function signOf(cell: DocumentCell, numbers: ReadonlyMap<string, number>): string {
  const marker = cell.marker ? words.markers[cell.marker] : "";
  const isSaid = cell.marker === "suppressed" || cell.disclosedAs === "other";
  const number = numbers.get(cell.note);
  return `${marker === "" || (isSaid && cell.value === null) ? "" : `〔${marker}〕`}${number === undefined ? "" : words.note(number)}`;
}

function textOf(cell: DocumentCell, numbers: ReadonlyMap<string, number>): string {
  return cell.text + signOf(cell, numbers);
}

/** Numbers stay numbers: their unit, marker and note are in the format. */
function contentOf(
  cell: DocumentCell | null,
  numbers: ReadonlyMap<string, number>,
): Pick<PaperCell, "value" | "format"> {
  if (!cell) return { value: "" };
  const whole = textOf(cell, numbers);
  const printed = /^-?[\d,]+(\.\d+)?/.exec(cell.text)?.[0];
  if (cell.value === null || printed === undefined) return { value: whole };
  const decimals = printed.split(".")[1]?.length ?? 0;
  const isPercent =
    cell.text.startsWith(`${printed}%`) && Math.abs(Number(printed.replaceAll(",", "")) - cell.value) > 1e-9;
  const plain = isPercent ? cell.value * 100 : cell.value;
  // What is printed must be what the number says; otherwise the text stands.
  if (Math.abs(plain - Number(printed.replaceAll(",", ""))) > 0.5 / 10 ** decimals + 1e-9)
    return { value: whole };
  const sign = isPercent ? "%" : "";
  const rest = whole.slice(printed.length + sign.length).replaceAll('"', "″");
  const digits = `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}${sign}`;
  return { value: cell.value, format: rest === "" ? digits : `${digits}"${rest}"` };
}

/** Excel allows 31 characters and none of these signs; the number keeps names apart. */
function sheetName(table: DocumentTable, index: number, used: Set<string>): string {
  const words_ = table.title
    .replace(/[\\/?*[\]:']/g, " ")
    .split("  ")
    .at(-1)!
    .trim();
  const name = [...`${index + 1} ${words_}`].slice(0, 31).join("").trim();
  used.add(name);
  return name;
}
