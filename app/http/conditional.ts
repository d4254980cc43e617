import { createHash } from "node:crypto";

/** An ETag of what decides a content. Weak, because the same content may be sent compressed. */
export function etagOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return `W/"${hash.digest("base64url").slice(0, 27)}"`;
}

/** True when the reader has this very content already. */
export function isKnown(request: Request, etag: string): boolean {
  const known = request.headers.get("If-None-Match");
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return known !== null && known.split(",").some((tag) => tag.trim() === "*" || bare(tag) === bare(etag));
}

/** An answer with an ETag of its content; 304 without a body when the reader has that content already. */
export function answerUnlessKnown(request: Request, body: string, headers: Record<string, string>): Response {
  const etag = etagOf(body);
  const known = isKnown(request, etag);
  return new Response(known ? null : body, {
    status: known ? 304 : 200,
    headers: { ...headers, ETag: etag },
  });
}
