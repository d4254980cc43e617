import type { Town } from "#app/town.ts";
import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { type AccountRole, type AccountState, mayAdminister } from "./rules.ts";

export const ACCOUNTS_PER_PAGE = 30;

export type AccountRow = {
  id: string;
  name: string;
  email: string;
  role: AccountRole;
  state: AccountState;
  addressConfirmed: boolean;
  createdAt: Date;
};

/** Accounts by role and part of the mail address, newest first; `page` counts from 1. */
export async function listAccounts(
  town: Pick<Town, "database">,
  filter: { role: AccountRole | null; email: string; page: number },
): Promise<{ rows: AccountRow[]; total: number }> {
  const where = {
    ...(filter.role && { role: filter.role }),
    ...(filter.email && { email: { contains: filter.email, mode: "insensitive" as const } }),
  };
  const [users, total] = await Promise.all([
    town.database.user.findMany({
      where,
      select: {
        id: true,
        name: true,
        email: true,
        role: true,
        state: true,
        emailVerified: true,
        createdAt: true,
      },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (filter.page - 1) * ACCOUNTS_PER_PAGE,
      take: ACCOUNTS_PER_PAGE,
    }),
    town.database.user.count({ where }),
  ]);
  const rows = users.map(({ emailVerified, ...user }) => ({ ...user, addressConfirmed: emailVerified }));
  return { rows, total };
}

export type AdministrationResult =
  | { ok: true }
  /** The own account, or the actor is no administrator any more. */
  | { ok: false; error: "not-permitted" }
  /** The account is not as the page showed it. */
  | { ok: false; error: "changed-meanwhile" };

/** Gives an account another role and ends its sessions, so that the next page is asked for with the new rights. */
export async function changeRole(
  town: Pick<Town, "database" | "clock">,
  change: { actorId: string; accountId: string; shownRole: AccountRole; role: AccountRole },
): Promise<AdministrationResult> {
  const { actorId, accountId, shownRole, role } = change;
  return administer(town, { actorId, accountId }, async (tx, now) => {
    const changed = await tx.user.updateMany({ where: { id: accountId, role: shownRole }, data: { role } });
    if (changed.count === 0) return { ok: false, error: "changed-meanwhile" };
    if (role === shownRole) return { ok: true };
    await tx.session.deleteMany({ where: { userId: accountId } });
    await recordEvent(tx, {
      kind: "account.role-changed",
      subjectId: accountId,
      actorId,
      occurredAt: now,
      data: { from: shownRole, to: role },
    });
    return { ok: true };
  });
}

/** Closes an account: it cannot sign in any more and its sessions end. What it did stays. */
export async function closeAccount(
  town: Pick<Town, "database" | "clock">,
  { actorId, accountId }: { actorId: string; accountId: string },
): Promise<AdministrationResult> {
  return administer(town, { actorId, accountId }, async (tx, now) => {
    const changed = await tx.user.updateMany({
      where: { id: accountId, state: { not: "closed" } },
      data: { state: "closed" },
    });
    if (changed.count === 0) return { ok: false, error: "changed-meanwhile" };
    await tx.session.deleteMany({ where: { userId: accountId } });
    const { role } = await tx.user.findUniqueOrThrow({ where: { id: accountId }, select: { role: true } });
    await recordEvent(tx, {
      kind: "account.closed",
      subjectId: accountId,
      actorId,
      occurredAt: now,
      data: { role },
    });
    return { ok: true };
  });
}

/**
 * Opens a closed account again; it signs in with its old password. A company's account whose application staff did not
 * approve goes back to waiting: only the decision about the application lets it in.
 */
export async function reopenAccount(
  town: Pick<Town, "database" | "clock">,
  { actorId, accountId }: { actorId: string; accountId: string },
): Promise<AdministrationResult> {
  return administer(town, { actorId, accountId }, async (tx, now) => {
    const unapproved = await tx.companyRegistration.findFirst({
      where: {
        state: { not: "approved" },
        company: { members: { some: { userId: accountId, user: { role: "company" } } } },
      },
      select: { companyId: true },
    });
    const changed = await tx.user.updateMany({
      where: { id: accountId, state: "closed" },
      data: { state: unapproved ? "waiting" : "active" },
    });
    if (changed.count === 0) return { ok: false, error: "changed-meanwhile" };
    const { role } = await tx.user.findUniqueOrThrow({ where: { id: accountId }, select: { role: true } });
    await recordEvent(tx, {
      kind: "account.reopened",
      subjectId: accountId,
      actorId,
      occurredAt: now,
      data: { role },
    });
    return { ok: true };
  });
}

/**
 * Runs a change as an administrator. The administrators' rows are locked first, so that two of them cannot take each
 * other's rights at the same moment and leave the town without any.
 */
async function administer(
  town: Pick<Town, "database" | "clock">,
  { actorId, accountId }: { actorId: string; accountId: string },
  change: (tx: Transaction, now: Date) => Promise<AdministrationResult>,
): Promise<AdministrationResult> {
  if (!mayAdminister(actorId, { id: accountId })) return { ok: false, error: "not-permitted" };
  return town.database.$transaction(async (tx) => {
    const admins = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "User" WHERE "role" = 'admin' AND "state" = 'active' ORDER BY "id" FOR UPDATE`;
    if (!admins.some((admin) => admin.id === actorId)) return { ok: false, error: "not-permitted" };
    return change(tx, town.clock.now());
  });
}
