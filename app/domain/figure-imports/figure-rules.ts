import type { IndicatorVersion } from "../indicators/plan.rules.ts";
import { type FigureRead, readFigure, type StatusMark } from "./cell.rules.ts";
import type { KnownPlan } from "./known.ts";
import type { ReadCell, ReadRow } from "./row-reader.ts";
import { type Exact, percentOf, plainDigits, readDigits, readUnit, round } from "./unit.rules.ts";

/** A figure as a cell tells it, checked against the indicator's definition. */
export type CheckedFigure =
  | { is: "blank" }
  | { is: "missing"; mark: "dash" | "dots" | "hidden" | "said"; words: string; remarks: string[] }
  | { is: "value"; value: string; status: StatusMark | null; remarks: string[] }
  | { is: "refused"; code: string };

const COUNTED = /^(人|社|件|回|名|か所|世帯|戸|校|事業所|団体|組|台|本|冊|日|人回|延べ人)$/;
const MAY_FALL_BELOW_ZERO = /増減|増加|減少|収支|差|伸び|成長|前年比|変化/;

/**
 * Reads a cell as a figure of the indicator. `unit` is what the row's unit column says; a number alone is in that unit.
 * A formula's result with more digits than the indicator keeps is rounded and said; a typed one is refused.
 */
export function checkFigure(
  cell: ReadCell,
  {
    definition,
    unit,
    hasNote,
  }: {
    definition: Pick<IndicatorVersion, "unit" | "decimals" | "name" | "aggregation">;
    unit: string;
    hasNote: boolean;
  },
): CheckedFigure {
  const read = readFigure(cell.text, { unit: definition.unit, bareUnit: unit });
  if (read.is === "missing") return { ...read, remarks: ["figure-read-as-missing"] };
  if (read.is !== "value") return read;
  const remarks = [
    ...(cell.isFormula ? ["figure-formula"] : []),
    ...(read.noteMark ? [`figure-note-mark:${read.noteMark}`] : []),
    ...(read.isConverted ? [`figure-converted:${definition.unit}`] : []),
    ...cell.remarks,
  ];
  let number = signed(read.value);
  if (number.places > definition.decimals) {
    if (!cell.isFormula) return { is: "refused", code: `too-many-decimals:${definition.decimals}` };
    number = round(number, definition.decimals);
    remarks.push(`figure-rounded:${definition.decimals}`);
  }
  const problem = impossible(number, definition, hasNote);
  if (problem) return { is: "refused", code: problem };
  const isShare = readUnit(definition.unit).base === "%" && number.digits > 0n && !isAbove(number, 1n);
  if (isShare) remarks.push("figure-tiny-percent");
  return { is: "value", value: plainDigits(number), status: read.status, remarks };
}

/** A figure below zero or over 100 % that cannot be; a percentage over 100 that can be needs a note. */
function impossible(
  number: Exact,
  { unit, name, aggregation }: { unit: string; name: string; aggregation: string },
  hasNote: boolean,
): string | null {
  const { base } = readUnit(unit);
  if (
    number.digits < 0n &&
    !MAY_FALL_BELOW_ZERO.test(name) &&
    (COUNTED.test(base) || aggregation === "ratioOfSums")
  )
    return "figure-negative";
  if (base !== "%" || !isAbove(number, 100n)) return null;
  if (aggregation === "ratioOfSums") return "figure-over-hundred";
  return hasNote ? null : "figure-over-hundred-note";
}

function isAbove({ digits, places }: Exact, limit: bigint): boolean {
  return digits > limit * 10n ** BigInt(places);
}

/** Plain digits, as `readFigure` and the database give them. */
export function signed(value: string): Exact {
  const read = readDigits(value.replace(/^-/, ""));
  if (!read) throw new Error(`no plain digits: ${value}`);
  return value.startsWith("-") ? { ...read, digits: -read.digits } : read;
}

export type Parts = { numerator: string | null; denominator: string | null; unknownCount: string | null };

type PartsRead = { ok: true; parts: Parts } | { ok: false; column: string; code: string };

/** Numerator, denominator and unknowns of a row: counts, each on its own. */
export function readParts(row: ReadRow): PartsRead {
  const parts: Parts = { numerator: null, denominator: null, unknownCount: null };
  for (const field of ["numerator", "denominator", "unknownCount"] as const) {
    const cell = row.cell(field);
    const read = readCount(cell.text);
    if (read.is === "blank") continue;
    if (read.is === "refused") return { ok: false, column: cell.column, code: read.code };
    if (read.is === "missing") return { ok: false, column: cell.column, code: "figure-part-missing" };
    parts[field] = read.value;
  }
  return { ok: true, parts };
}

/** A number in whatever unit stands behind it: parts of a rate are people, companies or events. */
function readCount(text: string): FigureRead {
  const unit = /[^\d,.\s△▲−-]+$/u.exec(text.normalize("NFKC").trim())?.[0] ?? "";
  const read = readFigure(text, { unit });
  if (read.is === "value" && read.value.startsWith("-")) return { is: "refused", code: "figure-negative" };
  return read;
}

/**
 * What the parts say of a rate: the rate itself where the cell is blank, otherwise whether both agree. Null where there
 * are not both parts or the indicator is no percentage.
 */
export function compareWithParts(
  value: string | null,
  { numerator, denominator }: Parts,
  { unit, decimals }: { unit: string; decimals: number },
): { is: "computed"; value: string } | { is: "no-denominator" } | { is: "refused"; code: string } | null {
  if (numerator === null || denominator === null || readUnit(unit).base !== "%") return null;
  const [top, bottom] = [signed(numerator), signed(denominator)];
  if (isMore(top, bottom)) return { is: "refused", code: "figure-part-over-whole" };
  const computed = percentOf(top, bottom, decimals);
  if (!computed) return { is: "no-denominator" };
  const text = plainDigits(computed);
  if (value === null) return { is: "computed", value: text };
  return value === text ? null : { is: "refused", code: `figure-rate-differs:${text}` };
}

function isMore(a: Exact, b: Exact): boolean {
  const places = Math.max(a.places, b.places);
  const scaled = ({ digits, places: own }: Exact) => digits * 10n ** BigInt(places - own);
  return scaled(a) > scaled(b);
}

/** Why a fiscal year of the plan takes no figure; null when it does. */
export function yearProblem(
  plan: KnownPlan,
  fiscalYear: number,
  { mayBeEarlier }: { mayBeEarlier: boolean },
): string | null {
  const { firstFiscalYear, lastFiscalYear } = plan;
  if (fiscalYear > lastFiscalYear || (fiscalYear < firstFiscalYear && !mayBeEarlier))
    return `figure-year-outside:${fiscalYear}:${firstFiscalYear}:${lastFiscalYear}`;
  const locked = plan.locks.get(fiscalYear);
  return locked === undefined
    ? null
    : `figure-locked:${fiscalYear}:${locked.replaceAll(":", " ").slice(0, 200)}`;
}
