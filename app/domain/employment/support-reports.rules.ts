import { type CivilDate, fiscalYearRange } from "../../platform/calendar.ts";
import { PROGRAMMES, type Programme } from "./rules.ts";

/** Days after a month's end by which its report is due: programmes report by the tenth. */
export const REPORT_DUE_DAYS = 10;

/** The months (`2026-04`) of a fiscal year that are over on the day. */
export function monthsOver(fiscalYear: number, today: CivilDate): string[] {
  const { first } = fiscalYearRange(fiscalYear);
  const months: string[] = [];
  for (let at = 0; at < 12; at++) {
    const [year, month] = first.split("-").map(Number) as [number, number];
    const day = new Date(Date.UTC(year, month - 1 + at, 1)).toISOString();
    if (lastDayOf(day.slice(0, 7)) < today) months.push(day.slice(0, 7));
  }
  return months;
}

export function lastDayOf(month: string): CivilDate {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** The months of each programme that are over and have no report. A report can cover the month before it: staff see which. */
export function missingMonths(
  fiscalYear: number,
  today: CivilDate,
  reported: readonly { programme: Programme; month: string }[],
): Record<Programme, string[]> {
  const known = new Set(reported.map(({ programme, month }) => `${programme} ${month}`));
  const missing = (programme: Programme) =>
    monthsOver(fiscalYear, today).filter((month) => !known.has(`${programme} ${month}`));
  return Object.fromEntries(PROGRAMMES.map((programme) => [programme, missing(programme)])) as Record<
    Programme,
    string[]
  >;
}
