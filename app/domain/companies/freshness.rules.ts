import { addDays, type CivilDate, civilDateOf, jst } from "#app/platform/calendar.ts";

/** Days in JST after which a confirmation is old: then the page says so, then the company leaves search. */
export const AMBER_AFTER_DAYS = 90;
export const HIDDEN_AFTER_DAYS = 180;

export type Freshness = "fresh" | "amber" | "hidden";

/** The moments at which somebody vouched for the published facts. */
export type Vouched = {
  /** The answer to a question, or the telephone. */
  confirmedAt: Date | null;
  firstPublishedAt: Date | null;
  /** When the company sent in the published revision. */
  submittedAt: Date | null;
};

/** The last of them; null when nobody ever did. */
export function lastConfirmedAt(vouched: Vouched): Date | null {
  const moments = Object.values(vouched).filter((moment) => moment !== null);
  return moments.length === 0 ? null : new Date(Math.max(...moments.map((moment) => moment.getTime())));
}

/** Whole days in JST from the confirmation to now. */
export function daysSinceConfirmation(confirmedAt: Date, now: Date): number {
  return Math.round((Date.parse(civilDateOf(now)) - Date.parse(civilDateOf(confirmedAt))) / 86_400_000);
}

/** amber from the 90th day after the confirmation, hidden from the 180th; the days change at midnight in Japan. */
export function freshnessOf(confirmedAt: Date | null, now: Date): Freshness {
  if (confirmedAt === null) return "hidden";
  const days = daysSinceConfirmation(confirmedAt, now);
  return days >= HIDDEN_AFTER_DAYS ? "hidden" : days >= AMBER_AFTER_DAYS ? "amber" : "fresh";
}

/** The first moment whose confirmation keeps a company in search today. */
export function searchableSince(now: Date): Date {
  return jst(addDays(civilDateOf(now), 1 - HIDDEN_AFTER_DAYS));
}

/** The first moment whose confirmation is fresh today. */
export function freshSince(now: Date): Date {
  return jst(addDays(civilDateOf(now), 1 - AMBER_AFTER_DAYS));
}

/** The day on which a company leaves search when nobody confirms its facts before. */
export function leavesSearchOn(confirmedAt: Date): CivilDate {
  return addDays(civilDateOf(confirmedAt), HIDDEN_AFTER_DAYS);
}

/** Companies that somebody vouched for since a moment, as a condition of the database. */
export function confirmedSince(since: Date) {
  return {
    OR: [
      { confirmedAt: { gte: since } },
      { firstPublishedAt: { gte: since } },
      { publishedRevision: { submittedAt: { gte: since } } },
    ],
  };
}

/** Companies that nobody vouched for since a moment. */
export function notConfirmedSince(since: Date) {
  return {
    AND: [
      { OR: [{ confirmedAt: null }, { confirmedAt: { lt: since } }] },
      { OR: [{ firstPublishedAt: null }, { firstPublishedAt: { lt: since } }] },
      { publishedRevision: { OR: [{ submittedAt: null }, { submittedAt: { lt: since } }] } },
    ],
  };
}

/** A quarter of the calendar year in JST, `2026-Q4`. */
export type Quarter = string;

export function quarterOf(now: Date): Quarter {
  const [year, month] = civilDateOf(now).split("-") as [string, string];
  return `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The first day of a quarter. */
export function quarterStart(quarter: Quarter): CivilDate {
  const [year, number] = quarter.split("-Q") as [string, string];
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, "0")}-01`;
}

const DAYS_AFTER_QUARTER = 30;

/** The last day on which the question of a quarter can be answered: 30 days after the quarter's end. */
export function answerableUntil(quarter: Quarter): CivilDate {
  const [year, number] = quarter.split("-Q").map(Number) as [number, number];
  const next = number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`;
  return addDays(quarterStart(next), DAYS_AFTER_QUARTER - 1);
}

/** What a company answers. */
export const FRESHNESS_ANSWERS = ["still-true", "needs-change"] as const;
export type FreshnessAnswer = (typeof FRESHNESS_ANSWERS)[number];
