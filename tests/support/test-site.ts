import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import type { createHandler } from "#app/http/pipeline.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";

export type SiteRequest = RequestInit & { userId?: string };

export type TestSite = {
  build: ServerBuild;
  /** Sends a request through the whole pipeline, as the account when one is given. */
  request(path: string, init?: SiteRequest): Promise<Response>;
};

/** The production build over a test town: routes, pipeline and rendering without a socket. */
export async function openTestSite(town: Town): Promise<TestSite> {
  const build = (await import(
    /* @vite-ignore */ pathToFileURL(path.resolve("build/server/index.js")).href
  )) as ServerBuild;
  const entry = build.entry.module as unknown as { createHandler: typeof createHandler };
  const handle = entry.createHandler(town, build);
  const cookies = new Map<string, string>();
  return {
    build,
    request: async (target, init = {}) => {
      const { userId, ...rest } = init;
      const headers = new Headers(rest.headers);
      if (userId) {
        if (!cookies.has(userId)) cookies.set(userId, await signInCookie(town, userId));
        headers.set("Cookie", cookies.get(userId)!);
      }
      const request = new Request(new URL(target, town.env.publicUrl), { ...rest, headers });
      return handle(request, { address: "192.0.2.1" });
    },
  };
}

/** A session as better-auth makes it: a row and a signed cookie. */
async function signInCookie(town: Town, userId: string): Promise<string> {
  const now = town.clock.now();
  const token = newId();
  // Sessions end by the wall clock, whatever the town's clock says.
  const expiresAt = new Date(Date.now() + 60 * 60 * 1000);
  await town.database.session.create({
    data: { id: newId(), token, userId, expiresAt, createdAt: now, updatedAt: now },
  });
  const { authCookies } = await town.auth.$context;
  const signature = await hmac(token, town.env.sessionSecret);
  return `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}`;
}

async function hmac(text: string, secret: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return Buffer.from(await crypto.subtle.sign("HMAC", key, encoder.encode(text))).toString("base64");
}
