import { findMeasure } from "#app/analytics/registry.ts";
import { replayRun } from "#app/analytics/runs.server.ts";
import type { Town } from "#app/town.ts";

/** A computation behind printed cells that does not give its number again. */
export type ReplayProblem = {
  outcome: "differs" | "not-reproducible" | "altered" | "unknown-measure";
  measure: string;
  was: number | null;
  is: number | null;
  added: number;
  gone: number;
};

export type ReleaseReplay = {
  /** How many computations stand behind the release's cells. */
  runs: number;
  same: number;
  /** Another version of the portal computes now than the one that released. */
  isOtherCode: boolean;
  problems: ReplayProblem[];
};

/** Computes everything behind a release again, from the records as they were known then; nothing is written. */
export async function replayRelease(
  town: Pick<Town, "database">,
  { releaseId }: { releaseId: string },
): Promise<ReleaseReplay> {
  const cells = await town.database.releaseCell.findMany({
    where: { releaseId, runId: { not: null } },
    distinct: ["runId"],
    orderBy: { runId: "asc" },
    select: { runId: true },
  });
  const found: ReleaseReplay = { runs: cells.length, same: 0, isOtherCode: false, problems: [] };
  for (const { runId } of cells) {
    const replay = await replayRun(town, runId!);
    if (!replay.ok) {
      if (replay.error === "unknown-measure")
        found.problems.push({ ...NOTHING, outcome: "unknown-measure", measure: "" });
      continue;
    }
    const { run, again, outcome, added, gone } = replay;
    found.isOtherCode ||= replay.isOtherCode;
    if (outcome === "same") found.same += 1;
    else
      found.problems.push({
        outcome,
        measure: findMeasure(run.key, run.version)?.name ?? run.key,
        was: run.value,
        is: again.value,
        added: added.length,
        gone: gone.length,
      });
  }
  return found;
}

const NOTHING = { was: null, is: null, added: 0, gone: 0 };
