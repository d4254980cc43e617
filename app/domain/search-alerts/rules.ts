import { addDays, type CivilDate } from "#app/platform/calendar.ts";

export const FREQUENCIES = ["daily", "weekly"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Hours for which the link in a confirmation mail works. */
export const ALERT_CONFIRMATION_HOURS = 48;

/** Most finds that one mail lists; the rest stands on the search page. */
export const MOST_IN_MAIL = 20;

/** Finds of one search that are looked at; a broader search is told to be narrowed by its number. */
export const MOST_LOOKED_AT = 500;

/** At most this many confirmation mails to one address; nobody can fill a stranger's mailbox. */
export const ALERT_THROTTLES = {
  perMail: { purpose: "alert-mail", limit: 10, windowSeconds: 60 * 60 },
  perAddress: { purpose: "alert-address", limit: 200, windowSeconds: 60 * 60 },
} as const;

/**
 * The key of the run that is due on a day: each day for daily alerts; for weekly ones the Monday of the week, so that a run
 * that was missed on Monday is made up for on a later day.
 */
export function runKeyOf(frequency: Frequency, day: CivilDate): CivilDate {
  if (frequency === "daily") return day;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
