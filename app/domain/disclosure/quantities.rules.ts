import {
  cellName,
  type CouncilDocument,
  type DisclosedAs,
  type DocumentCell,
  type Relation,
} from "../documents/document.rules.ts";
import { type DisclosureLimits, isSmall, widthNeeded } from "./rules.ts";

/** A cell with its name in the release and with its row, whose name is the cell's without the column. */
export type NamedCell = { name: string; row: string; part: string; cell: DocumentCell };

/** Every cell of the papers with its name (`cellName`), in the order of print. */
export function cellsOf(documents: readonly CouncilDocument[]): NamedCell[] {
  return documents.flatMap((document) =>
    document.tables.flatMap((table) =>
      table.rows.flatMap((row) =>
        Object.entries(row.cells).map(([column, cell]) => ({
          name: cellName(document.key, table.key, row.id, column),
          row: cellName(document.key, table.key, row.id, ""),
          part: partOf(row.id, cell.indicatorId),
          cell,
        })),
      ),
    ),
  );
}

/** What the row is about below its indicator or node: a category, a month; empty for the figure itself. */
function partOf(rowId: string, indicatorId: string | null): string {
  return rowId
    .split("/")
    .slice(1)
    .filter((segment) => segment !== indicatorId)
    .join("/");
}

/** A cell that was public, or hidden, in the last release. `value` is the true one also where it was hidden. */
export type EarlierCell = Pick<DocumentCell, "indicatorId" | "disclosedAs" | "value" | "rate"> & {
  name: string;
  part: string;
  isHidden: boolean;
};

/** The last release as an attacker has it, with the true values that only the town has. */
export type EarlierRelease = { cells: readonly EarlierCell[]; relations: readonly Relation[] };

/**
 * The last release from its papers drawn again as of its own cut (nothing hidden) and the names of the cells that were
 * hidden when it was published.
 */
export function earlierRelease(
  drawn: readonly CouncilDocument[],
  hidden: ReadonlySet<string>,
  relations: readonly Relation[],
): EarlierRelease {
  const cells = cellsOf(drawn).map(({ name, part, cell }) => ({
    name,
    part,
    indicatorId: cell.indicatorId,
    disclosedAs: cell.disclosedAs,
    value: cell.value,
    ...(cell.rate ? { rate: cell.rate } : {}),
    isHidden: hidden.has(name),
  }));
  return { cells, relations };
}

/** One figure, however often it is printed, over both releases. */
export type Quantity = {
  names: string[];
  earlierNames: string[];
  value: number;
  isRate: boolean;
  indicatorId: string | null;
  rate: { numerator: number; denominator: number } | null;
  /** Fails the primary rule. */
  isSmall: boolean;
  /** How far an attacker's bounds must be apart, in units of the count. */
  width: number;
  /** Never hidden by rule: a target, a number of events. */
  isOpen: boolean;
  wasShown: boolean;
  wasHidden: boolean;
};

export type Quantities = {
  all: Quantity[];
  /** Sums over quantities by their place in `all`, total 1 and parts −1; of both releases. */
  sums: { terms: ReadonlyMap<number, number> }[];
  /** Place in `all` by the name of a cell of this release. */
  byName: ReadonlyMap<string, number>;
};

/**
 * Brings together what is one figure: cells about the same indicator (and part) with the same value, in all papers and in
 * the last release, and what a relation with one part calls equal. That two different figures happen to be equal only
 * makes more hidden, never less.
 */
export function findQuantities(
  documents: readonly CouncilDocument[],
  relations: readonly Relation[],
  limits: DisclosureLimits,
  last?: EarlierRelease,
): Quantities {
  const all: Quantity[] = [];
  const byKey = new Map<string, number>();
  const byName = new Map<string, number>();
  const byEarlierName = new Map<string, number>();
  const enter = (
    key: string,
    cell: Pick<DocumentCell, "indicatorId" | "disclosedAs" | "rate">,
    value: number,
  ) => {
    const at = byKey.get(key) ?? all.push(emptyQuantity(cell, value)) - 1;
    byKey.set(key, at);
    const quantity = all[at]!;
    quantity.isSmall ||= isSmall({ ...cell, value }, limits);
    quantity.width = Math.max(quantity.width, widthNeeded(cell.disclosedAs, limits));
    quantity.isOpen ||= cell.disclosedAs === "other";
    quantity.rate ??= cell.rate ?? null;
    return at;
  };
  const keyOf = (name: string, part: string, cell: Pick<EarlierCell, "indicatorId" | "disclosedAs">) =>
    cell.disclosedAs === "other"
      ? name
      : [cell.indicatorId === null ? name : `${cell.indicatorId} ${part}`, cell.disclosedAs === "rate"].join(
          " ",
        );
  for (const { name, part, cell } of cellsOf(documents)) {
    if (cell.value === null) continue;
    const at = enter(`${keyOf(name, part, cell)} ${cell.value}`, cell, cell.value);
    all[at]!.names.push(name);
    byName.set(name, at);
  }
  for (const cell of last?.cells ?? []) {
    // A figure that nobody can draw again is taken to be what stands there today.
    const value = cell.value ?? valueAt(all, byName.get(cell.name));
    if (value === null) continue;
    const earlier = cell.disclosedAs === "other" ? "earlier " : "";
    const at = enter(`${earlier}${keyOf(cell.name, cell.part, cell)} ${value}`, cell, value);
    const quantity = all[at]!;
    quantity.earlierNames.push(cell.name);
    byEarlierName.set(cell.name, at);
    if (cell.isHidden) quantity.wasHidden = true;
    else quantity.wasShown = true;
  }
  const sums = [...readSums(relations, byName, all), ...readSums(last?.relations ?? [], byEarlierName, all)];
  return { all, sums, byName };
}

function valueAt(all: readonly Quantity[], at: number | undefined): number | null {
  return at === undefined ? null : all[at]!.value;
}

function emptyQuantity(
  cell: { indicatorId: string | null; disclosedAs: DisclosedAs },
  value: number,
): Quantity {
  return {
    names: [],
    earlierNames: [],
    value,
    isRate: cell.disclosedAs === "rate",
    indicatorId: cell.indicatorId,
    rate: null,
    isSmall: false,
    width: 1,
    isOpen: false,
    wasShown: false,
    wasHidden: false,
  };
}

/** The sums whose cells all have figures; where one is missing, readers cannot add up either. */
function readSums(
  relations: readonly Relation[],
  byName: ReadonlyMap<string, number>,
  all: readonly Quantity[],
): { terms: ReadonlyMap<number, number> }[] {
  return relations.flatMap(({ total, parts }) => {
    const places = [total, ...parts].map((name) => byName.get(name));
    if (parts.length === 0 || places.some((at) => at === undefined || all[at]!.isRate)) return [];
    const terms = new Map<number, number>();
    for (const [at, place] of places.entries())
      terms.set(place!, (terms.get(place!) ?? 0) + (at === 0 ? 1 : -1));
    for (const [place, factor] of terms) if (factor === 0) terms.delete(place);
    return terms.size > 0 ? [{ terms }] : [];
  });
}

/**
 * Which cells an attacker may take for one figure: for each figure that is printed several times, each further cell as a
 * relation with one part. To be read from the papers before anything is hidden.
 */
export function sameQuantities(documents: readonly CouncilDocument[], limits: DisclosureLimits): Relation[] {
  return findQuantities(documents, [], limits).all.flatMap(({ names: [first, ...others] }) =>
    others.map((name) => ({ total: first!, parts: [name] })),
  );
}

/** Pairs of cells (now, in the last release) that are one figure: what an attacker may take for unchanged. */
export function unchangedCells(
  documents: readonly CouncilDocument[],
  last: EarlierRelease,
  limits: DisclosureLimits,
): [now: string, earlier: string][] {
  return findQuantities(documents, [], limits, last).all.flatMap(({ names: [now], earlierNames }) =>
    now === undefined ? [] : earlierNames.map((earlier): [string, string] => [now, earlier]),
  );
}
