import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import { recordSeatEvent, type SeatTown } from "./offers.store.server.ts";
import { type LockedPool, nextArrival, takeSeats } from "./pool-locks.store.server.ts";
import type { Holder } from "./rules.ts";
import type { TicketEvent } from "./ticket-event.store.server.ts";
import { queueTicket } from "./ticket-mail.server.ts";

/** registered: the seats are taken. offered: seats are held until the offer runs out. waiting: on the waiting list. */
export type SeatState = "registered" | "waiting" | "offered";

export type Seated = { registrationId: string; state: SeatState };

/** Writes what was decided for one pool: the row, the fact, and the ticket when seats are taken. */
export async function writeSeats(
  tx: Transaction,
  town: SeatTown,
  wish: {
    holder: Holder;
    event: TicketEvent;
    schoolId: string | null;
    to: string;
    pool: LockedPool;
    own: { id: string; state: string } | null;
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
