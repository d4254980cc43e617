import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";

type Base = Pick<Town, "database" | "clock">;

/** A person starts at an employer; a new person unless `personKey` names one. */
export async function createPlacement(
  town: Base,
  placement: {
    startedOn: string;
    source?: "company" | "school" | "jobCafe" | "supportStation" | "staffImport";
    personKey?: string;
    /** The account of the person, who agreed to be linked. */
    userId?: string;
  },
) {
  const { startedOn, source = "supportStation", personKey = newId(), userId = null } = placement;
  return town.database.placement.create({
    data: {
      id: newId(),
      personKey,
      userId,
      source,
      kind: "supported",
      inJurisdiction: true,
      startedOn: new Date(`${startedOn}T00:00:00Z`),
      reportedAt: town.clock.now(),
    },
  });
}
