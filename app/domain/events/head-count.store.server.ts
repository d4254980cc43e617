import { recordEvent } from "#app/domain/audit/store.server.ts";
import { expireOverdue, offerFreeSeats, type SeatTown } from "./offers.store.server.ts";
import { giveSeatsBack, lockPools, lockRegistrations, takeSeats } from "./pool-locks.store.server.ts";
import { contactInclude, contactOf } from "./registration-contact.server.ts";
import { canCancel, MAX_HEAD_COUNT, registrationWindow } from "./rules.ts";
import { findTicketEvent } from "./ticket-event.store.server.ts";
import { queueTicket } from "./ticket-mail.server.ts";

export type HeadCountResult =
  | { ok: true; changed: boolean }
  | {
      ok: false;
      error:
        | "no-such-registration"
        /** The session has begun, or people were checked in already. */
        | "head-count-late"
        /** Registration is closed: fewer is still possible. */
        | "head-count-closed"
        /** Not so many seats are left; nothing is changed. */
        | "event-full"
        /** Who waits or holds an offer can only become fewer. */
        | "head-count-waiting"
        | "number-range:1:300";
    };

/**
 * Changes how many people a school's registration is for; any teacher of the school may. Fewer is possible until the
 * session begins, and what becomes free is offered to those who wait. More takes seats or changes nothing. The ticket is
 * mailed anew to the teacher who registered.
 */
export async function changeHeadCount(
  town: SeatTown,
  request: { registrationId: string; schoolId: string; teacherId: string; headCount: number },
): Promise<HeadCountResult> {
  const { headCount } = request;
  if (headCount < 1 || headCount > MAX_HEAD_COUNT) return { ok: false, error: "number-range:1:300" };
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const own = { id: request.registrationId, schoolId: request.schoolId };
    const found = await tx.registration.findUnique({
      where: own,
      select: { poolId: true, eventId: true },
    });
    if (!found) return { ok: false, error: "no-such-registration" };
    const [pool] = await lockPools(tx, [found.poolId]);
    const event = (await findTicketEvent(tx, found.eventId))!;
    await expireOverdue(tx, town, { pool: pool!, event });
    await lockRegistrations(tx, [own.id]);
    const row = await tx.registration.findUniqueOrThrow({
      where: own,
      include: { ...contactInclude, checkIns: { where: { voidedAt: null } } },
    });
    if (row.state === "cancelled" || row.state === "expired")
      return { ok: false, error: "no-such-registration" };
    const session = event.sessions.find(({ id }) => id === pool!.sessionId)!;
    if (row.checkIns.length > 0 || !canCancel(session, now)) return { ok: false, error: "head-count-late" };
    const more = headCount - row.headCount;
    if (more === 0) return { ok: true, changed: false };
    if (more > 0) {
      if (row.state !== "registered") return { ok: false, error: "head-count-waiting" };
      if (registrationWindow(event, now) !== "open") return { ok: false, error: "head-count-closed" };
      if (!(await takeSeats(tx, pool!, more))) return { ok: false, error: "event-full" };
    } else if (row.state !== "waiting") await giveSeatsBack(tx, pool!, -more);
    await tx.registration.update({ where: own, data: { headCount }, select: { id: true } });
    await recordEvent(tx, {
      kind: "registration.head-count-changed",
      subjectId: row.id,
      actorId: request.teacherId,
      occurredAt: now,
      data: { eventId: event.id, category: row.category, from: row.headCount, to: headCount },
    });
    if (row.state === "registered")
      await queueTicket(tx, town, {
        ...row,
        headCount,
        to: contactOf(row).email,
        sessionId: session.id,
        event,
      });
    await offerFreeSeats(tx, town, { pool: pool!, event });
    return { ok: true, changed: true };
  });
}
