import { readSignedId, signId } from "#app/platform/signed-id.server.ts";

const PURPOSE = "freshness-answer";

/** The token of a "still true?" link, good for answering this one question; the question says until when it works. */
export function freshnessToken(secret: string, questionId: string): string {
  return signId(secret, PURPOSE, questionId);
}

/** The question of a token, or null when the token was not made by this town. */
export function questionOfToken(secret: string, token: string): string | null {
  return readSignedId(secret, PURPOSE, token);
}
