import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { checkInTime } from "./check-ins.rules.ts";
import type { Category, RegistrationState } from "./rules.ts";

/** Attendance is counted from check-ins. Each is one fact; a mistaken one is voided and its row stays. */
type DeskTown = Pick<Town, "database" | "clock">;

/** Who was checked in, for the words at the desk. */
export type CheckedIn = {
  checkInId: string;
  category: Category;
  /** How many came. */
  headCount: number;
  /** How many were registered. */
  registered: number;
  /** A person's name, or the school of a group; blank when neither is known. */
  name: string;
  at: Date;
  /** Guardians of this registration who are not checked in yet. */
  companions: { registrationId: string; category: Category; headCount: number }[];
};

export type CheckInResult =
  /** `repeated`: this very entry was recorded before (a second sending); nothing was counted again. */
  | ({ ok: true; repeated: boolean } & CheckedIn)
  | { ok: false; error: "unknown-ticket" | "ticket-cancelled" | "no-such-event" }
  /** `free`: seats of the pool that nobody holds. */
  | { ok: false; error: "ticket-waiting" | "ticket-offered" | "ticket-expired"; free: number }
  | { ok: false; error: "other-event"; eventTitle: string; startsAt: Date }
  | ({ ok: false; error: "already-checked-in" } & CheckedIn)
  | { ok: false; error: "not-event-day"; startsAt: Date };

type TicketKey = { ticketCode: string } | { registrationId: string };

const UNSEATED: Partial<Record<RegistrationState, "ticket-waiting" | "ticket-offered" | "ticket-expired">> = {
  waiting: "ticket-waiting",
  offered: "ticket-offered",
  expired: "ticket-expired",
};

/**
 * Checks a registration in, by the code of its ticket or from the list. Two parallel scans make one check-in, and so does
 * the same `entry` (an id chosen by the device) sent again, even when the check-in was taken back in between. `headCount`
 * is how many of a group came (without it: all); `deviceAt` is when a device without network recorded it.
 */
export async function checkInRegistration(
  town: DeskTown,
  request: {
    eventId: string;
    staffId: string;
    entry?: string;
    deviceAt?: Date | null;
    headCount?: number | null;
  } & TicketKey,
): Promise<CheckInResult> {
  return town.database.$transaction(async (tx) => {
    const key = "ticketCode" in request ? { ticketCode: request.ticketCode } : { id: request.registrationId };
    const found = await tx.registration.findUnique({ where: key, select: { id: true } });
    if (!found) return { ok: false, error: "unknown-ticket" };
    // A cancellation locks this row too: a person is either checked in or cancelled, never both.
    await tx.$executeRaw`SELECT "id" FROM "Registration" WHERE "id" = ${found.id} FOR UPDATE`;
    const registration = await readTicket(tx, found.id);
    const { event, pool, checkIns } = registration;
    const { session } = pool;
    if (registration.eventId !== request.eventId)
      return { ok: false, error: "other-event", eventTitle: event.title, startsAt: session.startsAt };

    const earlier = checkIns[0];
    if (earlier && request.entry && (await isMadeBy(tx, { checkInId: earlier.id, entry: request.entry })))
      return { ok: true, repeated: true, ...describe(registration, earlier) };
    if (registration.state === "cancelled") return { ok: false, error: "ticket-cancelled" };
    const unseated = UNSEATED[registration.state];
    if (unseated) return { ok: false, error: unseated, free: Math.max(0, pool.capacity - pool.reserved) };
    if (event.state !== "published") return { ok: false, error: "no-such-event" };
    const now = town.clock.now();
    const at = checkInTime({ deviceAt: request.deviceAt ?? null, now, sessions: [session] });
    if (!at) return { ok: false, error: "not-event-day", startsAt: session.startsAt };

    const { category } = registration;
    const headCount = request.headCount ?? registration.headCount;
    const label = registration.school?.name ?? "";
    // The row of a voided check-in is used again, because a registration has one; DomainEvent keeps the whole story.
    const written = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO "CheckIn" ("id", "eventId", "registrationId", "category", "headCount", "label", "at", "recordedAt", "recordedById")
      VALUES (${newId()}, ${request.eventId}, ${registration.id}, ${category}::"ParticipantCategory", ${headCount},
        ${label}, ${at}, ${now}, ${request.staffId})
      ON CONFLICT ("registrationId") DO UPDATE SET "voidedAt" = NULL, "at" = EXCLUDED."at",
        "recordedAt" = EXCLUDED."recordedAt", "recordedById" = EXCLUDED."recordedById", "headCount" = EXCLUDED."headCount"
      WHERE "CheckIn"."voidedAt" IS NOT NULL
      RETURNING "id"`;
    const checkInId = written[0]?.id;
    if (!checkInId) return { ok: false, error: "already-checked-in", ...describe(registration, earlier!) };
    await recordEvent(tx, {
      kind: "check-in.made",
      subjectId: checkInId,
      actorId: request.staffId,
      occurredAt: now,
      data: {
        eventId: request.eventId,
        category,
        headCount,
        ...(request.entry ? { entry: request.entry } : {}),
      },
    });
    return { ok: true, repeated: false, ...describe(registration, { id: checkInId, headCount, at }) };
  });
}

export type WalkInResult =
  | { ok: true; checkInId: string; repeated: boolean }
  | { ok: false; error: "no-such-event" }
  | { ok: false; error: "not-event-day"; startsAt: Date };

/**
 * Counts people who came without a registration. `checkInId` is chosen by the form or the device, so a second click or a
 * second sending adds nothing.
 */
export async function checkInWalkIns(
  town: DeskTown,
  request: {
    eventId: string;
    staffId: string;
    checkInId: string;
    category: Category;
    headCount: number;
    deviceAt?: Date | null;
  },
): Promise<WalkInResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const event = await tx.event.findUnique({
      where: { id: request.eventId, state: "published" },
      include: { sessions: { orderBy: { startsAt: "asc" } } },
    });
    if (!event) return { ok: false, error: "no-such-event" };
    const at = checkInTime({ deviceAt: request.deviceAt ?? null, now, sessions: event.sessions });
    if (!at) return { ok: false, error: "not-event-day", startsAt: event.startsAt };
    const { category, headCount, checkInId, staffId } = request;
    const written = await tx.checkIn.createMany({
      data: {
        id: checkInId,
        eventId: event.id,
        category,
        headCount,
        at,
        recordedAt: now,
        recordedById: staffId,
      },
      skipDuplicates: true,
    });
    if (written.count === 0) return { ok: true, checkInId, repeated: true };
    await recordEvent(tx, {
      kind: "check-in.made",
      subjectId: checkInId,
      actorId: staffId,
      occurredAt: now,
      data: { eventId: event.id, category, headCount, entry: checkInId },
    });
    return { ok: true, checkInId, repeated: false };
  });
}

type DeskRequest = { eventId: string; staffId: string; checkInId: string };

/**
 * Takes a mistaken check-in back, once; the row stays with the moment at which it was voided. With `entry` only while
 * that entry is the one that made it: a late undo never takes back what somebody recorded anew.
 */
export async function voidCheckIn(
  town: DeskTown,
  request: DeskRequest & { entry?: string },
): Promise<{ ok: true } | { ok: false; error: "no-such-check-in" | "already-voided" }> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const row = await lockCheckIn(tx, request);
    if (!row) return { ok: false, error: "no-such-check-in" };
    if (row.voidedAt) return { ok: false, error: "already-voided" };
    const isOther = request.entry !== undefined && (await lastEntryOf(tx, row.id)) !== request.entry;
    if (isOther) return { ok: false, error: "already-voided" };
    await tx.checkIn.update({ where: { id: row.id }, data: { voidedAt: now } });
    const { category, headCount, at, recordedAt } = row;
    await recordEvent(tx, {
      kind: "check-in.voided",
      subjectId: row.id,
      actorId: request.staffId,
      occurredAt: now,
      data: {
        eventId: request.eventId,
        category,
        headCount,
        at: at.toISOString(),
        recordedAt: recordedAt.toISOString(),
      },
    });
    return { ok: true };
  });
}

/**
 * Puts the number of people right who came with a check-in (registered 30, came 28). An `entry` of a device corrects
 * once: sent again, it does not undo what somebody corrected later.
 */
export async function correctHeadCount(
  town: DeskTown,
  request: DeskRequest & { headCount: number; entry?: string },
): Promise<{ ok: true; repeated: boolean } | { ok: false; error: "no-such-check-in" | "already-voided" }> {
  return town.database.$transaction(async (tx) => {
    const row = await lockCheckIn(tx, request);
    if (!row) return { ok: false, error: "no-such-check-in" };
    if (row.voidedAt) return { ok: false, error: "already-voided" };
    const { headCount } = request;
    const isKnown =
      request.entry !== undefined &&
      (await entriesOf(tx, row.id, "check-in.corrected")).includes(request.entry);
    if (row.headCount === headCount || isKnown) return { ok: true, repeated: true };
    await tx.checkIn.update({ where: { id: row.id }, data: { headCount } });
    await recordEvent(tx, {
      kind: "check-in.corrected",
      subjectId: row.id,
      actorId: request.staffId,
      occurredAt: town.clock.now(),
      data: {
        eventId: request.eventId,
        category: row.category,
        from: row.headCount,
        headCount,
        ...(request.entry ? { entry: request.entry } : {}),
      },
    });
    return { ok: true, repeated: false };
  });
}

/** The check-in of this event, locked for the rest of the transaction. */
async function lockCheckIn(tx: Transaction, { checkInId, eventId }: DeskRequest) {
  await tx.$executeRaw`SELECT "id" FROM "CheckIn" WHERE "id" = ${checkInId} FOR UPDATE`;
  return tx.checkIn.findUnique({ where: { id: checkInId, eventId } });
}

/** The devices' ids under which a check-in was made (or corrected), the oldest first; null for the forms'. */
async function entriesOf(
  tx: Transaction,
  checkInId: string,
  kind: "check-in.made" | "check-in.corrected" = "check-in.made",
): Promise<(string | null)[]> {
  const facts = await tx.domainEvent.findMany({
    where: { subjectId: checkInId, kind },
    orderBy: { id: "asc" },
    select: { data: true },
  });
  return facts.map(({ data }) => (data as { entry?: string }).entry ?? null);
}

async function isMadeBy(tx: Transaction, { checkInId, entry }: { checkInId: string; entry: string }) {
  return (await entriesOf(tx, checkInId)).includes(entry);
}

async function lastEntryOf(tx: Transaction, checkInId: string) {
  return (await entriesOf(tx, checkInId)).at(-1) ?? null;
}

function readTicket(tx: Transaction, id: string) {
  return tx.registration.findUniqueOrThrow({
    where: { id },
    include: {
      event: { select: { title: true, state: true } },
      pool: { select: { capacity: true, reserved: true, session: true } },
      school: { select: { name: true } },
      user: { select: { name: true } },
      guest: { select: { name: true } },
      checkIns: true,
      companions: {
        where: { state: "registered", checkIns: { none: { voidedAt: null } } },
        select: { id: true, category: true, headCount: true },
      },
    },
  });
}

function describe(
  registration: Awaited<ReturnType<typeof readTicket>>,
  checkIn: { id: string; headCount: number; at: Date },
): CheckedIn {
  const { school, user, guest, category, headCount, companions } = registration;
  return {
    checkInId: checkIn.id,
    category,
    headCount: checkIn.headCount,
    registered: headCount,
    name: school?.name ?? user?.name ?? guest?.name ?? "",
    at: checkIn.at,
    companions: companions.map(({ id, ...rest }) => ({ registrationId: id, ...rest })),
  };
}
