import { createHash } from "node:crypto";
import { addDays, type CivilDate, civilDateOf, endOfDay } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId, newToken } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { recordEvent } from "../audit/store.server.ts";
import { nameIn } from "./member-accounts.store.server.ts";
import { mayChangeMembers } from "./members.store.server.ts";
import { INVITATION_DAYS, invitationState, type MembersActor } from "./members.rules.ts";
import { lockCompany } from "./submission.store.server.ts";

export type InvitationResult =
  | { ok: true }
  | {
      ok: false;
      /** not-open: it was answered or taken back meanwhile. */
      error: "not-owner" | "already-member" | "invited-already" | "not-open";
    };

type Desk = Pick<Town, "database" | "clock" | "jobs" | "env">;
type Asked = { actor: MembersActor; companyId: string };

/**
 * Invites somebody by mail to act for a company. The link works to the end of the seventh day (JST); only the hash of its
 * token is kept. Whether the address has an account elsewhere is not said.
 */
export async function inviteMember(
  town: Desk,
  { email, ...asked }: Asked & { email: string },
): Promise<InvitationResult> {
  return inTurn(town, asked, async (tx, now) => {
    const { companyId, actor } = asked;
    const member = await tx.companyMember.findFirst({
      where: { companyId, user: { email } },
      select: { userId: true },
    });
    if (member) return { ok: false, error: "already-member" };
    const open = await tx.companyInvitation.findFirst({
      where: { companyId, email, acceptedAt: null, revokedAt: null },
      select: { id: true },
    });
    if (open) return { ok: false, error: "invited-already" };
    const { token, ...kept } = newLink(now);
    const id = newId();
    await tx.companyInvitation.create({
      data: { id, companyId, email, invitedById: actor.userId, createdAt: now, ...kept },
    });
    await recordEvent(tx, {
      kind: "company.member-invited",
      subjectId: companyId,
      actorId: actor.userId,
      occurredAt: now,
      data: { invitationId: id },
    });
    await mailInvitation(tx, town, { companyId, email, token, ...kept });
    return { ok: true };
  });
}

/** Mails a new link for seven more days; the one before it stops working. */
export async function resendInvitation(
  town: Desk,
  { invitationId, ...asked }: Asked & { invitationId: string },
): Promise<InvitationResult> {
  return inTurn(town, asked, async (tx, now) => {
    const { companyId } = asked;
    const open = await tx.companyInvitation.findFirst({
      where: { id: invitationId, companyId, acceptedAt: null, revokedAt: null },
      select: { email: true },
    });
    if (!open) return { ok: false, error: "not-open" };
    const { token, ...kept } = newLink(now);
    await tx.companyInvitation.update({ where: { id: invitationId }, data: kept });
    await mailInvitation(tx, town, { companyId, email: open.email, token, ...kept });
    return { ok: true };
  });
}

/** Takes an invitation back; its link stops working. */
export async function revokeInvitation(
  town: Desk,
  { invitationId, ...asked }: Asked & { invitationId: string },
): Promise<InvitationResult> {
  return inTurn(town, asked, async (tx, now) => {
    const revoked = await tx.companyInvitation.updateMany({
      where: { id: invitationId, companyId: asked.companyId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    if (revoked.count === 0) return { ok: false, error: "not-open" };
    await recordEvent(tx, {
      kind: "company.invitation-revoked",
      subjectId: asked.companyId,
      actorId: asked.actor.userId,
      occurredAt: now,
      data: { invitationId },
    });
    return { ok: true };
  });
}

export type FoundInvitation = {
  id: string;
  companyId: string;
  companyName: string;
  email: string;
  state: ReturnType<typeof invitationState>;
  lastDay: CivilDate;
  /** Its address has an account that works: sign in instead of opening one. */
  hasAccount: boolean;
};

/** What a link leads to; null for one that never existed or was replaced by a newer one. Changes nothing. */
export async function findInvitation(
  town: Pick<Town, "database" | "clock">,
  { token }: { token: string },
): Promise<FoundInvitation | null> {
  const row = await town.database.companyInvitation.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { company: { select: nameFacts } },
  });
  if (!row) return null;
  const account = await town.database.user.findUnique({
    where: { email: row.email },
    select: { emailVerified: true },
  });
  return {
    id: row.id,
    companyId: row.companyId,
    companyName: companyNameOf(row.company),
    email: row.email,
    state: invitationState(row, town.clock.now()),
    lastDay: lastDayOf(row.expiresAt),
    hasAccount: account?.emailVerified ?? false,
  };
}

export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The link works through the seventh day. */
function newLink(now: Date): { token: string; tokenHash: string; expiresAt: Date } {
  const token = newToken();
  const expiresAt = endOfDay(addDays(civilDateOf(now), INVITATION_DAYS));
  return { token, tokenHash: hashOf(token), expiresAt };
}

/** The last day on which the link works; it ends with the day. */
export function lastDayOf(expiresAt: Date): CivilDate {
  return civilDateOf(new Date(expiresAt.getTime() - 1));
}

const nameFacts = {
  publishedRevision: { select: { profile: true } },
  revisions: { orderBy: { number: "desc" as const }, take: 1, select: { profile: true } },
};

function companyNameOf(company: {
  publishedRevision: { profile: unknown } | null;
  revisions: { profile: unknown }[];
}): string {
  return nameIn((company.publishedRevision ?? company.revisions[0])?.profile);
}

async function mailInvitation(
  tx: Transaction,
  town: Desk,
  mail: { companyId: string; email: string; token: string; tokenHash: string; expiresAt: Date },
): Promise<void> {
  const { token, expiresAt } = mail;
  const company = await tx.company.findUniqueOrThrow({ where: { id: mail.companyId }, select: nameFacts });
  await queueMail(tx, town, {
    to: mail.email,
    message: {
      kind: "company-invitation",
      props: {
        companyName: companyNameOf(company),
        inviteUrl: `${town.env.publicUrl}/company/invitation?token=${token}`,
        validDays: INVITATION_DAYS,
      },
    },
    dedupeKey: `company-invitation:${mail.tokenHash}`,
    expiresAt,
  });
}

async function inTurn(
  town: Desk,
  { actor, companyId }: Asked,
  write: (tx: Transaction, now: Date) => Promise<InvitationResult>,
): Promise<InvitationResult> {
  return town.database.$transaction(async (tx) => {
    await lockCompany(tx, companyId);
    if (!(await mayChangeMembers(tx, { actor, companyId }))) return { ok: false, error: "not-owner" };
    return write(tx, town.clock.now());
  });
}
