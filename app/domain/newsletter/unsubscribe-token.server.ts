import { readSignedId, signId } from "#app/platform/signed-id.server.ts";

const PURPOSE = "newsletter-unsubscribe";

/** The token of an unsubscribe link; it works in an old issue too. */
export function unsubscribeToken(secret: string, subscriberId: string): string {
  return signId(secret, PURPOSE, subscriberId);
}

/** The subscriber of a token, or null when the token was not made by this town. */
export function subscriberOfToken(secret: string, token: string): string | null {
  return readSignedId(secret, PURPOSE, token);
}
