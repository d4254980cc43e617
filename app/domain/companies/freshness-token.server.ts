import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The token of a "still true?" link: the question's id and a keyed hash of it, good for answering this one question and
 * nothing else. It is derived whenever it is needed and stored nowhere; the question says until when it works.
 */
export function freshnessToken(secret: string, questionId: string): string {
  return `${questionId}.${keyedHash(secret, questionId).toString("base64url")}`;
}

/** The question of a token, or null when the token was not made by this town. */
export function questionOfToken(secret: string, token: string): string | null {
  const [questionId = "", hash = "", ...rest] = token.split(".");
  if (questionId === "" || questionId.includes("\0") || rest.length > 0) return null;
  const given = Buffer.from(hash, "base64url");
  const right = keyedHash(secret, questionId);
  return given.length === right.length && timingSafeEqual(given, right) ? questionId : null;
}

function keyedHash(secret: string, questionId: string): Buffer {
  return createHmac("sha256", secret).update(`freshness-answer\0${questionId}`).digest();
}
