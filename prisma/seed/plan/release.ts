import { publishRelease } from "#app/domain/releases/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/database.server.ts";
import { STAFF_ID } from "../accounts/ids.ts";

const PLAN_ID = "ichinoseki-industry-2022";
/** The figures of the council's papers are as of this day, as they were known when the council met. */
const CUT = { asOf: "2025-01-31", knownOn: new Date(jst("2025-03-11").getTime() - 1) };
const PUBLISHED_AT = jst("2025-03-11", "10:00");

/** Releases the papers of fiscal 2024 as the council saw them on 10 March 2025. A town whose clock stands before has none. */
export async function publishCouncilPapers({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<void> {
  if (clock.now() < PUBLISHED_AT) return;
  const published = await publishRelease(
    { database, clock: { now: () => PUBLISHED_AT } },
    { planId: PLAN_ID, cut: CUT, staffId: STAFF_ID },
  );
  if (!published.ok) throw new Error(`the papers of fiscal 2024 were not released: ${published.error}`);
}
