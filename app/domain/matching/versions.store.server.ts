import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { documentId, type RecordKind } from "./rules.ts";

/** A record whose change readers should see in search. */
export type SearchChange = { kind: RecordKind; id: string };

/** Documents that one job brings up to date. */
const DOCUMENTS_PER_JOB = 200;

/**
 * Tells search of changed records, in the transaction of the change: every document that shows them gets a new version,
 * and a job brings those documents to the index. Call it once, last in the transaction, with all changes: it locks the
 * documents' versions in the order of their ids until the commit, so that the versions of one document have the order of
 * its commits.
 */
export async function queueSearchUpdate(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs">,
  change: SearchChange | readonly SearchChange[],
): Promise<void> {
  const changes = "kind" in change ? [change] : change;
  const documents = await documentsOf(tx, changes);
  await queueDocuments(tx, town, { documents });
}

/** The same for documents by their ids in the index. */
export async function queueDocuments(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs">,
  { documents }: { documents: readonly string[] },
): Promise<void> {
  const sorted = [...new Set(documents)].sort();
  if (sorted.length === 0) return;
  await raiseVersions(tx, { documents: sorted, at: town.clock.now() });
  const parts: string[][] = [];
  for (let from = 0; from < sorted.length; from += DOCUMENTS_PER_JOB)
    parts.push(sorted.slice(from, from + DOCUMENTS_PER_JOB));
  await town.jobs.enqueueAll(
    tx,
    "search.update",
    parts.map((part) => ({ documents: part })),
  );
}

/**
 * Gives the documents a version above all that are committed, and above their own last one even where another
 * transaction has just raised it: the new value is computed after that one's lock is gone. `above`: a further bound, for
 * an index that is ahead of a database which was restored from a backup.
 */
export async function raiseVersions(
  tx: Pick<Transaction, "$executeRaw">,
  { documents, at, above = 0 }: { documents: readonly string[]; at: Date; above?: number },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SearchDocumentVersion" AS own ("documentId", "version", "changedAt")
    SELECT id, GREATEST((SELECT coalesce(max("version"), 0) FROM "SearchDocumentVersion"), ${above}::bigint) + 1, ${at}
    FROM unnest(${[...documents].sort()}::text[]) AS id ORDER BY id
    ON CONFLICT ("documentId") DO UPDATE
    SET "version" = GREATEST(own."version" + 1, EXCLUDED."version"), "changedAt" = EXCLUDED."changedAt"`;
}

/** The documents' versions; 0 for a document that was never changed through `queueSearchUpdate`. */
export async function versionsOf(
  town: Pick<Town, "database">,
  documents: readonly string[],
): Promise<Map<string, number>> {
  const rows = await town.database.searchDocumentVersion.findMany({
    where: { documentId: { in: [...documents] } },
    select: { documentId: true, version: true },
  });
  const known = new Map(rows.map(({ documentId, version }) => [documentId, Number(version)]));
  return new Map(documents.map((id) => [id, known.get(id) ?? 0]));
}

/** The documents that show the records: a company's counts its internships and events; an internship's names its company and leaves search with it. */
export async function documentsOf(
  tx: Pick<Transaction, "$queryRaw">,
  changes: readonly SearchChange[],
): Promise<string[]> {
  const ids = (kind: SearchChange["kind"]) =>
    changes.filter((change) => change.kind === kind).map(({ id }) => id);
  const own = changes.map(({ kind, id }) => documentId(kind, id));
  if (own.length === 0) return [];
  const related = await tx.$queryRaw<{ documentId: string }[]>`
    SELECT 'internship:' || "id" AS "documentId" FROM "Internship" WHERE "companyId" = ANY(${ids("company")}::text[])
    UNION SELECT 'company:' || "companyId" FROM "Internship" WHERE "id" = ANY(${ids("internship")}::text[])
    UNION SELECT 'company:' || "companyId" FROM "BoothApplication" WHERE "eventId" = ANY(${ids("event")}::text[])`;
  return [...own, ...related.map(({ documentId: id }) => id)];
}
