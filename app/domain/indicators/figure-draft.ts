import type { MissingReason } from "#app/analytics/measure.ts";
import {
  cellName,
  type CouncilDocument,
  type DocumentCell,
  type DocumentRow,
  type Relation,
} from "../documents/document.rules.ts";
import { earlierRelease, type EarlierRelease } from "../disclosure/quantities.rules.ts";
import type { DisclosureLimits } from "../disclosure/rules.ts";
import { hideSmallCells } from "../disclosure/suppression.rules.ts";

/** Figures of one page before anything is hidden, as a paper, so that the papers' rules of disclosure hold for them. */
export type Draft = {
  document: CouncilDocument;
  relations: Relation[];
  /** Why a figure is missing, by the name of its cell. */
  gaps: ReadonlyMap<string, MissingReason>;
};

type Options = {
  /** False for what is never hidden, such as consultations. */
  counts?: boolean;
  missing?: MissingReason | null;
  /** The figure that a rate and its parts belong to: with a hidden part the rate is hidden. */
  about?: string;
  rate?: { numerator: number; denominator: number };
};

/** Puts a figure down and gives its name; a second time about the same place only gives the name. */
export type Put = (
  table: string,
  row: string,
  column: string,
  value: number | null,
  options: Options,
) => string;

// The rules know papers only; these figures are no paper, and the name is seen by nobody.
const KEY = "results";
const DAY = "2000-01-01";

/** Collects figures and the sums that readers can see. */
export function createDraft() {
  const rows = new Map<string, Map<string, DocumentCell>>();
  const relations: Relation[] = [];
  const gaps = new Map<string, MissingReason>();
  const put: Put = (table, row, column, value, { counts = true, missing = null, about, rate }) => {
    const id = `${row}/${column}`;
    const name = figureName(table, row, column);
    const cells = rows.get(table) ?? new Map<string, DocumentCell>();
    rows.set(table, cells);
    if (cells.has(id)) return name;
    cells.set(id, {
      text: "",
      value,
      marker: value === null ? "missing" : "computed",
      note: "",
      indicatorId: about ?? null,
      disclosedAs: !counts ? "other" : rate ? "rate" : "people",
      ...(rate && { rate }),
    });
    if (value === null && missing !== null) gaps.set(name, missing);
    return name;
  };
  const draft = (): Draft => ({
    document: paperOf(
      [...rows].map(([key, cells]) => ({
        key,
        rows: [...cells].map(([id, cell]): DocumentRow => ({
          id,
          kind: "line",
          level: 1,
          heading: "",
          isChanged: false,
          cells: { value: cell },
        })),
      })),
    ),
    relations,
    gaps,
  });
  return {
    put,
    /** The total is the sum of the parts. */
    equals: (total: string, parts: readonly string[]) => void relations.push({ total, parts }),
    draft,
  };
}

/** The name of a figure, by which it is read again. */
export function figureName(table: string, row: string, column: string): string {
  return cellName(KEY, table, `${row}/${column}`, "value");
}

function paperOf(tables: { key: string; rows: DocumentRow[] }[]): CouncilDocument {
  return {
    key: KEY,
    label: "",
    title: "",
    planTitle: "",
    fiscalYear: 2000,
    asOf: DAY,
    knownOn: new Date(0),
    paper: { size: "A4", orientation: "portrait" },
    tables: tables.map((table) => ({ ...table, title: "", columns: [] })),
    notes: [],
  };
}

/** What the public may see of a figure: the number, or the word for why there is none. */
export type PublicNumber = number | "suppressed" | MissingReason;

/** Reads a figure of the page by its place. */
export type ReadNumber = (table: string, row: string, column: string) => PublicNumber;

/**
 * Hides small figures, and what gives them away, of the newest of several versions of one state (oldest first): each
 * version is a release after the one before. `heldBack` are the names of figures that papers of the version keep back.
 */
export function publish(
  versions: readonly { draft: Draft; heldBack: ReadonlySet<string> }[],
  limits: DisclosureLimits,
): ReadNumber {
  let earlier: EarlierRelease | undefined;
  let published: { draft: Draft; values: Map<string, number>; hidden: Set<string> } | null = null;
  for (const { draft, heldBack } of versions) {
    const { document, relations } = draft;
    const before = withHeldBack(earlier, draft, heldBack);
    const result = hideSmallCells([document], relations, limits, before);
    const hidden = new Set(result.hidden.map(({ name }) => name));
    for (const name of result.unprotected) for (const other of besides(document, name)) hidden.add(other);
    const cells = result.documents.flatMap(({ tables }) => valuesOf(tables));
    published = { draft, values: new Map(cells), hidden };
    earlier = earlierRelease([document], hidden, relations);
  }
  return (table, row, column) => {
    const name = figureName(table, row, column);
    if (!published) return "no-records";
    if (published.hidden.has(name)) return "suppressed";
    return published.values.get(name) ?? published.draft.gaps.get(name) ?? "no-records";
  };
}

/** Every number of people in the table of a figure that nothing else protects. */
function besides({ tables }: CouncilDocument, name: string): string[] {
  return tables.flatMap(({ key, rows }) =>
    rows.flatMap(({ id, cells }) => {
      const isOpen = cells.value?.disclosedAs === "other";
      return isOpen || !name.startsWith(`${KEY}/${key}/`) ? [] : [cellName(KEY, key, id, "value")];
    }),
  );
}

/** What papers keep back was never shown here either. */
function withHeldBack(
  earlier: EarlierRelease | undefined,
  { document }: Draft,
  heldBack: ReadonlySet<string>,
): EarlierRelease | undefined {
  if (heldBack.size === 0) return earlier;
  const { cells } = earlierRelease([document], heldBack, []);
  return {
    cells: [...(earlier?.cells ?? []), ...cells.filter(({ isHidden }) => isHidden)],
    relations: earlier?.relations ?? [],
  };
}

function valuesOf(tables: CouncilDocument["tables"]): [string, number][] {
  return tables.flatMap(({ key, rows }) =>
    rows.flatMap(({ id, cells }) => {
      const value = cells.value?.value ?? null;
      return value === null ? [] : [[cellName(KEY, key, id, "value"), value] as [string, number]];
    }),
  );
}
