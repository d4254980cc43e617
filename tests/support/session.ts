import { createHmac } from "node:crypto";
import type { Env } from "#app/platform/env.server.ts";
import type { Database } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";

/** Begins a session of an account the way the sign-in does, without its password; returns the Cookie header. */
export async function signInCookie(
  town: { database: Database; env: Pick<Env, "sessionSecret" | "publicUrl"> },
  userId: string,
): Promise<string> {
  const token = newId();
  // Sessions end by the wall clock, whatever the town's clock says.
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 60 * 60 * 1000);
  await town.database.session.create({
    data: { id: newId(), token, userId, expiresAt, createdAt: now, updatedAt: now },
  });
  const signature = createHmac("sha256", town.env.sessionSecret).update(token).digest("base64");
  const secure = town.env.publicUrl.startsWith("https://") ? "__Secure-" : "";
  return `${secure}jimoto.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
