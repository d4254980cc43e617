/** Runs a step of the start and says on one line what it is and how long it took. */
export async function progress<Result>(label: string, step: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  process.stdout.write(`  ${label} ...`);
  const result = await step();
  process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return result;
}
