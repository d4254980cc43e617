import { createEmbeddedSearch } from "#search/embedded.ts";
import type { SearchEngine } from "#search/engine.ts";
import { createGuardedSearch } from "#search/guarded.ts";
import { createMeilisearchSearch } from "#search/meilisearch.ts";
import type { Town } from "#app/town.ts";

/**
 * The search engine that the settings ask for: the embedded index, or Meilisearch with the embedded index behind it. All
 * are empty or unknown at first; `keepSearchFresh` fills and compares them.
 */
export function openSearch({
  env,
  clock,
  log,
  searchChecks,
}: Pick<Town, "env" | "clock" | "log" | "searchChecks">): SearchEngine {
  const fallback = createEmbeddedSearch();
  if (!env.meilisearch) return fallback;
  const { url, adminKey, searchKey, indexPrefix, timeLimitMs } = env.meilisearch;
  const primary = createMeilisearchSearch({
    url,
    indexPrefix,
    ...(adminKey === null ? {} : { adminKey }),
    ...(searchKey === null ? {} : { searchKey }),
  });
  return createGuardedSearch({
    primary,
    fallback,
    isComplete: () => searchChecks.complete.has(primary.name),
    log,
    now: () => clock.now(),
    limitMs: timeLimitMs,
  });
}
