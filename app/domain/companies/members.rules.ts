/** Days for which the link in an invitation works. */
export const INVITATION_DAYS = 7;

/** Who asks for a change among the members: an account of the company, or staff. */
export type MembersActor = { userId: string; as: "member" | "staff" };

export type InvitationState = "open" | "expired" | "used" | "revoked";

/** What became of an invitation. */
export function invitationState(
  invitation: { expiresAt: Date; acceptedAt: Date | null; revokedAt: Date | null },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return "used";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt <= now ? "expired" : "open";
}
