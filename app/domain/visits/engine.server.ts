import loadHighs from "highs";
import type { LinearEngine, LinearOutcome } from "./linear.rules.ts";

/**
 * The solver HiGHS as an engine. It has one thread and a fixed seed, so that the same model gives the same solution; a
 * call blocks, hence it belongs into a worker.
 */
export async function openEngine(): Promise<LinearEngine> {
  const highs = await loadHighs();
  const { integer, continuous } = highs.constants.variableType;
  const statuses = highs.constants.modelStatus;
  return (model, options) => {
    const numCols = model.costs.length;
    const numRows = model.rowLower.length;
    return highs.withModel(
      {
        numCols,
        numRows,
        sense: highs.constants.objectiveSense.minimize,
        colCost: model.costs,
        colLower: model.lower,
        colUpper: model.upper,
        rowLower: model.rowLower,
        rowUpper: model.rowUpper,
        integrality: model.integer.map((whole) => (whole ? integer : continuous)),
        matrix: {
          format: "csr",
          numCols,
          numRows,
          starts: model.starts,
          indices: model.indices,
          values: model.values,
        },
      },
      (solver): LinearOutcome => {
        solver.options.set({
          output_flag: false,
          random_seed: 0,
          mip_rel_gap: 0,
          mip_abs_gap: options.absoluteGap,
          time_limit: Math.max(0.05, options.timeLimitSeconds),
          ...(options.nodeLimit === undefined ? {} : { mip_max_nodes: options.nodeLimit }),
        });
        if (options.start) solver.setSolution({ colValue: options.start });
        solver.run();
        const code = solver.getModelStatus();
        if (code === statuses.infeasible || code === statuses.unboundedOrInfeasible)
          return { status: "infeasible", values: null, objective: Infinity, bound: Infinity };
        const found = solver.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
        const whole = model.integer.includes(true);
        return {
          status: code === statuses.optimal ? "optimal" : "limit",
          values: found ? Array.from(solver.getSolution().colValue) : null,
          objective: found ? Number(solver.info.get("objective_function_value")) : Infinity,
          bound: Number(solver.info.get(whole ? "mip_dual_bound" : "objective_function_value")),
        };
      },
    );
  };
}
