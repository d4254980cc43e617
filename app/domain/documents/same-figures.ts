import { type CouncilDocument, cellName, type Relation } from "./document.rules.ts";

/**
 * A figure that several papers print: who hides it in one must hide it in all. As relations with one part each, so that a
 * hidden cell is never told by its twin.
 */
export function sameFigures(documents: readonly CouncilDocument[]): Relation[] {
  const places = new Map<string, string[]>();
  for (const document of documents)
    for (const table of document.tables)
      for (const row of table.rows)
        for (const [column, { figure, value }] of Object.entries(row.cells)) {
          if (figure === undefined || value === null) continue;
          const names = places.get(figure) ?? [];
          names.push(cellName(document.key, table.key, row.id, column));
          places.set(figure, names);
        }
  return [...places.values()].flatMap(([first, ...others]) =>
    others.map((name) => ({ total: first!, parts: [name] })),
  );
}
