import { spawnSync } from "node:child_process";
import path from "node:path";

export type Step = { name: string; command: string[]; env?: Record<string, string> };

/** Runs commands of node_modules/.bin or scripts one after the other, shows their output, and sums up; 0 when all passed. */
export function runSteps(steps: Step[]): number {
  const done: { name: string; seconds: number; ok: boolean }[] = [];
  for (const step of steps) {
    console.log(`\n── ${step.name}: ${step.command.join(" ")}`);
    const started = performance.now();
    const result = spawnSync(step.command[0]!, step.command.slice(1), {
      stdio: "inherit",
      env: {
        ...process.env,
        PATH: `${path.resolve("node_modules/.bin")}${path.delimiter}${process.env["PATH"]}`,
        ...step.env,
      },
    });
    const ok = result.status === 0;
    if (result.status === null)
      console.error(`${step.name} ended by ${result.signal ?? String(result.error)}`);
    if (result.status !== null && result.status > 128)
      console.error(`${step.name} ended by signal ${result.status - 128} from outside`);
    done.push({ name: step.name, seconds: (performance.now() - started) / 1000, ok });
    if (!ok) break;
  }
  console.log("");
  for (const step of done)
    console.log(`  ${step.ok ? "passed" : "FAILED"}  ${step.seconds.toFixed(1).padStart(6)} s  ${step.name}`);
  const left = steps.length - done.length;
  if (left > 0) console.log(`  ${left} later steps did not run.`);
  return done.every((step) => step.ok) && left === 0 ? 0 : 1;
}
