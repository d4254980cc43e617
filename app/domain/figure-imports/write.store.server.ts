import { setImmediate as nextTurn } from "node:timers/promises";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { FigureRecords, FigureWrite } from "./planner.store.server.ts";
import type { FigureKind } from "./rules.ts";
import { settingsOf } from "./stored-settings.ts";

const ROWS_PER_INSERT = 500;

type Writing = {
  importId: string;
  staffId: string;
  now: Date;
  kind: FigureKind;
  typed: Record<string, string>;
  writes: readonly FigureWrite[];
};

/** Writes the planned records inside the transaction, each with the import, row and column that it comes from. */
export async function writeFigures(tx: Transaction, writing: Writing): Promise<void> {
  if (writing.kind === "targets") return writeTargets(tx, writing);
  for (let from = 0; from < writing.writes.length; from += ROWS_PER_INSERT) {
    await writeBatch(tx, { ...writing, writes: writing.writes.slice(from, from + ROWS_PER_INSERT) });
    // The embedded database answers without leaving the process: others get their turn here.
    await nextTurn();
  }
}

/** The records of a batch that go into one table. */
function recordsOf<To extends FigureKind>(writes: readonly FigureWrite[], to: To): FigureRecords[To][] {
  return writes.filter((write) => write.to === to).map(({ record }) => record as FigureRecords[To]);
}

const day = (date: string) => new Date(`${date}T00:00:00Z`);

async function writeBatch(tx: Transaction, { importId, staffId, now, writes }: Writing): Promise<void> {
  await writeObservations(tx, { importId, staffId, now, writes });
  const outcomes = recordsOf(writes, "schoolOutcomes").map(({ row, asOf, ...outcome }) => ({
    id: newId(),
    ...outcome,
    asOf: day(asOf),
    recordedAt: now,
    recordedById: staffId,
    importId,
    importRow: row,
  }));
  if (outcomes.length > 0) await tx.schoolOutcome.createMany({ data: outcomes });
  const reports = recordsOf(writes, "supportReports").map(({ row, month, ...report }) => ({
    id: newId(),
    ...report,
    month: day(month),
    reportedAt: now,
    reportedById: staffId,
    importId,
    importRow: row,
  }));
  if (reports.length > 0) await tx.supportReport.createMany({ data: reports });
  const grants = recordsOf(writes, "subsidyGrants").map(({ row, decidedOn, ...grant }) => ({
    id: newId(),
    ...grant,
    decidedOn: day(decidedOn),
    recordedAt: now,
    recordedById: staffId,
    importId,
    importRow: row,
  }));
  if (grants.length > 0) await tx.subsidyGrant.createMany({ data: grants });
  const placements = recordsOf(writes, "placements").map(({ row, startedOn, ...placement }) => ({
    id: newId(),
    ...placement,
    startedOn: day(startedOn),
    reportedAt: now,
    reportedById: staffId,
    importId,
    importRow: row,
  }));
  if (placements.length > 0) await tx.placement.createMany({ data: placements });
}

async function writeObservations(
  tx: Transaction,
  { importId, staffId, now, writes }: Pick<Writing, "importId" | "staffId" | "now" | "writes">,
): Promise<void> {
  const observations = recordsOf(writes, "observations").map(
    ({ row, column, asOf, periodKind, ...figure }) => ({
      id: newId(),
      ...figure,
      periodKind: periodKind === "calendarYear" ? ("calendarYear" as const) : ("fiscalYear" as const),
      asOf: asOf === null ? null : day(asOf),
      recordedAt: now,
      recordedById: staffId,
      importId,
      importRow: row,
      importColumn: column,
    }),
  );
  if (observations.length === 0) return;
  await tx.observation.createMany({ data: observations });
  await tx.domainEvent.createMany({
    data: observations.map(({ id, indicatorId, fiscalYear, kind }) => ({
      kind: "observation.recorded" as const,
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { indicatorId, fiscalYear, kind },
    })),
  });
}

/** All targets of a file are one dated decision. */
async function writeTargets(
  tx: Transaction,
  { importId, staffId, now, typed, writes }: Writing,
): Promise<void> {
  const { planId, adoptedOn, decidedBy, reason } = settingsOf("targets", typed);
  const setId = newId();
  await tx.targetSet.create({
    data: {
      id: setId,
      planId,
      adoptedOn: day(adoptedOn),
      decidedBy,
      reason,
      recordedAt: now,
      recordedById: staffId,
      importId,
    },
  });
  const targets = recordsOf(writes, "targets").map((target) => ({ id: newId(), setId, ...target }));
  for (let from = 0; from < targets.length; from += ROWS_PER_INSERT) {
    await tx.target.createMany({ data: targets.slice(from, from + ROWS_PER_INSERT) });
    await nextTurn();
  }
}
