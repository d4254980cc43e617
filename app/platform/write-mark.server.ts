import type { Database } from "./database.server.ts";

/**
 * Which transactions the database shows now. While the text stays the same, nothing at all has been written (to any
 * table), so whatever was read before still holds; when it differs, something was written that may or may not concern
 * the reader. Costs next to nothing.
 */
export async function readWriteMark(town: { database: Database }): Promise<string> {
  const [row] = await town.database.$queryRaw<[{ mark: string }]>`SELECT pg_current_snapshot()::text AS mark`;
  return row.mark;
}
