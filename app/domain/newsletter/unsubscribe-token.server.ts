import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The token of an unsubscribe link: the subscriber's id and a keyed hash of it. It is derived whenever it is needed and
 * stored nowhere; it works as long as the secret of the town stays, also in an old issue.
 */
export function unsubscribeToken(secret: string, subscriberId: string): string {
  return `${subscriberId}.${keyedHash(secret, subscriberId).toString("base64url")}`;
}

/** The subscriber of a token, or null when the token was not made by this town. */
export function subscriberOfToken(secret: string, token: string): string | null {
  const [subscriberId = "", hash = "", ...rest] = token.split(".");
  if (subscriberId === "" || rest.length > 0) return null;
  const given = Buffer.from(hash, "base64url");
  const right = keyedHash(secret, subscriberId);
  return given.length === right.length && timingSafeEqual(given, right) ? subscriberId : null;
}

function keyedHash(secret: string, subscriberId: string): Buffer {
  return createHmac("sha256", secret).update(`newsletter-unsubscribe\0${subscriberId}`).digest();
}
