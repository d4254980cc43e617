import type { Transaction } from "#app/platform/database.server.ts";
import { countAttempt, type ThrottleRule } from "#app/platform/throttle.server.ts";
import { offerFreeSeats, recordSeatEvent, type SeatTown, settlePools } from "./offers.store.server.ts";
import {
  giveSeatsBack,
  type LockedPool,
  lockPools,
  lockPoolsOf,
  lockRegistrations,
} from "./pool-locks.store.server.ts";
import { contactInclude, contactOf } from "./registration-contact.server.ts";
import { canCancel, type Category, type Holder, registrationRefusal } from "./rules.ts";
import { type Applicant, findApplicant } from "./seat-applicant.store.server.ts";
import {
  type HeldSeats,
  readStanding,
  type Seated,
  writeAnswers,
  writeSeats,
} from "./seat-rows.store.server.ts";
import { companionPools, decideSeats, mayBringGuardians, poolsFor } from "./seats.rules.ts";
import { findTicketEvent, type TicketEvent } from "./ticket-event.store.server.ts";
import { queueCancellation } from "./ticket-mail.server.ts";

export type RegistrationError =
  | "event-full"
  | "not-open-yet"
  | "closed"
  | "cancelled"
  | "already-registered"
  | "not-for-you"
  | "no-such-pool"
  | "too-many-requests";

export type RegistrationResult =
  /** `repeated`: the person held this registration already; no second seat and no second mail. */
  | ({ ok: true; repeated: boolean; guardians?: Seated } & Seated)
  | { ok: false; error: Exclude<RegistrationError, "already-registered"> }
  /** The person holds another registration of the same session. */
  | { ok: false; error: "already-registered"; registrationId: string };

export type RegistrationRequest = Holder & {
  eventId: string;
  /** The chosen pool; or the category (and the session, where there are several), then the most specific pool that fits. */
  poolId?: string;
  category?: Category;
  sessionId?: string;
  headCount: number;
  /** How many guardians come along with a student, in the guardians' seats of the same session. */
  guardians?: number;
  /** Answers to the event's questions; those to other questions are left out. */
  answers?: readonly { questionId: string; value: string }[];
  /** True to be put on the waiting list when no seat is left. */
  waitWhenFull?: boolean;
};

/** Per person, not per network address: a class behind one address registers in one minute. */
const ATTEMPTS: ThrottleRule = { purpose: "event-registration", limit: 30, windowSeconds: 600 };

/**
 * Takes seats, with the ticket mail, the answers and the record in one transaction. A person holds one registration per
 * session; a teacher, who registers for the own school, one per pool. Asking again for what one holds gives the same
 * registration.
 */
export async function registerForEvent(
  town: SeatTown,
  request: RegistrationRequest,
): Promise<RegistrationResult> {
  const holder: Holder = "userId" in request ? { userId: request.userId } : { guestId: request.guestId };
  return town.database.$transaction(async (tx) => {
    const key = "userId" in holder ? holder.userId : holder.guestId;
    const counted = await countAttempt({ ...town, database: tx }, ATTEMPTS, key);
    if (!counted.ok) return { ok: false, error: "too-many-requests" };
    const applicant = await findApplicant(tx, holder);
    const event = await findTicketEvent(tx, request.eventId);
    if (!event || event.state === "planned" || !applicant) return { ok: false, error: "no-such-pool" };
    const choice = choosePools(event, applicant, request, town.clock.now());
    if (!choice.ok) return choice;
    const ids = [choice.poolId, ...(choice.guardianPoolId ? [choice.guardianPoolId] : [])];
    const locked = await lockPools(tx, ids);
    const pool = locked.find((candidate) => candidate.id === choice.poolId);
    const guardianPool = locked.find((candidate) => candidate.id === choice.guardianPoolId);
    if (!pool || (choice.guardianPoolId && !guardianPool)) return { ok: false, error: "no-such-pool" };
    const standing = await readStanding(tx, { event, holder, pools: locked, now: town.clock.now() });
    if (standing.eventState !== "published") return { ok: false, error: "cancelled" };
    if (!standing.isSettled) await settlePools(tx, town, { pools: locked, event });
    const { held } = standing.isSettled
      ? standing
      : await readStanding(tx, { event, holder, pools: locked, now: town.clock.now() });
    return takeBoth(tx, town, { request, holder, applicant, event, held, pool, guardianPool });
  });
}

type Choice =
  | { ok: true; poolId: string; guardianPoolId: string | null }
  | { ok: false; error: "not-open-yet" | "closed" | "cancelled" | "not-for-you" | "no-such-pool" };

/** The pools that the request means, or why the person cannot register. */
function choosePools(
  event: TicketEvent,
  applicant: Applicant,
  request: RegistrationRequest,
  now: Date,
): Choice {
  const { person } = applicant;
  const pools = event.sessions
    .filter((session) => request.sessionId === undefined || session.id === request.sessionId)
    .flatMap((session) => session.pools);
  const wanted = pools.filter((pool) =>
    request.poolId === undefined ? pool.category === request.category : pool.id === request.poolId,
  );
  const category = wanted[0]?.category ?? request.category;
  if (!category) return { ok: false, error: "no-such-pool" };
  const refusal = registrationRefusal(event, { person, category, headCount: request.headCount, now });
  if (refusal) return { ok: false, error: refusal };
  const isGuestElsewhere =
    applicant.guestOf !== null && (applicant.guestOf !== event.id || !event.guestRegistration);
  const guardians = request.guardians ?? 0;
  if (isGuestElsewhere || !mayBringGuardians(person, category, guardians))
    return { ok: false, error: "not-for-you" };
  const fitting = poolsFor(person, wanted, event.audience);
  const chosen = fitting[0];
  if (!chosen) return { ok: false, error: wanted.length > 0 ? "not-for-you" : "no-such-pool" };
  if (fitting.some((pool) => pool.sessionId !== chosen.sessionId))
    return { ok: false, error: "no-such-pool" };
  const session = event.sessions.find((candidate) => candidate.id === chosen.sessionId)!;
  if (now >= session.endsAt) return { ok: false, error: "closed" };
  const guardianPool = guardians > 0 ? companionPools(person, session.pools)[0] : null;
  if (guardianPool === undefined) return { ok: false, error: "no-such-pool" };
  return { ok: true, poolId: chosen.id, guardianPoolId: guardianPool?.id ?? null };
}

type Taking = {
  request: RegistrationRequest;
  holder: Holder;
  applicant: Applicant;
  event: TicketEvent;
  held: readonly HeldSeats[];
  pool: LockedPool;
  guardianPool: LockedPool | undefined;
};

/** Takes the seats and those of the guardians: both or none, unless waiting is right for those that do not fit. */
async function takeBoth(tx: Transaction, town: SeatTown, taking: Taking): Promise<RegistrationResult> {
  const { request, holder, applicant, event, held, pool, guardianPool } = taking;
  const own = held.find((row) => row.poolId === pool.id) ?? null;
  const other = held.find((row) => row.poolId !== pool.id && row.companionOfId === null && isHeld(row));
  if (other && !applicant.isTeacher && !isHeld(own))
    return { ok: false, error: "already-registered", registrationId: other.id };

  const waitWhenFull = request.waitWhenFull ?? false;
  const { headCount } = request;
  const decision = decideSeats({ pool, own, headCount, waitWhenFull });
  const companion = held.find((row) => row.poolId === guardianPool?.id) ?? null;
  const guardians = request.guardians ?? 0;
  const guardianDecision = guardianPool
    ? decideSeats({ pool: guardianPool, own: companion, headCount: guardians, waitWhenFull })
    : null;
  if (decision === "full" || guardianDecision === "full") return { ok: false, error: "event-full" };

  const write = (wish: Parameters<typeof writeSeats>[2]) => writeSeats(tx, town, wish);
  const schoolId = applicant.isTeacher ? applicant.schoolId : null;
  const shared = { holder, event, schoolId, to: applicant.email };
  const main = await write({ ...shared, pool, own, decision, headCount, companionOfId: null });
  if (decision !== "kept") await writeAnswers(tx, main.registrationId, request);
  if (!guardianPool) return { ok: true, ...main, repeated: decision === "kept" };
  const along = await write({
    ...shared,
    pool: guardianPool,
    own: companion,
    decision: guardianDecision!,
    headCount: guardians,
    companionOfId: main.registrationId,
  });
  return { ok: true, ...main, repeated: decision === "kept", guardians: along };
}

function isHeld(row: HeldSeats | null): boolean {
  return row !== null && row.state !== "cancelled" && row.state !== "expired";
}

export type CancellationResult =
  | { ok: true; repeated: boolean }
  | { ok: false; error: "no-such-registration" | "too-late" | "checked-in" };

/**
 * Gives the seats of one's own registration back, declines the offer, or leaves the waiting list, exactly once; guardians
 * who come along go with it. What became free is offered to those who wait, in the same transaction.
 */
export async function cancelRegistration(
  town: SeatTown,
  { registrationId, ...holder }: { registrationId: string } & Holder,
): Promise<CancellationResult> {
  const actorId = "userId" in holder ? holder.userId : null;
  return cancel(town, { id: registrationId, ...holder }, actorId);
}

/** Cancels for somebody who telephoned; the mail goes to the holder. */
export async function cancelForHolder(
  town: SeatTown,
  request: { registrationId: string; eventId: string; staffId: string },
): Promise<CancellationResult> {
  return cancel(town, { id: request.registrationId, eventId: request.eventId }, request.staffId);
}

async function cancel(
  town: SeatTown,
  own: { id: string } & (Holder | { eventId: string }),
  actorId: string | null,
): Promise<CancellationResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const found = await tx.registration.findUnique({
      where: own,
      select: { poolId: true, eventId: true, category: true },
    });
    if (!found) return { ok: false, error: "no-such-registration" };
    const pools = await lockPoolsOf(tx, found);
    const event = (await findTicketEvent(tx, found.eventId))!;
    await settlePools(tx, town, { pools, event });
    const companions = await tx.registration.findMany({
      where: { companionOfId: own.id },
      select: { id: true },
    });
    const ids = [own.id, ...companions.map((companion) => companion.id)];
    await lockRegistrations(tx, ids);
    const rows = await tx.registration.findMany({
      where: { id: { in: ids } },
      include: { ...contactInclude, checkIns: { where: { voidedAt: null } } },
    });
    const main = rows.find((row) => row.id === own.id)!;
    if (main.state === "cancelled" || main.state === "expired") return { ok: true, repeated: true };
    if (main.checkIns.length > 0) return { ok: false, error: "checked-in" };
    const poolOf = (row: { poolId: string }) => pools.find((pool) => pool.id === row.poolId)!;
    const session = event.sessions.find((candidate) => candidate.id === poolOf(main).sessionId)!;
    if (!canCancel(session, now)) return { ok: false, error: "too-late" };

    for (const row of rows) {
      if (row.state === "cancelled" || row.state === "expired" || row.checkIns.length > 0) continue;
      await tx.registration.update({
        where: { id: row.id },
        data: { state: "cancelled", cancelledAt: now, arrival: null, offerExpiresAt: null },
        select: { id: true },
      });
      const kind = row.state === "registered" ? "registration.cancelled" : "waiting-list.left";
      await recordSeatEvent(tx, { kind, row, actorId, at: now });
      if (row.state !== "waiting") await giveSeatsBack(tx, poolOf(row), row.headCount);
    }
    const to = contactOf(main).email;
    await queueCancellation(tx, town, { ...main, to, sessionId: session.id, event });
    for (const pool of pools) await offerFreeSeats(tx, town, { pool, event });
    return { ok: true, repeated: false };
  });
}
