import type { IndexCheck } from "#search/checks.ts";
import { type GuardState, indexesOf } from "#search/engine.ts";
import type { Town } from "#app/town.ts";
import { alignIndex } from "./freshness.server.ts";

export type IndexHealth = {
  name: string;
  /** Documents at the last comparison; null before the first. */
  documents: number | null;
  /** Whether it is known to hold everything; one that does not is not searched while another does. */
  isComplete: boolean;
  check: IndexCheck | null;
  rebuiltAt: Date | null;
};

export type SearchHealth = {
  /** The engine that searches are meant for. */
  engine: string;
  indexes: IndexHealth[];
  /** Null where no server stands behind a breaker. */
  guard: GuardState | null;
  /** Changes that are written and not yet in the index. */
  waiting: number;
};

/** What staff see of search in this process. Asks nothing of a search server, so that it answers when that one is down. */
export async function readSearchHealth(
  town: Pick<Town, "database" | "search" | "searchChecks">,
): Promise<SearchHealth> {
  const { last, rebuiltAt, complete } = town.searchChecks;
  const [local] = indexesOf(town.search);
  const documents = await local!.count();
  const [row] = await town.database.$queryRaw<[{ waiting: bigint }]>`
    SELECT count(*) AS waiting FROM pgboss.job WHERE name = 'search.update' AND state IN ('created', 'retry', 'active')`;
  return {
    engine: town.search.name,
    indexes: indexesOf(town.search).map((index) => {
      const check = last.get(index.name) ?? null;
      return {
        name: index.name,
        documents: index === local ? documents : check && check.documents + check.missing - check.surplus,
        isComplete: complete.has(index.name),
        check,
        rebuiltAt: rebuiltAt.get(index.name) ?? null,
      };
    }),
    guard: town.search.guard?.() ?? null,
    waiting: Number(row.waiting),
  };
}

/** Compares every index with the database now and brings the differences in line; the report stands in the health. */
export async function checkSearchNow(
  town: Pick<Town, "database" | "clock" | "search" | "searchChecks" | "log">,
): Promise<{ ok: true } | { ok: false; error: "search-not-checked" }> {
  let isChecked = true;
  for (const index of indexesOf(town.search))
    await alignIndex(town, index).catch((error: unknown) => {
      town.log.error({ index: index.name, error }, "the search index was not checked");
      isChecked = false;
    });
  return isChecked ? { ok: true } : { ok: false, error: "search-not-checked" };
}

/** Lets a job build every index anew; searches go on with the old ones. */
export async function orderReindex(town: Pick<Town, "database" | "jobs">): Promise<void> {
  await town.database.$transaction((tx) => town.jobs.enqueue(tx, "search.reindex", {}));
}
