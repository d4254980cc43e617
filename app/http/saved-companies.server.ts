import { createCookie } from "react-router";
import { MOST_SAVED, readSlugs } from "#app/domain/saved-companies/rules.ts";
import { listSavedSlugs } from "#app/domain/saved-companies/store.server.ts";
import { type Context, townContext, viewerContext } from "#app/town.ts";

/**
 * The companies that this browser keeps: slugs of public pages, nothing about the reader. The name begins with the site's,
 * so that pages for its holder are never kept for others.
 */
const savedCookie = createCookie("jimoto_saved", {
  path: "/",
  httpOnly: true,
  sameSite: "lax",
  maxAge: 365 * 24 * 60 * 60,
});

/** The slugs that the browser keeps, the newest first. */
export async function readDeviceSlugs(request: Request): Promise<string[]> {
  const header = request.headers.get("Cookie");
  if (!header?.includes("jimoto_saved=")) return [];
  const kept: unknown = await savedCookie.parse(header).catch(() => null);
  return Array.isArray(kept) ? readSlugs(kept.map(String), MOST_SAVED) : [];
}

/** The header that makes the browser keep this list; an empty list takes the cookie away. */
export async function deviceHeader(slugs: readonly string[]): Promise<Headers> {
  const options = slugs.length === 0 ? { maxAge: 0 } : undefined;
  return new Headers({ "Set-Cookie": await savedCookie.serialize(slugs, options) });
}

/** What the reader keeps: in the account when signed in, in the browser otherwise. */
export async function readSavedSlugs(request: Request, context: Context): Promise<string[]> {
  const viewer = context.get(viewerContext);
  return viewer ? listSavedSlugs(context.get(townContext), { userId: viewer.id }) : readDeviceSlugs(request);
}
