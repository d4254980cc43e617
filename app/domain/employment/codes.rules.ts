import { addDays, type CivilDate, civilDateOf } from "../../platform/calendar.ts";

/** The version of the words that somebody agrees to when they make a code. */
export const CODE_CONSENT_VERSION = "2026-11-1";
/** Days for which an unused code works. */
export const CODE_DAYS = 365;

// Without 0/O, 1/I/L: the letters that the town's other codes use.
const CODE = /^[2-9A-HJKMNP-Z]{8}$/;

/** The code that somebody meant by 「k7m2-p9qx」, or null when it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐‑‒–—―ー−]/g, "");
  return CODE.test(plain) ? plain : null;
}

/** A code as people read it aloud: K7M2-P9QX. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The last day on which an unused code works. */
export function codeWorksUntil(createdAt: Date): CivilDate {
  return addDays(civilDateOf(createdAt), CODE_DAYS);
}
