import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import { queueMail } from "#emails/outbox.server.ts";

/** A company account that waits for staff, oldest first. */
export type WaitingAccount = {
  id: string;
  contactName: string;
  email: string;
  addressConfirmed: boolean;
  appliedAt: Date;
  companyName: string;
  /** 13 digits with the right check digit, or null (sole traders have none). */
  corporateNumber: string | null;
};

export async function listWaitingAccounts(town: Pick<Town, "database">): Promise<WaitingAccount[]> {
  const rows = await town.database.user.findMany({
    where: { role: "company", state: "waiting" },
    select: {
      id: true,
      name: true,
      email: true,
      emailVerified: true,
      createdAt: true,
      companyMember: {
        select: {
          company: {
            select: {
              corporateNumber: true,
              revisions: { select: { profile: true }, orderBy: { number: "desc" }, take: 1 },
            },
          },
        },
      },
    },
    orderBy: { createdAt: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    contactName: row.name,
    email: row.email,
    addressConfirmed: row.emailVerified,
    appliedAt: row.createdAt,
    companyName: nameIn(row.companyMember?.company.revisions[0]?.profile),
    corporateNumber: row.companyMember?.company.corporateNumber ?? null,
  }));
}

type Decision = { ok: true } | { ok: false; error: "decided-already" };

/** Lets a waiting company account in and tells its owner. `decided-already` when somebody else was quicker. */
export async function approveAccount(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  { actorId, accountId }: { actorId: string; accountId: string },
): Promise<Decision> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const moved = await tx.user.updateMany({
      where: { id: accountId, role: "company", state: "waiting" },
      data: { state: "active" },
    });
    if (moved.count === 0) return { ok: false, error: "decided-already" };
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } });
    await recordEvent(tx, {
      kind: "account.approved",
      subjectId: accountId,
      actorId,
      occurredAt: now,
      data: { role: "company" },
    });
    await queueMail(tx, town, {
      to: email,
      message: { kind: "account-approved", props: { loginUrl: `${town.env.publicUrl}/login` } },
      dedupeKey: `account-approved:${accountId}:${now.toISOString()}`,
    });
    return { ok: true };
  });
}

/** Closes a waiting company account, ends its sessions and mails the reason when there is one. */
export async function declineAccount(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  { actorId, accountId, reason }: { actorId: string; accountId: string; reason: string },
): Promise<Decision> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const moved = await tx.user.updateMany({
      where: { id: accountId, role: "company", state: "waiting" },
      data: { state: "closed" },
    });
    if (moved.count === 0) return { ok: false, error: "decided-already" };
    await tx.session.deleteMany({ where: { userId: accountId } });
    const user = await tx.user.findUniqueOrThrow({
      where: { id: accountId },
      select: {
        email: true,
        companyMember: {
          select: {
            company: {
              select: { revisions: { select: { profile: true }, orderBy: { number: "desc" }, take: 1 } },
            },
          },
        },
      },
    });
    await recordEvent(tx, {
      kind: "account.declined",
      subjectId: accountId,
      actorId,
      occurredAt: now,
      data: { role: "company" },
    });
    if (reason !== "")
      await queueMail(tx, town, {
        to: user.email,
        message: {
          kind: "account-declined",
          props: { companyName: nameIn(user.companyMember?.company.revisions[0]?.profile), reason },
        },
        dedupeKey: `account-declined:${accountId}:${now.toISOString()}`,
      });
    return { ok: true };
  });
}

/** The company's name in a stored profile, also in an unfinished one. */
function nameIn(profile: unknown): string {
  const name = (profile as { name?: unknown } | null | undefined)?.name;
  return typeof name === "string" ? name : "";
}
