/** How a table file was written: text in some encoding, or a workbook of Excel. */
export type TableEncoding = CsvEncoding | "utf-16" | "xlsx";
/** The encodings that we write. */
export type CsvEncoding = "utf-8" | "cp932";

/** The cells of a file as text, row by row; row 0 is the header. Rows may differ in length. */
export type Table = { encoding: TableEncoding; rows: string[][]; sheet?: SheetNotes };

/** What a workbook says of its sheet beside the values; cells and areas by their names (C5, B2:E2). */
export type SheetNotes = {
  name: string;
  /** All sheets of the workbook in its order. */
  names: string[];
  /** Cells whose value is the stored result of a formula. */
  formulas: string[];
  /** Areas of merged cells; only the first cell of each has a value. */
  merges: string[];
  /** Numbers that are shown in percent: 0.482 stands for 48.2 %. */
  percents: string[];
  /** Numbers that are shown in thousands or millions (#,##0,): the text is the number as it is shown. */
  scaled: string[];
  /** Cells with a 0 that is shown as a dash or not at all. */
  hiddenZeros: string[];
  /** What the format writes behind a number (#,##0"千円"), by cell. */
  units: Record<string, string>;
  /** Columns by their letters and rows by their numbers that the spreadsheet does not show. */
  hiddenColumns: string[];
  hiddenRows: number[];
};

/**
 * Why a file is no table that we read. Codes with a place carry it behind a colon (`table-precision:C12`); the words are
 * in app/locales/ja/errors.ts.
 */
export type TableRead = { ok: true; table: Table } | { ok: false; error: string };

export const MAX_TABLE_BYTES = 10 * 1024 * 1024;
/** Rows below the header. */
export const MAX_TABLE_ROWS = 20_000;
export const MAX_TABLE_COLUMNS = 200;
/** Cells up to the last one with text in each row. */
export const MAX_TABLE_CELLS = 1_000_000;

/** The name of a column as spreadsheets show it: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The index of a column by its name: A is 0. */
export function columnIndex(name: string): number {
  return [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The name of a cell as spreadsheets show it; both counted from 0. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
