import { addDays, type CivilDate } from "#app/platform/calendar.ts";

/** The day so many months later (or earlier); 31 August and six months give the last day of February. */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(date, last) - 1);
}

/** No month has as many days, so whole months and days fit into one number that grows with the day. */
export const MONTH_STEPS = 32;

/**
 * How long after `start` a day is, in whole months (MONTH_STEPS each) and days (1 each). Everybody reaches n months at
 * n × MONTH_STEPS, however long the months were. Days before the start give 0.
 */
export function tenure(start: CivilDate, day: CivilDate): number {
  if (day <= start) return 0;
  const [year, month] = start.split("-").map(Number) as [number, number];
  const [toYear, toMonth] = day.split("-").map(Number) as [number, number];
  let months = (toYear - year) * 12 + (toMonth - month);
  if (addMonths(start, months) > day) months -= 1;
  const days = Math.round((Date.parse(day) - Date.parse(addMonths(start, months))) / 86_400_000);
  return months * MONTH_STEPS + days;
}
