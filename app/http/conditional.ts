import { createHash } from "node:crypto";

/**
 * An answer with an ETag of its content; 304 without a body when the reader has that content already. The tag is weak,
 * because the same content may be sent compressed.
 */
export function answerUnlessKnown(request: Request, body: string, headers: Record<string, string>): Response {
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  const etag = `W/"${digest}"`;
  const known = (request.headers.get("If-None-Match") ?? "").split(",").map((tag) => tag.trim());
  const isKnown = known.includes("*") || known.some((tag) => tag.replace(/^W\//, "") === `"${digest}"`);
  return new Response(isKnown ? null : body, {
    status: isKnown ? 304 : 200,
    headers: { ...headers, ETag: etag },
  });
}
