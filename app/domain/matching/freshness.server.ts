import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { fillSearch } from "./store.server.ts";

type FreshTown = Pick<Town, "database" | "clock" | "search" | "log">;

const SECONDS_BETWEEN_CHECKS = 60;

/**
 * Keeps this process's index in step with what no job told it: changes that another process indexed, and the passing of
 * midnight in Japan, which closes internships and events. Jobs (`search.update`) bring single changes at once; this
 * compares a cheap stamp each minute and rebuilds the index when it differs.
 */
export function keepSearchFresh(town: FreshTown) {
  let filledAt: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  const check = async (): Promise<boolean> => {
    const stamp = await readStamp(town);
    if (stamp === filledAt) return false;
    await fillSearch(town);
    filledAt = stamp;
    return true;
  };
  return {
    /** Rebuilds the index if the town changed since the last time; says whether it did. */
    check,
    start: () => {
      timer = setInterval(() => {
        check().catch((error: unknown) => town.log.error({ error }, "the search index was not refreshed"));
      }, SECONDS_BETWEEN_CHECKS * 1000);
      timer.unref();
    },
    stop: () => {
      if (timer) clearInterval(timer);
    },
  };
}

/** Differs after any change of what search shows: publications, withdrawals, events, booths, internships, the day. */
async function readStamp(town: Pick<Town, "database" | "clock">): Promise<string> {
  const [row] = await town.database.$queryRaw<[{ stamp: string }]>`
    SELECT concat_ws('|',
      (SELECT concat_ws(',', count(*), sum("version"), count("publishedRevisionId"), count("withdrawnAt")) FROM "Company"),
      (SELECT concat_ws(',', count(*), max("updatedAt")) FROM "Event"),
      (SELECT concat_ws(',', "state", count(*), max("applyBy")) FROM "Internship" WHERE "state" = 'published' GROUP BY "state"),
      (SELECT count(*) FROM "BoothApplication" WHERE "state" = 'selected')
    ) AS stamp`;
  return `${civilDateOf(town.clock.now())} ${row.stamp}`;
}
