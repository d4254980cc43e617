import { queueMail } from "#emails/outbox.server.ts";
import type { MailMessage } from "#emails/messages.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";

/** Lets the waiting accounts of a company in. Returns their ids. */
export async function approveAccounts(
  tx: Transaction,
  facts: { companyId: string; staffId: string; now: Date },
): Promise<Set<string>> {
  const { companyId, staffId, now } = facts;
  const waiting = await tx.user.findMany({
    where: { state: "waiting", companyMember: { companyId } },
    select: { id: true, role: true },
  });
  await tx.user.updateMany({ where: { id: { in: waiting.map(({ id }) => id) } }, data: { state: "active" } });
  for (const { id, role } of waiting)
    await recordEvent(tx, {
      kind: "account.approved",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { role },
    });
  return new Set(waiting.map(({ id }) => id));
}

/** Mails everybody who acts for a company, closed accounts aside. `about` tells this mail from others of its kind. */
export async function mailMembers(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs">,
  mail: { companyId: string; about: string; messageFor: (userId: string) => MailMessage },
): Promise<void> {
  const members = await tx.companyMember.findMany({
    where: { companyId: mail.companyId, user: { state: { not: "closed" } } },
    orderBy: { userId: "asc" },
    select: { userId: true, user: { select: { email: true } } },
  });
  for (const { userId, user } of members) {
    const message = mail.messageFor(userId);
    await queueMail(tx, town, {
      to: user.email,
      message,
      dedupeKey: `${message.kind}:${mail.about}:${userId}`,
    });
  }
}

/** The name in a stored profile, also in an unfinished one. */
export function nameIn(profile: unknown): string {
  const name = (profile as { name?: unknown } | null | undefined)?.name;
  return typeof name === "string" ? name : "";
}
