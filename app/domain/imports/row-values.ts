import type { CompanyProfile } from "../companies/schema.ts";
import { areaOfAddress } from "../companies/rules.ts";
import type { ColumnField } from "../companies/table-columns.ts";
import { readCell } from "./cells.ts";
import type { CellError, Mapping } from "./rules.ts";

/** A row of the file as it is stored: `number` is what the spreadsheet shows beside it. */
export type StoredRow = { number: number; cells: string[] };

export type RowValues = {
  number: number;
  values: Partial<CompanyProfile>;
  corporateNumber: string;
  /** From its own cell, or from the address; null when the row tells neither. */
  area: string | null;
  areaIsDerived: boolean;
  errors: CellError[];
};

/** Reads the mapped cells of a row. Blank cells say nothing: they neither set nor clear a field. */
export function readRowValues(row: StoredRow, headers: readonly string[], mapping: Mapping): RowValues {
  const values: Record<string, unknown> = {};
  const errors: CellError[] = [];
  for (const [index, header] of headers.entries()) {
    const field = mapping[header] as ColumnField | undefined;
    const text = row.cells[index] ?? "";
    if (!field || text.trim() === "") continue;
    const read = readCell(field, text);
    if (read.ok) values[field] = read.value;
    else errors.push({ column: header, code: read.code });
  }
  if (row.cells.slice(headers.length).some((cell) => cell.trim() !== ""))
    errors.push({ column: "", code: "import-extra-cells" });
  const { corporateNumber = "", ...profile } = values as Partial<CompanyProfile> & {
    corporateNumber?: string;
  };
  const derived = profile.area === undefined && profile.address !== undefined;
  return {
    number: row.number,
    values: profile,
    corporateNumber,
    area: profile.area ?? (derived ? areaOfFullAddress(profile.address!) : null),
    areaIsDerived: derived,
    errors,
  };
}

/** An address that names another prefecture is outside, whatever its towns are called. */
function areaOfFullAddress(address: string): CompanyProfile["area"] {
  const prefecture = /^(東京都|北海道|(?:京都|大阪)府|.{2,3}県)/.exec(address)?.[1];
  return prefecture && prefecture !== "岩手県" ? "市外" : areaOfAddress(address);
}

/** The header under which a field stands in the file; the field itself where it has no column. */
export function headerOf(field: ColumnField, mapping: Mapping): string | null {
  return Object.entries(mapping).find(([, mapped]) => mapped === field)?.[0] ?? null;
}
