/** A linear programme: columns from 0, each at least 0; every row is a sum that equals its right side. */
export type LinearProgramme = {
  columns: number;
  rows: readonly { terms: readonly (readonly [column: number, factor: number])[]; equals: number }[];
  costs: Float64Array;
};

export type LinearAnswer =
  | { status: "optimal"; values: Float64Array; cost: number }
  | { status: "infeasible" | "unbounded" };

const EPSILON = 1e-9;

/** After so many exchanges per row the column with the steepest cost no longer decides, but Bland's rule, which ends. */
const STEEP_EXCHANGES = 20;

/**
 * Finds the values with the least cost by the simplex method in two phases on a dense table; the same programme gives the
 * same answer. For the small systems of published tables.
 */
export function minimise({ columns, rows, costs }: LinearProgramme): LinearAnswer {
  const height = rows.length;
  const width = columns + height + 1;
  const last = width - 1;
  const table = rows.map(({ terms, equals }, at) => {
    const line = new Float64Array(width);
    const sign = equals < 0 ? -1 : 1;
    for (const [column, factor] of terms) line[column]! += sign * factor;
    line[columns + at] = 1;
    line[last] = sign * equals;
    return line;
  });
  const basis = rows.map((_, at) => columns + at);

  // First the artificial columns leave; what is left of them says that there is no solution.
  const phaseOne = new Float64Array(width);
  phaseOne.fill(1, columns, columns + height);
  for (const line of table) subtract(phaseOne, line, 1);
  improve(table, basis, phaseOne, columns);
  if (-phaseOne[last]! > 1e-7) return { status: "infeasible" };
  driveOut(table, basis, columns);

  const phaseTwo = new Float64Array(width);
  phaseTwo.set(costs);
  for (const [at, line] of table.entries()) {
    const cost = basis[at]! < columns ? costs[basis[at]!]! : 0;
    if (cost !== 0) subtract(phaseTwo, line, cost);
  }
  if (!improve(table, basis, phaseTwo, columns)) return { status: "unbounded" };
  const values = new Float64Array(columns);
  for (const [at, column] of basis.entries()) if (column < columns) values[column] = table[at]![last]!;
  return { status: "optimal", values, cost: -phaseTwo[last]! };
}

/** Exchanges columns until no cost falls any more; false when it falls without end. */
function improve(table: Float64Array[], basis: number[], costs: Float64Array, columns: number): boolean {
  for (let exchanges = 0; ; exchanges++) {
    const isSteep = exchanges < STEEP_EXCHANGES * table.length;
    let entering = -1;
    let least = -EPSILON;
    for (let column = 0; column < columns; column++) {
      if (costs[column]! >= least) continue;
      entering = column;
      if (!isSteep) break;
      least = costs[column]!;
    }
    if (entering < 0) return true;
    const leaving = leavingRow(table, basis, entering);
    if (leaving < 0) return false;
    exchange(table, basis, costs, { row: leaving, column: entering });
  }
}

function leavingRow(table: Float64Array[], basis: number[], column: number): number {
  let chosen = -1;
  let least = Infinity;
  for (const [at, line] of table.entries()) {
    if (line[column]! <= EPSILON) continue;
    const ratio = line.at(-1)! / line[column]!;
    const isTie = Math.abs(ratio - least) <= EPSILON;
    if (ratio < least - EPSILON || (isTie && basis[at]! < basis[chosen]!)) {
      least = ratio;
      chosen = at;
    }
  }
  return chosen;
}

/** An artificial column that stayed at 0 gives way to a real one where its row has any. */
function driveOut(table: Float64Array[], basis: number[], columns: number): void {
  const nothing = new Float64Array(table[0]?.length ?? 0);
  for (const [at, line] of table.entries()) {
    if (basis[at]! < columns) continue;
    const column = line.subarray(0, columns).findIndex((factor) => Math.abs(factor) > EPSILON);
    if (column >= 0) exchange(table, basis, nothing, { row: at, column });
  }
}

function exchange(
  table: Float64Array[],
  basis: number[],
  costs: Float64Array,
  { row, column }: { row: number; column: number },
): void {
  const pivot = table[row]!;
  const factor = pivot[column]!;
  for (let at = 0; at < pivot.length; at++) pivot[at]! /= factor;
  for (const [at, line] of table.entries())
    if (at !== row && line[column] !== 0) subtract(line, pivot, line[column]!);
  if (costs[column] !== 0) subtract(costs, pivot, costs[column]!);
  basis[row] = column;
}

function subtract(line: Float64Array, other: Float64Array, times: number): void {
  for (let at = 0; at < line.length; at++) line[at]! -= times * other[at]!;
}
