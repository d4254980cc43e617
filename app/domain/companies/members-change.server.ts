import { countAttempts } from "#app/platform/throttle.server.ts";
import type { Town } from "#app/town.ts";
import { THROTTLES } from "../accounts/rules.ts";
import { inviteMember, resendInvitation, revokeInvitation } from "./invitations.store.server.ts";
import type { MembersActor } from "./members.rules.ts";
import type { MembersChange } from "./members.schema.ts";
import { handOverCompany, leaveCompany, type MembersError, removeMember } from "./members.store.server.ts";

export type MembersChangeResult =
  | { ok: true }
  | { ok: false; error: MembersError | "already-member" | "invited-already" | "not-open" }
  | { ok: false; error: "too-many-attempts"; retryAfterSeconds: number };

/** Does what the page of the members asked for. Invitations are counted, per person who invites and per address. */
export async function changeMembers(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  asked: { actor: MembersActor; companyId: string; change: MembersChange },
): Promise<MembersChangeResult> {
  const { actor, companyId, change } = asked;
  const by = { actor, companyId };
  switch (change.intent) {
    case "invite": {
      const refusal = await countInvitation(town, actor, change.email);
      return refusal ?? inviteMember(town, { ...by, email: change.email });
    }
    case "resend": {
      const refusal = await countInvitation(town, actor, change.invitationId);
      return refusal ?? resendInvitation(town, { ...by, invitationId: change.invitationId });
    }
    case "revoke":
      return revokeInvitation(town, { ...by, invitationId: change.invitationId });
    case "remove":
      return removeMember(town, { ...by, accountId: change.accountId });
    case "hand-over":
      return handOverCompany(town, { ...by, accountId: change.accountId });
    case "leave":
      return actor.as === "member"
        ? leaveCompany(town, { userId: actor.userId, companyId })
        : { ok: false, error: "not-a-member" };
  }
}

async function countInvitation(
  town: Pick<Town, "database" | "clock" | "env">,
  actor: MembersActor,
  target: string,
): Promise<{ ok: false; error: "too-many-attempts"; retryAfterSeconds: number } | null> {
  const counted = await countAttempts(town, [
    [THROTTLES.invitationPerMember, actor.userId],
    [THROTTLES.invitationPerMail, target],
  ]);
  if (counted.ok) return null;
  return { ok: false, error: "too-many-attempts", retryAfterSeconds: counted.retryAfterSeconds };
}
