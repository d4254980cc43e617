// npm run runs:check: computes every written calculation run again and names those that do not give the same number.
import { CODE_VERSION } from "#app/analytics/code-version.ts";
import { replayRun } from "#app/analytics/runs.server.ts";
import { withSearchTown } from "./search-town.ts";

process.exitCode = await withSearchTown(async (town) => {
  const runs = await town.database.calculationRun.findMany({
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      measureKey: true,
      measureVersion: true,
      asOf: true,
      knownOn: true,
      codeVersion: true,
    },
  });
  const counts = new Map<string, number>();
  for (const { id, measureKey, measureVersion, asOf, knownOn, codeVersion } of runs) {
    const replay = await replayRun(town, id);
    const outcome = replay.ok ? replay.outcome : replay.error;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    if (outcome === "same") continue;
    const code = codeVersion === CODE_VERSION ? "this code" : `code ${codeVersion}, now ${CODE_VERSION}`;
    const cut = `as of ${asOf.toISOString().slice(0, 10)}, as known on ${knownOn.toISOString()}`;
    console.log(`${outcome}: ${measureKey}@${measureVersion} ${cut}, ${code} (run ${id})`);
    if (!replay.ok) continue;
    const { run, again, added, gone } = replay;
    console.log(`  was ${run.value ?? run.missing}, is ${again.value ?? again.missing}`);
    for (const [sign, members] of [["+", added] as const, ["-", gone] as const])
      for (const { id: member, role = "numerator", amount } of members.slice(0, 5))
        console.log(`  ${sign} ${member} ${role} ${amount}`);
  }
  console.log(
    `${runs.length} runs: ${[...counts].map(([name, count]) => `${count} ${name}`).join(", ") || "none"}`,
  );
  const isFaulty = ["differs", "altered"].some((outcome) => counts.has(outcome));
  return isFaulty ? 1 : 0;
});
