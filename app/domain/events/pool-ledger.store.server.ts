import { recordEvent } from "#app/domain/audit/store.server.ts";
import { expireOverdue, offerFreeSeats, type SeatTown } from "./offers.store.server.ts";
import { lockPools } from "./pool-locks.store.server.ts";
import { findTicketEvent } from "./ticket-event.store.server.ts";

export type ResizeResult =
  /** `offered`: how many of the waiting list got an offer. */
  | { ok: true; offered: number }
  | { ok: false; error: "no-such-pool" }
  /** Seats that are registered or offered are never taken away. */
  | { ok: false; error: "below-reserved"; reserved: number };

/** Changes how many seats a pool has; those that become free are offered to the waiting list at once. */
export async function resizePool(
  town: SeatTown,
  request: { poolId: string; eventId: string; capacity: number; staffId: string },
): Promise<ResizeResult> {
  return town.database.$transaction(async (tx) => {
    const [pool] = await lockPools(tx, [request.poolId]);
    const event = await findTicketEvent(tx, request.eventId);
    const belongs = event?.sessions.some((session) => session.id === pool?.sessionId);
    if (!event || !pool || !belongs) return { ok: false, error: "no-such-pool" };
    await expireOverdue(tx, town, { pool, event });
    const { capacity: before, category, reserved } = pool;
    const { capacity } = request;
    if (capacity < reserved) {
      await offerFreeSeats(tx, town, { pool, event });
      return { ok: false, error: "below-reserved", reserved };
    }
    if (capacity !== before) {
      await tx.capacityPool.update({ where: { id: pool.id }, data: { capacity }, select: { id: true } });
      await recordEvent(tx, {
        kind: "pool.resized",
        subjectId: pool.id,
        actorId: request.staffId,
        occurredAt: town.clock.now(),
        data: { eventId: event.id, category, from: before, to: capacity },
      });
    }
    const offered = await offerFreeSeats(tx, town, { pool: { ...pool, capacity }, event });
    return { ok: true, offered };
  });
}
