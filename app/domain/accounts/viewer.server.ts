import type { Role, Town, Viewer } from "#app/town.ts";

/** The person whose session the request carries; null for a visitor. Without a session cookie no query is made. */
export async function findViewer(town: Pick<Town, "auth">, headers: Headers): Promise<Viewer | null> {
  if (!headers.get("Cookie")?.includes("jimoto.session_token")) return null;
  const found = await town.auth.api.getSession({ headers });
  if (!found) return null;
  const { user, session } = found;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role as Role,
    state: user.state as Viewer["state"],
    sessionId: session.id,
  };
}
