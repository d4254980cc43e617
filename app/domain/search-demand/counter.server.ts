import type { Town } from "#app/town.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { demandText } from "./counted-text.ts";

const SECONDS_BETWEEN_WRITES = 60;
/** Different texts held at most; a flood of nonsense is not worth memory. */
const MOST_TEXTS = 2000;

export type DemandCounter = {
  /** Counts one search by its text and by whether it found anything. Takes no time and never fails. */
  count(text: string, found: number): void;
  /** Writes what was counted. */
  flush(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
};

/**
 * Counts searched texts per day. The counts are held in memory and written once a minute, so that a search writes nothing
 * and pages stay kept; a process that is killed loses at most its last minute.
 */
export function createDemandCounter(town: Pick<Town, "database" | "clock" | "log">): DemandCounter {
  let held = new Map<string, { day: string; text: string; searches: number; zeroHits: number }>();
  let timer: NodeJS.Timeout | null = null;

  async function flush(): Promise<void> {
    if (held.size === 0) return;
    const rows = [...held.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
    held = new Map();
    await town.database.$executeRaw`
      INSERT INTO "SearchDemand" ("day", "text", "searches", "zeroHits")
      SELECT * FROM unnest(${rows.map(({ day }) => day)}::date[], ${rows.map(({ text }) => text)}::text[],
        ${rows.map(({ searches }) => searches)}::int[], ${rows.map(({ zeroHits }) => zeroHits)}::int[])
      ON CONFLICT ("day", "text") DO UPDATE SET
        "searches" = "SearchDemand"."searches" + EXCLUDED."searches",
        "zeroHits" = "SearchDemand"."zeroHits" + EXCLUDED."zeroHits"`;
  }

  const flushSafely = () =>
    flush().catch((error: unknown) => town.log.error({ error }, "the searched words were not counted"));

  return {
    count: (typed, found) => {
      const text = demandText(typed);
      if (text === null) return;
      const day = civilDateOf(town.clock.now());
      const key = `${day}\0${text}`;
      const entry = held.get(key) ?? { day, text, searches: 0, zeroHits: 0 };
      if (!held.has(key) && held.size >= MOST_TEXTS) return;
      entry.searches += 1;
      if (found === 0) entry.zeroHits += 1;
      held.set(key, entry);
    },
    flush,
    start: () => {
      timer = setInterval(() => void flushSafely(), SECONDS_BETWEEN_WRITES * 1000);
      timer.unref();
    },
    stop: async () => {
      if (timer) clearInterval(timer);
      await flushSafely();
    },
  };
}
