// What the search commands work with: the settings, the database and the search indexes, without web and workers.
import { openSearch } from "#app/domain/matching/open-search.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { DataFolderInUse } from "#app/platform/data-folder.server.ts";
import { type OpenDatabase, openDatabase } from "#app/platform/database.server.ts";
import { readEnvOrExit } from "#app/platform/env.server.ts";
import { createLog } from "#app/platform/log.server.ts";
import type { Town } from "#app/town.ts";
import { noChecks } from "#search/checks.ts";

export type SearchTown = Pick<Town, "env" | "database" | "clock" | "log" | "search" | "searchChecks">;

/** Opens the parts, does the work, closes them; says in words why it cannot. Returns the exit status. */
export async function withSearchTown(work: (town: SearchTown) => Promise<number>): Promise<number> {
  const env = readEnvOrExit();
  let open: OpenDatabase;
  try {
    open = await openDatabase(env);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    console.error(
      [
        error.message,
        "The embedded database belongs to one process at a time, so this command cannot look into it while the",
        "portal runs. For search, the page /staff/search compares and rebuilds the index of the running portal.",
      ].join("\n"),
    );
    return 1;
  }
  const log = createLog("silent");
  const searchChecks = noChecks();
  const parts = { env, clock: systemClock, log, searchChecks };
  const search = openSearch(parts);
  try {
    return await work({ ...parts, database: open.database, search });
  } catch (error) {
    console.error(`The command stopped: ${reasonOf(error)}`);
    return 1;
  } finally {
    await search.close();
    await open.close();
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ((error as { code?: unknown }).code === "P2021")
    return "the database has no tables yet. Start the portal once: npm start";
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return `${error.message}${cause}`;
}

export const counted = (n: number) => `${n.toLocaleString("en")} ${n === 1 ? "document" : "documents"}`;
