import type { Transaction } from "#app/platform/database.server.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { DomainEventKind } from "#app/domain/audit/rules.ts";
import type { Town } from "#app/town.ts";
import { findBereft, listOpenPools } from "./open-pools.store.server.ts";
import {
  giveSeatsBack,
  type LockedPool,
  lockPools,
  lockRegistrations,
  takeSeats,
} from "./pool-locks.store.server.ts";
import { contactInclude, contactOf } from "./registration-contact.server.ts";
import type { Category, Holder } from "./rules.ts";
import { mayOffer, nextOffers, offerExpiry, offersRunOut } from "./seats.rules.ts";
import { findTicketEvent, type TicketEvent } from "./ticket-event.store.server.ts";
import { queueOffer, queueOfferExpired, queueTicket } from "./ticket-mail.server.ts";

export type SeatTown = Pick<Town, "database" | "clock" | "jobs" | "env">;

/** How many of the waiting list are looked at in one go. */
const BATCH = 100;

type Ledger = { pool: LockedPool; event: TicketEvent };

/**
 * Puts a locked pool in order: overdue offers run out, guardians go with the student whose offer ran out, and free seats
 * are offered to those who wait, in the order of their arrival. Whoever changes seats does this first (a student's pool
 * before the guardians'), so what is right never depends on a job. Returns how many offers were made.
 */
export async function settlePool(tx: Transaction, town: SeatTown, ledger: Ledger): Promise<number> {
  await expireOverdue(tx, town, ledger);
  return offerFreeSeats(tx, town, ledger);
}

/** Puts pools of several categories in order, the guardians' last: what became of the students decides about them. */
export async function settlePools(
  tx: Transaction,
  town: SeatTown,
  { pools, event }: { pools: readonly LockedPool[]; event: TicketEvent },
): Promise<void> {
  const guardiansLast = pools.toSorted(
    (one, other) => Number(one.category === "guardian") - Number(other.category === "guardian"),
  );
  for (const pool of guardiansLast) await settlePool(tx, town, { pool, event });
}

/**
 * Ends the offers of a locked pool that were not taken in time and gives their seats back; so it does with what guardians
 * hold in it whose student's offer ran out.
 */
export async function expireOverdue(tx: Transaction, town: SeatTown, ledger: Ledger): Promise<void> {
  await releaseGuardians(tx, town, ledger.pool);
  const { pool, event } = ledger;
  const now = town.clock.now();
  if (!offersRunOut(event, sessionOf(ledger), now)) return;
  const overdue = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Registration" SET "state" = 'expired'
    WHERE "poolId" = ${pool.id} AND "state" = 'offered' AND "offerExpiresAt" <= ${now} RETURNING "id"`;
  if (overdue.length === 0) return;
  const rows = await tx.registration.findMany({
    where: { id: { in: overdue.map((row) => row.id) } },
    orderBy: { arrival: "asc" },
    include: contactInclude,
  });
  await giveSeatsBack(
    tx,
    pool,
    rows.reduce((sum, row) => sum + row.headCount, 0),
  );
  for (const row of rows) {
    await recordSeatEvent(tx, { kind: "seat.offer-expired", row, actorId: null, at: now });
    // After the beginning, and for an event that does not take place, nobody needs to be told.
    if (mayOffer(event, sessionOf(ledger), now))
      await queueOfferExpired(tx, town, {
        ...row,
        arrival: row.arrival!,
        offerExpiresAt: row.offerExpiresAt!,
        to: contactOf(row).email,
        sessionId: pool.sessionId,
        event,
      });
  }
}

/** Cancels what guardians hold in a locked pool whose student's offer ran out; who came already stays. */
async function releaseGuardians(tx: Transaction, town: SeatTown, pool: LockedPool): Promise<void> {
  if (pool.category !== "guardian") return;
  const bereft = await findBereft(tx, pool.id);
  if (bereft.length === 0) return;
  const now = town.clock.now();
  await lockRegistrations(
    tx,
    bereft.map((row) => row.id),
  );
  for (const row of await findBereft(tx, pool.id)) {
    await tx.registration.update({
      where: { id: row.id },
      data: { state: "cancelled", cancelledAt: now, arrival: null, offerExpiresAt: null },
      select: { id: true },
    });
    const kind = row.state === "registered" ? "registration.cancelled" : "waiting-list.left";
    await recordSeatEvent(tx, { kind, row, actorId: null, at: now });
    if (row.state !== "waiting") await giveSeatsBack(tx, pool, row.headCount);
  }
}

/** Offers the free seats of a locked pool; closed accounts are passed over. Returns how many offers were made. */
export async function offerFreeSeats(tx: Transaction, town: SeatTown, ledger: Ledger): Promise<number> {
  const { pool, event } = ledger;
  const now = town.clock.now();
  const session = sessionOf(ledger);
  if (!mayOffer(event, session, now)) return 0;
  const offerExpiresAt = offerExpiry({ now, sessionStartsAt: session.startsAt });
  let offered = 0;
  let after = 0;
  while (pool.reserved < pool.capacity) {
    const free = pool.capacity - pool.reserved;
    const waiting = await tx.registration.findMany({
      where: {
        poolId: pool.id,
        state: "waiting",
        arrival: { gt: after },
        headCount: { lte: free },
        OR: [{ userId: null }, { user: { state: { not: "closed" } } }],
      },
      orderBy: { arrival: "asc" },
      take: BATCH,
      include: contactInclude,
    });
    for (const row of nextOffers(waiting, free)) {
      await takeSeats(tx, pool, row.headCount);
      await tx.registration.update({
        where: { id: row.id },
        data: { state: "offered", offeredAt: now, offerExpiresAt },
        select: { id: true },
      });
      await recordSeatEvent(tx, { kind: "seat.offered", row, actorId: null, at: now });
      const offer = { ...row, arrival: row.arrival!, offerExpiresAt };
      await queueOffer(tx, town, {
        ...offer,
        to: contactOf(row).email,
        sessionId: pool.sessionId,
        event,
      });
      offered += 1;
    }
    if (waiting.length < BATCH) break;
    after = waiting.at(-1)!.arrival!;
  }
  if (offered > 0) await town.jobs.enqueue(tx, "offers.expire", {}, { startAfter: offerExpiresAt });
  return offered;
}

export type AcceptanceResult =
  | { ok: true; repeated: boolean }
  | { ok: false; error: "no-such-registration" | "offer-expired" | "cancelled" };

/** Takes the seats that are held for a person, with the ticket mail; a second click changes nothing. */
export async function acceptOffer(
  town: SeatTown,
  { registrationId, ...holder }: { registrationId: string } & Holder,
): Promise<AcceptanceResult> {
  return town.database.$transaction(async (tx) => {
    const own = { id: registrationId, ...holder };
    const found = await tx.registration.findUnique({
      where: own,
      select: { poolId: true, eventId: true },
    });
    if (!found) return { ok: false, error: "no-such-registration" };
    const [pool] = await lockPools(tx, [found.poolId]);
    const event = (await findTicketEvent(tx, found.eventId))!;
    await settlePool(tx, town, { pool: pool!, event });
    const row = await tx.registration.findUniqueOrThrow({ where: own, include: contactInclude });
    if (row.state === "registered") return { ok: true, repeated: true };
    if (row.state === "cancelled" || event.state !== "published") return { ok: false, error: "cancelled" };
    if (row.state !== "offered") return { ok: false, error: "offer-expired" };
    const now = town.clock.now();
    await tx.registration.update({
      where: own,
      data: { state: "registered", registeredAt: now, arrival: null, offerExpiresAt: null },
      select: { id: true },
    });
    await recordSeatEvent(tx, { kind: "seat.offer-accepted", row, actorId: row.userId, at: now });
    await queueTicket(tx, town, { ...row, to: contactOf(row).email, sessionId: pool!.sessionId, event });
    return { ok: true, repeated: false };
  });
}

/**
 * Ends overdue offers everywhere and offers what is free, pool by pool; safe to repeat. The job comes every five minutes
 * and at the end of each offer.
 */
export async function expireOffers(town: SeatTown): Promise<void> {
  const pools = await listOpenPools(town);
  for (const { id, eventId } of pools)
    await town.database.$transaction(async (tx) => {
      const [pool] = await lockPools(tx, [id]);
      const event = await findTicketEvent(tx, eventId);
      if (pool && event) await settlePool(tx, town, { pool, event });
    });
}

/** Records what happened to the seats of a registration. */
export async function recordSeatEvent(
  tx: Transaction,
  fact: {
    kind: Extract<
      DomainEventKind,
      | "registration.made"
      | "registration.cancelled"
      | "waiting-list.joined"
      | "waiting-list.left"
      | "seat.offered"
      | "seat.offer-accepted"
      | "seat.offer-expired"
    >;
    row: { id: string; eventId: string; category: Category; headCount: number };
    actorId: string | null;
    at: Date;
  },
): Promise<void> {
  const { id, eventId, category, headCount } = fact.row;
  await recordEvent(tx, {
    kind: fact.kind,
    subjectId: id,
    actorId: fact.actorId,
    occurredAt: fact.at,
    data: { eventId, category, headCount },
  });
}

function sessionOf({ pool, event }: Ledger) {
  return event.sessions.find((session) => session.id === pool.sessionId)!;
}
