import type { HiddenCell } from "../disclosure/suppression.rules.ts";
import { type CouncilDocument, cellName, type DocumentCell } from "../documents/document.rules.ts";

/** Hides the ratios whose actual is hidden: with the target beside it a ratio tells the figure. */
export function hideRatios(
  drawn: readonly CouncilDocument[],
  shown: readonly CouncilDocument[],
  hidden: readonly HiddenCell[],
  hiddenText: string,
): { documents: CouncilDocument[]; hidden: HiddenCell[] } {
  const names = new Set(hidden.map(({ name }) => name));
  const added: HiddenCell[] = [];
  const documents = shown.map((document, d) => ({
    ...document,
    tables: document.tables.map((table, t) => ({
      ...table,
      rows: table.rows.map((row, r) => ({
        ...row,
        cells: Object.fromEntries(
          Object.entries(row.cells).map(([column, cell]) => {
            const { derivedFrom = [] } = drawn[d]!.tables[t]!.rows[r]!.cells[column]!;
            const name = cellName(document.key, table.key, row.id, column);
            if (cell.value === null || names.has(name) || !derivedFrom.some((from) => names.has(from)))
              return [column, cell];
            added.push({ name, reason: "secondary" });
            const gone: DocumentCell = {
              ...cell,
              text: hiddenText,
              value: null,
              marker: "suppressed",
              note: "",
            };
            return [column, gone];
          }),
        ),
      })),
    })),
  }));
  return { documents, hidden: [...hidden, ...added] };
}
