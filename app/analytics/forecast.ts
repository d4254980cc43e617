import { type CivilDate, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import { type Forecast, forecastYearEnd, type PastYear } from "./forecast.rules.ts";
import type { Computed } from "./measure.ts";

/** More years than these say more about another time than about this one. */
const MOST_PAST_YEARS = 10;

/** What a forecast asks of a computed figure. */
export type CountedAt = Pick<Computed, "value" | "missing" | "timeNature">;

/**
 * The expected year-end figure of a measure as of a day, from the measure itself: its past years up to the same day of the
 * year and to their end. `since` is the first fiscal year whose figures can be compared (the last break of the series).
 * Null for a measure that is not a flow, and for an indicator without one.
 */
export function forecastOf(
  countAt: (asOf: CivilDate) => CountedAt | null,
  { asOf, since = -Infinity }: { asOf: CivilDate; since?: number },
): Forecast | null {
  const now = countAt(asOf);
  if (now === null || now.timeNature !== "flow") return null;
  const fiscalYear = fiscalYearOf(asOf);
  const past: PastYear[] = [];
  for (let year = fiscalYear - 1; year >= fiscalYear - MOST_PAST_YEARS && year >= since; year--) {
    const toDate = counted(countAt(sameDay(asOf, year)));
    const yearEnd = countAt(fiscalYearRange(year).last)?.value ?? null;
    if (yearEnd === null) break;
    if (toDate !== null) past.push({ fiscalYear: year, toDate, yearEnd });
  }
  const value = counted(now);
  return forecastYearEnd({ observed: value === null ? [] : [{ day: asOf, value }], past, cutOff: asOf });
}

/** Before the event of the year nothing can have been counted: that is a 0 here, whatever pages call it. */
function counted(figure: CountedAt | null): number | null {
  return figure?.missing === "not-due" ? 0 : (figure?.value ?? null);
}

/** The same day of another fiscal year; 29 February is 28 February in a year without it. */
function sameDay(day: CivilDate, fiscalYear: number): CivilDate {
  const [, month, date] = day.split("-") as [string, string, string];
  const year = Number(month) >= 4 ? fiscalYear : fiscalYear + 1;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${year}-${month}-${month === "02" && date === "29" && !isLeap ? "28" : date}`;
}
