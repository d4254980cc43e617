/**
 * Civil dates, fiscal years and era names. Everything that people read is in Japan Standard Time, which has had a fixed
 * offset of nine hours since 1951, so a civil date is the UTC date of the instant moved by nine hours.
 */
const JST_OFFSET_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A day in JST, `YYYY-MM-DD`. */
export type CivilDate = string;

/** The day in JST on which the instant falls. */
export function civilDateOf(instant: Date): CivilDate {
  return new Date(instant.getTime() + JST_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant of a wall clock time in JST, for example `jst("2025-01-31", "14:30")`. */
export function jst(date: CivilDate, time = "00:00"): Date {
  return new Date(`${date}T${time.length === 5 ? `${time}:00` : time}+09:00`);
}

/** The first instant after the day: facts up to and including the day are those before it. */
export function endOfDay(date: CivilDate): Date {
  return new Date(jst(date).getTime() + DAY_MS);
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** True for a day that exists, written `YYYY-MM-DD`; 2025-02-30 does not exist. */
export function isCivilDate(text: string): text is CivilDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** 年度: the year in which the April before (or in) the day falls. */
export function fiscalYearOf(at: Date | CivilDate): number {
  const date = typeof at === "string" ? at : civilDateOf(at);
  const [year, month] = date.split("-").map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
}

/** The first and the last day of a fiscal year. */
export function fiscalYearRange(fiscalYear: number): { first: CivilDate; last: CivilDate } {
  return { first: `${fiscalYear}-04-01`, last: `${fiscalYear + 1}-03-31` };
}

const eraYear = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  era: "long",
  year: "numeric",
  timeZone: "Asia/Tokyo",
});
const WEEKDAYS = "日月火水木金土";

// Intl takes some 50 µs for a date and a page shows a hundred; the same days come up again and again.
const eraYears = new Map<CivilDate, string>();
const MOST_ERA_YEARS = 5000;

/** 令和7年 for an instant or a civil date (令和元年 for the first year). */
export function eraYearOf(at: Date | CivilDate): string {
  const date = typeof at === "string" ? at : civilDateOf(at);
  const known = eraYears.get(date);
  if (known !== undefined) return known;
  if (eraYears.size >= MOST_ERA_YEARS) eraYears.clear();
  const words = eraYear.format(jst(date, "12:00"));
  eraYears.set(date, words);
  return words;
}

function weekdayOf(date: CivilDate): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
}

/** 令和6年度. The year in which an era begins takes the new era's name (2019 is 令和元年度), as public documents do. */
export function fiscalYearLabel(fiscalYear: number): string {
  return `${eraYearOf(`${fiscalYear}-05-01`)}度`;
}

/** 令和7年1月31日(金) with the western year: 2025年(令和7年)1月31日(金). */
export function longDate(at: Date | CivilDate): string {
  const date = typeof at === "string" ? at : civilDateOf(at);
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return `${year}年(${eraYearOf(date)})${month}月${day}日(${weekdayOf(date)})`;
}

/** 2025年1月31日: where there is little room. */
export function plainDate(date: CivilDate): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return `${year}年${month}月${day}日`;
}

/** 1月31日(金) */
export function shortDate(at: Date | CivilDate): string {
  const date = typeof at === "string" ? at : civilDateOf(at);
  const [, month, day] = date.split("-").map(Number) as [number, number, number];
  return `${month}月${day}日(${weekdayOf(date)})`;
}

/** 14:30 */
export function timeOf(instant: Date): string {
  const wall = new Date(instant.getTime() + JST_OFFSET_MS);
  return `${wall.getUTCHours()}:${String(wall.getUTCMinutes()).padStart(2, "0")}`;
}

/** 2025年(令和7年)1月31日(金) 13:00〜15:30; both days are named when the span crosses midnight. */
export function dateTimeSpan(start: Date, end: Date): string {
  const sameDay = civilDateOf(start) === civilDateOf(end);
  const tail = sameDay ? timeOf(end) : `${shortDate(end)} ${timeOf(end)}`;
  return `${longDate(start)} ${timeOf(start)}〜${tail}`;
}
