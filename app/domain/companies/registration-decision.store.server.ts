import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { approveAccounts, mailMembers, nameIn } from "./member-accounts.store.server.ts";
import type { RegistrationReason } from "./registration.rules.ts";
import { lockCompany } from "./submission.store.server.ts";

export type RegistrationDecisionResult =
  | { ok: true }
  /** already-decided: somebody was quicker, or the applicant has sent another round since the page was opened. */
  | { ok: false; error: "not-found" | "already-decided" };

type Desk = Pick<Town, "database" | "clock" | "jobs" | "env">;
type Decision = {
  companyId: string;
  staffId: string;
  /** The round that the page showed. */
  round: number;
};
/** The codes go into the record, the words (of the codes and what was typed) to the applicant. */
type Reason = { reasons: readonly RegistrationReason[]; words: string };

/** Gives the applicant's account its company: it may sign in to the company's pages from now on. */
export async function approveRegistration(
  town: Desk,
  decision: Decision,
): Promise<RegistrationDecisionResult> {
  return decide(town, decision, "approved", null, async (tx, { companyId, now }) => {
    const fact = { subjectId: companyId, actorId: decision.staffId, occurredAt: now };
    await recordEvent(tx, {
      ...fact,
      kind: "company.registration-approved",
      data: { round: decision.round },
    });
    await approveAccounts(tx, { companyId, staffId: decision.staffId, now });
    await mailMembers(tx, town, {
      companyId,
      about: `${companyId}/${decision.round}`,
      messageFor: () => ({ kind: "account-approved", props: { loginUrl: `${town.env.publicUrl}/login` } }),
    });
  });
}

/** Gives an application back with the reason in words; the applicant corrects it and sends it again. */
export async function returnRegistration(
  town: Desk,
  { reasons, words, ...decision }: Decision & Reason,
): Promise<RegistrationDecisionResult> {
  return decide(town, decision, "returned", words, async (tx, { companyId, companyName, now }) => {
    await recordEvent(tx, {
      kind: "company.registration-returned",
      subjectId: companyId,
      actorId: decision.staffId,
      occurredAt: now,
      data: { round: decision.round, reasons: [...reasons] },
    });
    await mailMembers(tx, town, {
      companyId,
      about: `${companyId}/${decision.round}`,
      messageFor: () => ({
        kind: "registration-returned",
        props: {
          companyName,
          reason: words,
          correctUrl: `${town.env.publicUrl}/company/registration`,
        },
      }),
    });
  });
}

/**
 * Declines an application: its accounts are closed and their sessions end. The reason is mailed; without one nothing is
 * (an application that nobody meant).
 */
export async function declineRegistration(
  town: Desk,
  { reasons, words, ...decision }: Decision & Reason,
): Promise<RegistrationDecisionResult> {
  return decide(town, decision, "declined", words, async (tx, { companyId, companyName, now }) => {
    const fact = { actorId: decision.staffId, occurredAt: now };
    await recordEvent(tx, {
      ...fact,
      kind: "company.registration-declined",
      subjectId: companyId,
      data: { round: decision.round, reasons: [...reasons] },
    });
    if (words !== "")
      await mailMembers(tx, town, {
        companyId,
        about: `${companyId}/${decision.round}`,
        messageFor: () => ({ kind: "account-declined", props: { companyName, reason: words } }),
      });
    const waiting = await tx.user.findMany({
      where: { state: "waiting", companyMember: { companyId } },
      select: { id: true, role: true },
    });
    const ids = { in: waiting.map(({ id }) => id) };
    await tx.user.updateMany({ where: { id: ids }, data: { state: "closed" } });
    await tx.session.deleteMany({ where: { userId: ids } });
    for (const { id, role } of waiting)
      await recordEvent(tx, { ...fact, kind: "account.declined", subjectId: id, data: { role } });
  });
}

/** Waits for the company's turn; of parallel decisions one is made and the others find it made. */
async function decide(
  town: Desk,
  { companyId, staffId, round }: Decision,
  state: "approved" | "returned" | "declined",
  note: string | null,
  write: (tx: Transaction, facts: { companyId: string; companyName: string; now: Date }) => Promise<void>,
): Promise<RegistrationDecisionResult> {
  const now = town.clock.now();
  return town.database.$transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const company = await tx.company.findUnique({
      where: { id: companyId },
      select: {
        registration: { select: { state: true, round: true } },
        revisions: { orderBy: { number: "desc" }, take: 1, select: { profile: true } },
      },
    });
    if (!company?.registration) return { ok: false, error: "not-found" };
    if (company.registration.state !== "submitted" || company.registration.round !== round)
      return { ok: false, error: "already-decided" };
    await tx.companyRegistration.update({
      where: { companyId },
      data: { state, decidedAt: now, decidedById: staffId, decisionNote: note || null },
    });
    await write(tx, { companyId, companyName: nameIn(company.revisions[0]?.profile), now });
    return { ok: true };
  });
}
