import writeExcelFile from "write-excel-file/node";
import { guardFormula } from "./formula-guard.ts";

/** A cell of a printed sheet. `format` is Excel's own for numbers (`#,##0"社"`): the number stays a number. */
export type PaperCell = {
  value: string | number;
  format?: string;
  look: "plain" | "head" | "title" | "label" | "heading" | "cell" | "marked" | "note";
  align?: "left" | "center" | "right";
  columnSpan?: number;
  rowSpan?: number;
};

export type PaperSheet = {
  name: string;
  /** Widths of the columns in characters of the usual font. */
  widths: readonly number[];
  /** Null where a cell before it covers the place. `height` in points. */
  rows: readonly { cells: readonly (PaperCell | null)[]; height?: number }[];
  /** Rows that every printed page repeats (counted from 1). */
  repeat: { from: number; to: number } | null;
  paper: { size: "A4" | "A3"; orientation: "portrait" | "landscape" };
  /** Stands on every page below, before the page's number. */
  footer: string;
};

type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number];

const FONT = { fontFamily: "Yu Gothic", fontSize: 9 } as const;
const BORDER = { borderColor: "#4d4d4d", borderStyle: "thin" } as const;
const LOOKS = {
  plain: {},
  title: { fontSize: 14, fontWeight: "bold", align: "center" },
  label: { fontWeight: "bold", align: "right" },
  heading: { ...BORDER, fontWeight: "bold", backgroundColor: "#f2f2f2" },
  head: {
    ...BORDER,
    fontWeight: "bold",
    backgroundColor: "#e8f1fe",
    align: "center",
    alignVertical: "center",
  },
  cell: BORDER,
  marked: { ...BORDER, backgroundColor: "#fff2cc" },
  note: {},
} as const;

/**
 * A workbook that prints as an office paper: merged cells, wrapped texts, borders, paper size and direction, one page wide,
 * heads repeated, pages numbered.
 */
export async function writePaper(sheets: readonly PaperSheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ name, widths, rows }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      showGridLines: false,
      data: rows.map(({ cells, height }) =>
        cells.map((cell) =>
          cell === null
            ? null
            : {
                ...FONT,
                alignVertical: "top" as const,
                ...LOOKS[cell.look],
                ...(cell.align && { align: cell.align }),
                ...(cell.columnSpan && cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
                ...(cell.rowSpan && cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
                ...(height && { height }),
                ...contentOf(cell),
              },
        ),
      ),
    })),
    { features: [printSettings(sheets)] },
  ).toBuffer();
}

function contentOf({ value, format }: PaperCell) {
  if (typeof value === "number") return { value, type: Number, ...(format && { format }) };
  const text = value.replace(/[^\P{Cc}\n\t]/gu, "").toWellFormed();
  // A sign alone (— or －) is no formula.
  return { value: text.length > 1 ? guardFormula(text) : text, type: String, wrap: true };
}

// The numbers that the format of spreadsheets (ECMA-376, 18.18.43) has for paper.
const PAPER_SIZES = { A4: 9, A3: 8 } as const;

/** What the library has no options for: paper, fitting to the width, heads on every page and the page's number. */
function printSettings(sheets: readonly PaperSheet[]): Feature {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) => {
            const { paper, footer } = sheets[sheetIndex]!;
            const settings = [
              '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
              `<pageSetup paperSize="${PAPER_SIZES[paper.size]}" orientation="${paper.orientation}" fitToWidth="1" fitToHeight="0"/>`,
              `<headerFooter><oddFooter>${escapeXml(`&L${footer.replaceAll("&", "&&")}&R&P / &N`)}</oddFooter></headerFooter>`,
            ].join("");
            return xml
              .replace(/(<worksheet\b[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageMargins\b[^>]*\/>|<pageSetup\b[^>]*\/>/g, "")
              .replace("</worksheet>", `${settings}</worksheet>`);
          },
        },
        "xl/workbook.xml": {
          transform: (xml) => {
            const names = sheets.flatMap(({ name, repeat }, index) =>
              repeat
                ? [
                    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(
                      `'${name.replaceAll("'", "''")}'!$${repeat.from}:$${repeat.to}`,
                    )}</definedName>`,
                  ]
                : [],
            );
            return xml.replace(
              /<definedNames\s*\/>|<definedNames>\s*<\/definedNames>/,
              names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`,
            );
          },
        },
      },
    },
  };
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
