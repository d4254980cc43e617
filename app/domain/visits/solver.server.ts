import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { PlanInput, PlanResult } from "./plan.rules.ts";
import { problemOf } from "./plan-problem.rules.ts";

/**
 * The worker's source, by its name in package.json's `imports`: the same file for the sources, for tests and for the
 * build, whose own folder does not hold it. Node reads the types away.
 */
const WORKER = createRequire(import.meta.url).resolve("#app/domain/visits/solver-worker.server.ts");

/** The solver looks at its clock now and then; after this many seconds above the limit it is stopped from outside. */
const GRACE_SECONDS = 10;

/** JavaScript memory of the worker; the solver's own memory ends at 2 GB by its build. */
const MEMORY_MB = 1024;

let queue: Promise<unknown> = Promise.resolve();

/**
 * Makes the best plan for an input, or says why there is none. Runs in a thread of its own, one plan at a time in this
 * process; the time limit begins when it is this plan's turn. Throws when `problemOf` finds something in the input.
 */
export async function solvePlan(
  input: PlanInput,
  { graceSeconds = GRACE_SECONDS }: { graceSeconds?: number } = {},
): Promise<PlanResult> {
  const problems = problemOf(input);
  if (problems.length > 0) throw new Error(`the input cannot be planned: ${JSON.stringify(problems[0])}`);
  const turn = queue.then(() => runWorker(input, graceSeconds));
  queue = turn.catch(() => {});
  return turn;
}

function runWorker(input: PlanInput, graceSeconds: number): Promise<PlanResult> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const worker = new Worker(WORKER, {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    let found: PlanResult | null = null;
    const stop = setTimeout(() => finish(), (input.timeLimitSeconds + graceSeconds) * 1000);
    function finish(error?: Error) {
      clearTimeout(stop);
      void worker.terminate();
      if (found) resolve(found);
      else if (error === undefined)
        resolve({
          state: "failed",
          reason: "time-limit-without-plan",
          seconds: (performance.now() - started) / 1000,
        });
      else reject(error);
    }
    worker.on("message", ({ result, last }: { result: PlanResult; last: boolean }) => {
      found = result;
      if (last) finish();
    });
    worker.on("error", finish);
    worker.on("exit", (code) => finish(new Error(`the solver's worker ended with ${code}`)));
  });
}
