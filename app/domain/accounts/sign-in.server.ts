import type { Town } from "#app/town.ts";
import { clearAttempts, countAttempt, giveBackAttempt } from "#app/platform/throttle.server.ts";
import { type AccountRole, type AccountState, THROTTLES } from "./rules.ts";

export type SignInResult =
  /** `cookies` are the Set-Cookie values of the new session. */
  | { ok: true; cookies: string[]; role: AccountRole; state: AccountState }
  | { ok: false; error: "too-many-attempts"; retryAfterSeconds: number }
  /** One error for an unknown address and for a wrong password. */
  | { ok: false; error: "wrong-credentials" }
  /** The password was right, but the account was closed. */
  | { ok: false; error: "account-closed" }
  /** The password was right, but nobody has opened the link in the confirmation mail yet. */
  | { ok: false; error: "address-unconfirmed" };

/**
 * Signs in with e-mail and password and begins a new session. Failed attempts are counted per account and per network
 * address. An unknown address costs the same time as a known one (a password is hashed either way).
 */
export async function signIn(
  town: Pick<Town, "auth" | "database" | "clock" | "env">,
  attempt: { email: string; password: string; clientAddress: string },
): Promise<SignInResult> {
  const { email, password, clientAddress } = attempt;
  const perAddress = await countAttempt(town, THROTTLES.signInPerAddress, clientAddress);
  if (!perAddress.ok)
    return { ok: false, error: "too-many-attempts", retryAfterSeconds: perAddress.retryAfterSeconds };
  const perAccount = await countAttempt(town, THROTTLES.signInPerAccount, email);
  if (!perAccount.ok)
    return { ok: false, error: "too-many-attempts", retryAfterSeconds: perAccount.retryAfterSeconds };

  try {
    const { headers, response } = await town.auth.api.signInEmail({
      body: { email, password },
      headers: new Headers(),
      returnHeaders: true,
    });
    await clearAttempts(town, THROTTLES.signInPerAccount, email);
    await giveBackAttempt(town, THROTTLES.signInPerAddress, clientAddress);
    const user = response.user as unknown as { role: AccountRole; state: AccountState };
    return { ok: true, cookies: headers.getSetCookie(), role: user.role, state: user.state };
  } catch (error) {
    return { ok: false, error: refusalOf(error) };
  }
}

/** What better-auth's refusal means; anything that is no refusal is thrown on. */
function refusalOf(error: unknown): "wrong-credentials" | "account-closed" | "address-unconfirmed" {
  const code = (error as { body?: { code?: unknown } }).body?.code;
  switch (code) {
    case "EMAIL_NOT_VERIFIED":
      return "address-unconfirmed";
    // The only reason why no session is made after the right password (app/platform/auth.server.ts).
    case "FAILED_TO_CREATE_SESSION":
      return "account-closed";
    case "INVALID_EMAIL_OR_PASSWORD":
    case "INVALID_EMAIL":
    case "PASSWORD_TOO_LONG":
      return "wrong-credentials";
    default:
      throw error;
  }
}

/** Ends the session of the request; returns the Set-Cookie values that take the cookies away. */
export async function signOut(town: Pick<Town, "auth">, headers: Headers): Promise<string[]> {
  const result = await town.auth.api.signOut({ headers, returnHeaders: true });
  return result.headers.getSetCookie();
}
