import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { Page } from "./rules.ts";

const MINUTE_MS = 60_000;
/** Different pages held at most; a flood of addresses is not worth memory. */
const MOST_PAGES = 5000;

export type PageViewCounter = {
  /** Counts that somebody opened the page today (JST). Takes no time, never fails, and keeps nothing about the reader. */
  count(page: Page): void;
  /** Writes what was counted. */
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
};

/**
 * Counts opened pages per day. The counts are held in memory and written in one statement at the start of each minute,
 * when no kept public page is valid any more, so that counting never throws a kept page away (decisions 010 and 026). A
 * process that is killed loses at most its last minute.
 */
export function createPageViewCounter(town: Pick<Town, "database" | "clock" | "log">): PageViewCounter {
  let held = new Map<string, Page & { day: string; views: number }>();
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    if (held.size === 0) return;
    // In one order, so that two processes never wait for each other.
    const rows = [...held].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    held = new Map();
    await town.database.$executeRaw`
      INSERT INTO "PageViewDay" ("day", "kind", "subjectId", "views")
      SELECT v."day", v."kind", CASE WHEN v."kind" = 'company' THEN c."id" ELSE v."subject" END, sum(v."views")::int
      FROM unnest(${rows.map(({ day }) => day)}::date[], ${rows.map(({ kind }) => kind)}::text[],
        ${rows.map(({ subject }) => subject)}::text[], ${rows.map(({ views }) => views)}::int[])
        AS v("day", "kind", "subject", "views")
      LEFT JOIN "Company" c ON v."kind" = 'company' AND c."slug" = v."subject"
      WHERE v."kind" <> 'company' OR c."id" IS NOT NULL
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT ("day", "kind", "subjectId") DO UPDATE SET
        "views" = "PageViewDay"."views" + EXCLUDED."views"`;
  }

  const flushSafely = () =>
    flush().catch((error: unknown) => town.log.error({ error }, "the opened pages were not counted"));

  function waitForTheMinute(): void {
    timer = setTimeout(
      () => void flushSafely().finally(() => timer && waitForTheMinute()),
      MINUTE_MS - (town.clock.now().getTime() % MINUTE_MS),
    );
    timer.unref();
  }

  return {
    count: (page) => {
      const day = civilDateOf(town.clock.now());
      const key = [day, page.kind, page.subject].join("\0");
      const row = held.get(key) ?? { ...page, day, views: 0 };
      if (!held.has(key) && held.size >= MOST_PAGES) return;
      row.views += 1;
      held.set(key, row);
    },
    flush,
    start: waitForTheMinute,
    stop: async () => {
      if (timer) clearTimeout(timer);
      timer = null;
      await flushSafely();
    },
  };
}
