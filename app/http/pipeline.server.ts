import { randomBytes } from "node:crypto";
import {
  createRequestHandler,
  data,
  matchRoutes,
  RouterContextProvider,
  type RouteObject,
  type ServerBuild,
} from "react-router";
import { type Access, decideAccess, deny, type RouteHandle } from "#app/access.ts";
import { describeError } from "#app/platform/log.server.ts";
import { securityHeaders } from "#app/platform/security-headers.ts";
import { requestFactsContext, type Town, townContext, type Viewer, viewerContext } from "#app/town.ts";
import { refusalContext } from "./refusal.ts";
import { findViewer } from "#app/domain/accounts/viewer.server.ts";

/** Forms are text; the largest has a few thousand characters in each of some forty fields. */
export const MAX_BODY_BYTES = 1024 * 1024;

export type Peer = { address: string };

/**
 * Everything between the socket and the router, in this order: body limit, origin check, who is it, may they enter, the
 * router, headers. A refusal is rendered by the router too, so that it has the site's frame and words.
 */
export function createHandler(town: Town, build: ServerBuild) {
  const accessOf = accessTable(build);
  const render = createRequestHandler(build, "production");

  return async function handle(incoming: Request, peer: Peer): Promise<Response> {
    const started = performance.now();
    const url = new URL(incoming.url);
    const nonce = randomBytes(16).toString("base64url");
    const origin = town.env.publicUrl;
    const { request, tooLarge } = await limitBody(incoming);
    const viewer = await findViewer(town, request.headers);
    const context = new RouterContextProvider();
    context.set(townContext, town);
    context.set(viewerContext, viewer);
    context.set(requestFactsContext, { clientAddress: clientAddress(town, incoming, peer), origin, nonce });
    context.set(refusalContext, refusalFor({ request, url, tooLarge, viewer, access: accessOf(url.pathname), origin }));

    let response: Response;
    try {
      response = await render(request, context);
    } catch (error) {
      town.log.error({ error: describeError(error), path: patternless(url.pathname) }, "request failed");
      response = new Response("Internal error", { status: 500 });
    }
    finishHeaders(response, { nonce, https: origin.startsWith("https://"), personal: viewer !== null });
    town.log.debug(
      { method: request.method, status: response.status, ms: Math.round(performance.now() - started) },
      "request",
    );
    return response;
  };
}

/** Finds the declared access of the route that answers a path; undeclared means nobody (and fails the architecture test). */
export function accessTable(build: ServerBuild): (pathname: string) => Access {
  const tree = routeTree(build);
  return (pathname) => {
    const path = pathname === "/_root.data" ? "/" : pathname.replace(/\.data$/, "");
    const matches = matchRoutes(tree, path);
    const handle = matches?.at(-1)?.route.handle as RouteHandle | undefined;
    return handle?.access ?? [];
  };
}

function routeTree(build: ServerBuild, parentId?: string): RouteObject[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined && route.parentId === parentId)
    .map((route) => {
      const { id, path, index, module } = route!;
      const handle: unknown = module.handle;
      return index
        ? { id, index: true, handle }
        : { id, path, handle, children: routeTree(build, id) };
    });
}

function refusalFor(facts: {
  request: Request;
  url: URL;
  tooLarge: boolean;
  viewer: Viewer | null;
  access: Access;
  origin: string;
}): unknown {
  if (facts.tooLarge) return data(null, { status: 413 });
  if (isForeign(facts.request, facts.url, facts.origin)) return data(null, { status: 403 });
  const decision = decideAccess(facts.access, facts.viewer);
  if (decision === "allowed") return null;
  const answer = deny(facts.request, decision);
  return answer.status === 302 ? answer : data(null, { status: answer.status });
}

/** A change must come from our own pages. Programs without an Origin (one-click unsubscribe) carry no cookie of ours. */
function isForeign(request: Request, url: URL, origin: string): boolean {
  if (request.method === "GET" || request.method === "HEAD") return false;
  const from = request.headers.get("Origin");
  if (from !== null) return from !== origin && from !== url.origin;
  const site = request.headers.get("Sec-Fetch-Site");
  return site !== null && site !== "same-origin" && site !== "none";
}

/** Reads the body up to the limit, so that nothing behind it can be flooded. */
async function limitBody(request: Request): Promise<{ request: Request; tooLarge: boolean }> {
  if (request.body === null) return { request, tooLarge: false };
  const bodiless = () => new Request(request.url, { method: request.method, headers: request.headers });
  if (Number(request.headers.get("Content-Length") ?? 0) > MAX_BODY_BYTES)
    return { request: bodiless(), tooLarge: true };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return { request: bodiless(), tooLarge: true };
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  return {
    request: new Request(request.url, { method: request.method, headers: request.headers, body }),
    tooLarge: false,
  };
}

/** The reader's network address: the socket's, or what our own proxy wrote when there is one. */
function clientAddress(town: Town, request: Request, peer: Peer): string {
  if (!town.env.trustProxy) return peer.address;
  return request.headers.get("X-Forwarded-For")?.split(",").at(-1)?.trim() || peer.address;
}

/** A path without what could name somebody, for the log. */
function patternless(pathname: string): string {
  return pathname.split("/").slice(0, 3).join("/");
}

function finishHeaders(response: Response, facts: { nonce: string; https: boolean; personal: boolean }) {
  for (const [name, value] of Object.entries(securityHeaders(facts))) response.headers.set(name, value);
  if (facts.personal || response.headers.has("Set-Cookie") || response.status >= 400)
    response.headers.set("Cache-Control", "private, no-store");
  else if (!response.headers.has("Cache-Control"))
    response.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
  response.headers.append("Vary", "Cookie");
}
