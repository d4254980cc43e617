import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { boothModel, readChoice, SOLVER_OPTIONS } from "./planner-model.rules.ts";
import { chooseStepByStep } from "./planner-orders.rules.ts";
import { describePlan, type PlanResult } from "./planner-result.rules.ts";
import { fixedTooMuch, inOrder, overdrawn, type PlannerInput, type Resource } from "./planner.rules.ts";

/** The solver computes without pause, so it has a thread of its own. CommonJS, as `eval` workers are. */
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
require(workerData.highs)().then((highs) => {
  const { Status, Columns } = highs.solve(workerData.problem, workerData.options);
  const values = Object.entries(Columns).map(([name, { Primal }]) => [name, Primal]);
  parentPort.postMessage({ status: Status, values });
});`;

export type Proposal =
  | { ok: true; input: PlannerInput; result: PlanResult }
  /** What staff fixed takes more of this than there is; or nobody applied. */
  | { ok: false; error: "fixed-too-much"; by: Resource["kind"] }
  | { ok: false; error: "no-applications" };

/** The plan with most points; the same for the same content, whatever its order. */
export async function proposeBooths(unordered: PlannerInput): Promise<Proposal> {
  const input = inOrder(unordered);
  if (input.applications.length === 0) return { ok: false, error: "no-applications" };
  const by = fixedTooMuch(input);
  if (by) return { ok: false, error: "fixed-too-much", by };
  const { chosen, proven } = await choose(input);
  return { ok: true, input, result: describePlan(input, chosen, proven) };
}

async function choose(input: PlannerInput): Promise<{ chosen: Set<string>; proven: boolean }> {
  const model = boothModel(input);
  if (model.alike.length === 0) return { chosen: readChoice(input, model, () => 0), proven: true };
  const answer = await solve(model.problem);
  if (answer.status === "Optimal") {
    const values = new Map(answer.values);
    const chosen = readChoice(input, model, (variable) => values.get(variable) ?? 0);
    if (!overdrawn(input, chosen)) return { chosen, proven: true };
  }
  return { chosen: chooseStepByStep(input), proven: false };
}

type Answer = { status: string; values: [string, number][] };

function solve(problem: string): Promise<Answer> {
  const highs = createRequire(import.meta.url).resolve("highs");
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD, {
      eval: true,
      workerData: { highs, problem, options: SOLVER_OPTIONS },
    });
    worker.once("message", (answer: Answer) => {
      resolve(answer);
      void worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the booth solver ended with ${code}`)));
  });
}
