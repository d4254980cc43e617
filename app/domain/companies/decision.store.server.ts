import { civilDateOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { queueSearchUpdate } from "../matching/versions.store.server.ts";
import { jobTermFindings } from "../recruitment/job-terms.ts";
import { readDates } from "../recruitment/store.server.ts";
import { profileFindings } from "../wording/profile-findings.ts";
import { approveAccounts, mailMembers } from "./member-accounts.store.server.ts";
import { readProfile } from "./profile.rules.ts";
import { putBack } from "./publication.store.server.ts";
import { lockCompany } from "./submission.store.server.ts";
import { readOverrides, withStaffReason } from "./wording-overrides.rules.ts";

export type DecisionResult =
  | { ok: true; companyId: string; slug: string }
  /**
   * already-decided: another decision, a newer submission or a withdrawal was quicker. staff-wording-reason: the text checker
   * blocks a phrase and staff gave no reason to publish it.
   */
  | { ok: false; error: "not-found" | "already-decided" | "staff-wording-reason" };

type Decision = { revisionId: string; staffId: string };
type Desk = Pick<Town, "database" | "clock" | "jobs" | "env">;

/**
 * Makes a waiting revision the public page: the one before it is superseded, members get a mail, the search index
 * follows. With the first publication the company's application is approved and its accounts become active; a withdrawn
 * company is listed again. Of parallel decisions one wins.
 */
export async function publishRevision(
  town: Desk,
  { note, wordingReason = "", ...decision }: Decision & { note: string; wordingReason?: string },
): Promise<DecisionResult> {
  const now = town.clock.now();
  const today = civilDateOf(now);
  const dates = await readDates(town);
  return town.database.$transaction(async (tx) => {
    const found = await takeWaiting(tx, decision);
    if (!found.ok) return found;
    const { company, revision } = found;
    const blocked = [
      ...profileFindings(revision.profile, today),
      ...jobTermFindings(revision.profile, { today, dates }),
    ].filter(({ level }) => level === "block");
    if (blocked.length > 0 && wordingReason === "") return { ok: false, error: "staff-wording-reason" };
    const first = company.firstPublishedAt === null;
    if (company.publishedRevisionId)
      await tx.companyRevision.update({
        where: { id: company.publishedRevisionId },
        data: { state: "superseded" },
      });
    const overrides = withStaffReason(readOverrides(revision.wordingOverrides), blocked, wordingReason);
    await tx.companyRevision.update({
      where: { id: revision.id },
      data: {
        state: "published",
        decidedAt: now,
        decidedById: decision.staffId,
        decisionNote: note || null,
        wordingOverrides: overrides,
      },
    });
    await tx.company.update({
      where: { id: company.id },
      data: {
        publishedRevisionId: revision.id,
        version: { increment: 1 },
        firstPublishedAt: company.firstPublishedAt ?? now,
        confirmedAt: now,
      },
    });
    const { staffId } = decision;
    if (company.withdrawnAt) await putBack(tx, { company, actorId: staffId, by: "publication", now });
    const approved = first ? await approveApplicants(tx, { companyId: company.id, staffId, now }) : null;
    const event = { subjectId: company.id, actorId: staffId, occurredAt: now };
    await recordEvent(tx, { ...event, kind: "company.published", data: { number: revision.number, first } });
    await mailMembers(tx, town, {
      companyId: company.id,
      about: revision.id,
      messageFor: (userId) => ({
        kind: "profile-published",
        props: {
          companyName: revision.profile.name,
          profileUrl: `${town.env.publicUrl}/companies/${company.slug}`,
          note,
          loginUrl: approved?.has(userId) ? `${town.env.publicUrl}/login` : "",
        },
      }),
    });
    await queueSearchUpdate(tx, town, { kind: "company", id: company.id });
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
      about: revision.id,
      messageFor: () => ({
        kind: "profile-returned",
        props: {
          companyName: revision.profile.name,
          reason,
          editUrl: `${town.env.publicUrl}/company/profile`,
        },
      }),
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
  const { company, ...revision } = await tx.companyRevision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { id: true, number: true, state: true, profile: true, wordingOverrides: true, company: true },
  });
  if (revision.state !== "submitted") return { ok: false as const, error: "already-decided" as const };
  return {
    ok: true as const,
    company,
    revision: { ...revision, profile: readProfile(revision.profile) },
  };
}

/** A first publication says yes to the application, too, when it still waits. Returns the accounts that were let in. */
async function approveApplicants(
  tx: Transaction,
  facts: { companyId: string; staffId: string; now: Date },
): Promise<Set<string>> {
  const { companyId, staffId, now } = facts;
  const registration = await tx.companyRegistration.findFirst({
    where: { companyId, state: { in: ["submitted", "returned"] } },
    select: { round: true },
  });
  if (registration) {
    await tx.companyRegistration.update({
      where: { companyId },
      data: { state: "approved", decidedAt: now, decidedById: staffId, decisionNote: null },
    });
    await recordEvent(tx, {
      kind: "company.registration-approved",
      subjectId: companyId,
      actorId: staffId,
      occurredAt: now,
      data: { round: registration.round },
    });
  }
  return approveAccounts(tx, facts);
}
