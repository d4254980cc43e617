import { createHmac, randomBytes } from "node:crypto";

/**
 * Pseudonyms of people in placements: the same person gets the same key, and the key leads nowhere without the secret of the
 * town (env.personKeySecret), which therefore stays: person-key-source.store.server.ts sees to it.
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

/** By what a secret is recognised again, without leading to it. */
export function fingerprintOf(secret: string): string {
  return createHmac("sha256", secret).update("person-key-fingerprint").digest("hex").slice(0, 32);
}

/** A key for somebody of whom nothing else is known. */
export function newPersonKey(): string {
  return `p-${randomBytes(12).toString("hex")}`;
}
