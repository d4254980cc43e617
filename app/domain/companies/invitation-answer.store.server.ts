import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import {
  hashPassword,
  createAccount,
  againWhenTaken,
  releaseAddress,
} from "../accounts/registration.store.server.ts";
import { isSimplePassword } from "../accounts/rules.ts";
import { recordEvent } from "../audit/store.server.ts";
import { hashOf } from "./invitations.store.server.ts";
import { invitationState } from "./members.rules.ts";
import { lockCompany } from "./submission.store.server.ts";

export type AnswerError =
  /** The link never existed or was replaced by a newer one. */
  | "unknown"
  | "expired"
  | "used"
  | "revoked"
  /** The account that is signed in has another address than the invitation. */
  | "other-address"
  | "not-a-company-account"
  | "has-a-company"
  /** The address has an account: sign in first. */
  | "has-account"
  | "password-simple";
export type AnswerResult = { ok: true; companyId: string } | { ok: false; error: AnswerError };

/** A signed-in company account without a company becomes a member. The invitation must have gone to its own address. */
export async function acceptInvitation(
  town: Pick<Town, "database" | "clock">,
  { token, userId }: { token: string; userId: string },
): Promise<AnswerResult> {
  return answer(town, token, async (tx, invitation) => {
    const user = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, role: true, state: true, companyMember: { select: { userId: true } } },
    });
    if (user.email !== invitation.email) return { ok: false, error: "other-address" };
    if (user.role !== "company") return { ok: false, error: "not-a-company-account" };
    if (user.companyMember || user.state !== "active") return { ok: false, error: "has-a-company" };
    return { ok: true, userId };
  });
}

/** Opens an account for the address of the invitation, which the link has proven, and makes it a member. */
export async function joinByInvitation(
  town: Pick<Town, "database" | "clock" | "jobs" | "auth" | "env">,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<AnswerResult> {
  const passwordHash = await hashPassword(town, password);
  return answer(town, token, async (tx, { email }) => {
    if (isSimplePassword(password, email)) return { ok: false, error: "password-simple" };
    if (await releaseAddress(tx, email)) return { ok: false, error: "has-account" };
    const account = { name, email, passwordHash, isConfirmed: true };
    return {
      ok: true,
      userId: await createAccount(tx, town, { ...account, role: "company", state: "active" }),
    };
  });
}

/** Uses the invitation up in the company's turn: of parallel answers one wins. The first member owns the company. */
async function answer(
  town: Pick<Town, "database" | "clock">,
  token: string,
  findAccount: FindAccount,
): Promise<AnswerResult> {
  return againWhenTaken(() => answerOnce(town, token, findAccount));
}

type FindAccount = (
  tx: Transaction,
  invitation: { email: string },
) => Promise<{ ok: true; userId: string } | { ok: false; error: AnswerError }>;

async function answerOnce(
  town: Pick<Town, "database" | "clock">,
  token: string,
  findAccount: FindAccount,
): Promise<AnswerResult> {
  const now = town.clock.now();
  const place = await town.database.companyInvitation.findUnique({
    where: { tokenHash: hashOf(token) },
    select: { companyId: true },
  });
  if (!place) return { ok: false, error: "unknown" };
  const { companyId } = place;
  return town.database.$transaction(async (tx) => {
    await lockCompany(tx, companyId);
    const invitation = await tx.companyInvitation.findUnique({ where: { tokenHash: hashOf(token) } });
    if (!invitation) return { ok: false, error: "unknown" };
    const state = invitationState(invitation, now);
    if (state !== "open") return { ok: false, error: state };
    const account = await findAccount(tx, invitation);
    if (!account.ok) return account;
    const owner = await tx.companyMember.findFirst({
      where: { companyId, isOwner: true },
      select: { userId: true },
    });
    await tx.companyMember.create({
      data: { userId: account.userId, companyId, isOwner: owner === null, createdAt: now },
    });
    await tx.companyInvitation.update({ where: { id: invitation.id }, data: { acceptedAt: now } });
    await recordEvent(tx, {
      kind: "company.member-joined",
      subjectId: companyId,
      actorId: account.userId,
      occurredAt: now,
      data: { accountId: account.userId },
    });
    return { ok: true, companyId };
  });
}
