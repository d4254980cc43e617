import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CouncilDocument, DocumentCell, Relation } from "../documents/document.rules.ts";
import { attackedCells, attackRelease, type PublicRelease, publishedFigures } from "./attack.rules.ts";
import {
  cellsOf,
  earlierRelease,
  type EarlierRelease,
  sameQuantities,
  unchangedCells,
} from "./quantities.rules.ts";
import { STANDARD_LIMITS as LIMITS } from "./rules.ts";
import { type HiddenCell, hideSmallCells } from "./suppression.rules.ts";

/** Milliseconds that the properties may take where other work runs beside them; alone they take one or two seconds. */
const PATIENCE = 30_000;

/** A table of people: rows are indicators, columns their parts, with totals in both directions. */
type Grid = number[][];

function count(indicatorId: string, value: number): DocumentCell {
  return { text: `${value}人`, value, marker: "computed", note: "", indicatorId, disclosedAs: "people" };
}

/** The grid as one paper, and its row totals once more in a second one. */
function papers(grid: Grid): { documents: CouncilDocument[]; relations: Relation[] } {
  const name = (table: string, row: string) => `${table}/t/${encodeURIComponent(row)}/value`;
  const lines = new Map<string, number>();
  const relations: Relation[] = [];
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  for (const [r, row] of grid.entries()) {
    for (const [c, value] of row.entries()) lines.set(`r${r}/c${c}`, value);
    lines.set(`r${r}`, sum(row));
    relations.push({
      total: name("results", `r${r}`),
      parts: row.map((_, c) => name("results", `r${r}/c${c}`)),
    });
  }
  for (const c of grid[0]!.keys()) {
    lines.set(`all/c${c}`, sum(grid.map((row) => row[c]!)));
    relations.push({
      total: name("results", `all/c${c}`),
      parts: grid.map((_, r) => name("results", `r${r}/c${c}`)),
    });
  }
  lines.set("all", sum(grid.flat()));
  relations.push({ total: name("results", "all"), parts: grid.map((_, r) => name("results", `r${r}`)) });
  const paper = (key: CouncilDocument["key"], rows: [string, number][]): CouncilDocument => ({
    key,
    label: "",
    title: "",
    planTitle: "",
    fiscalYear: 2024,
    asOf: "2025-01-31",
    knownOn: new Date(0),
    paper: { size: "A4", orientation: "portrait" },
    tables: [
      {
        key: "t",
        title: "",
        columns: [{ key: "value", label: "", share: 100, align: "end" }],
        rows: rows.map(([id, value]) => ({
          id,
          kind: "line",
          level: 3,
          heading: "",
          cells: { value: count(id.split("/")[0]!, value) },
          isChanged: false,
        })),
      },
    ],
    notes: [],
  });
  return {
    documents: [
      paper("results", [...lines]),
      paper(
        "evaluations",
        [...lines].filter(([id]) => !id.includes("/")),
      ),
    ],
    relations,
  };
}

type Drawn = ReturnType<typeof papers>;

function publicSide(
  drawn: Drawn,
  shown: readonly CouncilDocument[],
  hidden: readonly HiddenCell[],
): PublicRelease {
  return {
    published: publishedFigures(shown),
    hidden: attackedCells(drawn.documents, hidden, LIMITS),
    relations: [...drawn.relations, ...sameQuantities(drawn.documents, LIMITS)],
  };
}

/** Only small figures are hidden: suppression of others is switched off. */
function primaryOnly(drawn: Drawn): { documents: CouncilDocument[]; hidden: HiddenCell[] } {
  const { documents, hidden } = hideSmallCells(drawn.documents, [], LIMITS);
  return { documents, hidden };
}

const grids = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 5, max: 200 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

/** A grid and the same one after some more records came in. */
const successive = grids.chain((grid) =>
  fc
    .array(
      fc.record({
        row: fc.nat({ max: grid.length - 1 }),
        column: fc.nat({ max: grid[0]!.length - 1 }),
        more: fc.constantFrom(1, 1, 1, 2, 7),
      }),
      { maxLength: 3 },
    )
    .map((records) => {
      const after = grid.map((row) => [...row]);
      for (const { row, column, more } of records) after[row]![column]! += more;
      return { before: grid, after };
    }),
);

describe("attacking a release", () => {
  it(
    "finds no hidden cell of any table with totals in two directions",
    () => {
      fc.assert(
        fc.property(grids, (grid) => {
          const drawn = papers(grid);
          const { documents, hidden, unprotected } = hideSmallCells(drawn.documents, drawn.relations, LIMITS);
          expect(unprotected).toEqual([]);
          expect(attackRelease(publicSide(drawn, documents, hidden))).toEqual([]);
        }),
        { numRuns: 150, seed: 8 },
      );
    },
    PATIENCE,
  );

  it(
    "finds no hidden cell of two successive releases",
    () => {
      fc.assert(
        fc.property(successive, ({ before, after }) => {
          const { earlier, last } = published(papers(before));
          const drawn = papers(after);
          const { documents, hidden, unprotected } = hideSmallCells(
            drawn.documents,
            drawn.relations,
            LIMITS,
            last,
          );
          expect(unprotected).toEqual([]);
          const found = attackRelease({
            ...publicSide(drawn, documents, hidden),
            earlier,
            unchanged: unchangedCells(drawn.documents, last, LIMITS),
          });
          expect(found).toEqual([]);
        }),
        { numRuns: 100, seed: 8 },
      );
    },
    PATIENCE,
  );

  it("finds hidden cells when only the small ones are hidden", () => {
    const drawn = papers([
      [3, 20, 40],
      [30, 25, 50],
    ]);
    const { documents, hidden } = primaryOnly(drawn);
    const found = attackRelease(publicSide(drawn, documents, hidden));
    expect(found).toEqual([{ name: "results/t/r0%2Fc0/value", release: "now", by: "rank", low: 3, high: 3 }]);
  });

  it("finds hidden cells within bounds that are too narrow", () => {
    // Two ones that add up to two can only be one and one, though no single equation says so.
    const drawn = papers([
      [1, 1, 60],
      [40, 30, 50],
    ]);
    const { documents } = primaryOnly(drawn);
    const column = cellsOf(drawn.documents).find(({ name }) => name === "results/t/all%2Fc0/value")!;
    const other = cellsOf(drawn.documents).find(({ name }) => name === "results/t/all%2Fc1/value")!;
    const published = publishedFigures(documents);
    published.delete(column.name);
    published.delete(other.name);
    const found = attackRelease({
      published,
      hidden: ["results/t/r0%2Fc0/value", "results/t/r0%2Fc1/value"].map((name) => ({ name, width: 5 })),
      relations: drawn.relations,
    });
    expect(found.map(({ by, low, high }) => [by, low, high])).toEqual([
      ["interval", 1, 1],
      ["interval", 1, 1],
    ]);
  });

  it("finds what was hidden last time when the next release forgets about it", () => {
    const { earlier, last } = published(
      papers([
        [4, 20, 40],
        [30, 25, 50],
      ]),
    );
    const drawn = papers([
      [5, 20, 40],
      [30, 25, 50],
    ]);
    const alone = hideSmallCells(drawn.documents, drawn.relations, LIMITS);
    expect(alone.hidden).toEqual([]);
    const unchanged = unchangedCells(drawn.documents, last, LIMITS);
    const careless = attackRelease({ ...publicSide(drawn, alone.documents, []), earlier, unchanged });
    expect(careless.some(({ release, low, high }) => release === "earlier" && low === 4 && high === 4)).toBe(
      true,
    );
    const careful = hideSmallCells(drawn.documents, drawn.relations, LIMITS, last);
    expect(careful.hidden.length).toBeGreaterThan(0);
    const side = publicSide(drawn, careful.documents, careful.hidden);
    expect(attackRelease({ ...side, earlier, unchanged })).toEqual([]);
  });
});

describe("whole numbers", () => {
  it(
    "leave a hidden cell of a small table no fewer values than the bounds say",
    () => {
      const small = fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 }), {
        minLength: 2,
        maxLength: 2,
      });
      fc.assert(
        fc.property(small, (grid) => {
          const drawn = papers(grid);
          const { documents, hidden } = hideSmallCells(drawn.documents, drawn.relations, LIMITS);
          const shown = publishedFigures(documents);
          const inner = hidden.filter(({ name }) => /r\d%2Fc\d/.test(name));
          const totalsShown = drawn.relations.every(({ total }) => shown.has(total));
          fc.pre(totalsShown && inner.length > 0);
          for (const { name, reason } of inner) {
            const values = possibleValues(grid, shown, name);
            expect(values.at(-1)! - values[0]!).toBeGreaterThanOrEqual(
              reason === "primary" ? LIMITS.minimumPeople : 1,
            );
          }
        }),
        { numRuns: 60, seed: 8 },
      );
    },
    PATIENCE,
  );
});

/** Every value that a cell of a grid with two rows can have when all totals are known: by trying all of them. */
function possibleValues(grid: Grid, shown: ReadonlyMap<string, number>, name: string): number[] {
  const [top, bottom] = grid as [number[], number[]];
  const columns = top.map((value, c) => value + bottom[c]!);
  const rowTotal = top.reduce((all, one) => all + one, 0);
  const seen = new Set<number>();
  const nameOf = (r: number, c: number) => `results/t/r${r}%2Fc${c}/value`;
  const allowed = (r: number, c: number, value: number) => {
    const known = shown.get(nameOf(r, c));
    return known === undefined ? value >= 1 : known === value;
  };
  const range = (limit: number) => Array.from({ length: limit + 1 }, (_, value) => value);
  for (const a of range(columns[0]!))
    for (const b of range(columns[1]!)) {
      const line = [a, b, rowTotal - a - b];
      const under = line.map((value, c) => columns[c]! - value);
      if (!line.every((value, c) => value >= 0 && allowed(0, c, value))) continue;
      if (!under.every((value, c) => value >= 0 && allowed(1, c, value))) continue;
      for (const [r, values] of [line, under].entries())
        for (const [c, value] of values.entries()) if (nameOf(r, c) === name) seen.add(value);
    }
  return [...seen].toSorted((a, b) => a - b);
}

/** A first release as it is published, and as the town remembers it. */
function published(drawn: Drawn): { earlier: PublicRelease; last: EarlierRelease } {
  const { documents, hidden } = hideSmallCells(drawn.documents, drawn.relations, LIMITS);
  return {
    earlier: publicSide(drawn, documents, hidden),
    last: earlierRelease(drawn.documents, new Set(hidden.map(({ name }) => name)), drawn.relations),
  };
}
