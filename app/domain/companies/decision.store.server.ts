import { queueMail } from "#emails/outbox.server.ts";
import type { MailMessage } from "#emails/messages.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { readProfile } from "./profile.rules.ts";
import { lockCompany } from "./submission.store.server.ts";

export type DecisionResult =
  | { ok: true; companyId: string; slug: string }
  /** already-decided: another decision or a newer submission was quicker. withdrawn: the company is not listed any more. */
  | { ok: false; error: "not-found" | "already-decided" | "withdrawn" };

type Decision = { revisionId: string; staffId: string };
type Desk = Pick<Town, "database" | "clock" | "jobs" | "env">;

/**
 * Makes a waiting revision the public page: the one before it is superseded, members get a mail, the search index
 * follows. With the first publication the accounts of the company become active. Of parallel decisions one wins.
 */
export async function publishRevision(
  town: Desk,
  { note, ...decision }: Decision & { note: string },
): Promise<DecisionResult> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const found = await takeWaiting(tx, decision);
    if (!found.ok) return found;
    const { company, revision } = found;
    const first = company.firstPublishedAt === null;
    if (company.publishedRevisionId)
      await tx.companyRevision.update({
        where: { id: company.publishedRevisionId },
        data: { state: "superseded" },
      });
    await tx.companyRevision.update({
      where: { id: revision.id },
      data: { state: "published", decidedAt: now, decidedById: decision.staffId, decisionNote: note || null },
    });
    await tx.company.update({
      where: { id: company.id },
      data: {
        publishedRevisionId: revision.id,
        version: { increment: 1 },
        firstPublishedAt: company.firstPublishedAt ?? now,
      },
    });
    if (first) await activateMembers(tx, { companyId: company.id, staffId: decision.staffId, now });
    const event = { subjectId: company.id, actorId: decision.staffId, occurredAt: now };
    await recordEvent(tx, { ...event, kind: "company.published", data: { number: revision.number, first } });
    await mailMembers(tx, town, {
      companyId: company.id,
      revisionId: revision.id,
      message: {
        kind: "profile-published",
        props: { companyName: revision.name, profileUrl: `${town.env.publicUrl}/companies/${company.slug}` },
      },
    });
    await town.jobs.enqueue(tx, "search.update", { kind: "company", id: company.id });
    return { ok: true, companyId: company.id, slug: company.slug };
  });
}

/** Gives a waiting revision back to the company with the reason in words; the public page stays as it is. */
export async function returnRevision(
  town: Desk,
  { reason, ...decision }: Decision & { reason: string },
): Promise<DecisionResult> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const found = await takeWaiting(tx, decision);
    if (!found.ok) return found;
    const { company, revision } = found;
    await tx.companyRevision.update({
      where: { id: revision.id },
      data: { state: "returned", decidedAt: now, decidedById: decision.staffId, decisionNote: reason },
    });
    await recordEvent(tx, {
      kind: "company.returned",
      subjectId: company.id,
      actorId: decision.staffId,
      occurredAt: now,
      data: { number: revision.number },
    });
    await mailMembers(tx, town, {
      companyId: company.id,
      revisionId: revision.id,
      message: {
        kind: "profile-returned",
        props: { companyName: revision.name, reason, editUrl: `${town.env.publicUrl}/company/profile` },
      },
    });
    return { ok: true, companyId: company.id, slug: company.slug };
  });
}

/** Waits for the company's turn and finds the revision still waiting, or says why there is nothing to decide. */
async function takeWaiting(tx: Transaction, { revisionId }: Decision) {
  const place = await tx.companyRevision.findUnique({
    where: { id: revisionId },
    select: { companyId: true },
  });
  if (!place) return { ok: false as const, error: "not-found" as const };
  await lockCompany(tx, place.companyId);
  const revision = await tx.companyRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { id: true, number: true, state: true, profile: true, company: true },
  });
  if (revision.state !== "submitted") return { ok: false as const, error: "already-decided" as const };
  if (revision.company.withdrawnAt) return { ok: false as const, error: "withdrawn" as const };
  const { id, number, company } = revision;
  return { ok: true as const, company, revision: { id, number, name: readProfile(revision.profile).name } };
}

async function activateMembers(
  tx: Transaction,
  facts: { companyId: string; staffId: string; now: Date },
): Promise<void> {
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
}

async function mailMembers(
  tx: Transaction,
  town: Desk,
  mail: { companyId: string; revisionId: string; message: MailMessage },
): Promise<void> {
  const members = await tx.companyMember.findMany({
    where: { companyId: mail.companyId, user: { state: { not: "closed" } } },
    orderBy: { userId: "asc" },
    select: { userId: true, user: { select: { email: true } } },
  });
  for (const { userId, user } of members)
    await queueMail(tx, town, {
      to: user.email,
      message: mail.message,
      dedupeKey: `${mail.message.kind}:${mail.revisionId}:${userId}`,
    });
}
