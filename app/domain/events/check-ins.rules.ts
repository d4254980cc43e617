import { isSessionDay } from "./rules.ts";

type Run = { startsAt: Date; endsAt: Date };

/**
 * The moment at which a check-in counts. A device that was without network says when it happened: its time holds when it
 * lies on a day of the sessions (JST) and not in the future; otherwise the server's does. Null when neither is on a day
 * of the sessions: then nobody can be checked in.
 */
export function checkInTime(facts: {
  deviceAt: Date | null;
  now: Date;
  sessions: readonly Run[];
}): Date | null {
  const isOnDay = (instant: Date) => facts.sessions.some((session) => isSessionDay(session, instant));
  const { deviceAt, now } = facts;
  if (deviceAt && deviceAt <= now && isOnDay(deviceAt)) return deviceAt;
  return isOnDay(now) ? now : null;
}

/** What the desk can answer to an entry that a device sends; the words are in app/locales/ja/reception.ts. */
export const ENTRY_ANSWERS = [
  "made",
  "repeated",
  "already",
  "undone",
  "corrected",
  "nothing-to-undo",
  "unknown",
  "other-event",
  "cancelled",
  "waiting",
  "offered",
  "expired",
  "not-the-day",
  "not-open",
  "unreadable",
] as const;
export type EntryAnswer = (typeof ENTRY_ANSWERS)[number];
