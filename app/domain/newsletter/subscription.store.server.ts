import { createHash } from "node:crypto";
import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newToken } from "#app/platform/random.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { CONFIRMATION_HOURS, CONSENT_VERSION, isSegment, type Segment } from "./rules.ts";
import { subscriberOfToken } from "./unsubscribe-token.server.ts";

const HOUR_MS = 60 * 60 * 1000;

/**
 * First half of the double opt-in: mails a link that confirms the subscription. The caller's answer is the same for every
 * address. For an active subscriber the subscription goes on as it is until the new link is confirmed; the wished segment
 * travels in the link and is part of its hash.
 */
export async function requestSubscription(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  request: { email: string; segment: Segment },
): Promise<void> {
  const { email, segment } = request;
  const now = town.clock.now();
  const token = newToken();
  const expiresAt = new Date(now.getTime() + CONFIRMATION_HOURS * HOUR_MS);
  await town.database.$transaction(async (tx) => {
    // One row per address, also when two forms arrive at the same moment.
    await tx.subscriber.createMany({
      data: { id: newId(), email, segment, state: "pending", createdAt: now },
      skipDuplicates: true,
    });
    const subscriber = await tx.subscriber.update({
      where: { email },
      data: { confirmTokenHash: hashOf(token, segment), confirmExpiresAt: expiresAt },
    });
    await recordConsent(tx, { subscriberId: subscriber.id, action: "requested", at: now });
    await recordEvent(tx, {
      kind: "subscription.requested",
      subjectId: subscriber.id,
      actorId: null,
      occurredAt: now,
      data: { segment },
    });
    await queueMail(tx, town, {
      to: email,
      message: {
        kind: "newsletter-confirmation",
        props: {
          confirmUrl: `${town.env.publicUrl}/newsletter/confirmation?segment=${segment}&token=${token}`,
          validHours: CONFIRMATION_HOURS,
        },
      },
      dedupeKey: `newsletter-confirmation:${hashOf(token, segment)}`,
      expiresAt,
    });
  });
}

/** What a confirmation link stands for. Reading it changes nothing: mail scanners open links. */
export async function readConfirmation(
  town: Pick<Town, "database" | "clock">,
  link: { token: string; segment: string },
): Promise<"open" | "confirmed" | "expired"> {
  const found = await findByConfirmation(town.database, town.clock.now(), link);
  if (!found) return "expired";
  return found.state === "active" && found.segment === link.segment ? "confirmed" : "open";
}

/** Second half of the double opt-in. Pressing the button again changes nothing more. */
export async function confirmSubscription(
  town: Pick<Town, "database" | "clock">,
  link: { token: string; segment: string },
): Promise<{ ok: true; segment: Segment } | { ok: false; error: "link-expired" }> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const found = await findByConfirmation(tx, now, link);
    if (!found || !isSegment(link.segment)) return { ok: false, error: "link-expired" };
    const moved = await tx.subscriber.updateMany({
      where: { id: found.id, NOT: { state: "active", segment: link.segment } },
      data: { state: "active", segment: link.segment },
    });
    if (moved.count > 0) {
      await recordConsent(tx, { subscriberId: found.id, action: "confirmed", at: now });
      await recordEvent(tx, {
        kind: "subscription.confirmed",
        subjectId: found.id,
        actorId: null,
        occurredAt: now,
        data: { segment: link.segment },
      });
    }
    return { ok: true, segment: link.segment };
  });
}

/** The state of the subscription that an unsubscribe link belongs to; null when the link is not ours. */
export async function readUnsubscription(
  town: Pick<Town, "database" | "env">,
  { token }: { token: string },
): Promise<{ isSubscribed: boolean } | null> {
  const id = subscriberOfToken(town.env.sessionSecret, token);
  const subscriber =
    id && (await town.database.subscriber.findUnique({ where: { id }, select: { state: true } }));
  return subscriber ? { isSubscribed: subscriber.state !== "unsubscribed" } : null;
}

/**
 * Ends a subscription for whoever holds the link, without signing in (RFC 8058). Repeating it changes nothing more. An open
 * confirmation link ends with it.
 */
export async function withdrawSubscription(
  town: Pick<Town, "database" | "clock" | "env">,
  { token }: { token: string },
): Promise<{ ok: true } | { ok: false; error: "unknown-link" }> {
  const id = subscriberOfToken(town.env.sessionSecret, token);
  if (!id) return { ok: false, error: "unknown-link" };
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const subscriber = await tx.subscriber.findUnique({ where: { id }, select: { segment: true } });
    if (!subscriber) return { ok: false, error: "unknown-link" };
    const moved = await tx.subscriber.updateMany({
      where: { id, state: { not: "unsubscribed" } },
      data: { state: "unsubscribed", confirmTokenHash: null, confirmExpiresAt: null },
    });
    if (moved.count > 0) {
      await recordConsent(tx, { subscriberId: id, action: "withdrawn", at: now });
      await recordEvent(tx, {
        kind: "subscription.withdrawn",
        subjectId: id,
        actorId: null,
        occurredAt: now,
        data: { segment: subscriber.segment },
      });
    }
    return { ok: true };
  });
}

/** True for an issue whose reader has unsubscribed since it was queued; asked at the moment of delivery. */
export async function isWithdrawnSubscription(
  town: Pick<Town, "database">,
  mail: { id: string; kind: string },
): Promise<boolean> {
  if (mail.kind !== "newsletter-issue") return false;
  const delivery = await town.database.delivery.findUnique({
    where: { mailId: mail.id },
    select: { subscriber: { select: { state: true } } },
  });
  // An issue without a delivery is a test that staff sent to themselves.
  return delivery !== null && delivery.subscriber.state !== "active";
}

async function recordConsent(
  tx: Transaction,
  consent: { subscriberId: string; action: "requested" | "confirmed" | "withdrawn"; at: Date },
): Promise<void> {
  await tx.consentRecord.create({ data: { id: newId(), ...consent, wordingVersion: CONSENT_VERSION } });
}

async function findByConfirmation(
  database: Pick<Transaction, "subscriber">,
  now: Date,
  { token, segment }: { token: string; segment: string },
) {
  return database.subscriber.findFirst({
    where: { confirmTokenHash: hashOf(token, segment), confirmExpiresAt: { gt: now } },
    select: { id: true, state: true, segment: true },
  });
}

/** The segment is part of what is confirmed: it cannot be changed in the link. */
function hashOf(token: string, segment: string): string {
  return createHash("sha256").update(`${segment}\0${token}`).digest("hex");
}
