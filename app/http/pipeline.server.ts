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
import { securityHeaders } from "#app/platform/security-headers.ts";
import { requestFactsContext, type Town, townContext, type Viewer, viewerContext } from "#app/town.ts";
import { countPageView } from "./page-views.server.ts";
import { createPageCache } from "./page-cache.server.ts";
import { refusalContext } from "./refusal.ts";
import { findViewer } from "#app/domain/accounts/viewer.server.ts";

/**
 * Forms are text; the largest has a few thousand characters in each of some forty fields. A route that takes files says
 * in its handle how much its form may have (`maxBodyBytes`).
 */
export const MAX_BODY_BYTES = 1024 * 1024;

const MOST_KNOWN_PATHS = 2000;

export type Peer = { address: string };

/**
 * Everything between the socket and the router, in this order: who is it, may they enter, body limit, origin check, the
 * router, headers. A refusal is rendered by the router too, so that it has the site's frame and words.
 */
export function createHandler(town: Town, build: ServerBuild) {
  const handleOf = handleTable(build);
  const render = createRequestHandler(build, "production");
  const pages = createPageCache(town);

  return async function handle(incoming: Request, peer: Peer): Promise<Response> {
    const started = performance.now();
    const url = new URL(incoming.url);
    const nonce = randomBytes(16).toString("base64url");
    const origin = town.env.publicUrl;
    const viewer = await findViewer(town, incoming.headers);
    const malformed = !isDecodable(url.pathname);
    const {
      access = [],
      maxBodyBytes = MAX_BODY_BYTES,
      camera = false,
    } = malformed ? AS_PUBLIC : handleOf(url.pathname);
    const mayEnter = decideAccess(access, viewer) === "allowed";
    const { request, tooLarge } = await limitBody(incoming, mayEnter ? maxBodyBytes : MAX_BODY_BYTES);
    const refusal = refusalFor({ request: incoming, url, tooLarge, malformed, viewer, access, origin });
    const context = new RouterContextProvider();
    context.set(townContext, town);
    context.set(viewerContext, viewer);
    context.set(requestFactsContext, { clientAddress: clientAddress(town, incoming, peer), origin, nonce });
    context.set(refusalContext, refusal);

    let response: Response;
    try {
      const sameForAll = access === "public" && viewer === null && !refusal;
      response = sameForAll
        ? await pages.answer(request, nonce, () => render(request, context))
        : await render(refusal ? asReading(request, malformed) : request, context);
    } catch (error) {
      town.log.error({ error }, "request failed");
      response = new Response("Internal error", { status: 500 });
    }
    countPageView(town, { request: incoming, response, viewer });
    finishHeaders(response, {
      nonce,
      https: origin.startsWith("https://"),
      personal: viewer !== null,
      camera: camera && mayEnter,
    });
    town.log.debug(
      { method: request.method, status: response.status, ms: Math.round(performance.now() - started) },
      "request",
    );
    return response;
  };
}

const AS_PUBLIC: Partial<RouteHandle> = { access: "public" };

/** Finds the handle of the route that answers a path; undeclared access means nobody (and fails the architecture test). */
export function handleTable(build: ServerBuild): (pathname: string) => Partial<RouteHandle> {
  const tree = routeTree(build);
  // Matching looks at every route anew; the few addresses that are opened again and again are remembered.
  const known = new Map<string, Partial<RouteHandle>>();
  const find = (pathname: string): Partial<RouteHandle> => {
    const path = pathname === "/_root.data" ? "/" : pathname.replace(/\.data$/, "");
    const matches = matchRoutes(tree, path);
    return (matches?.at(-1)?.route.handle as RouteHandle | undefined) ?? {};
  };
  return (pathname) => {
    const handle = known.get(pathname) ?? find(pathname);
    if (known.size >= MOST_KNOWN_PATHS) known.clear();
    known.set(pathname, handle);
    return handle;
  };
}

function routeTree(build: ServerBuild, parentId?: string): RouteObject[] {
  return Object.values(build.routes)
    .filter((route) => route !== undefined && route.parentId === parentId)
    .map((route) => {
      const { id, path, index, module } = route!;
      const handle: unknown = module.handle;
      return index ? { id, index: true, handle } : { id, path, handle, children: routeTree(build, id) };
    });
}

function refusalFor(facts: {
  request: Request;
  url: URL;
  tooLarge: boolean;
  malformed: boolean;
  viewer: Viewer | null;
  access: Access;
  origin: string;
}): unknown {
  if (facts.malformed) return data(null, { status: 400 });
  if (facts.tooLarge) return data(null, { status: 413 });
  if (isForeign(facts.request, facts.url, facts.origin)) return data(null, { status: 403 });
  const decision = decideAccess(facts.access, facts.viewer);
  if (decision === "allowed") return null;
  const answer = deny(facts.request, decision);
  return answer.status === 302 ? answer : data(null, { status: answer.status });
}

/** A change must come from our own pages. Programs without an Origin (one-click unsubscribe) carry no cookie of ours. */
function isForeign(request: Request, url: URL, origin: string): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return false;
  const from = request.headers.get("Origin");
  if (from !== null) return from !== origin && from !== url.origin;
  const site = request.headers.get("Sec-Fetch-Site");
  return site !== null && site !== "same-origin" && site !== "none";
}

/** A refused request reaches the router as a reading one: only the words for its status are rendered. */
function asReading(request: Request, malformed: boolean): Request {
  const url = malformed ? new URL("/", request.url) : request.url;
  return new Request(url, { method: request.method === "HEAD" ? "HEAD" : "GET", headers: request.headers });
}

/**
 * No address of ours holds a percent sign; one that is left after decoding would trip the router's own decoding. Nor does
 * one hold NUL, which the database's text cannot.
 */
function isDecodable(pathname: string): boolean {
  try {
    return !decodeURIComponent(decodeURIComponent(pathname)).includes("\0");
  } catch {
    return false;
  }
}

/**
 * Reads the body up to the limit, so that nothing behind it can be flooded. The Origin header ends here: `isForeign` is
 * the one check of it, and the router's own would compare it with the wrong host behind a proxy.
 */
async function limitBody(request: Request, limit: number): Promise<{ request: Request; tooLarge: boolean }> {
  if (request.method === "GET" || request.method === "HEAD") return { request, tooLarge: false };
  const headers = new Headers(request.headers);
  headers.delete("Origin");
  const withBody = (body: Uint8Array<ArrayBuffer> | undefined) =>
    new Request(request.url, { method: request.method, headers, body });
  if (Number(headers.get("Content-Length") ?? 0) > limit)
    return { request: withBody(undefined), tooLarge: true };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) return { request: withBody(undefined), tooLarge: true };
    chunks.push(chunk);
  }
  return { request: withBody(size > 0 ? new Uint8Array(Buffer.concat(chunks)) : undefined), tooLarge: false };
}

/** The reader's network address: the socket's, or what our own proxy wrote when there is one. */
function clientAddress(town: Town, request: Request, peer: Peer): string {
  if (!town.env.trustProxy) return peer.address;
  return request.headers.get("X-Forwarded-For")?.split(",").at(-1)?.trim() || peer.address;
}

function finishHeaders(
  response: Response,
  facts: { nonce: string; https: boolean; personal: boolean; camera: boolean },
) {
  for (const [name, value] of Object.entries(securityHeaders(facts))) response.headers.set(name, value);
  // What never changes under its address (a public photograph) is the same for everybody, signed in or not.
  if (response.headers.get("Cache-Control")?.includes("immutable")) return;
  if (facts.personal || response.headers.has("Set-Cookie") || response.status >= 400)
    response.headers.set("Cache-Control", "private, no-store");
  else if (!response.headers.has("Cache-Control"))
    response.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
  response.headers.append("Vary", "Cookie");
}
