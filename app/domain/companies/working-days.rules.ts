import holidays from "@holiday-jp/holiday_jp";
import { addDays, type CivilDate } from "../../platform/calendar.ts";

/** A day on which the town hall is open: Monday to Friday, no national holiday, not 29 December to 3 January. */
export function isWorkingDay(date: CivilDate): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const monthAndDay = date.slice(5);
  if (monthAndDay >= "12-29" || monthAndDay <= "01-03") return false;
  return !(date in holidays.holidays);
}

/** Working days that have passed since a day: the days after it up to and including the other. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(date)) count += 1;
  return count;
}
