import type { SearchHit } from "#search/engine.ts";
import type { Town } from "#app/town.ts";
import { addDays, civilDateOf } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { readFollowedSearch } from "./alert-search.ts";
import { findAll } from "./finds.server.ts";
import { MOST_IN_MAIL, runKeyOf } from "./rules.ts";
import { alertEndToken } from "./store.server.ts";

type Runner = Pick<Town, "database" | "clock" | "jobs" | "search" | "env">;

/** Days after which an unconfirmed alert and old runs are deleted. */
const DAYS_KEPT = { pending: 7, runs: 60 };

/**
 * Starts the day's alerts: one job for each active alert whose run is not done, so that one that fails is tried again by
 * itself. Also deletes what nobody confirmed. Running it twice mails nobody twice.
 */
export async function startAlertRuns(town: Runner): Promise<number> {
  const now = town.clock.now();
  const day = civilDateOf(now);
  const before = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000);
  return town.database.$transaction(async (tx) => {
    await tx.searchAlert.deleteMany({
      where: { state: "pending", createdAt: { lt: before(DAYS_KEPT.pending) } },
    });
    await tx.searchAlertRun.deleteMany({ where: { runKey: { lt: addDays(day, -DAYS_KEPT.runs) } } });
    const due = await tx.searchAlert.findMany({
      where: {
        state: "active",
        OR: (["daily", "weekly"] as const).map((frequency) => ({
          frequency,
          runs: { none: { runKey: runKeyOf(frequency, day) } },
        })),
      },
      orderBy: { id: "asc" },
      select: { id: true },
    });
    await town.jobs.enqueueAll(
      tx,
      "alert.run",
      due.map(({ id }) => ({ alertId: id })),
    );
    return due.length;
  });
}

/** Looks at one alert: mails what is found and was not told of before. The run of a day or week happens once. */
export async function runAlert(town: Runner, { alertId }: { alertId: string }): Promise<void> {
  const now = town.clock.now();
  const alert = await town.database.searchAlert.findFirst({ where: { id: alertId, state: "active" } });
  const search = alert && readFollowedSearch(alert.query);
  if (!search) return;
  const runKey = runKeyOf(alert.frequency, civilDateOf(now));
  const hits = await findAll(town, search);
  await town.database.$transaction(async (tx) => {
    // The row of the alert is the lock: an alert that was ended meanwhile is gone, a parallel run waits and finds its work done.
    const rows = await tx.$queryRaw<
      unknown[]
    >`SELECT 1 FROM "SearchAlert" WHERE "id" = ${alertId} FOR UPDATE`;
    if (rows.length === 0) return;
    const seen = await tx.searchAlertSeen.findMany({ where: { alertId }, select: { documentId: true } });
    const told = new Set(seen.map(({ documentId }) => documentId));
    const fresh = hits.filter(({ id }) => !told.has(id));
    const run = await tx.searchAlertRun.createMany({
      data: { id: newId(), alertId, runKey, found: fresh.length, ranAt: now },
      skipDuplicates: true,
    });
    if (run.count === 0 || fresh.length === 0) return;
    await tx.searchAlertSeen.createMany({
      data: fresh.map(({ id }) => ({ alertId, documentId: id })),
      skipDuplicates: true,
    });
    const { publicUrl } = town.env;
    await queueMail(tx, town, {
      to: alert.email,
      message: {
        kind: "search-alert",
        props: {
          conditions: search.conditions,
          finds: fresh.slice(0, MOST_IN_MAIL).map((hit) => findOf(hit, publicUrl)),
          more: Math.max(0, fresh.length - MOST_IN_MAIL),
          searchUrl: `${publicUrl}${search.address}`,
          endUrl: `${publicUrl}/alerts/end?token=${encodeURIComponent(alertEndToken(town, alertId))}`,
        },
      },
      dedupeKey: `search-alert:${alertId}:${runKey}`,
    });
  });
}

const PATHS = { company: "companies", internship: "internships", event: "events" } as const;

function findOf(hit: SearchHit, publicUrl: string) {
  return {
    kind: hit.kind,
    name: hit.name,
    area: hit.area,
    url: `${publicUrl}/${PATHS[hit.kind]}/${hit.slug}`,
  };
}
