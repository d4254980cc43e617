import type { Town } from "#app/town.ts";

/**
 * Mails a link with which a new password can be set. For an unknown or closed account nothing is mailed; the caller's
 * answer is the same.
 */
export async function requestPasswordReset(
  town: Pick<Town, "auth" | "database">,
  { email }: { email: string },
): Promise<void> {
  const user = await town.database.user.findUnique({ where: { email }, select: { state: true } });
  if (user?.state === "closed") return;
  await town.auth.api.requestPasswordReset({ body: { email } });
}

/** Sets the new password and ends every session of the account. A link works once. */
export async function resetPassword(
  town: Pick<Town, "auth">,
  { token, password }: { token: string; password: string },
): Promise<{ ok: true } | { ok: false; error: "link-expired" }> {
  try {
    await town.auth.api.resetPassword({ body: { token, newPassword: password } });
    return { ok: true };
  } catch (error) {
    const code = (error as { body?: { code?: unknown } }).body?.code;
    if (code === "INVALID_TOKEN" || code === "USER_NOT_FOUND") return { ok: false, error: "link-expired" };
    throw error;
  }
}
