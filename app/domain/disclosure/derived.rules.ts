import type { CouncilDocument, DocumentCell } from "../documents/document.rules.ts";
import { cellsOf, type NamedCell } from "./quantities.rules.ts";

/** A text in a paper that says a number which is hidden elsewhere in its row. */
export type Mention = { cell: string; hidden: string };

/** A cell that says how two others compare, as printed: 60.0%, 1.5倍, +3. */
const COMPARISON = /[%%倍±▲△]|^[++−-]/;

/**
 * Cells that were calculated from a hidden one and a shown one of the same row: a rate of achievement with its target
 * beside it tells the figure.
 */
export function derivedCells(
  documents: readonly CouncilDocument[],
  hidden: ReadonlyMap<string, unknown>,
): string[] {
  const found: string[] = [];
  for (const row of rowsOf(documents)) {
    const secrets = row.filter(({ name, cell }) => hidden.has(name) && cell.value !== null);
    if (secrets.length === 0) continue;
    const shown = row.filter(({ name, cell }) => !hidden.has(name) && cell.value !== null);
    for (const candidate of shown) {
      const { cell } = candidate;
      if (cell.disclosedAs !== "other" || !COMPARISON.test(cell.text)) continue;
      const others = shown.filter((one) => one !== candidate).map((one) => one.cell.value!);
      if (secrets.some((secret) => isDerived(cell, secret.cell.value!, others))) found.push(candidate.name);
    }
  }
  return found;
}

/** Cells by row, in the order of print. */
function rowsOf(documents: readonly CouncilDocument[]): NamedCell[][] {
  return [...Map.groupBy(cellsOf(documents), ({ row }) => row).values()];
}

function isDerived({ value, text }: DocumentCell, secret: number, others: readonly number[]): boolean {
  const isPrinted = (result: number) =>
    [result, result * 100].some((one) => Math.abs(one - value!) <= (/[%%]/.test(text) ? 0.06 : 0.006));
  return others.some(
    (other) =>
      isPrinted(secret / other) ||
      isPrinted(other / secret) ||
      Math.abs(secret - other) === Math.abs(value!) ||
      others.some((third) => third !== other && isPrinted((secret - third) / (other - third))),
  );
}

/** Words in which a hidden number of people, companies or cases stands, in a row about the same indicator or node. */
export function mentionsOf(
  documents: readonly CouncilDocument[],
  hidden: ReadonlyMap<string, unknown>,
): Mention[] {
  const cells = cellsOf(documents);
  const aboutOf = ({ row }: NamedCell) => decodeURIComponent(row.split("/")[2]!).split("/")[0]!;
  const secrets = Map.groupBy(
    cells.filter(({ name, cell }) => hidden.has(name) && cell.value !== null),
    aboutOf,
  );
  return cells.flatMap((named) => {
    if (named.cell.value !== null || named.cell.text === "") return [];
    const text = named.cell.text.normalize("NFKC");
    return (secrets.get(aboutOf(named)) ?? [])
      .filter(({ cell }) => new RegExp(`(?<![\\d.,])${cell.value}(人|名|社|件)`).test(text))
      .map(({ name }) => ({ cell: named.name, hidden: name }));
  });
}
