import { createHash } from "node:crypto";

/** The id of a row of the demo town: a UUID (version 8) made from what the row is, so every run gives the same. */
export function stableId(kind: string, key: string): string {
  const hex = createHash("sha256").update(`${kind}/${key}`).digest("hex");
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

// The letters that tickets use: without 0/O and 1/I/L.
const CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A ticket code of eight letters. */
export function stableCode(key: string): string {
  const bytes = createHash("sha256").update(`ticket/${key}`).digest().subarray(0, 8);
  return [...bytes].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join("");
}

/** The pseudonym of a person in placements and internships; tells nothing about the person. */
export function personKey(key: string): string {
  return `p-${createHash("sha256").update(`person/${key}`).digest("hex").slice(0, 20)}`;
}
