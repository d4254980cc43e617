import { createHash } from "node:crypto";
import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newToken } from "#app/platform/random.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { type AccountState, CONFIRMATION_HOURS } from "./rules.ts";

const HOUR_MS = 60 * 60 * 1000;

/** Mails the link that proves the address. Only the hash of its token is kept. */
export async function queueConfirmation(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs" | "env">,
  account: { userId: string; email: string },
): Promise<void> {
  const token = newToken();
  const now = town.clock.now();
  const expiresAt = new Date(now.getTime() + CONFIRMATION_HOURS * HOUR_MS);
  await tx.verification.create({
    data: { id: newId(), identifier: identifierOf(token), value: account.userId, expiresAt, createdAt: now },
  });
  await queueMail(tx, town, {
    to: account.email,
    message: {
      kind: "address-confirmation",
      props: {
        confirmUrl: `${town.env.publicUrl}/register/confirmation?token=${token}`,
        validHours: CONFIRMATION_HOURS,
      },
    },
    dedupeKey: identifierOf(token),
    expiresAt,
  });
}

/** Whether the link still works, before its button is pressed. Changes nothing: mail scanners open links. */
export async function isConfirmationOpen(
  town: Pick<Town, "database" | "clock">,
  token: string,
): Promise<boolean> {
  return (await findAccountId(town.database, town.clock.now(), token)) !== null;
}

/**
 * Marks the address as confirmed. The link may be used again until it expires; that changes nothing more. `link-expired`
 * also stands for a link that never existed and for an account that was replaced since.
 */
export async function confirmAddress(
  town: Pick<Town, "database" | "clock">,
  { token }: { token: string },
): Promise<{ ok: true; state: AccountState } | { ok: false; error: "link-expired" }> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const userId = await findAccountId(tx, now, token);
    const user =
      userId && (await tx.user.findUnique({ where: { id: userId }, select: { role: true, state: true } }));
    if (!userId || !user) return { ok: false, error: "link-expired" };
    const marked = await tx.user.updateMany({
      where: { id: userId, emailVerified: false },
      data: { emailVerified: true },
    });
    if (marked.count > 0)
      await recordEvent(tx, {
        kind: "account.confirmed",
        subjectId: userId,
        actorId: userId,
        occurredAt: now,
        data: { role: user.role },
      });
    return { ok: true, state: user.state };
  });
}

/** Mails a new link to an account that waits for its confirmation; for any other address nothing happens. */
export async function resendConfirmation(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  { email }: { email: string },
): Promise<void> {
  await town.database.$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, emailVerified: true, state: true },
    });
    if (!user || user.emailVerified || user.state === "closed") return;
    await queueConfirmation(tx, town, { userId: user.id, email });
  });
}

async function findAccountId(
  database: Pick<Transaction, "verification">,
  now: Date,
  token: string,
): Promise<string | null> {
  const row = await database.verification.findFirst({
    where: { identifier: identifierOf(token), expiresAt: { gt: now } },
    select: { value: true },
  });
  return row?.value ?? null;
}

function identifierOf(token: string): string {
  return `address-confirmation:${createHash("sha256").update(token).digest("base64url")}`;
}
