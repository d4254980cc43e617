import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { type Category, isSessionDay } from "./rules.ts";

/** Attendance is counted from check-ins. Each is one fact; a mistaken one is voided and its row stays. */
type DeskTown = Pick<Town, "database" | "clock">;

export type CheckInResult =
  | { ok: true; checkInId: string; category: Category; headCount: number }
  | { ok: false; error: "unknown-ticket" | "ticket-cancelled" | "ticket-waiting" | "no-such-event" }
  | { ok: false; error: "other-event"; eventTitle: string; startsAt: Date }
  | { ok: false; error: "already-checked-in"; at: Date }
  | { ok: false; error: "not-event-day"; startsAt: Date };

/** Checks a registration in, by the code of its ticket or from the list; two parallel scans make one check-in. */
export async function checkInRegistration(
  town: DeskTown,
  request: { eventId: string; staffId: string } & ({ ticketCode: string } | { registrationId: string }),
): Promise<CheckInResult> {
  return town.database.$transaction(async (tx) => {
    const key = "ticketCode" in request ? { ticketCode: request.ticketCode } : { id: request.registrationId };
    const found = await tx.registration.findUnique({ where: key, select: { id: true } });
    if (!found) return { ok: false, error: "unknown-ticket" };
    // A cancellation locks this row too: a person is either checked in or cancelled, never both.
    await tx.$executeRaw`SELECT "id" FROM "Registration" WHERE "id" = ${found.id} FOR UPDATE`;
    const registration = await tx.registration.findUniqueOrThrow({
      where: { id: found.id },
      include: {
        event: { select: { title: true, state: true } },
        pool: { select: { session: true } },
        school: true,
      },
    });
    const { session } = registration.pool;
    if (registration.eventId !== request.eventId)
      return {
        ok: false,
        error: "other-event",
        eventTitle: registration.event.title,
        startsAt: session.startsAt,
      };
    if (registration.state === "cancelled") return { ok: false, error: "ticket-cancelled" };
    if (registration.state === "waiting") return { ok: false, error: "ticket-waiting" };
    const now = town.clock.now();
    if (registration.event.state !== "published") return { ok: false, error: "no-such-event" };
    if (!isSessionDay(session, now)) return { ok: false, error: "not-event-day", startsAt: session.startsAt };

    const { category, headCount } = registration;
    const label = registration.school?.name ?? "";
    // The row of a voided check-in is used again, because a registration has one; DomainEvent keeps the whole story.
    const written = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO "CheckIn" ("id", "eventId", "registrationId", "category", "headCount", "label", "at", "recordedAt", "recordedById")
      VALUES (${newId()}, ${request.eventId}, ${registration.id}, ${category}::"ParticipantCategory", ${headCount},
        ${label}, ${now}, ${now}, ${request.staffId})
      ON CONFLICT ("registrationId") DO UPDATE SET "voidedAt" = NULL, "at" = EXCLUDED."at",
        "recordedAt" = EXCLUDED."recordedAt", "recordedById" = EXCLUDED."recordedById", "headCount" = EXCLUDED."headCount"
      WHERE "CheckIn"."voidedAt" IS NOT NULL
      RETURNING "id"`;
    const checkInId = written[0]?.id;
    if (!checkInId) {
      const earlier = await tx.checkIn.findUniqueOrThrow({ where: { registrationId: registration.id } });
      return { ok: false, error: "already-checked-in", at: earlier.at };
    }
    await recordCheckIn(tx, { ...request, kind: "check-in.made", checkInId, category, headCount, at: now });
    return { ok: true, checkInId, category, headCount };
  });
}

export type WalkInResult =
  | { ok: true; checkInId: string; repeated: boolean }
  | { ok: false; error: "no-such-event" }
  | { ok: false; error: "not-event-day"; startsAt: Date };

/**
 * Counts people who came without a registration. `checkInId` is chosen by the form, so a second click adds nothing.
 */
export async function checkInWalkIns(
  town: DeskTown,
  request: { eventId: string; staffId: string; checkInId: string; category: Category; headCount: number },
): Promise<WalkInResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const event = await tx.event.findUnique({
      where: { id: request.eventId, state: "published" },
      include: { sessions: { orderBy: { startsAt: "asc" } } },
    });
    if (!event) return { ok: false, error: "no-such-event" };
    if (!event.sessions.some((session) => isSessionDay(session, now)))
      return { ok: false, error: "not-event-day", startsAt: event.startsAt };
    const { category, headCount, checkInId } = request;
    const written = await tx.checkIn.createMany({
      data: {
        id: checkInId,
        eventId: event.id,
        category,
        headCount,
        at: now,
        recordedAt: now,
        recordedById: request.staffId,
      },
      skipDuplicates: true,
    });
    if (written.count === 0) return { ok: true, checkInId, repeated: true };
    await recordCheckIn(tx, { ...request, kind: "check-in.made", at: now });
    return { ok: true, checkInId, repeated: false };
  });
}

/** Takes a mistaken check-in back, once; the row stays with the moment at which it was voided. */
export async function voidCheckIn(
  town: DeskTown,
  request: { eventId: string; staffId: string; checkInId: string },
): Promise<{ ok: true } | { ok: false; error: "no-such-check-in" | "already-voided" }> {
  return town.database.$transaction(async (tx) => {
    const at = town.clock.now();
    const key = { id: request.checkInId, eventId: request.eventId };
    const voided = await tx.checkIn.updateMany({ where: { ...key, voidedAt: null }, data: { voidedAt: at } });
    const row = await tx.checkIn.findUnique({ where: key });
    if (!row) return { ok: false, error: "no-such-check-in" };
    if (voided.count === 0) return { ok: false, error: "already-voided" };
    const { category, headCount } = row;
    await recordCheckIn(tx, { ...request, kind: "check-in.voided", category, headCount, at });
    return { ok: true };
  });
}

async function recordCheckIn(
  tx: Transaction,
  fact: {
    kind: "check-in.made" | "check-in.voided";
    checkInId: string;
    eventId: string;
    staffId: string;
    category: Category;
    headCount: number;
    at: Date;
  },
): Promise<void> {
  const { eventId, category, headCount } = fact;
  await recordEvent(tx, {
    kind: fact.kind,
    subjectId: fact.checkInId,
    actorId: fact.staffId,
    occurredAt: fact.at,
    data: { eventId, category, headCount },
  });
}
