import type { LinearEngine } from "./linear.rules.ts";
import type { PlanModel } from "./plan-model.rules.ts";

/** Models of fewer columns are solved before a first plan would be found. */
export const LARGE_COLUMNS = 3_000;

/** From which share of "open" in the relaxed solution an offer counts as open, in the order in which they are tried. */
const THRESHOLDS = [0.3, 0.5, 0.1];

/**
 * A good plan to begin a large search with, so that there is one early whatever the time limit: solves without whole
 * numbers, opens the offers that this uses, and deals the people out to exactly those. `values` is null when that led to
 * nothing or the model is small; no solution costs less than `bound`.
 */
export function startingPlan(
  { model, opened }: PlanModel,
  engine: LinearEngine,
  secondsLeft: () => number,
): { values: number[] | null; bound: number } {
  const columns = opened.filter((column) => column !== null);
  if (model.costs.length < LARGE_COLUMNS || columns.length === 0) return { values: null, bound: -Infinity };
  const relaxed = engine(
    { ...model, integer: model.integer.map(() => false) },
    { timeLimitSeconds: secondsLeft(), absoluteGap: 0.999 },
  );
  if (relaxed.status !== "optimal") return { values: null, bound: -Infinity };
  const bound = relaxed.objective;
  for (const threshold of THRESHOLDS) {
    const lower = [...model.lower];
    const upper = [...model.upper];
    for (const column of columns)
      lower[column] = upper[column] = relaxed.values![column]! >= threshold ? 1 : 0;
    const plan = engine(
      { ...model, lower, upper },
      { timeLimitSeconds: secondsLeft(), absoluteGap: 0.999, nodeLimit: 1 },
    );
    if (plan.values) return { values: plan.values, bound };
  }
  return { values: null, bound };
}
