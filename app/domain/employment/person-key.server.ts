import { createHmac, randomBytes } from "node:crypto";
import { normaliseLine } from "../text/rules.ts";
import type { Programme } from "./rules.ts";

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

/** The key of somebody by the number that a programme's office gave them; spaces, width and case do not matter. */
export function personKeyOfOffice(secret: string, programme: Programme, number: string): string {
  return personKey(secret, programme, normaliseLine(number).replaceAll(" ", "").toUpperCase());
}

/** A key for somebody of whom nothing else is known. */
export function newPersonKey(): string {
  return `p-${randomBytes(12).toString("hex")}`;
}
