/** The embedded engine: SQLite full-text search from Node itself over analysed text, in memory or in one file. */
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import type { SearchDocument } from "./definition.ts";
import { FacetStore } from "./embedded-facets.ts";
import { createReader, type IndexReader } from "./embedded-reader.ts";
import {
  createTables,
  createWriter,
  dropTables,
  inTransaction,
  openTables,
  promoteTables,
  type RowChange,
} from "./embedded-schema.ts";
import { runSearch } from "./embedded-search.ts";
import { Vocabulary } from "./embedded-vocabulary.ts";
import { type Entries, isRemoval, type SearchEngine } from "./engine.ts";

export type EmbeddedSearchOptions = {
  /** An index file; in memory by default. */
  path?: string;
  /** Row numbers kept in memory for words that come again; 0 keeps none. Default 2,000,000 (8 MB). */
  keptRows?: number;
};

const nextGeneration = "_next";
/** Documents indexed before other work gets its turn. */
const batchSize = 250;
/** Documents in one transaction of a rebuild. */
const transactionSize = 20_000;

/** Versions listed before other work gets its turn. */
const versionsAtOnce = 5_000;

/** What is held in memory beside the tables. */
type Held = { facets: FacetStore; vocabulary: Vocabulary };

const nothingHeld = (): Held => ({ facets: new FacetStore(), vocabulary: new Vocabulary() });

/** Brings what is held in line with one written change. */
function follow({ facets, vocabulary }: Held, { row, before, after }: RowChange): void {
  if (before) vocabulary.remove(before);
  if (after) vocabulary.add(after);
  if (after) facets.put(row, after);
  else facets.remove(row);
}

/** Reads an index that another process may have written. */
function load(db: DatabaseSync): Held {
  const held = nothingHeld();
  const rows = db.prepare("select row, body from documents").iterate() as Iterable<{
    row: number;
    body: string;
  }>;
  for (const { row, body } of rows) follow(held, { row, after: JSON.parse(body) as SearchDocument });
  return held;
}

/** Opens an embedded engine. Writes are done one after the other; searches see only finished ones. */
export function createEmbeddedSearch({
  path = ":memory:",
  keptRows,
}: EmbeddedSearchOptions = {}): SearchEngine {
  const db = new DatabaseSync(path);
  db.exec(
    path === ":memory:"
      ? "pragma cache_size = -65536"
      : "pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000; pragma cache_size = -65536",
  );
  openTables(db);
  let held = load(db);
  let reader: IndexReader = createReader(db, keptRows);
  let writer = createWriter(db, "");
  const dataVersion = db.prepare("pragma data_version");
  const readVersion = () => (dataVersion.get() as { data_version: number }).data_version;
  let seenVersion = readVersion();
  let changes = 0;
  let writes: Promise<unknown> = Promise.resolve();

  /** Takes over what another connection wrote to the file. */
  function refresh(): void {
    const version = readVersion();
    if (version === seenVersion) return;
    seenVersion = version;
    changes += 1;
    take(load(db));
  }

  function take(loaded: Held): void {
    held = loaded;
    reader = createReader(db, keptRows);
    writer = createWriter(db, "");
  }

  function inOrder<T>(work: () => T | Promise<T>): Promise<T> {
    const done = writes.then(work);
    writes = done.catch(() => undefined);
    return done;
  }

  async function build(entries: Entries): Promise<void> {
    createTables(db, nextGeneration);
    const next = createWriter(db, nextGeneration);
    const loaded = nothingHeld();
    let seen = 0;
    db.exec("begin immediate");
    try {
      for await (const entry of entries) {
        const change = isRemoval(entry) ? next.remove(entry) : next.put(entry);
        if (change) follow(loaded, change);
        seen += 1;
        if (seen % transactionSize === 0) db.exec("commit; begin immediate");
        if (seen % batchSize === 0) await setImmediate();
      }
      promoteTables(db, nextGeneration);
      db.exec("commit");
    } catch (error) {
      db.exec("rollback");
      dropTables(db, nextGeneration);
      throw error;
    }
    take(loaded);
    changes += 1;
  }

  /** Writes in one transaction; memory follows only when all of it is written. */
  function apply(write: () => (RowChange | undefined)[]): void {
    refresh();
    const written = inTransaction(db, write);
    for (const change of written) if (change) follow(held, change);
    if (written.some((change) => change !== undefined)) changes += 1;
    reader.forget();
  }

  return {
    name: "embedded",
    get changes() {
      refresh();
      return changes;
    },
    async search(query) {
      refresh();
      return runSearch(query, { reader, ...held });
    },
    replaceAll: (entries) => inOrder(() => build(entries)),
    upsert: (documents) => inOrder(() => apply(() => documents.map((document) => writer.put(document)))),
    remove: (removals) => inOrder(() => apply(() => removals.map((removal) => writer.remove(removal)))),
    async *versions() {
      for (const table of ["documents", "removed"]) {
        const next = db.prepare(`select id, version from ${table} where id > ? order by id limit ?`);
        for (let after = ""; ;) {
          const rows = next.all(after, versionsAtOnce) as { id: string; version: number }[];
          for (const row of rows) yield { ...row, removed: table === "removed" };
          if (rows.length < versionsAtOnce) break;
          after = rows.at(-1)!.id;
          await setImmediate();
        }
      }
    },
    async count() {
      refresh();
      return held.facets.all().length;
    },
    close: () => inOrder(() => db.close()),
  };
}
