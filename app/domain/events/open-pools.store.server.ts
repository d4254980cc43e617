import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import type { Category, RegistrationState } from "./rules.ts";

/**
 * The pools that are not in order: an offer is overdue, a free seat fits somebody who waits, or guardians hold what their
 * student lost or is about to lose. The guardians' pools come last, because they follow the students'.
 */
export async function listOpenPools(
  town: Pick<Town, "database" | "clock">,
): Promise<{ id: string; eventId: string }[]> {
  const now = town.clock.now();
  return town.database.$queryRaw<{ id: string; eventId: string }[]>`
    SELECT pool."id", session."eventId" FROM "CapacityPool" pool
    JOIN "EventSession" session ON session."id" = pool."sessionId"
    JOIN "Event" event ON event."id" = session."eventId"
    WHERE ((event."state" = 'published' OR (event."state" <> 'postponed' AND session."startsAt" <= ${now}))
        AND EXISTS (SELECT 1 FROM "Registration" row WHERE row."poolId" = pool."id"
          AND row."state" = 'offered' AND row."offerExpiresAt" <= ${now}))
      OR (event."state" = 'published' AND session."startsAt" > ${now} AND pool."reserved" < pool."capacity"
        AND EXISTS (SELECT 1 FROM "Registration" row WHERE row."poolId" = pool."id" AND row."state" = 'waiting'
          AND row."headCount" <= pool."capacity" - pool."reserved"))
      OR (pool."category" = 'guardian' AND EXISTS (SELECT 1 FROM "Registration" row
        JOIN "Registration" student ON student."id" = row."companionOfId"
        WHERE row."poolId" = pool."id" AND row."state" IN ('registered', 'offered', 'waiting')
          AND (student."state" = 'expired' OR (student."state" = 'offered' AND student."offerExpiresAt" <= ${now}))
          AND NOT EXISTS (SELECT 1 FROM "CheckIn" came WHERE came."registrationId" = row."id" AND came."voidedAt" IS NULL)))
    ORDER BY pool."category" = 'guardian', pool."id"`;
}

/** What guardians who have not come hold in a pool although the offer of their student ran out. */
export async function findBereft(
  tx: Transaction,
  poolId: string,
): Promise<
  { id: string; eventId: string; category: Category; headCount: number; state: RegistrationState }[]
> {
  return tx.registration.findMany({
    where: {
      poolId,
      state: { in: ["registered", "offered", "waiting"] },
      companionOf: { state: "expired" },
      checkIns: { none: { voidedAt: null } },
    },
    orderBy: { id: "asc" },
    select: { id: true, eventId: true, category: true, headCount: true, state: true },
  });
}
