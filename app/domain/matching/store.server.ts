import type { SearchDocument } from "#search/definition.ts";
import { indexesOf, type Removal, type SearchEngine } from "#search/engine.ts";
import type { JobCatalogue, Town } from "#app/town.ts";
import { countListed, listedIds, readEntries } from "./documents.store.server.ts";
import {
  compareVersions,
  differingDocuments,
  documentId,
  type Drift,
  type HeldVersion,
  RECORD_KINDS,
} from "./rules.ts";
import { documentsOf, raiseVersions, type SearchChange, versionsOf } from "./versions.store.server.ts";

type Source = Pick<Town, "database" | "clock">;

const BATCH = 500;
const IDS_AT_ONCE = 5_000;
/** A document that changes again each time it was written is left to the next attempt. */
const MOST_ROUNDS = 5;

/** Builds one index anew from the database; readers see the old one until it is complete. */
export async function fillIndex(
  town: Source,
  index: SearchEngine,
  onProgress: (documents: number) => void = () => {},
): Promise<number> {
  let documents = 0;
  const counted = () => onProgress((documents += 1));
  await index.replaceAll(allEntries(town, counted));
  return documents;
}

/** Every document, then the removals of those that were changed and cannot be found (any more). */
async function* allEntries(town: Source, onDocument: () => void): AsyncGenerator<SearchDocument | Removal> {
  const seen = new Set<string>();
  for (const kind of RECORD_KINDS)
    for await (const ids of pagesOfIds(town, kind, BATCH)) {
      const { documents } = await readEntries(town, ids);
      for (const document of documents) {
        seen.add(document.id);
        yield document;
        onDocument();
      }
    }
  for (let after = ""; ;) {
    const rows = await town.database.searchDocumentVersion.findMany({
      where: { documentId: { gt: after } },
      orderBy: { documentId: "asc" },
      take: IDS_AT_ONCE,
      select: { documentId: true, version: true },
    });
    for (const { documentId: id, version } of rows) if (!seen.has(id)) yield { id, version: Number(version) };
    if (rows.length < IDS_AT_ONCE) return;
    after = rows.at(-1)!.documentId;
  }
}

async function* pagesOfIds(town: Source, kind: (typeof RECORD_KINDS)[number], take: number) {
  for (let afterId: string | undefined; ;) {
    const rows = await listedIds(town, { kind, take, ...(afterId === undefined ? {} : { afterId }) });
    if (rows.length > 0) yield rows.map(({ id }) => documentId(kind, id));
    if (rows.length < take) return;
    afterId = rows.at(-1)!.id;
  }
}

/**
 * The job "search.update": brings documents (or a record with all documents that show it) to every index as the database
 * has them now. Idempotent. Every index gets its turn; a failure of one is thrown afterwards, so that the job is tried
 * again.
 */
export async function updateSearch(
  town: Source & Pick<Town, "search">,
  change: JobCatalogue["search.update"] | SearchChange,
): Promise<void> {
  const documents = "documents" in change ? change.documents : await documentsOf(town.database, [change]);
  const failures: unknown[] = [];
  for (const index of indexesOf(town.search))
    await bringDocuments(town, index, documents).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/**
 * Writes documents and removals, then asks the database whether it still says the versions that were written, and if not
 * writes again. So the last writer of a document has always seen that it wrote the newest version, whatever the order in
 * which several processes reach an index that cannot compare and write in one step.
 */
export async function bringDocuments(
  town: Source,
  index: SearchEngine,
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH)
    await bringBatch(town, index, ids.slice(from, from + BATCH));
}

async function bringBatch(town: Source, index: SearchEngine, ids: readonly string[]): Promise<void> {
  let waiting = ids;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { documents, removals } = await readEntries(town, waiting);
    if (documents.length > 0) await index.upsert(documents);
    if (removals.length > 0) await index.remove(removals);
    const written = new Map([...documents, ...removals].map(({ id, version }) => [id, version]));
    const now = await versionsOf(town, waiting);
    waiting = waiting.filter((id) => now.get(id) !== written.get(id));
    if (waiting.length === 0) return;
  }
  throw new Error("documents kept changing while they were brought to the search index");
}

/** What an index lacks, holds in another version, or holds too much; all versions of the index by the way. */
export async function findDrift(
  town: Source,
  index: SearchEngine,
): Promise<{ drift: Drift; indexed: Map<string, HeldVersion> }> {
  // The index is read first: what it holds ahead of the database is then no change that came in between.
  const indexed = new Map<string, HeldVersion>();
  for await (const { id, version, removed } of index.versions()) indexed.set(id, { version, removed });
  const expected = new Map<string, number>();
  for (const kind of RECORD_KINDS)
    for await (const ids of pagesOfIds(town, kind, IDS_AT_ONCE))
      for (const [id, version] of await versionsOf(town, ids)) expected.set(id, version);
  return { drift: compareVersions(expected, indexed), indexed };
}

/** Brings what differs in line. Where the index is ahead (the database was restored), the database's version overtakes it. */
export async function repairDrift(
  town: Source,
  index: SearchEngine,
  { drift, indexed }: { drift: Drift; indexed: ReadonlyMap<string, HeldVersion> },
): Promise<void> {
  const ids = differingDocuments(drift);
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const part = ids.slice(from, from + IDS_AT_ONCE);
    const known = await versionsOf(town, part);
    const ahead = part.filter((id) => (indexed.get(id)?.version ?? 0) > known.get(id)!);
    const above = ahead.reduce((highest, id) => Math.max(highest, indexed.get(id)!.version), 0);
    if (ahead.length > 0)
      await raiseVersions(town.database, { documents: ahead, at: town.clock.now(), above });
  }
  await bringDocuments(town, index, ids);
}

/** Differs after every change that search shows: each one raises a version, so their sum only grows. */
export async function readStamp(town: Source): Promise<string> {
  const [row] = await town.database.$queryRaw<[{ versions: string }]>`
    SELECT concat_ws(',', count(*), sum("version")) AS versions FROM "SearchDocumentVersion"`;
  return `${row.versions} ${await countListed(town)}`;
}
