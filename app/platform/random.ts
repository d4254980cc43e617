import { randomBytes, randomUUID } from "node:crypto";

/** An id for a new row. */
export function newId(): string {
  return randomUUID();
}

/** A secret for a link in a mail: 192 bits, safe in a URL. */
export function newToken(): string {
  return randomBytes(24).toString("base64url");
}

// Without 0/O, 1/I/L: read out at a reception desk.
const CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A code that a person can read out, for example on a ticket: eight letters, 31^8 possibilities. */
export function newReadableCode(): string {
  return [...randomBytes(8)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join("");
}
