import type { CivilDate } from "#app/platform/calendar.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { invitationState, type InvitationState, type MembersActor } from "./members.rules.ts";
import { lockCompany } from "./submission.store.server.ts";

export type Member = {
  accountId: string;
  name: string;
  email: string;
  isOwner: boolean;
  state: "active" | "waiting" | "closed";
  since: CivilDate;
};

export type OpenInvitation = {
  id: string;
  email: string;
  state: InvitationState;
  invitedOn: CivilDate;
  expiresAt: Date;
};

/** The company for which an account acts, and whether it is the owner; null when it acts for none. */
export async function findMembership(
  town: Pick<Town, "database">,
  { userId }: { userId: string },
): Promise<{ companyId: string; isOwner: boolean } | null> {
  return town.database.companyMember.findUnique({
    where: { userId },
    select: { companyId: true, isOwner: true },
  });
}

/** Everybody who acts for a company, the owner first, and the invitations that nobody answered or took back. */
export async function listMembers(
  town: Pick<Town, "database" | "clock">,
  { companyId }: { companyId: string },
): Promise<{ members: Member[]; invitations: OpenInvitation[] }> {
  const now = town.clock.now();
  const [members, invitations] = await Promise.all([
    town.database.companyMember.findMany({
      where: { companyId },
      orderBy: [{ isOwner: "desc" }, { createdAt: "asc" }, { userId: "asc" }],
      include: { user: { select: { name: true, email: true, state: true } } },
    }),
    town.database.companyInvitation.findMany({
      where: { companyId, acceptedAt: null, revokedAt: null },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    }),
  ]);
  return {
    members: members.map(({ userId, isOwner, createdAt, user }) => ({
      accountId: userId,
      isOwner,
      since: civilDateOf(createdAt),
      ...user,
    })),
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      email: invitation.email,
      state: invitationState(invitation, now),
      invitedOn: civilDateOf(invitation.createdAt),
      expiresAt: invitation.expiresAt,
    })),
  };
}

export type MembersError =
  /** The account that asks does not own the company (any more). */
  | "not-owner"
  /** The account in question does not act for the company (any more). */
  | "not-a-member"
  /** The owner stays until somebody else is. */
  | "is-owner"
  /** An owner must be able to sign in. */
  | "not-active";
export type MembersResult = { ok: true } | { ok: false; error: MembersError };

type Change = { actor: MembersActor; companyId: string; accountId: string };

/** Takes a member away; the sessions of the account end. The owner cannot be taken away. */
export async function removeMember(
  town: Pick<Town, "database" | "clock">,
  { actor, companyId, accountId }: Change,
): Promise<MembersResult> {
  return change(town, { actor, companyId }, (tx, now) =>
    takeAway(tx, { companyId, accountId, actorId: actor.userId, now }),
  );
}

/** A member leaves on its own; the owner has to hand over first. */
export async function leaveCompany(
  town: Pick<Town, "database" | "clock">,
  { userId, companyId }: { userId: string; companyId: string },
): Promise<MembersResult> {
  return town.database.$transaction(async (tx) => {
    await lockCompany(tx, companyId);
    return takeAway(tx, { companyId, accountId: userId, actorId: userId, now: town.clock.now() });
  });
}

/** Makes another member the owner. A company with members has exactly one owner before and after. */
export async function handOverCompany(
  town: Pick<Town, "database" | "clock">,
  { actor, companyId, accountId }: Change,
): Promise<MembersResult> {
  return change(town, { actor, companyId }, async (tx, now) => {
    const next = await tx.companyMember.findFirst({
      where: { companyId, userId: accountId },
      select: { isOwner: true, user: { select: { state: true } } },
    });
    if (!next) return { ok: false, error: "not-a-member" };
    if (next.user.state !== "active") return { ok: false, error: "not-active" };
    if (next.isOwner) return { ok: true };
    const owner = await tx.companyMember.findFirst({
      where: { companyId, isOwner: true },
      select: { userId: true },
    });
    await tx.companyMember.updateMany({ where: { companyId, isOwner: true }, data: { isOwner: false } });
    await tx.companyMember.update({ where: { userId: accountId }, data: { isOwner: true } });
    await recordEvent(tx, {
      kind: "company.ownership-handed-over",
      subjectId: companyId,
      actorId: actor.userId,
      occurredAt: now,
      data: { from: owner?.userId ?? null, to: accountId },
    });
    return { ok: true };
  });
}

async function takeAway(
  tx: Transaction,
  facts: { companyId: string; accountId: string; actorId: string; now: Date },
): Promise<MembersResult> {
  const { companyId, accountId, actorId, now } = facts;
  const member = await tx.companyMember.findFirst({
    where: { companyId, userId: accountId },
    select: { isOwner: true },
  });
  if (!member) return { ok: false, error: "not-a-member" };
  if (member.isOwner) return { ok: false, error: "is-owner" };
  await tx.companyMember.delete({ where: { userId: accountId } });
  await tx.session.deleteMany({ where: { userId: accountId } });
  await recordEvent(tx, {
    kind: "company.member-removed",
    subjectId: companyId,
    actorId,
    occurredAt: now,
    data: { accountId },
  });
  return { ok: true };
}

/** Runs a change in the company's turn, when it is asked for by the owner or by staff. */
async function change(
  town: Pick<Town, "database" | "clock">,
  { actor, companyId }: { actor: MembersActor; companyId: string },
  write: (tx: Transaction, now: Date) => Promise<MembersResult>,
): Promise<MembersResult> {
  return town.database.$transaction(async (tx) => {
    await lockCompany(tx, companyId);
    if (!(await mayChangeMembers(tx, { actor, companyId }))) return { ok: false, error: "not-owner" };
    return write(tx, town.clock.now());
  });
}

/** The owner changes who acts for a company; so do staff, whose role the route has checked. */
export async function mayChangeMembers(
  tx: Transaction,
  { actor, companyId }: { actor: MembersActor; companyId: string },
): Promise<boolean> {
  if (actor.as === "staff") return true;
  const owner = await tx.companyMember.findFirst({
    where: { companyId, userId: actor.userId, isOwner: true, user: { state: "active" } },
    select: { userId: true },
  });
  return owner !== null;
}
