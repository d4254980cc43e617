import { normaliseLine } from "../text/rules.ts";

/** Where the headers of a table stand: the number of the first header row in the file, and how many there are. */
export type Layout = { headerRow: number; headerRows: number };

/** An area of merged cells; rows as the file numbers them, columns from 0. */
export type Merge = { area: string; top: number; bottom: number; left: number; right: number };

export const MOST_HEADER_ROWS = 3;
export const ROWS_SEARCHED = 30;

export function readMerges(areas: readonly string[]): Merge[] {
  return areas.flatMap((area) => {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(area);
    if (!match) return [];
    const [, left = "", top = "", right = "", bottom = ""] = match;
    return [{ area, top: Number(top), bottom: Number(bottom), left: columnAt(left), right: columnAt(right) }];
  });
}

function columnAt(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function letterOf(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The merged area that covers a cell without being led by it: the cell's own text is empty there. */
export function coveringMerge(merges: readonly Merge[], row: number, column: number): Merge | null {
  return (
    merges.find(
      ({ top, bottom, left, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
    ) ?? null
  );
}

/**
 * The headers of a table, one for each column, all different: a merged header stands over each of its columns, several
 * header rows become one text from top to bottom. A column without a header is called after its letter.
 */
export function headersOf(
  rows: readonly (readonly string[])[],
  { headerRow, headerRows }: Layout,
  merges: readonly Merge[],
): string[] {
  const width = Math.max(0, ...rows.slice(headerRow - 1).map((row) => row.length));
  const levels = Array.from({ length: headerRows }, (_, level) =>
    headerLevel(rows, { number: headerRow + level, width, isLast: level === headerRows - 1 }, merges),
  );
  const names = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const parts = levels.map((level) => level[column] ?? "").filter(Boolean);
    const name = parts.filter((part, at) => part !== parts[at - 1]).join(" ");
    const letter = `(${letterOf(column)}列)`;
    const unique = name === "" ? letter : names.has(name) ? `${name} ${letter}` : name;
    names.add(unique);
    return unique;
  });
}

/** One row of headers. Of several, an upper one reaches over the empty cells to its right, merged or not. */
function headerLevel(
  rows: readonly (readonly string[])[],
  { number, width, isLast }: { number: number; width: number; isLast: boolean },
  merges: readonly Merge[],
): string[] {
  const at = (row: number, column: number) => normaliseLine(rows[row - 1]?.[column] ?? "");
  let before = "";
  return Array.from({ length: width }, (_, column) => {
    const merge = coveringMerge(merges, number, column);
    const own = merge ? at(merge.top, merge.left) : at(number, column);
    const text = own === "" && !isLast && merges.length === 0 ? before : own;
    before = text;
    return text;
  });
}

const NUMERIC = /^[△▲−-]?[\d,.]+\D{0,3}$/;

/**
 * Where the headers probably stand: the row among the first ones (with the one below it, where that divides it further)
 * that has the most names which `knows` tells apart; earlier rows win. Titles and notes above are passed over.
 */
export function findLayout(
  rows: readonly (readonly string[])[],
  merges: readonly Merge[],
  knows: (headers: string[]) => number,
): Layout {
  let best: Layout & { score: number } = { headerRow: 1, headerRows: 1, score: 0 };
  for (let headerRow = 1; headerRow <= Math.min(ROWS_SEARCHED, rows.length); headerRow += 1) {
    if ((rows[headerRow - 1] ?? []).filter((cell) => cell.trim() !== "").length < 2) continue;
    for (const headerRows of [1, 2]) {
      if (headerRows === 2 && !isHeaderBelow(rows[headerRow] ?? [])) continue;
      const score = knows(headersOf(rows, { headerRow, headerRows }, merges));
      const isDivided = score === best.score && headerRow === best.headerRow && headerRows > best.headerRows;
      if (score > best.score || (isDivided && score > 0)) best = { headerRow, headerRows, score };
    }
  }
  return { headerRow: best.headerRow, headerRows: best.headerRows };
}

/** A second row of headers has words, and no numbers. */
function isHeaderBelow(row: readonly string[]): boolean {
  const texts = row.map(normaliseLine).filter(Boolean);
  return texts.length >= 2 && texts.every((text) => !NUMERIC.test(text));
}
