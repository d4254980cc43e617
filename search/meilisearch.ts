/** The Meilisearch engine: the same definition as the embedded one, on a server of its own. */
import { type EnqueuedTaskPromise, Meilisearch, MeilisearchApiError, type Settings } from "meilisearch";
import { definitionVersion } from "./definition.ts";
import { Vocabulary } from "./embedded-vocabulary.ts";
import { type Entries, isRemoval, type IndexedVersion, type Removal, type SearchEngine } from "./engine.ts";
import { createAsk } from "./meilisearch-ask.ts";
import { isListed, isOneOf } from "./meilisearch-filters.ts";
import { HeldDocuments } from "./meilisearch-held.ts";
import {
  Batch,
  documentOf,
  type DocumentRecord,
  recordOf,
  removedRecord,
  retrievedAttributes,
  type StoredRecord,
} from "./meilisearch-records.ts";
import { searchMeilisearch } from "./meilisearch-search.ts";
import { differingSettings, indexSettings } from "./meilisearch-settings.ts";

export type MeilisearchOptions = {
  url: string;
  /** May write; only used on the server. */
  adminKey?: string;
  /** May search only; searches use the admin key where it is missing. */
  searchKey?: string;
  /** Begins the names of all indexes, so that several portals can share a server. */
  indexPrefix?: string;
  /** Longest wait for one request, in ms. Default 10,000; searches are limited by their caller. */
  requestLimitMs?: number;
  /** Longest wait for one task, in ms. Default 60,000. */
  taskLimitMs?: number;
  /** Pause between two looks at a task, in ms. Default 40. */
  taskIntervalMs?: number;
};

/** A task that the server accepted and could not do. */
export class SearchTaskFailed extends Error {
  override name = "SearchTaskFailed";
  readonly code: string;

  constructor(code: string) {
    super(`Meilisearch could not do a task: ${code}`);
    this.code = code;
  }
}

const primaryKey = "key";
/** Versions listed at once. */
const listedAtOnce = 5_000;
/** Documents whose stored versions are asked for at once. */
const comparedAtOnce = 500;
/** An index that a rebuild left behind is removed after this time. */
const leftBehindHours = 6;

const isMissing = (error: unknown) =>
  error instanceof MeilisearchApiError && error.cause?.code === "index_not_found";

/**
 * Opens the engine; nothing is asked of the server before the first use. The first write or listing makes the index and
 * brings its settings in line. A document is never replaced by an older version of it, as far as this process knows; of
 * several processes the caller sees to it (decision 012).
 */
export function createMeilisearchSearch({
  url,
  adminKey,
  searchKey,
  indexPrefix = "jimoto",
  requestLimitMs = 10_000,
  taskLimitMs = 60_000,
  taskIntervalMs = 40,
}: MeilisearchOptions): SearchEngine {
  const clientWith = (apiKey: string | undefined) =>
    new Meilisearch({
      host: url,
      ...(apiKey === undefined ? {} : { apiKey }),
      timeout: requestLimitMs,
      defaultWaitOptions: { timeout: taskLimitMs, interval: taskIntervalMs },
    });
  const admin = clientWith(adminKey);
  const searcher = clientWith(searchKey ?? adminKey);
  const uid = `${indexPrefix}_documents_v${definitionVersion}`;
  const index = admin.index<StoredRecord>(uid);
  let prepared: Promise<void> | undefined;
  let writes: Promise<unknown> = Promise.resolve();
  const held = new HeldDocuments(async function* () {
    for await (const record of listed<DocumentRecord>(isListed, retrievedAttributes))
      yield documentOf(record);
  });
  let changes = 0;

  async function done(task: EnqueuedTaskPromise): Promise<void> {
    const { status, error } = await task.waitTask();
    if (status !== "succeeded") throw new SearchTaskFailed(error?.code ?? status);
  }

  /** Makes the index when it is missing, brings its settings in line, removes what an aborted rebuild left. */
  async function prepare(): Promise<void> {
    let present: Settings | undefined;
    try {
      present = await index.getSettings();
    } catch (error) {
      if (!isMissing(error)) throw error;
      await done(admin.createIndex(uid, { primaryKey }));
    }
    await applySettings(uid, present ?? {});
    await removeLeftBehind();
  }

  async function applySettings(name: string, present: Settings): Promise<void> {
    const differing = differingSettings(indexSettings(), present);
    if (differing) await done(admin.index(name).updateSettings(differing));
  }

  async function removeLeftBehind(): Promise<void> {
    const { results } = await admin.getRawIndexes({ limit: 1_000 });
    const before = Date.now() - leftBehindHours * 3_600_000;
    for (const { uid: name, createdAt } of results)
      if (name.startsWith(`${uid}_next_`) && Date.parse(createdAt) < before)
        await done(admin.deleteIndex(name));
  }

  function ready(): Promise<void> {
    prepared ??= prepare().catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    return prepared;
  }

  /** Reads and writes of documents: where the index is gone, the next use makes it anew. */
  async function withIndex<T>(work: () => Promise<T>): Promise<T> {
    await ready();
    try {
      return await work();
    } catch (error) {
      prepared = undefined;
      throw error;
    }
  }

  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = writes.then(() => withIndex(work));
    writes = result.catch(() => undefined);
    return result;
  }

  /** Adds records to an index in requests that a server takes. */
  function sendTo(name: string) {
    let batch = new Batch();
    const finish = async () => {
      const { records } = batch;
      batch = new Batch();
      if (records.length > 0)
        await done(admin.index<StoredRecord>(name).addDocuments(records, { primaryKey }));
    };
    const add = async (record: StoredRecord) => {
      batch.add(record);
      if (batch.isFull) await finish();
    };
    return { add, finish };
  }

  /** Writes those records that no newer version of is stored. */
  async function write(records: readonly StoredRecord[]): Promise<void> {
    for (let from = 0; from < records.length; from += comparedAtOnce) {
      const part = records.slice(from, from + comparedAtOnce);
      const { results } = await index.getDocuments<StoredRecord>({
        filter: isOneOf(
          "documentId",
          part.map(({ documentId }) => documentId),
        ),
        fields: ["key", "version"],
        limit: part.length,
      });
      const stored = new Map(results.map(({ key, version }) => [key, version]));
      const newest = part.filter(({ key, version }) => (stored.get(key) ?? -1) <= version);
      const sender = sendTo(uid);
      for (const record of newest) await sender.add(record);
      await sender.finish();
      if (newest.length > 0) changes += 1;
    }
  }

  /** Fills an index beside the searched one and puts it in its place. */
  async function rebuild(entries: Entries): Promise<void> {
    const next = `${uid}_next_${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
    const spellings = new Vocabulary();
    const areas = new Set<string>();
    await done(admin.createIndex(next, { primaryKey }));
    try {
      await applySettings(next, {});
      const sender = sendTo(next);
      for await (const entry of entries) {
        if ("kind" in entry) {
          spellings.add(entry);
          areas.add(entry.area);
        }
        await sender.add(isRemoval(entry) ? removedRecord(entry) : recordOf(entry));
      }
      await sender.finish();
      await done(admin.swapIndexes([{ indexes: [uid, next], rename: false }]));
    } finally {
      await done(admin.deleteIndex(next)).catch(() => undefined);
    }
    changes += 1;
    held.replace(spellings, areas);
  }

  async function* listed<Part extends object>(
    filter: string,
    fields: readonly string[],
  ): AsyncGenerator<Part> {
    for (let offset = 0; ; offset += listedAtOnce) {
      const { results } = await admin.index<Part>(uid).getDocuments<Part>({
        ...(filter === "" ? {} : { filter }),
        fields: [...fields] as Extract<keyof Part, string>[],
        limit: listedAtOnce,
        offset,
      });
      yield* results;
      if (results.length < listedAtOnce) return;
    }
  }

  return {
    name: "meilisearch",
    get changes() {
      return changes;
    },
    search: (query, { signal } = {}) => searchMeilisearch(query, createAsk(searcher, uid, signal), held),
    replaceAll: (entries) => inOrder(() => rebuild(entries)),
    upsert: (documents) =>
      inOrder(async () => {
        await write(documents.map(recordOf));
        await held.add(documents);
      }),
    remove: (removals: readonly Removal[]) => inOrder(() => write(removals.map(removedRecord))),
    async *versions(): AsyncGenerator<IndexedVersion> {
      await ready();
      try {
        for await (const record of listed<StoredRecord>("", ["documentId", "version", "removed"]))
          yield { id: record.documentId, version: record.version, removed: record.removed };
      } catch (error) {
        prepared = undefined;
        throw error;
      }
    },
    count: () => withIndex(async () => (await index.getDocuments({ filter: isListed, limit: 0 })).total),
    close: async () => {
      await writes;
    },
  };
}
