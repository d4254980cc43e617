import { columnIndex, columnName, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, type SheetNotes } from "./table.ts";
import { readStyles, type Shown } from "./xlsx-formats.ts";

/** What a worksheet says beside the values: where trouble is, and how its numbers are shown. */
export type SheetScan =
  | { ok: false; error: string }
  | {
      ok: true;
      /** How a number is shown, by cell name. */
      shown: Map<string, Shown>;
      /** Texts of cells with raised characters, by cell name. */
      raised: Map<string, string>;
      notes: Omit<SheetNotes, "name" | "names">;
    };

const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const MAX_SHEET_ROW = 1_048_576;

/**
 * Reads what the library for workbooks leaves out: cells with an error value, formulas whose result is not stored, cells
 * beyond the limits (before any memory is taken for them), how number formats show a number (leading zeros, percent,
 * thousands, units, days of an era), raised characters, formulas, merged cells, and what is hidden.
 */
export function scanSheet(
  sheet: string,
  { styles, sharedStrings }: { styles: string; sharedStrings: string },
): SheetScan {
  const styleOf = readStyles(styles);
  const raisedTexts = readRaised(sharedStrings);
  const shown = new Map<string, Shown>();
  const raised = new Map<string, string>();
  const notes: Omit<SheetNotes, "name" | "names"> = {
    formulas: [],
    merges: [],
    percents: [],
    scaled: [],
    hiddenZeros: [],
    units: {},
    hiddenColumns: hiddenColumns(sheet),
    hiddenRows: [],
  };
  for (const [, attributes] of sheet.matchAll(/<row\b([^>]*)>/g)) {
    const number = Number(/\br="(\d+)"/.exec(attributes!)?.[1] ?? Number.NaN);
    if (number > MAX_SHEET_ROW) return { ok: false, error: "table-not-a-table" };
    if (/\bhidden="(1|true)"/.test(attributes!) && number <= MAX_TABLE_ROWS + 1)
      notes.hiddenRows.push(number);
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
    if (/<f\b/.test(content)) notes.formulas.push(cell);
    const value = /<v>([^<]*)/.exec(content)?.[1] ?? "";
    if (/\bt="s"/.test(attributes)) {
      const text = raisedTexts.get(Number(value));
      if (text !== undefined) raised.set(cell, text);
    }
    if (/\bt="(?!n")/.test(attributes)) continue;
    const style = styleOf(Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? -1));
    if (!style) continue;
    shown.set(cell, style);
    if (style.percent) notes.percents.push(cell);
    if (style.thousands > 0) notes.scaled.push(cell);
    if (style.hidesZero && Number(value) === 0) notes.hiddenZeros.push(cell);
    if (style.unit !== "") notes.units[cell] = style.unit;
  }
  const merges = [...sheet.matchAll(/<mergeCell\b[^>]*\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g)];
  notes.merges = merges.map(([, area]) => area!);
  return { ok: true, shown, raised, notes };
}

/** The letters of the columns that are not shown. */
function hiddenColumns(sheet: string): string[] {
  const columns = /<cols\b[\s\S]*?<\/cols>/.exec(sheet)?.[0] ?? "";
  return [...columns.matchAll(/<col\b[^>]*>/g)].flatMap(([column]) => {
    if (!/\bhidden="(1|true)"/.test(column)) return [];
    const [first, last] = ["min", "max"].map((name) =>
      Number(new RegExp(`\\b${name}="(\\d+)"`).exec(column)?.[1] ?? 0),
    );
    const end = Math.min(last!, MAX_TABLE_COLUMNS);
    return Array.from({ length: Math.max(0, end - first! + 1) }, (_, at) => columnName(first! - 1 + at));
  });
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789()"].map((character, at) => [character, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾"][at]!]),
);

/** Shared texts in which characters are raised (452 with a small 1 behind it), with these in their raised form. */
function readRaised(sharedStrings: string): Map<number, string> {
  const texts = new Map<number, string>();
  if (!sharedStrings.includes('"superscript"')) return texts;
  for (const [at, [, item = ""]] of [...sharedStrings.matchAll(/<si\b[^>]*>([\s\S]*?)<\/si>/g)].entries()) {
    if (!item.includes('"superscript"')) continue;
    const runs = [...item.matchAll(/<r\b[^>]*>([\s\S]*?)<\/r>/g)].map(([, run = ""]) => {
      const text = plainText(/<t\b[^>]*>([^<]*)/.exec(run)?.[1] ?? "");
      return run.includes('"superscript"') ? text.replace(/[\d()]/g, (one) => RAISED[one]!) : text;
    });
    texts.set(at, runs.join(""));
  }
  return texts;
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

export function plainText(xml: string): string {
  return xml.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity]!);
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
