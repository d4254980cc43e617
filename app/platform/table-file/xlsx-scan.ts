import { columnIndex, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS } from "./table.ts";

/** What a worksheet says beside the values: where trouble is, and which numbers are shown with leading zeros. */
export type SheetScan =
  | { ok: false; error: string }
  | {
      ok: true;
      /** Digits that a number is shown with, by cell name. */
      widths: Map<string, number>;
      formulas: string[];
      merges: string[];
      percents: string[];
    };

const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const MAX_SHEET_ROW = 1_048_576;

/**
 * Reads what the library for workbooks leaves out: cells with an error value, formulas whose result is not stored, cells
 * beyond the limits (before any memory is taken for them), number formats like 0000000 that keep leading zeros and those in
 * percent, formulas and merged cells.
 */
export function scanSheet(sheet: string, styles: string): SheetScan {
  const styleOf = readStyles(styles);
  const widths = new Map<string, number>();
  const formulas: string[] = [];
  const percents: string[] = [];
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
    if (/<f\b/.test(content)) formulas.push(cell);
    const shown = styleOf(Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1));
    if (shown?.width !== undefined) widths.set(cell, shown.width);
    if (shown?.percent && !/\bt="(?!n")/.test(attributes)) percents.push(cell);
  }
  const merges = [...sheet.matchAll(/<mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g)];
  return { ok: true, widths, formulas, percents, merges: merges.map(([, area]) => area!) };
}

type Shown = { width?: number; percent: boolean };

/** Excel's own formats for percent. */
const PERCENT_FORMATS: readonly string[] = ["9", "10"];

/** How the styles of a workbook show a number: with a fixed count of digits (0000000, 000-0000, postal codes), in percent. */
function readStyles(styles: string): (style: number) => Shown | undefined {
  const formats = new Map<string, Shown>(PERCENT_FORMATS.map((id) => [id, { percent: true }]));
  for (const [, id, code] of styles.matchAll(
    /<numFmt\b[^>]*\bnumFmtId="(\d+)"[^>]*\bformatCode="([^"]*)"/g,
  )) {
    const parts = code!.replaceAll("&quot;", '"').split(";");
    const shown = parts
      .at(-1)!
      .replaceAll('"', "")
      .replace(/[\\\-() ]/g, "");
    const percent = parts[0]!.replace(/"[^"]*"|\\./g, "").includes("%");
    formats.set(id!, { percent, ...(/^0{2,}$/.test(shown) ? { width: shown.length } : {}) });
  }
  const styleList = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? "";
  const shownAs = [...styleList.matchAll(/<xf\b[^>]*>/g)].map(([xf]) =>
    formats.get(/\bnumFmtId="(\d+)"/.exec(xf)?.[1] ?? ""),
  );
  return (style) => shownAs[style];
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
