import { networkOf } from "#app/platform/network.ts";
import { type Counted, createRequestLimit } from "#app/platform/request-limit.server.ts";
import { type Context, requestFactsContext, townContext } from "#app/town.ts";
import type { WrongParameter } from "#app/domain/open-data/query.ts";
import { openDataProblems, openDataReasons } from "#app/locales/ja/open-data.ts";
import { answerUnlessKnown } from "./conditional.ts";

/** Reading requests to the open data that one network may make. */
export const OPEN_DATA_LIMIT = { name: "open-data", requests: 120, seconds: 60 };

const SECONDS_KEPT = 300;

const countRequest = createRequestLimit(OPEN_DATA_LIMIT);

type Said = ReturnType<(typeof openDataProblems)["missing"]>;
type Refused = { ok: false; status: number; said: Said; parameters?: object[] };
export type OpenDataResult = { ok: true; body: object; next?: string | null } | Refused;

/**
 * Answers a reading request to the open data: counts it, makes the content, and sends it with its ETag so that it can be
 * read by any site's script. A refusal is a problem document (RFC 9457).
 */
export async function answerOpenData(
  request: Request,
  context: Context,
  make: () => Promise<OpenDataResult>,
): Promise<Response> {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: preflightHeaders() });
  const town = context.get(townContext);
  const counted = await countRequest(town, networkOf(context.get(requestFactsContext).clientAddress));
  const headers = { ...sharedHeaders(town.env.publicUrl), ...limitHeaders(counted) };
  if (!counted.ok) {
    const said = openDataProblems.tooMany(counted.secondsToReset);
    return refuse(
      { ok: false, status: 429, said },
      { ...headers, "Retry-After": `${counted.secondsToReset}` },
    );
  }
  const result = await make();
  if (!result.ok) return refuse(result, headers);
  return answerUnlessKnown(request, JSON.stringify(result.body), {
    ...headers,
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": `public, max-age=${SECONDS_KEPT}`,
    Link: [`<${result.next}>; rel="next"`, headers.Link].slice(result.next ? 0 : 1).join(", "),
  });
}

/** The answer to anything but reading. */
export function refuseChange(context: Context): Response {
  const headers = { ...sharedHeaders(context.get(townContext).env.publicUrl), Allow: "GET, HEAD, OPTIONS" };
  return refuse({ ok: false, status: 405, said: openDataProblems.method() }, headers);
}

/** The refusal of a query, with each wrong parameter and what is allowed. */
export function refuseParameters(wrong: readonly WrongParameter[]): Refused {
  const parameters = wrong.map(({ name, isUnknown, allowed }) => ({
    name: name.slice(0, 100),
    ...(isUnknown ? openDataReasons.unknown : openDataReasons.value),
    ...(allowed ? { allowed } : {}),
  }));
  return { ok: false, status: 400, said: openDataProblems.parameters(), parameters };
}

/** The same question with another place to begin. */
export function withCursor(publicUrl: string, { pathname, searchParams }: URL, cursor: string): string {
  const params = new URLSearchParams(searchParams);
  params.set("cursor", cursor);
  return `${publicUrl}${pathname}?${params.toString()}`;
}

function refuse({ status, said, parameters }: Refused, headers: Record<string, string>): Response {
  const body = { type: "about:blank", status, ...said, ...(parameters ? { parameters } : {}) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "Content-Type": "application/problem+json; charset=utf-8" },
  });
}

function sharedHeaders(publicUrl: string) {
  return {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, RateLimit, RateLimit-Policy, Retry-After",
    Link: [
      `<${publicUrl}/api/v1/openapi.json>; rel="service-desc"`,
      `<${publicUrl}/open-data>; rel="service-doc"`,
      '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
    ].join(", "),
    // People find the pages; programs know this address.
    "X-Robots-Tag": "noindex",
  };
}

function preflightHeaders(): Record<string, string> {
  return {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
  };
}

/** After the IETF draft on RateLimit header fields. */
function limitHeaders({ remaining, secondsToReset }: Counted): Record<string, string> {
  const { name, requests, seconds } = OPEN_DATA_LIMIT;
  return {
    "RateLimit-Policy": `"${name}";q=${requests};w=${seconds}`,
    RateLimit: `"${name}";r=${remaining};t=${secondsToReset}`,
  };
}
