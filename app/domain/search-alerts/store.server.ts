import { createHash } from "node:crypto";
import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newToken } from "#app/platform/random.ts";
import { readSignedId, signId } from "#app/platform/signed-id.server.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { type FollowedSearch, readFollowedSearch } from "./alert-search.ts";
import { findIds } from "./finds.server.ts";
import { ALERT_CONFIRMATION_HOURS, type Frequency } from "./rules.ts";

const HOUR_MS = 60 * 60 * 1000;
const END_PURPOSE = "search-alert-end";

/**
 * First half of the double opt-in: mails a link that starts the alert. The caller's answer is the same for every address.
 * The same search asked for again gets a new link; an active alert goes on as it is until that is confirmed.
 */
export async function requestAlert(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  request: { email: string; search: FollowedSearch; frequency: Frequency },
): Promise<void> {
  const { email, search, frequency } = request;
  const now = town.clock.now();
  const token = newToken();
  const hash = hashOf(token, frequency);
  const expiresAt = new Date(now.getTime() + ALERT_CONFIRMATION_HOURS * HOUR_MS);
  await town.database.$transaction(async (tx) => {
    // One row per address and search, also when two forms arrive at the same moment.
    await tx.searchAlert.createMany({
      data: { id: newId(), email, query: search.address, frequency, state: "pending", createdAt: now },
      skipDuplicates: true,
    });
    const alert = await tx.searchAlert.update({
      where: { email_query: { email, query: search.address } },
      data: { confirmTokenHash: hash, confirmExpiresAt: expiresAt },
    });
    await recordEvent(tx, {
      kind: "alert.requested",
      subjectId: alert.id,
      actorId: null,
      occurredAt: now,
      data: { frequency },
    });
    await queueMail(tx, town, {
      to: email,
      message: {
        kind: "search-alert-confirmation",
        props: {
          conditions: search.conditions,
          frequency,
          confirmUrl: `${town.env.publicUrl}/alerts/confirmation?frequency=${frequency}&token=${token}`,
          validHours: ALERT_CONFIRMATION_HOURS,
        },
      },
      dedupeKey: `search-alert-confirmation:${hash}`,
      expiresAt,
    });
  });
}

type Link = { token: string; frequency: string };

/** What a confirmation link stands for. Reading it changes nothing: mail scanners open links. */
export async function readAlertConfirmation(
  town: Pick<Town, "database" | "clock">,
  link: Link,
): Promise<{ isActive: boolean; conditions: string[]; frequency: Frequency; searchUrl: string } | null> {
  const found = await findByLink(town.database, town.clock.now(), link);
  const search = found && readFollowedSearch(found.query);
  if (!search) return null;
  const { state } = found;
  const frequency = link.frequency as Frequency;
  return {
    isActive: state === "active" && found.frequency === frequency,
    conditions: search.conditions,
    frequency,
    searchUrl: search.address,
  };
}

/**
 * Second half of the double opt-in. What is found today counts as seen, so that the first mail brings only what is new.
 * Pressing the button again changes nothing more.
 */
export async function confirmAlert(
  town: Pick<Town, "database" | "clock" | "search">,
  link: Link,
): Promise<{ ok: true } | { ok: false; error: "link-expired" }> {
  const now = town.clock.now();
  const asked = await findByLink(town.database, now, link);
  const search = asked && readFollowedSearch(asked.query);
  if (!search) return { ok: false, error: "link-expired" };
  const seen = asked.state === "pending" ? await findIds(town, search) : [];
  return town.database.$transaction(async (tx) => {
    const moved = await tx.searchAlert.updateMany({
      where: { id: asked.id, NOT: { state: "active", frequency: link.frequency as Frequency } },
      data: { state: "active", frequency: link.frequency as Frequency },
    });
    if (moved.count === 0) return { ok: true };
    await tx.searchAlertSeen.createMany({
      data: seen.map((documentId) => ({ alertId: asked.id, documentId })),
      skipDuplicates: true,
    });
    await recordEvent(tx, {
      kind: "alert.confirmed",
      subjectId: asked.id,
      actorId: null,
      occurredAt: now,
      data: { frequency: link.frequency },
    });
    return { ok: true };
  });
}

/** The token of the link in every mail of an alert that ends it. */
export function alertEndToken(town: Pick<Town, "env">, alertId: string): string {
  return signId(town.env.sessionSecret, END_PURPOSE, alertId);
}

/** Whether the alert of a link still runs; null when the link is not ours. */
export async function readAlertEnd(
  town: Pick<Town, "database" | "env">,
  { token }: { token: string },
): Promise<{ conditions: string[] | null } | null> {
  const id = readSignedId(town.env.sessionSecret, END_PURPOSE, token);
  if (!id) return null;
  const alert = await town.database.searchAlert.findUnique({ where: { id }, select: { query: true } });
  return { conditions: alert && (readFollowedSearch(alert.query)?.conditions ?? []) };
}

/** Ends an alert for whoever holds the link and deletes the address with it. Repeating it changes nothing more. */
export async function endAlert(
  town: Pick<Town, "database" | "clock" | "env">,
  { token }: { token: string },
): Promise<{ ok: true } | { ok: false; error: "unknown-link" }> {
  const id = readSignedId(town.env.sessionSecret, END_PURPOSE, token);
  if (!id) return { ok: false, error: "unknown-link" };
  await town.database.$transaction(async (tx) => {
    const { count } = await tx.searchAlert.deleteMany({ where: { id } });
    if (count > 0)
      await recordEvent(tx, {
        kind: "alert.ended",
        subjectId: id,
        actorId: null,
        occurredAt: town.clock.now(),
        data: {},
      });
  });
  return { ok: true };
}

/** True for news of an alert that was ended since they were queued; asked at the moment of delivery. */
export async function isEndedAlert(
  town: Pick<Town, "database">,
  mail: { id: string; kind: string },
): Promise<boolean> {
  if (mail.kind !== "search-alert") return false;
  const row = await town.database.mail.findUniqueOrThrow({
    where: { id: mail.id },
    select: { dedupeKey: true },
  });
  const alertId = row.dedupeKey.split(":")[1]!;
  return (await town.database.searchAlert.count({ where: { id: alertId } })) === 0;
}

function findByLink(
  database: Pick<Transaction, "searchAlert">,
  now: Date,
  { token, frequency }: { token: string; frequency: string },
) {
  return database.searchAlert.findFirst({
    where: { confirmTokenHash: hashOf(token, frequency), confirmExpiresAt: { gt: now } },
    select: { id: true, state: true, frequency: true, query: true },
  });
}

/** The frequency is part of what is confirmed: it cannot be changed in the link. */
function hashOf(token: string, frequency: string): string {
  return createHash("sha256").update(`${frequency}\0${token}`).digest("hex");
}
