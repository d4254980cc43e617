import { addColumn, addRow, type LinearModel, type Term } from "./linear.rules.ts";
import type { Ground } from "./plan-ground.rules.ts";
import type { PlanModel } from "./plan-model.rules.ts";

/** Above so many steps in all, a step stands for several people. */
const STEPS = 6_000;

/**
 * The second model: among the plans with at least `points`, one whose places are filled most evenly. The square of the
 * people at an offer is made of steps that cost more and more: the n-th person costs (2n − 1) ÷ maximum.
 */
export function evenModel(
  ground: Ground,
  { model, people, choices, opened }: PlanModel,
  { points, start }: { points: number; start: readonly number[] },
): { model: LinearModel; start: number[]; step: number } {
  const even: LinearModel = {
    ...model,
    costs: model.costs.map(() => 0),
    lower: [...model.lower],
    upper: [...model.upper],
    integer: [...model.integer],
    rowLower: [...model.rowLower],
    rowUpper: [...model.rowUpper],
    starts: [...model.starts],
    indices: [...model.indices],
    values: [...model.values],
  };
  const from = [...start];
  addRow(
    even,
    choices.map(({ column }): Term => [column, -model.costs[column]!]),
    { exactly: points },
  );
  const total = ground.offers.reduce((sum, { maximum }) => sum + maximum, 0);
  const width = Math.ceil(total / STEPS);
  ground.offers.forEach(({ minimum, maximum }, at) => {
    const here = people[at]!;
    if (here.length === 0) return;
    const open = opened[at]!;
    // Where nobody goes below the minimum, its steps are one with the question whether anybody goes.
    const base = open === null ? 0 : minimum;
    if (open !== null) even.costs[open] = base ** 2 / Math.max(1, maximum);
    let filled = here.reduce((sum, [column, size]) => sum + size * Math.round(start[column]!), 0) - base;
    const steps: Term[] = [];
    for (let below = base; below < maximum; below += width) {
      const wide = Math.min(width, maximum - below);
      const cost = ((below + wide) ** 2 - below ** 2) / wide / maximum;
      const step = addColumn(even, { cost, upper: wide });
      steps.push([step, -1]);
      from.push(Math.max(0, Math.min(wide, filled)));
      filled -= wide;
      if (open === null) continue;
      addRow(
        even,
        [
          [step, 1],
          [open, -wide],
        ],
        { atMost: 0 },
      );
    }
    addRow(even, [...here, ...(open === null ? [] : [[open, -base] as Term]), ...steps], { exactly: 0 });
  });
  return { model: even, start: from, step: width > 1 ? 0 : evennessStep(ground) };
}

/**
 * The least by which two plans can differ in unevenness; 0 where that is too little to be told apart. With one maximum
 * for all it is twice 1 ÷ maximum, because Σ people² is even when the number of people is.
 */
function evennessStep(ground: Ground): number {
  const maxima = [...new Set(ground.offers.map(({ maximum }) => maximum))].filter((maximum) => maximum > 0);
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const common = maxima.reduce((all, maximum) => (all * maximum) / divisor(all, maximum), 1);
  if (common > 1e5) return 0;
  return (maxima.length === 1 ? 2 : 1) / common;
}
