import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * An id with a keyed hash of it, for links in mails that act without signing in. It is derived whenever it is needed and
 * stored nowhere; it works for one purpose only, as long as the secret of the town stays.
 */
export function signId(secret: string, purpose: string, id: string): string {
  return `${id}.${keyedHash(secret, purpose, id).toString("base64url")}`;
}

/** The id of a token, or null when this town did not make it for this purpose. */
export function readSignedId(secret: string, purpose: string, token: string): string | null {
  const [id = "", hash = "", ...rest] = token.split(".");
  if (id === "" || rest.length > 0) return null;
  const given = Buffer.from(hash, "base64url");
  const right = keyedHash(secret, purpose, id);
  return given.length === right.length && timingSafeEqual(given, right) ? id : null;
}

function keyedHash(secret: string, purpose: string, id: string): Buffer {
  return createHmac("sha256", secret).update(`${purpose}\0${id}`).digest();
}
