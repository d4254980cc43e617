import type { Transaction } from "#app/platform/database.server.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { newReadableCode } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { mailMembers, nameIn } from "../companies/member-accounts.store.server.ts";
import { queueSearchUpdate } from "../matching/versions.store.server.ts";
import { freeNumber } from "./rules.ts";
import type { BoothDecision } from "./schema.ts";

type Desk = Pick<Town, "database" | "clock" | "jobs" | "env">;

export type DecidedEvent = {
  id: string;
  title: string;
  venue: string;
  address: string;
  startsAt: Date;
  endsAt: Date;
  boothLimit: number | null;
};

/** Locks an event for decisions about its booths and gives it back; one decision at a time. */
export async function lockBooths(tx: Transaction, eventId: string): Promise<DecidedEvent | null> {
  await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    SELECT "id" FROM "BoothApplication" WHERE "eventId" = ${eventId} ORDER BY "id" FOR UPDATE`;
  return tx.event.findUnique({
    where: { id: eventId },
    select: {
      id: true,
      title: true,
      venue: true,
      address: true,
      startsAt: true,
      endsAt: true,
      boothLimit: true,
    },
  });
}

type Decided = {
  applicationId: string;
  companyId: string;
  event: DecidedEvent;
  staffId: string;
  now: Date;
  note: string;
} & ({ decision: "selected"; boothNumber: number } | { decision: "declined" });

/** Writes one decision with its record and its mail. The caller holds the event's lock and updates search. */
export async function writeDecision(tx: Transaction, town: Desk, decided: Decided): Promise<void> {
  const { applicationId, companyId, event, staffId, now, note, decision } = decided;
  const boothNumber = decision === "selected" ? decided.boothNumber : null;
  const row = await tx.boothApplication.update({
    where: { id: applicationId },
    data: {
      state: decision,
      boothNumber,
      visitCode: decision === "selected" ? newReadableCode() : null,
      decisionNote: note,
      decidedAt: now,
      decidedById: staffId,
    },
    select: { company: { select: { publishedRevision: { select: { profile: true } } } } },
  });
  await recordEvent(tx, {
    kind: `booth.${decision}`,
    subjectId: applicationId,
    actorId: staffId,
    occurredAt: now,
    data: { eventId: event.id, companyId },
  });
  const common = {
    companyName: nameIn(row.company.publishedRevision?.profile),
    eventTitle: event.title,
    when: dateTimeSpan(event.startsAt, event.endsAt),
    note,
    applicationUrl: `${town.env.publicUrl}/company/booths/${event.id}`,
  };
  await mailMembers(tx, town, {
    companyId,
    about: `${applicationId}:${now.toISOString()}`,
    messageFor: () =>
      decision === "selected"
        ? {
            kind: "booth-selected",
            props: { ...common, boothNumber: boothNumber!, venue: event.venue, address: event.address },
          }
        : { kind: "booth-declined", props: common },
  });
}

export type DecisionResult =
  | { ok: true; repeated: boolean }
  | { ok: false; error: "no-such-application" | "booth-withdrawn" | "booths-full" | "event-over" };

/**
 * Staff decide one application by hand, or change a decision: selected, declined, or open again. The company gets a mail
 * for selected and declined; an application that is opened again waits without one. Deciding the same twice changes
 * nothing and mails nobody.
 */
export async function decideBooth(
  town: Desk,
  facts: { eventId: string; applicationId: string; staffId: string; decision: BoothDecision; note: string },
): Promise<DecisionResult> {
  const { eventId, applicationId, staffId, decision, note } = facts;
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const event = await lockBooths(tx, eventId);
    const held = await tx.boothApplication.findUnique({ where: { id: applicationId, eventId } });
    if (!event || !held) return { ok: false, error: "no-such-application" };
    if (held.state === "withdrawn") return { ok: false, error: "booth-withdrawn" };
    if (now >= event.endsAt) return { ok: false, error: "event-over" };
    if (held.state === decision) return { ok: true, repeated: true };
    if (decision === "applied") {
      await tx.boothApplication.update({
        where: { id: held.id },
        data: {
          state: "applied",
          boothNumber: null,
          visitCode: null,
          decisionNote: "",
          decidedAt: null,
          decidedById: null,
        },
      });
      await recordEvent(tx, {
        kind: "booth.reopened",
        subjectId: held.id,
        actorId: staffId,
        occurredAt: now,
        data: { eventId, companyId: held.companyId },
      });
    } else {
      const given = await tx.boothApplication.findMany({
        where: { eventId, state: "selected" },
        select: { boothNumber: true },
      });
      const isFull = event.boothLimit !== null && given.length >= event.boothLimit;
      if (decision === "selected" && isFull) return { ok: false, error: "booths-full" };
      const common = { applicationId, companyId: held.companyId, event, staffId, now, note };
      await writeDecision(
        tx,
        town,
        decision === "selected"
          ? { ...common, decision, boothNumber: freeNumber(given.map(({ boothNumber }) => boothNumber)) }
          : { ...common, decision },
      );
    }
    if (held.state === "selected" || decision === "selected")
      await queueSearchUpdate(tx, town, { kind: "company", id: held.companyId });
    return { ok: true, repeated: false };
  });
}
