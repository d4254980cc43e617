import { indexesOf, type SearchEngine } from "#search/engine.ts";
import { describeError } from "#app/platform/log.server.ts";
import type { Town } from "#app/town.ts";
import { noteClosings } from "./closings.store.server.ts";
import { differingDocuments } from "./rules.ts";
import { fillIndex, findDrift, readStamp, repairDrift } from "./store.server.ts";

type FreshTown = Pick<Town, "database" | "clock" | "search" | "searchChecks" | "jobs" | "env" | "log">;

const SECONDS_BETWEEN_CHECKS = 60;
/** Other processes on the same PostgreSQL handle some of the jobs; their changes are looked for this often. */
const SECONDS_BETWEEN_LOOKS = 2;
/** An index is compared this often even where nothing seems to have changed. */
const HOURS_BETWEEN_FULL_COMPARISONS = 1;
/** With more differences than this an index is not searched until it is brought in line. */
const MOST_WHILE_SEARCHED = 100;

/** Builds an index from nothing and says so to those who search: with Meilisearch beside the old one, then swapped. */
export async function rebuildIndex(
  town: Omit<FreshTown, "search" | "jobs" | "env">,
  index: SearchEngine,
  onProgress?: (documents: number) => void,
): Promise<number> {
  const started = performance.now();
  const documents = await fillIndex(town, index, onProgress);
  // What other processes wrote to the old index while the new one was built.
  const found = await findDrift(town, index);
  await repairDrift(town, index, found);
  town.searchChecks.complete.add(index.name);
  town.searchChecks.rebuiltAt.set(index.name, town.clock.now());
  town.log.info(
    {
      index: index.name,
      documents,
      caughtUp: differingDocuments(found.drift).length,
      tookMs: Math.round(performance.now() - started),
    },
    "search index rebuilt",
  );
  return documents;
}

/** The job "search.reindex": builds every index anew that this process writes to. */
export async function rebuildIndexes(town: Omit<FreshTown, "jobs" | "env">): Promise<void> {
  for (const index of indexesOf(town.search)) await rebuildIndex(town, index);
}

/** Compares one index with the database by versions, brings the differences in line and returns how many there were. */
export async function alignIndex(
  town: Omit<FreshTown, "search" | "jobs" | "env">,
  index: SearchEngine,
): Promise<number> {
  const { searchChecks, clock, log } = town;
  const started = performance.now();
  const found = await findDrift(town, index);
  const differing = differingDocuments(found.drift).length;
  if (differing > MOST_WHILE_SEARCHED) searchChecks.complete.delete(index.name);
  const { missing, outdated, surplus } = found.drift;
  const check = {
    at: clock.now(),
    documents: found.indexed
      .values()
      .filter(({ removed }) => !removed)
      .toArray().length,
    missing: missing.length,
    outdated: outdated.length,
    surplus: surplus.length,
  };
  const note = (isRepaired: boolean) => {
    const result = { ...check, isRepaired, tookMs: Math.round(performance.now() - started) };
    searchChecks.last.set(index.name, result);
    if (differing > 0) log.info({ index: index.name, ...result }, "search index differed from the database");
  };
  try {
    await repairDrift(town, index, found);
  } catch (error) {
    note(false);
    throw error;
  }
  note(true);
  searchChecks.complete.add(index.name);
  return differing;
}

/**
 * Keeps the indexes in step with what no job told this process: changes whose jobs another process handled, the passing
 * of time, jobs that failed for good, an index that lost data. Jobs (`search.update`) bring single changes at once; this
 * compares a cheap stamp and, where it differs, the versions of all documents, and brings only those that differ.
 */
export function keepSearchFresh(town: FreshTown) {
  const seen = new Map<SearchEngine, { stamp: string; documents: number; at: number }>();
  const timers: NodeJS.Timeout[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const checkOne = async (index: SearchEngine): Promise<number> => {
    const known = seen.get(index);
    const at = town.clock.now().getTime();
    const isRecent = known !== undefined && at - known.at < HOURS_BETWEEN_FULL_COMPARISONS * 3_600_000;
    // Read before the comparison: what is committed during it is found by the next look.
    const stamp = await readStamp(town);
    if (isRecent && known.stamp === stamp && known.documents === (await index.count())) return 0;
    const differing = await alignIndex(town, index);
    seen.set(index, { stamp, documents: await index.count(), at });
    return differing;
  };

  /** One after the other: two comparisons of one index would only repeat each other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  const logged = (index: SearchEngine, work: Promise<number>): Promise<number> =>
    work.catch((error: unknown) => {
      town.log.error({ index: index.name, error: describeError(error) }, "the search index was not checked");
      return 0;
    });

  const [local] = indexesOf(town.search);
  const check = (): Promise<number> =>
    inTurn(async () => {
      await noteClosings(town);
      let differing = 0;
      for (const index of indexesOf(town.search)) differing += await logged(index, checkOne(index));
      return differing;
    });
  const every = (seconds: number, work: () => Promise<unknown>) => {
    let isRunning = false;
    const timer = setInterval(() => {
      if (isRunning) return;
      isRunning = true;
      work()
        .catch((error: unknown) => town.log.error({ error }, "the search indexes were not checked"))
        .finally(() => (isRunning = false));
    }, seconds * 1000);
    timer.unref();
    timers.push(timer);
  };

  return {
    /** Builds the index of this process; to be awaited before the first search. */
    fill: async () => {
      // What time has closed before this process began is not worth a comparison afterwards.
      await noteClosings(town);
      const stamp = await readStamp(town);
      await rebuildIndex(town, local!);
      seen.set(local!, { stamp, documents: await local!.count(), at: town.clock.now().getTime() });
    },
    /** Brings every index in line with the database and the time; returns how many documents differed. */
    check,
    start: () => {
      every(SECONDS_BETWEEN_CHECKS, check);
      if (town.env.databaseUrl)
        every(SECONDS_BETWEEN_LOOKS, () => inTurn(() => logged(local!, checkOne(local!))));
      check().catch((error: unknown) => town.log.error({ error }, "the search indexes were not checked"));
    },
    /** Ends the checks and waits for the one that runs. */
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await turn;
    },
  };
}
