/** Facet values, sort keys and counts of the embedded index, held by row number. */
import { fold, withoutLegalForm } from "./analysis.ts";
import { facets, sizeOf, type Facet, type SearchDocument, type Sort } from "./definition.ts";
import type { FacetCount, SearchFilters, SearchQuery } from "./engine.ts";
import { industryGroup, industryMiddleCode } from "./industries.ts";
import type { Rows } from "./embedded-reader.ts";
import { namedAreas } from "./named-areas.ts";

type Column = {
  values: string[];
  ordinals: Map<string, number>;
  rows: (readonly number[])[];
  shared: Map<string, readonly number[]>;
};
type SortKey = { kana: string; id: string; updatedAt: string };

/** Chosen values by facet; an absent facet is not filtered. */
export type Chosen = Partial<Record<Facet, ReadonlySet<string>>>;

const facetNames = facets.map(({ facet }) => facet);
/** Facets of which all chosen values are wanted. */
export const wantsAll: ReadonlySet<Facet> = new Set(
  facets.filter(({ combine }) => combine === "all").map(({ facet }) => facet),
);

/** A document's values of each facet. */
export function facetValues(document: SearchDocument): Record<Facet, readonly string[]> {
  const size = sizeOf(document.employeeCount);
  const some = (value: string) => (value === "" ? [] : [value]);
  return {
    kind: [document.kind],
    area: some(document.area),
    industryGroup: some(industryGroup(document.industryCode)),
    industryCode: some(industryMiddleCode(document.industryCode)),
    benefits: [...new Set(document.benefits)],
    certifications: [...new Set(document.certifications)],
    departments: [...new Set(document.departments)],
    size: size === null ? [] : [size],
    open: [
      ...(document.openInternships > 0 || document.kind === "internship" ? ["internship"] : []),
      ...(document.openEvents > 0 || document.kind === "event" ? ["event"] : []),
    ],
  };
}

/** The filters of a query by facet. Division letters and middle codes of one choice stand in one set. */
export function chosenOf({ kinds, filters = {} }: SearchQuery): Chosen {
  const chosen: Chosen = {};
  const choose = (facet: Facet, values: readonly string[] | undefined) => {
    if (values !== undefined && values.length > 0) chosen[facet] = new Set(values);
  };
  choose("kind", kinds);
  for (const facet of [
    "area",
    "benefits",
    "certifications",
    "departments",
    "size",
    "open",
  ] as const satisfies (keyof SearchFilters)[])
    choose(facet, filters[facet]);
  choose(
    "industryCode",
    filters.industryCode?.map((code) => industryMiddleCode(code) || industryGroup(code) || code),
  );
  return chosen;
}

/** The facet a filter is tested on, and the one more facet it may be met by. */
export const alsoMetBy: Partial<Record<Facet, Facet>> = { industryCode: "industryGroup" };

export class FacetStore {
  readonly #columns: Record<Facet, Column>;
  #keys: (SortKey | undefined)[] = [];
  #orders: Partial<Record<Sort, number[]>> = {};
  #areas: { read: number; named: ReadonlyMap<string, string> } = { read: 0, named: new Map() };
  #all: Rows | undefined;
  #allCounts: Partial<Record<Facet, FacetCount[]>> | undefined;

  constructor() {
    const empty = (): Column => ({ values: [], ordinals: new Map(), rows: [], shared: new Map() });
    this.#columns = Object.fromEntries(facetNames.map((facet) => [facet, empty()])) as Record<Facet, Column>;
  }

  /** One more than the highest row number. */
  get end(): number {
    return this.#keys.length;
  }

  put(row: number, document: SearchDocument): void {
    this.remove(row);
    for (const [facet, values] of Object.entries(facetValues(document))) {
      const column = this.#columns[facet as Facet];
      const key = values.join("\x1f");
      let ordinals = column.shared.get(key);
      if (ordinals === undefined) {
        ordinals = values.map((value) => ordinalOf(column, value));
        column.shared.set(key, ordinals);
      }
      column.rows[row] = ordinals;
    }
    const kana = fold(withoutLegalForm(document.nameKana || document.name));
    while (this.#keys.length < row) this.#keys.push(undefined);
    this.#keys[row] = { kana, id: document.id, updatedAt: document.updatedAt };
    this.#insertOrdered(row);
    this.#forgetAll();
  }

  remove(row: number): void {
    if (this.#keys[row] === undefined) return;
    for (const sort of Object.keys(this.#orders) as Sort[]) {
      const order = this.#orders[sort]!;
      order.splice(this.#placeOf(order, row, sort), 1);
    }
    this.#keys[row] = undefined;
    this.#forgetAll();
  }

  /** Whether any document has this value. */
  has(facet: Facet, value: string): boolean {
    return this.#columns[facet].ordinals.has(value);
  }

  /** The area of the documents that a folded word names, with or without 市, 町 … at its end; undefined for other words. */
  areaNamed(folded: string): string | undefined {
    const { values } = this.#columns.area;
    if (this.#areas.read !== values.length) {
      this.#areas = { read: values.length, named: namedAreas(values) };
    }
    return this.#areas.named.get(folded);
  }

  /** All rows, ascending. */
  all(): Rows {
    return (this.#all ??= Uint32Array.from(this.#keys.keys().filter((row) => this.#keys[row] !== undefined)));
  }

  /** Compares by kana name, then id. */
  compare(a: number, b: number): number {
    return compareKeys(this.#keys[a]!, this.#keys[b]!, "nameKana");
  }

  /** All rows in a sort order. */
  order(sort: "nameKana" | "newest"): readonly number[] {
    return (this.#orders[sort] ??= Array.from(this.all()).sort((a, b) =>
      compareKeys(this.#keys[a]!, this.#keys[b]!, sort),
    ));
  }

  /** The rows that pass the filters, and the counts of each facet under the filters of all others. */
  select(
    rows: Rows,
    chosen: Chosen,
    withCounts: boolean,
  ): { rows: Rows; counts: Partial<Record<Facet, FacetCount[]>> } {
    const tests = (Object.entries(chosen) as [Facet, ReadonlySet<string>][]).map(([facet, values]) =>
      this.#test(facet, values),
    );
    const unfiltered = rows === this.#all && tests.length === 0;
    if (tests.length === 0 && !withCounts) return { rows, counts: {} };
    if (unfiltered && this.#allCounts) return { rows, counts: this.#allCounts };
    const tallies = facetNames.map((facet) => ({
      facet,
      column: this.#columns[facet],
      counts: new Uint32Array(this.#columns[facet].values.length),
    }));
    const passed = new Uint32Array(rows.length);
    let size = 0;
    for (const row of rows) {
      let missed: Facet | undefined;
      let misses = 0;
      for (const { facet, passes } of tests) {
        if (passes(row)) continue;
        missed = facet;
        misses += 1;
        if (misses > 1) break;
      }
      // Where all chosen values are wanted, a further one narrows: its count is taken among what passes.
      if (misses > 1 || (missed !== undefined && wantsAll.has(missed))) continue;
      if (misses === 0) passed[size++] = row;
      if (!withCounts) continue;
      for (const { facet, column, counts } of tallies) {
        if (missed !== undefined && facet !== missed && facet !== alsoMetBy[missed]) continue;
        const ordinals = column.rows[row]!;
        for (let at = 0; at < ordinals.length; at += 1) counts[ordinals[at]!]! += 1;
      }
    }
    const counts: Partial<Record<Facet, FacetCount[]>> = {};
    if (withCounts)
      for (const { facet, column, counts: tally } of tallies)
        counts[facet] = listCounts(column.values, tally, chosen[facet]);
    if (unfiltered) this.#allCounts = counts;
    return { rows: passed.subarray(0, size), counts };
  }

  #test(facet: Facet, values: ReadonlySet<string>): { facet: Facet; passes: (row: number) => boolean } {
    const flagsOf = (column: Column) =>
      Uint8Array.from(column.values, (value) => (values.has(value) ? 1 : 0));
    const places = [facet, alsoMetBy[facet]]
      .filter((name) => name !== undefined)
      .map((name) => ({ column: this.#columns[name], flags: flagsOf(this.#columns[name]) }));
    if (wantsAll.has(facet)) {
      const [{ column, flags }] = places as [(typeof places)[0]];
      const held = (row: number) => column.rows[row]!.reduce((sum, ordinal) => sum + flags[ordinal]!, 0);
      return { facet, passes: (row) => held(row) === values.size };
    }
    return {
      facet,
      passes: (row) =>
        places.some(({ column, flags }) => column.rows[row]!.some((ordinal) => flags[ordinal] === 1)),
    };
  }

  #insertOrdered(row: number): void {
    for (const sort of Object.keys(this.#orders) as Sort[]) {
      const order = this.#orders[sort]!;
      order.splice(this.#placeOf(order, row, sort), 0, row);
    }
  }

  #placeOf(order: readonly number[], row: number, sort: Sort): number {
    let from = 0;
    let to = order.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (compareKeys(this.#keys[order[middle]!]!, this.#keys[row]!, sort) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #forgetAll(): void {
    this.#all = undefined;
    this.#allCounts = undefined;
  }
}

function ordinalOf(column: Column, value: string): number {
  const known = column.ordinals.get(value);
  if (known !== undefined) return known;
  column.ordinals.set(value, column.values.length);
  return column.values.push(value) - 1;
}

function compareKeys(a: SortKey, b: SortKey, sort: Sort): number {
  if (sort === "newest" && a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt ? -1 : 1;
  if (a.kana !== b.kana) return a.kana < b.kana ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Values with their counts; a chosen value stays listed even with none. */
function listCounts(
  values: readonly string[],
  tally: Uint32Array,
  chosen: ReadonlySet<string> | undefined,
): FacetCount[] {
  return values
    .map((value, at) => ({ value, count: tally[at]! }))
    .filter(({ value, count }) => count > 0 || chosen?.has(value))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
