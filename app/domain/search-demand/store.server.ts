import type { Town } from "#app/town.ts";
import { addDays, civilDateOf } from "#app/platform/calendar.ts";
import { DAYS_KEPT, DAYS_SHOWN, FEWEST_SEARCHES } from "./counted-text.ts";

export type SearchedWord = { text: string; searches: number; zeroHits: number; lastDay: string };

const MOST_SHOWN = 100;

/**
 * The searched words of the last 90 days, those that found nothing first. Words that were searched fewer than five times
 * are left out, so that no single reader can be recognised.
 */
export async function readSearchedWords(
  town: Pick<Town, "database" | "clock">,
  { onlyZeroHits }: { onlyZeroHits: boolean },
): Promise<SearchedWord[]> {
  const since = addDays(civilDateOf(town.clock.now()), -DAYS_SHOWN);
  return town.database.$queryRaw<SearchedWord[]>`
    SELECT "text", sum("searches")::int AS "searches", sum("zeroHits")::int AS "zeroHits",
      to_char(max("day"), 'YYYY-MM-DD') AS "lastDay"
    FROM "SearchDemand" WHERE "day" > ${since}::date
    GROUP BY "text"
    HAVING sum("searches") >= ${FEWEST_SEARCHES} AND (NOT ${onlyZeroHits} OR sum("zeroHits") > 0)
    ORDER BY sum("zeroHits") DESC, sum("searches") DESC, "text" LIMIT ${MOST_SHOWN}`;
}

/**
 * Deletes the words that nobody looks at any more. Of each day how much was searched stays, without words: the figures of
 * earlier years go on giving the same number. Running it again changes nothing.
 */
export async function forgetOldDemand(town: Pick<Town, "database" | "clock">): Promise<void> {
  const before = addDays(civilDateOf(town.clock.now()), -DAYS_KEPT);
  await town.database.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "SearchDemand" ("day", "text", "searches", "zeroHits")
      SELECT "day", '', sum("searches"), sum("zeroHits") FROM "SearchDemand"
      WHERE "day" < ${before}::date AND "text" <> '' GROUP BY "day"
      ON CONFLICT ("day", "text") DO UPDATE SET "searches" = "SearchDemand"."searches" + EXCLUDED."searches",
        "zeroHits" = "SearchDemand"."zeroHits" + EXCLUDED."zeroHits"`;
    await tx.$executeRaw`DELETE FROM "SearchDemand" WHERE "day" < ${before}::date AND "text" <> ''`;
  });
}
