import type { FigureKind } from "./rules.ts";
import { type Settings, settingsSchemas } from "./schema.ts";

/** What an import keeps beside its rows. */
export type StoredSettings = {
  /** What staff typed for every row, by field. */
  typed: Record<string, string>;
  headerRows: number;
  sheetNames: string[];
  /** Merged areas of the workbook. */
  merges: string[];
  /** Columns and rows with text that the spreadsheet does not show. */
  hidden: { columns: string[]; rows: string[] };
  /** Rows whose errors staff decided to leave out. */
  leftOut: number[];
  /** Names the dry run that stands; another one has another name. */
  checked: string;
  /** When the dry run was made, as an ISO instant. */
  checkedAt: string;
};

/** Settings as they are stored; what is missing is empty. */
export function readStoredSettings(stored: unknown): StoredSettings {
  const known = Object(stored) as Partial<StoredSettings>;
  return {
    typed: known.typed ?? {},
    headerRows: known.headerRows ?? 1,
    sheetNames: known.sheetNames ?? [],
    merges: known.merges ?? [],
    hidden: known.hidden ?? { columns: [], rows: [] },
    leftOut: known.leftOut ?? [],
    checked: known.checked ?? "",
    checkedAt: known.checkedAt ?? "",
  };
}

/** What staff typed, checked again; throws when it was never complete, which `startCheck` prevents. */
export function settingsOf<Kind extends FigureKind>(
  kind: Kind,
  typed: Readonly<Record<string, string>>,
): Settings<Kind> {
  return settingsSchemas[kind].parse(typed) as Settings<Kind>;
}
