import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { queueSearchUpdate } from "../matching/versions.store.server.ts";
import { mailMembers, nameIn } from "./member-accounts.store.server.ts";
import type { MembersActor } from "./members.rules.ts";
import { mayChangeMembers } from "./members.store.server.ts";
import type { WithdrawalReason } from "./publication.rules.ts";
import { addRevision, lockCompany } from "./submission.store.server.ts";

type Desk = Pick<Town, "database" | "clock" | "jobs" | "env">;

export type PublicationResult =
  | { ok: true; slug: string }
  | {
      ok: false;
      error:
        | "not-found"
        | "not-owner"
        /** It is off the list already, or never was on it. */
        | "not-listed"
        | "not-withdrawn"
        /** There is no published revision to go back to. */
        | "nothing-published"
        /** A revision waits for staff already. */
        | "waiting-already";
    };

/**
 * Takes a company off: its page answers 410, the search forgets it, the measures do not count it from now on, a waiting
 * submission is taken back, its members get a mail. The revisions stay. Only the owner and staff may.
 */
export async function withdrawCompany(
  town: Desk,
  withdrawal: {
    companyId: string;
    actor: MembersActor;
    reason: WithdrawalReason;
    /** What staff add; it stays in the history. */
    note: string;
    /** The reason and the note as the members read them; blank when the company asked itself. */
    words: string;
  },
): Promise<PublicationResult> {
  const { companyId, actor, reason, note, words } = withdrawal;
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const company = await findLocked(tx, companyId);
    if (!company) return { ok: false, error: "not-found" };
    if (!(await mayChangeMembers(tx, { actor, companyId }))) return { ok: false, error: "not-owner" };
    if (!company.publishedRevision || company.withdrawnAt) return { ok: false, error: "not-listed" };
    const by = actor.as === "staff" ? "staff" : "company";
    await tx.company.update({ where: { id: companyId }, data: { withdrawnAt: now } });
    await tx.manufacturingEntry.updateMany({
      where: { companyId, delistedAt: null },
      data: { delistedAt: now },
    });
    await tx.companyRevision.updateMany({
      where: { companyId, state: "submitted" },
      data: { state: "superseded" },
    });
    await recordEvent(tx, {
      kind: "company.withdrawn",
      subjectId: companyId,
      actorId: actor.userId,
      occurredAt: now,
      data: { by, reason, note },
    });
    await mailMembers(tx, town, {
      companyId,
      about: `${companyId}/${now.toISOString()}`,
      messageFor: () => ({
        kind: "company-withdrawn",
        props: {
          companyName: nameIn(company.publishedRevision?.profile),
          by,
          reason: words,
          companyUrl: `${town.env.publicUrl}/company`,
        },
      }),
    });
    await queueSearchUpdate(tx, town, { kind: "company", id: companyId });
    return { ok: true, slug: company.slug };
  });
}

/** Puts a withdrawn company back with the revision that was published last; its members get a mail. For staff. */
export async function relistCompany(
  town: Desk,
  { companyId, staffId }: { companyId: string; staffId: string },
): Promise<PublicationResult> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const company = await findLocked(tx, companyId);
    if (!company) return { ok: false, error: "not-found" };
    if (!company.withdrawnAt) return { ok: false, error: "not-withdrawn" };
    if (!company.publishedRevision) return { ok: false, error: "nothing-published" };
    await putBack(tx, { company, actorId: staffId, by: "staff", now });
    await mailMembers(tx, town, {
      companyId,
      about: `${companyId}/${now.toISOString()}`,
      messageFor: () => ({
        kind: "company-relisted",
        props: {
          companyName: nameIn(company.publishedRevision?.profile),
          profileUrl: `${town.env.publicUrl}/companies/${company.slug}`,
        },
      }),
    });
    await queueSearchUpdate(tx, town, { kind: "company", id: companyId });
    return { ok: true, slug: company.slug };
  });
}

/** A withdrawn company counts as listed again, and so does its line in the manufacturing directory that left with it. */
export async function putBack(
  tx: Transaction,
  facts: {
    company: { id: string; withdrawnAt: Date | null };
    actorId: string;
    by: "staff" | "publication";
    now: Date;
  },
): Promise<void> {
  const { company, actorId, by, now } = facts;
  await tx.company.update({ where: { id: company.id }, data: { withdrawnAt: null } });
  await tx.manufacturingEntry.updateMany({
    where: { companyId: company.id, delistedAt: company.withdrawnAt },
    data: { delistedAt: null },
  });
  await recordEvent(tx, {
    kind: "company.relisted",
    subjectId: company.id,
    actorId,
    occurredAt: now,
    data: { by },
  });
}

/** A member of a withdrawn company asks staff to list it again as it was: a copy of the last published revision waits. */
export async function askForRelisting(
  town: Pick<Town, "database" | "clock">,
  { companyId, userId }: { companyId: string; userId: string },
): Promise<PublicationResult> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    const company = await findLocked(tx, companyId, userId);
    if (!company) return { ok: false, error: "not-found" };
    if (!company.withdrawnAt) return { ok: false, error: "not-withdrawn" };
    if (!company.publishedRevision) return { ok: false, error: "nothing-published" };
    const [latest] = company.revisions;
    const waiting = await tx.companyRevision.count({ where: { companyId, state: "submitted" } });
    if (waiting > 0) return { ok: false, error: "waiting-already" };
    await addRevision(tx, {
      companyId,
      userId,
      number: (latest?.number ?? 0) + 1,
      state: "submitted",
      profile: company.publishedRevision.profile as object,
      wordingOverrides: company.publishedRevision.wordingOverrides as object,
      submitterNote: "",
      now,
    });
    return { ok: true, slug: company.slug };
  });
}

/** Waits for the company's turn; with `memberId` only when that account acts for it. */
async function findLocked(tx: Transaction, companyId: string, memberId?: string) {
  await lockCompany(tx, companyId);
  return tx.company.findFirst({
    where: { id: companyId, ...(memberId && { members: { some: { userId: memberId } } }) },
    select: {
      id: true,
      slug: true,
      withdrawnAt: true,
      publishedRevision: { select: { profile: true, wordingOverrides: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
    },
  });
}

/** Whether an address was the page of a company that is off the list now. */
export async function isWithdrawnCompany(
  town: Pick<Town, "database">,
  { slug }: { slug: string },
): Promise<boolean> {
  const found = await town.database.company.findFirst({
    where: { slug, withdrawnAt: { not: null } },
    select: { id: true },
  });
  return found !== null;
}
