import { type CivilDate, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";

/** A cumulative figure of the running year: what had been counted since 1 April at the end of the day. */
export type CumulativeFigure = { day: CivilDate; value: number };

/** A year that is over: what had been counted at the end of the same day of the year, and at its end. */
export type PastYear = { fiscalYear: number; toDate: number; yearEnd: number };

/** remaining: as much is added as in the rest of past years. pace: the rest grows with this year's level so far. */
export type ForecastMethod = "remaining" | "pace";

/** What the same method said of last year at the same day, beside what came. `error` is expected − actual. */
export type ForecastError = { fiscalYear: number; expected: number; actual: number; error: number };

/** Why nothing is said about the year's end; then pages show the pace line only. */
export type NoForecast = "no-observation" | "too-few-years" | "year-is-over" | "not-cumulative";

export type Forecast =
  | {
      ok: true;
      expected: number;
      low: number;
      high: number;
      /** The share of years in which the figure ends between `low` and `high`. */
      level: 0.8;
      method: ForecastMethod;
      cutOff: CivilDate;
      pastYears: number[];
      /** Null while there are not two years before the last one. */
      lastYearError: ForecastError | null;
    }
  | { ok: false; reason: NoForecast };

const FEWEST_YEARS = 2;

/** 90 % points of Student's t for 1, 2, … degrees of freedom: 10 % lie above, 10 % below the negative. */
const T_90 = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372];
const NORMAL_90 = 1.282;

/** On the scale of square roots a count of independent single people has this variance, whatever its size. */
const LEAST_VARIANCE = 0.25;
const SHIFT = 0.375;

/**
 * Where a flow will stand at the end of the fiscal year, with the interval in which it ends in four years of five. Only
 * from at least two past years, and never below what has been counted.
 */
export function forecastYearEnd({
  observed,
  past,
  cutOff,
}: {
  observed: readonly CumulativeFigure[];
  past: readonly PastYear[];
  cutOff: CivilDate;
}): Forecast {
  const { first, last } = fiscalYearRange(fiscalYearOf(cutOff));
  const figures = observed
    .filter(({ day }) => day >= first && day <= cutOff)
    .toSorted((a, b) => a.day.localeCompare(b.day));
  const none = (reason: NoForecast): Forecast => ({ ok: false, reason });
  if (cutOff >= last) return none("year-is-over");
  const toDate = figures.at(-1)?.value;
  if (toDate === undefined) return none("no-observation");
  const falls = figures.some(({ value }, at) => at > 0 && value < figures[at - 1]!.value);
  if (falls || toDate < 0 || past.some((year) => year.toDate < 0 || year.yearEnd < year.toDate))
    return none("not-cumulative");
  const years = past.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  if (years.length < FEWEST_YEARS) return none("too-few-years");
  return {
    ok: true,
    ...predict(toDate, years),
    level: 0.8,
    cutOff,
    pastYears: years.map(({ fiscalYear }) => fiscalYear),
    lastYearError: errorOfLastYear(years),
  };
}

function errorOfLastYear(years: readonly PastYear[]): ForecastError | null {
  const before = years.slice(0, -1);
  const last = years.at(-1)!;
  if (before.length < FEWEST_YEARS) return null;
  const { expected } = predict(last.toDate, before);
  return { fiscalYear: last.fiscalYear, expected, actual: last.yearEnd, error: expected - last.yearEnd };
}

type Prediction = { expected: number; low: number; high: number; method: ForecastMethod };

function predict(toDate: number, years: readonly PastYear[]): Prediction {
  const method = chooseMethod(years);
  const rests = years.map((year) => {
    const rest = year.yearEnd - year.toDate;
    return method === "pace" ? (rest / year.toDate) * toDate : rest;
  });
  const { middle, low, high } = rests.every((rest) => rest === 0)
    ? { middle: 0, low: 0, high: mostAfterNothing(rests.length) }
    : spread(rests);
  const isWhole = [toDate, ...years.flatMap((year) => [year.toDate, year.yearEnd])].every(Number.isInteger);
  const round = (value: number, how: (value: number) => number) => (isWhole ? how(value) : value);
  return {
    method,
    expected: round(toDate + middle, Math.round),
    low: round(toDate + low, Math.floor),
    high: round(toDate + high, Math.ceil),
  };
}

/**
 * The rest of the year follows its beginning when past years say so clearly: in proportion to what had been counted, their
 * rests must vary less than half as much as they are. It takes three years to see that.
 */
function chooseMethod(years: readonly PastYear[]): ForecastMethod {
  if (years.length < 3 || years.some(({ toDate }) => toDate === 0)) return "remaining";
  const rests = years.map(({ toDate, yearEnd }) => yearEnd - toDate);
  const mean = average(years.map(({ toDate }) => toDate));
  const inProportion = years.map(({ toDate, yearEnd }) => ((yearEnd - toDate) / toDate) * mean);
  return variance(inProportion.map(toRoot)) < variance(rests.map(toRoot)) / 2 ? "pace" : "remaining";
}

/** The middle and the interval for one more year like these: Student's t on the scale of square roots. */
function spread(rests: readonly number[]): { middle: number; low: number; high: number } {
  const roots = rests.map(toRoot);
  const middle = average(roots);
  const points = T_90[roots.length - 2] ?? NORMAL_90;
  const half = points * Math.sqrt(Math.max(variance(roots), LEAST_VARIANCE) * (1 + 1 / roots.length));
  return {
    middle: average(rests),
    low: middle > half ? Math.max(0, (middle - half) ** 2 - SHIFT) : 0,
    high: (middle + half) ** 2 - SHIFT,
  };
}

/**
 * The most that one expects of a rest when there was none in so many past years: the 90 % point of a count whose mean is
 * only known from these years (Jeffreys' prior).
 */
function mostAfterNothing(years: number): number {
  let share = (years / (years + 1)) ** 0.5;
  let sum = share;
  let most = 0;
  while (sum < 0.9) {
    share *= (0.5 + most) / ((most + 1) * (years + 1));
    most++;
    sum += share;
  }
  return most;
}

function toRoot(rest: number): number {
  return Math.sqrt(rest + SHIFT);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const mean = average(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
