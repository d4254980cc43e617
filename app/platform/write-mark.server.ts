import type { Database } from "./database.server.ts";

// Readers that ask before the question is put share one answer; whoever asks later gets a new one.
const waiting = new WeakMap<Database, Promise<string>>();

/**
 * Which transactions the database shows now. While the text stays the same, nothing at all has been written (to any
 * table), so whatever was read before still holds; when it differs, something was written that may or may not concern
 * the reader. Costs next to nothing: all that ask in one turn of the event loop are answered by one query.
 */
export function readWriteMark({ database }: { database: Database }): Promise<string> {
  const shared = waiting.get(database);
  if (shared) return shared;
  const asked = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    // From here on the database may already be looking: the next reader must ask anew.
    waiting.delete(database);
    const [row] = await database.$queryRaw<[{ mark: string }]>`SELECT pg_current_snapshot()::text AS mark`;
    return row.mark;
  });
  waiting.set(database, asked);
  return asked;
}
