import type { CouncilDocument, DocumentCell, DocumentRow, DocumentTable } from "./document.rules.ts";

/** A cell where it stands on paper; null for an empty one. `row` is the id of the row that it belongs to. */
export type PlacedCell = { column: string; row: string; cell: DocumentCell | null; rowSpan: number };

/** A line as it is drawn. A heading goes over all columns; cells that a cell above covers are left out. */
export type PaperLine =
  | { kind: "heading"; id: string; level: number; heading: string; isChanged: boolean }
  | { kind: "line"; id: string; isFirst: boolean; isChanged: boolean; cells: PlacedCell[] };

/** The lines of a table as paper, screen and spreadsheet draw them. */
export function layOut(table: DocumentTable): PaperLine[] {
  return blocksOf(table.rows).flatMap((block) => {
    const [head] = block;
    if (head!.kind === "heading")
      return [
        {
          kind: "heading" as const,
          id: head!.id,
          level: head!.level,
          heading: head!.heading,
          isChanged: head!.isChanged,
        },
      ];
    return linesOf(table, block);
  });
}

function blocksOf(rows: readonly DocumentRow[]): DocumentRow[][] {
  const blocks: DocumentRow[][] = [];
  for (const row of rows) {
    const open = blocks.at(-1);
    if (open && row.group !== undefined && open[0]!.group === row.group) open.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

function linesOf(table: DocumentTable, block: readonly DocumentRow[]): PaperLine[] {
  const [head, ...rest] = block as [DocumentRow, ...DocumentRow[]];
  const lines = rest.length === 0 ? [head] : rest;
  return lines.map((row, index) => ({
    kind: "line",
    id: row.id,
    isFirst: index === 0,
    isChanged: row.isChanged,
    cells: table.columns.flatMap(({ key }): PlacedCell[] => {
      const shared = rest.length === 0 ? undefined : head.cells[key];
      if (shared === undefined)
        return [{ column: key, row: row.id, cell: row.cells[key] ?? null, rowSpan: 1 }];
      return index === 0 ? [{ column: key, row: head.id, cell: shared, rowSpan: lines.length }] : [];
    }),
  }));
}

/** The notes of cells in the order in which they are read, each once: the first one is ※1. */
export function numberNotes(document: CouncilDocument): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const table of document.tables)
    for (const line of layOut(table))
      for (const { cell } of line.kind === "line" ? line.cells : [])
        if (cell && cell.note !== "" && !numbers.has(cell.note)) numbers.set(cell.note, numbers.size + 1);
  return numbers;
}

/** The notes of one table with their numbers, to stand below it. */
export function notesBelow(table: DocumentTable, numbers: ReadonlyMap<string, number>) {
  const found = new Map<number, string>();
  for (const row of table.rows)
    for (const { note } of Object.values(row.cells)) {
      const number = numbers.get(note);
      if (number !== undefined) found.set(number, note);
    }
  return [...found].toSorted(([a], [b]) => a - b).map(([number, text]) => ({ number, text }));
}
