import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import { recordSeatEvent, type SeatTown } from "./offers.store.server.ts";
import { type LockedPool, nextArrival, takeSeats } from "./pool-locks.store.server.ts";
import type { EventState, Holder, RegistrationState } from "./rules.ts";
import type { TicketEvent } from "./ticket-event.store.server.ts";
import { queueTicket } from "./ticket-mail.server.ts";
import { queueWaiting } from "./waiting-mail.server.ts";

/** registered: the seats are taken. offered: seats are held until the offer runs out. waiting: on the waiting list. */
export type SeatState = "registered" | "waiting" | "offered";

export type Seated = { registrationId: string; state: SeatState };

/** What a person holds or held in one pool. */
export type HeldSeats = {
  id: string;
  poolId: string;
  state: RegistrationState;
  companionOfId: string | null;
};

type Standing = {
  eventState: EventState;
  /**
   * False while an offer is overdue, a free seat fits somebody who waits, or guardians hold what their student lost: then
   * the pools are settled first.
   */
  isSettled: boolean;
  held: HeldSeats[];
};

/**
 * How things stand once the pools are locked, in one statement: what was read before may be old. `held` is what the person
 * holds or held in the session of the pools.
 */
export async function readStanding(
  tx: Transaction,
  facts: { event: TicketEvent; holder: Holder; pools: readonly LockedPool[]; now: Date },
): Promise<Standing> {
  const { event, holder, pools, now } = facts;
  const userId = "userId" in holder ? holder.userId : null;
  const guestId = "guestId" in holder ? holder.guestId : null;
  const ids = pools.map((pool) => pool.id);
  const free = pools.map((pool) => pool.capacity - pool.reserved);
  const guardians = pools.filter((pool) => pool.category === "guardian").map((pool) => pool.id);
  const rows = await tx.$queryRaw<Standing[]>`
    SELECT
      (SELECT "state"::text FROM "Event" WHERE "id" = ${event.id}) AS "eventState",
      NOT EXISTS (SELECT 1 FROM "Registration" WHERE "poolId" = ANY(${ids}::text[]) AND "state" = 'offered'
          AND "offerExpiresAt" <= ${now})
        AND NOT EXISTS (SELECT 1 FROM unnest(${ids}::text[], ${free}::int[]) AS room("id", "free")
          JOIN "Registration" entry ON entry."poolId" = room."id" AND entry."state" = 'waiting'
            AND entry."headCount" <= room."free"
          WHERE room."free" > 0)
        AND NOT EXISTS (SELECT 1 FROM "Registration" entry
          JOIN "Registration" student ON student."id" = entry."companionOfId" AND student."state" = 'expired'
          WHERE entry."poolId" = ANY(${guardians}::text[]) AND entry."state" IN ('registered', 'offered', 'waiting'))
        AS "isSettled",
      COALESCE((SELECT json_agg(json_build_object('id', own."id", 'poolId', own."poolId", 'state', own."state",
          'companionOfId', own."companionOfId") ORDER BY own."registeredAt", own."id")
        FROM "Registration" own JOIN "CapacityPool" pool ON pool."id" = own."poolId"
        WHERE pool."sessionId" = ${pools[0]!.sessionId}
          AND (own."userId" = ${userId}::text OR own."guestId" = ${guestId}::text)), '[]') AS "held"`;
  return rows[0]!;
}

/** Writes what was decided for one pool: the row, the fact, and the mail (the ticket, or the place on the waiting list). */
export async function writeSeats(
  tx: Transaction,
  town: SeatTown,
  wish: {
    holder: Holder;
    event: TicketEvent;
    schoolId: string | null;
    to: string;
    pool: LockedPool;
    own: HeldSeats | null;
    decision: "kept" | "registered" | "waiting";
    headCount: number;
    companionOfId: string | null;
  },
): Promise<Seated> {
  const { holder, event, pool, own, decision, headCount, companionOfId } = wish;
  if (decision === "kept") return { registrationId: own!.id, state: own!.state as SeatState };
  const now = town.clock.now();
  if (decision === "registered") await takeSeats(tx, pool, headCount);
  const facts = {
    category: pool.category,
    headCount,
    schoolId: wish.schoolId,
    companionOfId,
    state: decision,
    arrival: decision === "waiting" ? await nextArrival(tx, pool) : null,
    offeredAt: null,
    offerExpiresAt: null,
    registeredAt: now,
    cancelledAt: null,
  };
  const identity = { id: newId(), eventId: event.id, poolId: pool.id, ticketCode: newReadableCode() };
  const row = own
    ? await tx.registration.update({ where: { id: own.id }, data: facts })
    : await tx.registration.create({ data: { ...identity, ...holder, ...facts } });
  const kind = decision === "registered" ? "registration.made" : "waiting-list.joined";
  await recordSeatEvent(tx, { kind, row, actorId: row.userId, at: now });
  if (decision === "registered")
    await queueTicket(tx, town, { ...row, to: wish.to, sessionId: pool.sessionId, event });
  else await queueWaiting(tx, town, { ...row, to: wish.to, sessionId: pool.sessionId, event });
  return { registrationId: row.id, state: decision };
}

/** Keeps the answers to questions of this event that are still asked; a new registration answers anew. */
export async function writeAnswers(
  tx: Transaction,
  registrationId: string,
  { eventId, answers = [] }: { eventId: string; answers?: readonly { questionId: string; value: string }[] },
): Promise<void> {
  if (answers.length === 0) return;
  const asked = await tx.eventQuestion.findMany({
    where: { eventId, retiredAt: null, id: { in: answers.map((answer) => answer.questionId) } },
    select: { id: true },
  });
  const valueOf = new Map(answers.map((answer) => [answer.questionId, answer.value]));
  await tx.registrationAnswer.deleteMany({ where: { registrationId } });
  await tx.registrationAnswer.createMany({
    data: asked
      .map(({ id }) => ({ registrationId, questionId: id, value: valueOf.get(id) ?? "" }))
      .filter((answer) => answer.value !== ""),
  });
}
