import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { HIDDEN_AFTER_DAYS, searchableSince } from "../companies/freshness.rules.ts";
import { queueSearchUpdate, type SearchChange } from "./versions.store.server.ts";

/** Clocks of several machines differ a little: a closing counts when it is past on all of them. */
const MARGIN_MS = 60_000;
/** Closings in one transaction. */
const AT_ONCE = 500;

/**
 * Makes the passing of time a change like any other: internships whose last day to apply is over, events that have
 * ended and companies that nobody confirmed for half a year get new versions, with the companies that count them, unless they were changed since. Returns how many closed.
 */
export async function noteClosings(town: Pick<Town, "database" | "clock" | "jobs">): Promise<number> {
  const until = new Date(town.clock.now().getTime() - MARGIN_MS);
  let noted = 0;
  for (;;) {
    const changes = await town.database.$queryRaw<SearchChange[]>`
      SELECT 'internship' AS kind, own."id" AS id FROM "Internship" own
      LEFT JOIN "SearchDocumentVersion" v ON v."documentId" = 'internship:' || own."id"
      WHERE own."state" = 'published' AND own."applyBy" < ${civilDateOf(until)}::date
        AND (v."changedAt" IS NULL OR v."changedAt" < (own."applyBy" + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
      UNION ALL
      SELECT 'event' AS kind, own."id" AS id FROM "Event" own
      LEFT JOIN "SearchDocumentVersion" v ON v."documentId" = 'event:' || own."id"
      WHERE own."state" IN ('published', 'postponed') AND own."endsAt" <= ${until}
        AND (v."changedAt" IS NULL OR v."changedAt" < own."endsAt")
      UNION ALL
      SELECT 'company' AS kind, own."id" AS id FROM "Company" own
      JOIN "CompanyRevision" r ON r."id" = own."publishedRevisionId"
      CROSS JOIN LATERAL (SELECT greatest(own."confirmedAt", own."firstPublishedAt", r."submittedAt") AS at) vouched
      LEFT JOIN "SearchDocumentVersion" v ON v."documentId" = 'company:' || own."id"
      WHERE own."withdrawnAt" IS NULL AND vouched.at < ${searchableSince(until)}
        AND (v."changedAt" IS NULL OR v."changedAt" < ((vouched.at AT TIME ZONE 'Asia/Tokyo')::date
          + ${HIDDEN_AFTER_DAYS}::int)::timestamp AT TIME ZONE 'Asia/Tokyo')
      LIMIT ${AT_ONCE}`;
    if (changes.length === 0) return noted;
    await town.database.$transaction((tx) => queueSearchUpdate(tx, town, changes));
    noted += changes.length;
  }
}
