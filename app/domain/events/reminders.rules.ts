import { addDays, civilDateOf, jst } from "../../platform/calendar.ts";

/** eve: the day before at 17:00 JST. morning: on the day at 07:00 JST. */
export const REMINDERS = ["eve", "morning"] as const;
export type Reminder = (typeof REMINDERS)[number];

/** The moments (JST) from which the two reminders of a session are due. */
export function reminderTimes(session: { startsAt: Date }): Record<Reminder, Date> {
  const day = civilDateOf(session.startsAt);
  return { eve: jst(addDays(day, -1), "17:00"), morning: jst(day, "07:00") };
}

/**
 * The reminder that is due now, and since when; null before the first, and from the beginning on. One that was missed is
 * made up for until the next is due, so nobody gets both at once. Sessions that begin by 07:00 have the first only.
 */
export function dueReminder(session: { startsAt: Date }, now: Date): { kind: Reminder; dueAt: Date } | null {
  if (now >= session.startsAt) return null;
  const { eve, morning } = reminderTimes(session);
  if (now >= morning) return { kind: "morning", dueAt: morning };
  return now >= eve ? { kind: "eve", dueAt: eve } : null;
}

/** The link to an online event is shown to those registered from the first reminder until the end. */
export function showsOnlineLink(session: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now >= reminderTimes(session).eve && now < session.endsAt;
}
