import type { CellError, Mapping } from "../table-imports/rules.ts";
import { normaliseLine } from "../text/rules.ts";
import { FIELDS } from "./fields.ts";
import { coveringMerge, letterOf, type Merge } from "./layout.rules.ts";
import { yearOfField } from "./mapping.ts";
import type { FigureKind } from "./rules.ts";

/** A row of the file as it is stored: `number` is what the spreadsheet shows beside it. */
export type SheetRow = {
  number: number;
  texts: string[];
  /** Columns whose value is a formula's result. */ formulas: number[];
  /** What staff should know of the way in which a number is shown, by its column. */
  shown: { column: number; code: string }[];
};

/** A cell with the codes of what staff should know of it before anything is read from it. */
export type ReadCell = { text: string; column: string; isFormula: boolean; remarks: string[] };

/** A row by what its columns were assigned to. */
export type ReadRow = {
  number: number;
  /** The cell of a field; its text is empty where the column is blank or does not exist. */
  cell(field: string): ReadCell;
  /** The columns of a wide table, from left to right. */
  years: (ReadCell & { year: number })[];
  errors: CellError[];
  /** Nothing in it is about a figure: an empty line, a note below the table. */
  isAside: boolean;
};

export type Reading = {
  kind: FigureKind;
  headers: readonly string[];
  mapping: Mapping;
  merges: readonly Merge[];
  /** Empty labels take the text above them. */
  fillDown: boolean;
};

const ASIDE = /^(※|注\d*[).:)]|\(注|注釈|資料[::]|出典[::]|備考[::]|\*\d)/;

/** Reads rows in the order of the file; labels are remembered for those below. */
export function openRowReader({
  kind,
  headers,
  mapping,
  merges,
  fillDown,
}: Reading): (row: SheetRow) => ReadRow {
  const columns = headers.flatMap((header, index) => {
    const field = mapping[header];
    return field === undefined ? [] : [{ index, field, column: letterOf(index), year: yearOfField(field) }];
  });
  const isLabel = new Set(FIELDS[kind].filter((known) => known.isLabel).map(({ field }) => field));
  const above = new Map<string, string>();
  return ({ number, texts, formulas, shown }) => {
    const errors: CellError[] = [];
    const cells = new Map<string, ReadCell>();
    const years: ReadRow["years"] = [];
    const filled = texts.filter((text) => text.trim() !== "");
    const isAside = filled.length === 0 || (filled.length === 1 && ASIDE.test(normaliseLine(filled[0]!)));
    for (const { index, field, column, year } of isAside ? [] : columns) {
      const remarks = shown.filter((known) => known.column === index).map(({ code }) => code);
      const cell = { text: texts[index] ?? "", column, isFormula: formulas.includes(index), remarks };
      const isBlank = cell.text.trim() === "";
      const merge = isBlank ? coveringMerge(merges, number, index) : null;
      if (isLabel.has(field)) {
        if (isBlank && fillDown) cell.text = above.get(field) ?? "";
        else if (merge && merge.bottom > merge.top)
          errors.push({ column, code: `figure-merged-label:${merge.area.replace(":", "〜")}` });
        above.set(field, cell.text);
      } else if (merge) errors.push({ column, code: `figure-merged:${merge.area.replace(":", "〜")}` });
      if (year === null) cells.set(field, cell);
      else years.push({ ...cell, year });
    }
    return {
      number,
      cell: (field) => cells.get(field) ?? { text: "", column: "", isFormula: false, remarks: [] },
      years,
      errors,
      isAside,
    };
  };
}
