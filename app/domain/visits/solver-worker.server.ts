import { parentPort, workerData } from "node:worker_threads";
import type { PlanInput, PlanResult } from "./plan.rules.ts";
import { openEngine } from "./engine.server.ts";
import { solveWith } from "./solving.server.ts";

// Started by solver.server.ts for one plan: says each complete plan as it is found, the last one is the answer.
const say = (result: PlanResult, last: boolean) => parentPort!.postMessage({ result, last }, []);
const engine = await openEngine();
say(
  solveWith(engine, workerData as PlanInput, (plan) => say(plan, false)),
  true,
);
