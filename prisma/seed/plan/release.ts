import { correctRelease, publishRelease } from "#app/domain/releases/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/database.server.ts";
import { STAFF_ID } from "../accounts/ids.ts";
import { ANSWER_NOTE } from "./evaluation-rows.ts";

const PLAN_ID = "ichinoseki-industry-2022";
/** The figures of the council's papers are as of this day, as they were known when the council met. */
const CUT = { asOf: "2025-01-31", knownOn: new Date(jst("2025-03-11").getTime() - 1) };
const PUBLISHED_AT = jst("2025-03-11", "10:00");
const CORRECTED_AT = jst("2025-03-25", "10:00");

/**
 * Releases the papers of fiscal 2024 as the council saw them on 10 March 2025, and a correction of them two weeks later. A town whose clock stands before has none.
 */
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
  if (clock.now() < CORRECTED_AT) return;
  const corrected = await correctRelease(
    { database, clock: { now: () => CORRECTED_AT } },
    {
      planId: PLAN_ID,
      cut: { ...CUT, knownOn: CORRECTED_AT },
      staffId: STAFF_ID,
      basedOn: published.version,
      note: ANSWER_NOTE,
    },
  );
  if (!corrected.ok) throw new Error(`the papers of fiscal 2024 were not corrected: ${corrected.error}`);
}
