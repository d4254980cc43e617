import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { offerExpiry } from "./seats.rules.ts";

/**
 * Brings the terms of standing offers in line with the sessions of an event whose pools are locked: none ends after the
 * beginning of its session. `resumed`: the event was postponed or cancelled and takes place again, so everybody gets the
 * time that a new offer would have.
 */
export async function fitOffers(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs">,
  { eventId, resumed = false }: { eventId: string; resumed?: boolean },
): Promise<void> {
  const now = town.clock.now();
  const sessions = await tx.eventSession.findMany({
    where: { eventId },
    select: { id: true, startsAt: true },
  });
  for (const { id, startsAt } of sessions) {
    const offers = await tx.registration.findMany({
      where: { state: "offered", pool: { sessionId: id } },
      select: { id: true, offerExpiresAt: true },
      orderBy: { id: "asc" },
    });
    const renewed = offerExpiry({ now, sessionStartsAt: startsAt }).getTime();
    for (const offer of offers) {
      const before = offer.offerExpiresAt!.getTime();
      const until = Math.min(startsAt.getTime(), resumed ? Math.max(before, renewed) : before);
      if (until === before) continue;
      const offerExpiresAt = new Date(until);
      await tx.registration.update({
        where: { id: offer.id },
        data: { offerExpiresAt },
        select: { id: true },
      });
      await town.jobs.enqueue(tx, "offers.expire", {}, { startAfter: offerExpiresAt });
    }
  }
}
