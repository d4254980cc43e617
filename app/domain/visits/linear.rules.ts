/**
 * A mixed-integer linear program that is minimised, row by row: what the engine is given. Infinite bounds are
 * `Infinity`.
 */
export type LinearModel = {
  costs: number[];
  lower: number[];
  upper: number[];
  integer: boolean[];
  rowLower: number[];
  rowUpper: number[];
  /** Where each row begins in `indices` and `values`, and at last the end. */
  starts: number[];
  indices: number[];
  values: number[];
};

/** A column and its coefficient in a row. */
export type Term = readonly [column: number, coefficient: number];

/** What the engine says of a model. `values` is null where no solution was found. */
export type LinearOutcome = {
  status: "optimal" | "infeasible" | "limit";
  values: number[] | null;
  objective: number;
  /** No solution can cost less. */
  bound: number;
};

export type LinearOptions = {
  timeLimitSeconds: number;
  /** Solutions whose costs differ by less count as equal; below the step between two possible costs. */
  absoluteGap: number;
  /** Stops after so many nodes of the search tree. */
  nodeLimit?: number;
  /** A solution to begin with. */
  start?: number[];
};

/** Solves one model; the engine in the worker, or another in a test. */
export type LinearEngine = (model: LinearModel, options: LinearOptions) => LinearOutcome;

/** An empty model. */
export function newModel(): LinearModel {
  return {
    costs: [],
    lower: [],
    upper: [],
    integer: [],
    rowLower: [],
    rowUpper: [],
    starts: [0],
    indices: [],
    values: [],
  };
}

/** Adds a column and returns its number. */
export function addColumn(
  model: LinearModel,
  column: { cost?: number; lower?: number; upper?: number; integer?: boolean },
): number {
  model.costs.push(column.cost ?? 0);
  model.lower.push(column.lower ?? 0);
  model.upper.push(column.upper ?? Infinity);
  model.integer.push(column.integer ?? true);
  return model.costs.length - 1;
}

/** Adds the row `lower ≤ Σ coefficient · column ≤ upper`; a column may stand in it once. */
export function addRow(
  model: LinearModel,
  terms: readonly Term[],
  bounds: { atLeast?: number; atMost?: number; exactly?: number },
): void {
  model.rowLower.push(bounds.exactly ?? bounds.atLeast ?? -Infinity);
  model.rowUpper.push(bounds.exactly ?? bounds.atMost ?? Infinity);
  for (const [column, coefficient] of terms) {
    if (coefficient === 0) continue;
    model.indices.push(column);
    model.values.push(coefficient);
  }
  model.starts.push(model.indices.length);
}
