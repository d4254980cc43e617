import { queueSearchUpdate } from "../matching/versions.store.server.ts";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import type { PlannedRow } from "./row-plan.ts";

export type Writing = { staffId: string; now: Date };

const ROWS_PER_INSERT = 500;

type Target = PlannedRow & {
  write: NonNullable<PlannedRow["write"]>;
  companyId: string;
  revisionId: string;
  revisionNumber: number;
};

/**
 * Writes the planned rows inside the transaction: new companies are published, changes become the next published
 * revision, facts are recorded and the search index is told. A staff member's own import is the approval.
 */
export async function writeCompanies(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs">,
  { runId, rows, staffId, now }: Writing & { runId: string; rows: PlannedRow[] },
): Promise<void> {
  const targets = await prepare(tx, rows);
  const created = targets.filter(({ outcome }) => outcome === "create");
  await inBatches(created, (batch) =>
    tx.company.createMany({
      data: batch.map(({ companyId, write }) => ({
        id: companyId,
        slug: newReadableCode().toLowerCase(),
        corporateNumber: write.corporateNumber,
        createdAt: now,
      })),
    }),
  );
  await inBatches(targets, (batch) =>
    tx.companyRevision.updateMany({
      where: { id: { in: batch.flatMap(({ write }) => write.baseRevisionId ?? []) } },
      data: { state: "superseded" },
    }),
  );
  await inBatches(targets, (batch) =>
    tx.companyRevision.createMany({
      data: batch.map(({ companyId, revisionId, revisionNumber, write }) => ({
        id: revisionId,
        companyId,
        number: revisionNumber,
        state: "published" as const,
        profile: write.profile,
        submittedAt: now,
        submittedById: staffId,
        decidedAt: now,
        decidedById: staffId,
        createdAt: now,
      })),
    }),
  );
  await inBatches(targets, (batch) => publish(tx, batch, now));
  await inBatches(created, (batch) => nameCompanies(tx, runId, batch));
  await inBatches(targets, (batch) =>
    tx.domainEvent.createMany({
      data: batch.map(({ companyId, revisionNumber, outcome }) => ({
        kind: "company.published" as const,
        subjectId: companyId,
        actorId: staffId,
        occurredAt: now,
        data: { number: revisionNumber, first: outcome === "create" },
      })),
    }),
  );
  await queueSearchUpdate(
    tx,
    town,
    targets.map(({ companyId }) => ({ kind: "company" as const, id: companyId })),
  );
}

async function prepare(tx: Transaction, rows: PlannedRow[]): Promise<Target[]> {
  const ids = rows.flatMap(({ companyId }) => companyId ?? []);
  const latest = await tx.companyRevision.groupBy({
    by: "companyId",
    where: { companyId: { in: ids } },
    _max: { number: true },
  });
  const numbers = new Map(latest.map((row) => [row.companyId, row._max.number ?? 0]));
  return rows.map((row) => ({
    ...row,
    write: row.write!,
    companyId: row.companyId ?? newId(),
    revisionId: newId(),
    revisionNumber: (row.companyId === null ? 0 : (numbers.get(row.companyId) ?? 0)) + 1,
  }));
}

/** Makes the new revisions the public ones; a company without a number takes the row's. */
async function publish(tx: Transaction, batch: Target[], now: Date): Promise<unknown> {
  const rows = JSON.stringify(
    batch.map(({ companyId, revisionId, write }) => ({
      companyId,
      revisionId,
      corporateNumber: write.corporateNumber,
    })),
  );
  return tx.$executeRaw`
    UPDATE "Company" company
    SET "publishedRevisionId" = x."revisionId",
        "version" = company."version" + 1,
        "firstPublishedAt" = coalesce(company."firstPublishedAt", ${now}),
        "corporateNumber" = coalesce(company."corporateNumber", x."corporateNumber")
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS x("companyId" text, "revisionId" text, "corporateNumber" text)
    WHERE company."id" = x."companyId"`;
}

/** The rows of new companies learn which company they became. */
async function nameCompanies(tx: Transaction, runId: string, batch: Target[]): Promise<unknown> {
  const rows = JSON.stringify(batch.map(({ number, companyId }) => ({ number, companyId })));
  return tx.$executeRaw`
    UPDATE "ImportRow" "row" SET "companyId" = x."companyId"
    FROM jsonb_to_recordset(${rows}::jsonb) AS x("number" int, "companyId" text)
    WHERE "row"."runId" = ${runId} AND "row"."number" = x."number"`;
}

async function inBatches<Row>(rows: Row[], write: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await write(rows.slice(from, from + ROWS_PER_INSERT));
    // The embedded database answers without leaving the process: others get their turn here.
    await nextTurn();
  }
}
