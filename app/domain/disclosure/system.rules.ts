import { minimise } from "./simplex.rules.ts";

/** A sum over unknown quantities: Σ factor × quantity = equals. */
export type Equation = { terms: ReadonlyMap<number, number>; equals: number };

/**
 * The least that a hidden count can be. A 0 is always shown, so whoever sees the mark knows that it is not 0; the
 * attacker is taken to know this.
 */
export const LEAST_HIDDEN = 1;

/** The unknowns that the equations leave no freedom at all: the rank test, by reduction to row echelon form. */
export function determined(equations: readonly Equation[]): Set<number> {
  const lines = equations.filter(({ terms }) => terms.size > 0).map(({ terms }) => new Map(terms));
  const pivots: { column: number; line: Map<number, number> }[] = [];
  for (const line of lines) {
    for (const { column, line: pivot } of pivots) takeAway(line, pivot, column);
    const column = line.keys().next().value;
    if (column === undefined) continue;
    const factor = line.get(column)!;
    for (const [at, value] of line) line.set(at, value / factor);
    for (const { line: earlier } of pivots) takeAway(earlier, line, column);
    pivots.push({ column, line });
  }
  return new Set(pivots.filter(({ line }) => line.size === 1).map(({ column }) => column));
}

function takeAway(line: Map<number, number>, pivot: ReadonlyMap<number, number>, column: number): void {
  const times = line.get(column);
  if (times === undefined) return;
  for (const [at, value] of pivot) {
    const left = (line.get(at) ?? 0) - times * value;
    if (Math.abs(left) < 1e-9) line.delete(at);
    else line.set(at, left);
  }
}

/** Between which values an attacker can place an unknown count; null when the equations contradict each other. */
export function boundsOf(
  unknown: number,
  equations: readonly Equation[],
): { low: number; high: number } | null {
  const own = connected(equations, unknown);
  if (own.length === 0) return { low: LEAST_HIDDEN, high: Infinity };
  const columns = new Map<number, number>();
  for (const { terms } of own)
    for (const at of terms.keys()) columns.set(at, columns.get(at) ?? columns.size);
  const rows = own.map(({ terms, equals }) => {
    let right = equals;
    for (const factor of terms.values()) right -= factor * LEAST_HIDDEN;
    return { terms: [...terms].map(([at, factor]) => [columns.get(at)!, factor] as const), equals: right };
  });
  const edge = (sign: 1 | -1) => {
    const costs = new Float64Array(columns.size);
    costs[columns.get(unknown)!] = sign;
    return minimise({ columns: columns.size, rows, costs });
  };
  const low = edge(1);
  const high = edge(-1);
  if (low.status === "infeasible" || high.status === "infeasible") return null;
  return {
    low: low.status === "optimal" ? Math.ceil(low.cost + LEAST_HIDDEN - 1e-6) : LEAST_HIDDEN,
    high: high.status === "optimal" ? Math.floor(-high.cost + LEAST_HIDDEN + 1e-6) : Infinity,
  };
}

/** The equations that have to do with an unknown, also over others. */
export function connected<Row extends { terms: ReadonlyMap<number, unknown> }>(
  equations: readonly Row[],
  start: number,
): Row[] {
  const reached = new Set([start]);
  const taken = new Set<Row>();
  for (let before = -1; before !== taken.size;) {
    before = taken.size;
    for (const equation of equations) {
      if (taken.has(equation) || ![...equation.terms.keys()].some((at) => reached.has(at))) continue;
      taken.add(equation);
      for (const at of equation.terms.keys()) reached.add(at);
    }
  }
  return equations.filter((equation) => taken.has(equation));
}
