import { jst } from "#app/platform/calendar.ts";

const YEAR_MS = 365.2425 * 24 * 60 * 60 * 1000;
const beginnings = new Map<number, number>();

/** 年度 of an instant, as `fiscalYearOf` says it, without a date and a text in between: it is asked for every single fact. */
export function fiscalYearOfInstant(instant: Date): number {
  const time = instant.getTime();
  const year = 1970 + Math.floor(time / YEAR_MS);
  return time >= beginningOf(year) ? (time >= beginningOf(year + 1) ? year + 1 : year) : year - 1;
}

function beginningOf(fiscalYear: number): number {
  const known = beginnings.get(fiscalYear);
  if (known !== undefined) return known;
  const beginning = jst(`${String(fiscalYear).padStart(4, "0")}-04-01`).getTime();
  beginnings.set(fiscalYear, beginning);
  return beginning;
}
