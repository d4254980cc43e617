import { isWorkingDay } from "#app/domain/companies/working-days.rules.ts";
import { addDays, type CivilDate, jst } from "#app/platform/calendar.ts";
import type { Random } from "./random.ts";

/** 0 is Sunday, 6 Saturday. */
export function weekdayOf(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function daysBetween(first: CivilDate, last: CivilDate): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}

/** The day itself or the nearest earlier one of this weekday. */
export function onOrBefore(date: CivilDate, weekday: number): CivilDate {
  return addDays(date, -((weekdayOf(date) - weekday + 7) % 7));
}

/** The first day of this weekday on or after the date. */
export function onOrAfter(date: CivilDate, weekday: number): CivilDate {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7);
}

/** `count` working days before the date. */
export function workingDaysBefore(date: CivilDate, count: number): CivilDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, -1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The day itself, or the first working day after it. */
export function workingDayFrom(date: CivilDate): CivilDate {
  return isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1));
}

/** A working day between the two, both included. */
export function workingDayBetween(random: Random, first: CivilDate, last: CivilDate): CivilDate {
  const span = daysBetween(first, last);
  for (let tries = 0; tries < 50; tries++) {
    const day = addDays(first, random.int(0, span));
    if (isWorkingDay(day)) return day;
  }
  throw new Error(`no working day between ${first} and ${last}`);
}

/** A moment in the office hours of the day. */
export function officeHour(random: Random, date: CivilDate): Date {
  const minutes = random.int(9 * 60, 16 * 60 + 45);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return jst(date, time);
}

/** A civil day as the database keeps it: midnight UTC. */
export function dateColumn(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function minutesAfter(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * 60_000);
}

/** The first day of each month from the one to the other, both included; `2024-04` to `2025-01`. */
export function monthsBetween(first: string, last: string): CivilDate[] {
  const months: CivilDate[] = [];
  for (
    let at = new Date(`${first}-01T00:00:00Z`);
    at <= new Date(`${last}-01T00:00:00Z`);
    at.setUTCMonth(at.getUTCMonth() + 1)
  )
    months.push(at.toISOString().slice(0, 10));
  return months;
}

/** The last day of the month in which the date lies. */
export function lastDayOfMonth(date: CivilDate): CivilDate {
  const [year, month] = date.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
