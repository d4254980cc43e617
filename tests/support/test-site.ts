import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import type { createHandler } from "#app/http/pipeline.server.ts";
import type { Town } from "#app/town.ts";
import { signInCookie } from "./session.ts";

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
