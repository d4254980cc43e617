import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { lockPlan } from "./known-figures.store.server.ts";
import { type FigureWrite, openFigurePlanner, type StoredImport } from "./planner.store.server.ts";
import { type PlannedRow, readCounts } from "./rules.ts";
import { type CheckedRow, readRows } from "./sheet-rows.store.server.ts";
import { readStoredSettings } from "./stored-settings.ts";
import { writeFigures } from "./write.store.server.ts";

type Applying = Pick<Town, "database" | "clock">;

const ROWS_NAMED = 10;

/**
 * Applies what the dry run showed, in one transaction: all of it or nothing. Everything is planned anew inside it, with
 * the records locked; where a row would now do something else than staff saw, nothing is written and the import says
 * which rows.
 */
export async function applyFigureImport(town: Applying, { importId }: { importId: string }): Promise<void> {
  const stale = await town.database.$transaction((tx) => apply(tx, town, importId), {
    timeout: 300_000,
    maxWait: 120_000,
  });
  if (stale.length === 0) return;
  const named = stale.slice(0, ROWS_NAMED).join("、");
  await town.database.figureImport.updateMany({
    where: { id: importId, state: "applying" },
    data: { state: "failed", failure: `figure-import-stale:${named}:${stale.length}` },
  });
}

/** The numbers of the rows that changed since the dry run; none when everything was written or nothing was to do. */
async function apply(tx: Transaction, town: Applying, importId: string): Promise<number[]> {
  // One import after the other: what is compared below is what is there until the end.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('figure-imports'))`;
  await tx.$queryRaw`SELECT "id" FROM "FigureImport" WHERE "id" = ${importId} FOR UPDATE`;
  const stored = await tx.figureImport.findUnique({ where: { id: importId } });
  if (stored?.state !== "applying") return [];
  const now = town.clock.now();
  const settings = readStoredSettings(stored.settings);
  await lockRecords(tx, stored, settings.typed["planId"]);
  const plan = await openFigurePlanner(tx, { stored, now });
  const writes: FigureWrite[] = [];
  const stale: number[] = [];
  for await (const rows of readRows(tx, { importId, after: stored.headerRow + settings.headerRows - 1 }))
    for (const row of rows) {
      const planned = plan(row);
      if (isAsShown(planned, row)) writes.push(...planned.writes);
      else stale.push(row.number);
    }
  if (stale.length > 0) return stale;
  await writeFigures(tx, {
    importId,
    staffId: stored.createdById,
    now,
    typed: settings.typed,
    kind: stored.kind,
    writes,
  });
  await tx.figureImport.update({
    where: { id: importId },
    data: { state: "applied", appliedAt: now, failure: null },
  });
  const { cells } = readCounts(stored.counts);
  await recordEvent(tx, {
    kind: "figure-import.applied",
    subjectId: importId,
    actorId: stored.createdById,
    occurredAt: now,
    data: {
      figures: stored.kind,
      created: cells.create,
      changed: cells.change,
      leftOutRows: settings.leftOut.length,
    },
  });
  return [];
}

async function lockRecords(
  tx: Transaction,
  { kind }: StoredImport,
  planId: string | undefined,
): Promise<void> {
  if (kind === "observations" || kind === "targets") await lockPlan(tx, { planId: planId ?? "" });
  if (kind === "schoolOutcomes") await tx.$queryRaw`SELECT "id" FROM "School" ORDER BY "id" FOR UPDATE`;
  if (kind === "subsidyGrants") await tx.$queryRaw`SELECT "id" FROM "Subsidy" ORDER BY "id" FOR UPDATE`;
}

function isAsShown({ outcome, cells, errors }: PlannedRow, shown: CheckedRow): boolean {
  return (
    shown.outcome === outcome &&
    isDeepStrictEqual(shown.difference, cells) &&
    isDeepStrictEqual(shown.errors, errors)
  );
}
