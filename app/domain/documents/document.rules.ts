import type { CivilDate } from "#app/platform/calendar.ts";

/** The papers that a council reads: 資料№1, №2, №3, the policy sheet, the table of many years. */
export const DOCUMENT_KEYS = ["results", "evaluations", "nextYear", "policySheet", "yearlyTable"] as const;
export type DocumentKey = (typeof DOCUMENT_KEYS)[number];

/** What must be known with a printed figure. A cell has the one that matters most. */
export type Marker =
  | "computed"
  | "entered"
  | "provisional"
  | "revised"
  | "expected"
  | "suppressed"
  | "missing";

/** What one unit of a cell is, as far as disclosure control asks; `other` is never hidden. */
export type DisclosedAs = "people" | "minorsBySchool" | "companies" | "rate" | "other";

/** One printed cell. `text` is what paper shows, `value` what a machine reads; a cell of words has no value. */
export type DocumentCell = {
  text: string;
  value: number | null;
  marker: Marker | null;
  note: string;
  indicatorId: string | null;
  disclosedAs: DisclosedAs;
  /** The parts of a rate, for its rule of disclosure; they are not printed. */
  rate?: { numerator: number; denominator: number };
  /** Names of the cells that this one is worked out from (a ratio from its actual): hidden when one of them is. */
  derivedFrom?: readonly string[];
  /** Which figure this is (indicator, kind, year, part): cells of several papers with the same one print one number. */
  figure?: string;
  /** The day as of which a measure computed it; nothing for what was entered or worked out from other cells. */
  computedAsOf?: CivilDate;
};

/** A column; `share` is its part of the paper's width (all shares add up to 100). */
export type DocumentColumn = { key: string; label: string; share: number; align: "start" | "end" };

/** `id` stays the same from release to release: the id of an indicator or a node, with a part where needed (`id/part`). */
export type DocumentRow = {
  id: string;
  kind: "heading" | "line";
  /** 1 for a basic policy, 2 for a strategy; lines have the level of what they are about. */
  level: number;
  /** For a heading its words; empty for a line. */
  heading: string;
  /** By column key; a column without an entry is empty. */
  cells: Readonly<Record<string, DocumentCell>>;
  /** №3 marks rows that change for the next year. */
  isChanged: boolean;
  /**
   * Rows next to each other with the same group are one block. Its first row is not drawn as a line of its own: what it
   * has spans the lines of the others.
   */
  group?: string;
};

export type DocumentTable = { key: string; title: string; columns: DocumentColumn[]; rows: DocumentRow[] };

/** One paper, made from records, the same for screen, print, Excel and machines. */
export type CouncilDocument = {
  key: DocumentKey;
  /** 資料№1 … */
  label: string;
  title: string;
  planTitle: string;
  fiscalYear: number;
  asOf: CivilDate;
  knownOn: Date;
  paper: { size: "A4" | "A3"; orientation: "portrait" | "landscape" };
  tables: DocumentTable[];
  notes: string[];
};

/** A sum that readers can see: over the cells named by `table/row/column`, `total` is the sum of `parts`. */
export type Relation = { total: string; parts: readonly string[] };

/** A paper with the sums that can be seen in it. */
export type DrawnDocument = { document: CouncilDocument; relations: Relation[] };

/** The name of a cell within its release: `document/table/row/column` with the parts percent-encoded. */
export function cellName(document: DocumentKey, table: string, row: string, column: string): string {
  return [document, table, row, column].map(encodeURIComponent).join("/");
}
