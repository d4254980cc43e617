import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newReadableCode } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { canCancel, type Category, registrationRefusal } from "./rules.ts";
import { type MailedRegistration, queueCancellation, queueTicket } from "./ticket-mail.server.ts";

/**
 * The seat ledger. Whoever changes the seats of a pool locks the pool's row first, then the person, then registrations:
 * always in this order, so nothing deadlocks and `reserved` is always the sum of the registered head counts. A CHECK in
 * the database is the last line of defence.
 */
type SeatTown = Pick<Town, "database" | "clock" | "jobs" | "env">;

export type RegistrationError =
  | "event-full"
  | "not-open-yet"
  | "closed"
  | "cancelled"
  | "already-registered"
  | "not-for-you"
  | "no-such-pool";

export type RegistrationResult =
  /** `repeated`: the person held this registration already; no second seat and no second mail. */
  | { ok: true; registrationId: string; state: "registered" | "waiting"; repeated: boolean }
  | { ok: false; error: Exclude<RegistrationError, "already-registered"> }
  /** The person holds another registration of the same session. */
  | { ok: false; error: "already-registered"; registrationId: string };

type Request = {
  eventId: string;
  /** Needed only where an event has several sessions. */
  sessionId?: string;
  userId: string;
  category: Category;
  headCount: number;
  /** True to be put on the waiting list when no seat is left. */
  waitWhenFull?: boolean;
};

/**
 * Takes seats in the pool of a session and category, with the ticket mail and the record in one transaction. A person
 * holds one registration per session; a teacher, who registers for the own school, one per category.
 */
export async function registerForEvent(town: SeatTown, request: Request): Promise<RegistrationResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const person = await tx.user.findUnique({
      where: { id: request.userId },
      select: { role: true, state: true, email: true, student: true, teacher: true },
    });
    const event = await findTicketEvent(tx, request.eventId);
    if (!event || event.state === "planned" || !person) return { ok: false, error: "no-such-pool" };
    const participant = { role: person.role, state: person.state, hasSchool: person.student !== null };
    const refusal = registrationRefusal(event, { ...request, person: participant, now });
    if (refusal) return { ok: false, error: refusal };
    const pool = await lockPool(tx, await findPoolId(tx, request));
    if (!pool) return { ok: false, error: "no-such-pool" };
    const session = event.sessions.find((candidate) => candidate.id === pool.sessionId)!;
    if (now >= session.endsAt) return { ok: false, error: "closed" };

    await tx.$executeRaw`SELECT "id" FROM "User" WHERE "id" = ${request.userId} FOR NO KEY UPDATE`;
    const held = await tx.registration.findMany({
      where: { userId: request.userId, pool: { sessionId: pool.sessionId } },
    });
    const own = held.find((registration) => registration.poolId === pool.id);
    const other = held.find(
      (registration) => registration.poolId !== pool.id && registration.state !== "cancelled",
    );
    if (own?.state === "registered")
      return { ok: true, registrationId: own.id, state: "registered", repeated: true };
    if (other && person.role !== "teacher")
      return { ok: false, error: "already-registered", registrationId: other.id };

    const seated = await takeSeats(tx, pool.id, request.headCount);
    if (!seated && own?.state === "waiting")
      return { ok: true, registrationId: own.id, state: "waiting", repeated: true };
    const canEverFit = request.headCount <= pool.capacity;
    if (!seated && !(request.waitWhenFull && canEverFit)) return { ok: false, error: "event-full" };

    const state = seated ? ("registered" as const) : ("waiting" as const);
    const facts = {
      category: request.category,
      headCount: request.headCount,
      schoolId: person.teacher?.schoolId ?? null,
      state,
      arrival: seated ? null : await nextArrival(tx, pool.id),
      registeredAt: now,
      cancelledAt: null,
    };
    const kept = own
      ? await tx.registration.update({ where: { id: own.id }, data: facts })
      : await tx.registration.create({
          data: {
            id: newId(),
            eventId: event.id,
            poolId: pool.id,
            userId: request.userId,
            ticketCode: newReadableCode(),
            ...facts,
          },
        });
    await recordEvent(tx, {
      kind: seated ? "registration.made" : "waiting-list.joined",
      subjectId: kept.id,
      actorId: request.userId,
      occurredAt: now,
      data: { eventId: event.id, category: request.category, headCount: request.headCount },
    });
    if (seated) await queueTicket(tx, town, { ...kept, to: person.email, sessionId: pool.sessionId, event });
    return { ok: true, registrationId: kept.id, state, repeated: false };
  });
}

export type CancellationResult =
  | { ok: true; repeated: boolean }
  | { ok: false; error: "no-such-registration" | "too-late" | "checked-in" };

/**
 * Gives the seats of one's own registration (or the place on the waiting list) back, exactly once. Whoever waits longest
 * and fits gets the freed seats in the same transaction.
 */
export async function cancelRegistration(
  town: SeatTown,
  request: { registrationId: string; userId: string },
): Promise<CancellationResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const own = { id: request.registrationId, userId: request.userId };
    const found = await tx.registration.findUnique({ where: own, select: { poolId: true, eventId: true } });
    if (!found) return { ok: false, error: "no-such-registration" };
    const event = (await findTicketEvent(tx, found.eventId))!;
    const pool = (await lockPool(tx, found.poolId))!;
    // A check-in locks this row too: a person is either checked in or cancelled, never both.
    await tx.$executeRaw`SELECT "id" FROM "Registration" WHERE "id" = ${request.registrationId} FOR UPDATE`;
    const registration = await tx.registration.findUniqueOrThrow({
      where: own,
      include: { user: { select: { email: true } }, checkIns: { where: { voidedAt: null } } },
    });
    if (registration.state === "cancelled") return { ok: true, repeated: true };
    const session = event.sessions.find((candidate) => candidate.id === pool.sessionId)!;
    if (registration.checkIns.length > 0) return { ok: false, error: "checked-in" };
    if (!canCancel(session, now)) return { ok: false, error: "too-late" };

    const heldSeats = registration.state === "registered";
    await tx.registration.update({ where: own, data: { state: "cancelled", cancelledAt: now } });
    await recordEvent(tx, {
      kind: heldSeats ? "registration.cancelled" : "waiting-list.left",
      subjectId: registration.id,
      actorId: request.userId,
      occurredAt: now,
      data: { eventId: event.id, category: registration.category, headCount: registration.headCount },
    });
    await queueCancellation(tx, town, {
      ...registration,
      to: registration.user!.email,
      sessionId: pool.sessionId,
      event,
    });
    if (heldSeats) {
      await tx.$executeRaw`
        UPDATE "CapacityPool" SET "reserved" = "reserved" - ${registration.headCount} WHERE "id" = ${pool.id}`;
      if (event.state === "published") await promoteWaiting(tx, town, { poolId: pool.id, event });
    }
    return { ok: true, repeated: false };
  });
}

/** Gives free seats to those who wait, in the order in which they came; a group that does not fit lets smaller ones pass. */
async function promoteWaiting(
  tx: Transaction,
  town: SeatTown,
  { poolId, event }: { poolId: string; event: TicketEvent },
): Promise<void> {
  const waiting = await tx.registration.findMany({
    where: { poolId, state: "waiting" },
    orderBy: { arrival: "asc" },
    include: { user: { select: { email: true, state: true } }, pool: { select: { sessionId: true } } },
  });
  for (const registration of waiting) {
    if (registration.user!.state !== "active" || !(await takeSeats(tx, poolId, registration.headCount)))
      continue;
    const now = town.clock.now();
    await tx.registration.update({
      where: { id: registration.id },
      data: { state: "registered", registeredAt: now, arrival: null },
    });
    await recordEvent(tx, {
      kind: "registration.made",
      subjectId: registration.id,
      actorId: null,
      occurredAt: now,
      data: { eventId: event.id, category: registration.category, headCount: registration.headCount },
    });
    const mailed: MailedRegistration = {
      ...registration,
      to: registration.user!.email,
      sessionId: registration.pool.sessionId,
      event,
    };
    await queueTicket(tx, town, mailed);
  }
}

type TicketEvent = NonNullable<Awaited<ReturnType<typeof findTicketEvent>>>;

function findTicketEvent(tx: Transaction, id: string) {
  return tx.event.findUnique({
    where: { id },
    include: { sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } },
  });
}

/** The pool of the chosen category, in the chosen session or in the event's only one. */
async function findPoolId(tx: Transaction, request: Request): Promise<string | null> {
  const pools = await tx.capacityPool.findMany({
    where: {
      category: request.category,
      session: { eventId: request.eventId, ...(request.sessionId ? { id: request.sessionId } : {}) },
    },
    select: { id: true },
    take: 2,
  });
  return pools.length === 1 ? pools[0]!.id : null;
}

/** Locks the pool's row for the rest of the transaction. */
async function lockPool(tx: Transaction, poolId: string | null) {
  const rows = await tx.$queryRaw<{ id: string; sessionId: string; capacity: number }[]>`
    SELECT "id", "sessionId", "capacity" FROM "CapacityPool" WHERE "id" = ${poolId} FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/** The next place at the end of the pool's waiting list; the pool's row is locked. */
async function nextArrival(tx: Transaction, poolId: string): Promise<number> {
  const pool = await tx.capacityPool.update({
    where: { id: poolId },
    data: { arrivals: { increment: 1 } },
    select: { arrivals: true },
  });
  return pool.arrivals;
}

/** Takes seats if there are enough; one statement decides. */
async function takeSeats(tx: Transaction, poolId: string, headCount: number): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE "CapacityPool" SET "reserved" = "reserved" + ${headCount}
    WHERE "id" = ${poolId} AND "reserved" + ${headCount} <= "capacity"`;
  return taken === 1;
}
