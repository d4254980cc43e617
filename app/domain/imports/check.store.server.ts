import type { Town } from "#app/town.ts";
import { knownMapping } from "./mapping.ts";
import { openPlanner } from "./planner.store.server.ts";
import type { PlannedRow } from "./row-plan.ts";
import type { StoredRow } from "./row-values.ts";
import type { OutcomeCounts } from "./rules.ts";

const ROWS_PER_BATCH = 500;

/**
 * The dry run, in the background: says of each row what it would do and changes no company. Begins again from the first
 * row when it was interrupted; a run that was discarded meanwhile stays so.
 */
export async function checkImport(
  town: Pick<Town, "database" | "clock">,
  { runId }: { runId: string },
): Promise<void> {
  const run = await town.database.importRun.findUnique({ where: { id: runId } });
  if (run?.state !== "checking") return;
  const { headers } = run;
  const planner = await openPlanner(town, { headers, mapping: knownMapping(run.mapping, headers) });
  const counts: OutcomeCounts = { create: 0, change: 0, same: 0, error: 0 };
  let done = 0;
  for await (const rows of readRows(town, runId)) {
    const planned = await planner.plan(rows);
    for (const { outcome } of planned) counts[outcome] += 1;
    done += rows.length;
    const stillWanted = await storeBatch(town, { runId, planned, done });
    if (!stillWanted) return;
  }
  await town.database.importRun.updateMany({
    where: { id: runId, state: "checking" },
    data: { state: "checked", counts, rowsDone: done, failure: null },
  });
}

/** The rows of a run in the order of the file, in batches. */
export async function* readRows(
  town: Pick<Town, "database">,
  runId: string,
): AsyncGenerator<(StoredRow & StoredResult)[]> {
  for (let after = 0; ;) {
    const rows = await town.database.importRow.findMany({
      where: { runId, number: { gt: after } },
      orderBy: { number: "asc" },
      take: ROWS_PER_BATCH,
    });
    if (rows.length === 0) return;
    yield rows.map((row) => ({
      number: row.number,
      cells: row.cells as string[],
      outcome: row.outcome,
      companyId: row.companyId,
      difference: row.difference,
    }));
    after = rows.at(-1)!.number;
  }
}

type StoredResult = { outcome: string | null; companyId: string | null; difference: unknown };

async function storeBatch(
  town: Pick<Town, "database">,
  { runId, planned, done }: { runId: string; planned: PlannedRow[]; done: number },
): Promise<boolean> {
  const batch = JSON.stringify(
    planned.map(({ number, outcome, companyId, difference, errors }) => ({
      number,
      outcome,
      companyId,
      difference,
      errors,
    })),
  );
  return town.database.$transaction(async (tx) => {
    const { count } = await tx.importRun.updateMany({
      where: { id: runId, state: "checking" },
      data: { rowsDone: done },
    });
    if (count === 0) return false;
    await tx.$executeRaw`
      UPDATE "ImportRow" "row"
      SET "outcome" = x."outcome", "companyId" = x."companyId", "difference" = x."difference", "errors" = x."errors"
      FROM jsonb_to_recordset(${batch}::jsonb)
        AS x("number" int, "outcome" text, "companyId" text, "difference" jsonb, "errors" jsonb)
      WHERE "row"."runId" = ${runId} AND "row"."number" = x."number"`;
    return true;
  });
}
