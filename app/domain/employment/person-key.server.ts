import { createHmac, randomBytes } from "node:crypto";

/**
 * Pseudonyms of people in placements: the same person gets the same key, and the key leads nowhere without the town's
 * secret. A new secret gives new keys, so the people of before and after cannot be told to be the same.
 */
function personKey(secret: string, purpose: string, id: string): string {
  return `p-${createHmac("sha256", secret).update(`placement-person\0${purpose}\0${id}`).digest("hex").slice(0, 24)}`;
}

/** The key of somebody with an account who agreed to be linked. */
export function personKeyOfAccount(secret: string, userId: string): string {
  return personKey(secret, "account", userId);
}

/**
 * The key of somebody by the number that a programme's office gave them. Spaces, hyphens, width and case do not matter, nor
 * do leading zeros, which spreadsheets drop: typed or imported, it is the same person.
 */
export function personKeyOfOffice(secret: string, office: string, number: string): string {
  const plain = number.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  return personKey(secret, office, /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, "") : plain);
}

/** A key for somebody of whom nothing else is known. */
export function newPersonKey(): string {
  return `p-${randomBytes(12).toString("hex")}`;
}
