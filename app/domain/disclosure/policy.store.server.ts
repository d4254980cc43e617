import { type CivilDate, civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type DisclosurePolicy, policyFor } from "./rules.ts";

/** The limits below which a figure is hidden, in force on a day (today without one) as known at an instant (now). */
export async function readDisclosurePolicy(
  town: Pick<Town, "database" | "clock">,
  { day, knownOn }: { day?: CivilDate; knownOn?: Date } = {},
): Promise<DisclosurePolicy> {
  const now = town.clock.now();
  const rows = await town.database.disclosurePolicy.findMany();
  return policyFor(
    rows.map((row) => ({ ...row, effectiveFrom: row.effectiveFrom.toISOString().slice(0, 10) })),
    { day: day ?? civilDateOf(now), knownOn: knownOn ?? now },
  );
}
