import { columnIndex, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from "./table.ts";

/** What a worksheet says beside the values: where trouble is, and which numbers are shown with leading zeros. */
export type SheetScan =
  | { ok: false; error: string }
  /** Digits that a number is shown with, by cell name. */
  | { ok: true; widths: Map<string, number> };

const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const MAX_SHEET_ROW = 1_048_576;

/**
 * Reads what the library for workbooks leaves out: cells with an error value, formulas whose result is not stored, cells
 * beyond the limits (before any memory is taken for them) and number formats like 0000000 that keep leading zeros.
 */
export function scanSheet(sheet: string, styles: string): SheetScan {
  const widthOf = paddedStyles(styles);
  const widths = new Map<string, number>();
  for (const [, attributes] of sheet.matchAll(/<row\b([^>]*)>/g)) {
    const number = /\br="(\d+)"/.exec(attributes!)?.[1];
    if (number !== undefined && Number(number) > MAX_SHEET_ROW)
      return { ok: false, error: "table-not-a-table" };
  }
  for (const [, attributes = "", content = ""] of sheet.matchAll(CELL)) {
    const place = /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes);
    if (!place) return { ok: false, error: "table-not-a-table" };
    const cell = `${place[1]}${place[2]}`;
    const hasValue = /<v>[^<]|<is\b/.test(content);
    if (/\bt="e"/.test(attributes)) return { ok: false, error: `table-error-value:${cell}` };
    if (!hasValue) {
      const isEmptyText = /\bt="str"/.test(attributes) && /<v\s*\/>|<v><\/v>/.test(content);
      if (/<f\b/.test(content) && !isEmptyText) return { ok: false, error: `table-formula:${cell}` };
      continue;
    }
    if (columnIndex(place[1]!) >= MAX_TABLE_COLUMNS)
      return { ok: false, error: `table-too-many-columns:${MAX_TABLE_COLUMNS}` };
    if (Number(place[2]) > MAX_TABLE_ROWS + 1)
      return { ok: false, error: `table-too-many-rows:${MAX_TABLE_ROWS}` };
    const width = widthOf.get(Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1));
    if (width !== undefined) widths.set(cell, width);
  }
  return { ok: true, widths };
}

/** Styles that show a number with a fixed count of digits: 0000000, 000-0000 and Excel's format for postal codes. */
function paddedStyles(styles: string): Map<number, number> {
  const formats = new Map<string, number>();
  for (const [, id, code] of styles.matchAll(
    /<numFmt\b[^>]*\bnumFmtId="(\d+)"[^>]*\bformatCode="([^"]*)"/g,
  )) {
    const shown = code!
      .split(";")
      .at(-1)!
      .replaceAll("&quot;", "")
      .replace(/[\\\-() ]/g, "");
    if (/^0{2,}$/.test(shown)) formats.set(id!, shown.length);
  }
  const styleList = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "";
  const widths = new Map<number, number>();
  [...styleList.matchAll(/<xf\b[^>]*>/g)].forEach(([xf], index) => {
    const width = formats.get(/\bnumFmtId="(\d+)"/.exec(xf)?.[1] ?? "");
    if (width !== undefined) widths.set(index, width);
  });
  return widths;
}

const MOST_EXACT_DIGITS = 15;

/**
 * A number of a workbook as people see it: no exponent, no noise behind the fifteenth digit; null when digits were lost,
 * because Excel keeps fifteen only.
 */
export function plainNumber(raw: string, width = 0): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(raw.trim());
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const shift = Number(exponent);
  if (Math.abs(shift) > 30) return null;
  const digits = `${whole}${fraction}`;
  const point = whole.length + shift;
  const integer =
    (point <= 0 ? "" : digits.slice(0, point).padEnd(point, "0")).replace(/^0+(?=\d)/, "") || "0";
  const rest = (
    point >= digits.length ? "" : digits.slice(Math.max(0, point)).padStart(digits.length - point, "0")
  ).replace(/0+$/, "");
  if (integer.replace(/^0+/, "").length > MOST_EXACT_DIGITS) return null;
  if (rest === "") return `${sign}${integer.padStart(width, "0")}`;
  const exact = Number(`${sign}${integer}.${rest}`).toPrecision(MOST_EXACT_DIGITS);
  return exact.includes("e") ? null : exact.replace(/\.?0+$/, "");
}
