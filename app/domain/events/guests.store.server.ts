import { queueMail } from "#emails/outbox.server.ts";
import { PRIVACY_VERSION } from "#app/domain/accounts/rules.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { readSignedId, signId } from "#app/platform/signed-id.server.ts";
import type { Town } from "#app/town.ts";
import {
  GUEST_LINK_HOURS,
  GUEST_LINK_PURPOSE,
  guestLinkEnd,
  takesGuests,
  UNCONFIRMED_DAYS,
} from "./guests.rules.ts";
import { registrationWindow } from "./rules.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export type GuestRequestResult =
  | { ok: true }
  | { ok: false; error: "no-such-event" | "no-guests" | "event-ended" };

/**
 * Mails the link to the registration form to an address. The answer depends on the event alone: whether the address is
 * known already is told to nobody but its mailbox. Once registration is over the link goes to those only who hold
 * something at the event.
 */
export async function requestGuestLink(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  { eventId, email }: { eventId: string; email: string },
): Promise<GuestRequestResult> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const event = await tx.event.findUnique({ where: { id: eventId, state: { not: "planned" } } });
    if (!event) return { ok: false, error: "no-such-event" };
    if (!takesGuests(event)) return { ok: false, error: "no-guests" };
    if (now >= event.endsAt) return { ok: false, error: "event-ended" };
    const key = { eventId_email: { eventId, email } };
    const isOpen = registrationWindow(event, now) === "open";
    // One row per address, also when two forms arrive at the same moment.
    if (isOpen)
      await tx.eventGuest.createMany({
        data: { id: newId(), eventId, email, requestedAt: now },
        skipDuplicates: true,
      });
    const known = await tx.eventGuest.findUnique({
      where: key,
      select: { id: true, _count: { select: { registrations: true } } },
    });
    if (!known || (!isOpen && known._count.registrations === 0)) return { ok: true };
    const guest = await tx.eventGuest.update({ where: key, data: { requestedAt: now } });
    await recordEvent(tx, {
      kind: "guest.link-requested",
      subjectId: guest.id,
      actorId: null,
      occurredAt: now,
      data: { eventId, consent: PRIVACY_VERSION },
    });
    await queueMail(tx, town, {
      to: email,
      dedupeKey: `guest-link:${guest.id}:${now.toISOString()}`,
      expiresAt: guestLinkEnd(guest),
      message: {
        kind: "guest-link",
        props: {
          eventTitle: event.title,
          when: dateTimeSpan(event.startsAt, event.endsAt),
          formUrl: `${town.env.publicUrl}/events/${eventId}/registration?guest=${guestLinkToken(town, guest.id)}`,
          validHours: GUEST_LINK_HOURS,
        },
      },
    });
    return { ok: true };
  });
}

/** What the guest's link to the form carries. */
export function guestLinkToken(town: { env: Pick<Town["env"], "sessionSecret"> }, guestId: string): string {
  return signId(town.env.sessionSecret, GUEST_LINK_PURPOSE, guestId);
}

/** The guest whose link this is; null when it is not ours, of another event, or older than its hours. Reading confirms nothing. */
export async function readGuestLink(
  town: Pick<Town, "database" | "clock" | "env">,
  { eventId, token }: { eventId: string; token: string },
): Promise<{ guestId: string } | null> {
  const id = readSignedId(town.env.sessionSecret, GUEST_LINK_PURPOSE, token);
  const guest = id && (await town.database.eventGuest.findUnique({ where: { id, eventId } }));
  if (!guest || town.clock.now() >= guestLinkEnd(guest)) return null;
  return { guestId: guest.id };
}

/** Keeps the name that the guest typed behind the link of the mail: with that the address is confirmed. */
export async function confirmGuest(
  town: Pick<Town, "database" | "clock">,
  { guestId, eventId, name }: { guestId: string; eventId: string; name: string },
): Promise<void> {
  const now = town.clock.now();
  await town.database.$transaction(async (tx) => {
    const confirmed = await tx.eventGuest.updateMany({
      where: { id: guestId, eventId, confirmedAt: null },
      data: { confirmedAt: now },
    });
    await tx.eventGuest.updateMany({ where: { id: guestId, eventId }, data: { name } });
    if (confirmed.count > 0)
      await recordEvent(tx, {
        kind: "guest.confirmed",
        subjectId: guestId,
        actorId: null,
        occurredAt: now,
        data: { eventId },
      });
  });
}

/** Forgets addresses whose link was never used, with the mails to them. Returns how many; safe to repeat. */
export async function forgetUnconfirmedGuests(town: Pick<Town, "database" | "clock">): Promise<number> {
  const before = new Date(town.clock.now().getTime() - UNCONFIRMED_DAYS * DAY_MS);
  return town.database.$transaction(async (tx) => {
    // One statement decides, so nobody is forgotten who confirms in this moment.
    const forgotten = await tx.$queryRaw<{ id: string }[]>`
      DELETE FROM "EventGuest" guest WHERE "confirmedAt" IS NULL AND "requestedAt" < ${before}
        AND NOT EXISTS (SELECT 1 FROM "Registration" row WHERE row."guestId" = guest."id")
      RETURNING "id"`;
    for (const { id } of forgotten)
      await tx.mail.deleteMany({
        where: { kind: "guest-link", dedupeKey: { startsWith: `guest-link:${id}:` } },
      });
    return forgotten.length;
  });
}
