import { type CivilDate, civilDateOf } from "../../platform/calendar.ts";
import { answerableUntil, type Quarter } from "../companies/freshness.rules.ts";

/** The last day on which the link of a quarter works: 30 days after the quarter's end, like the other quarterly mail. */
export function reportableUntil(quarter: Quarter): CivilDate {
  return answerableUntil(quarter);
}

/** True once the link of a quarter works no more. */
export function isQuestionOver(quarter: Quarter, now: Date): boolean {
  return civilDateOf(now) > reportableUntil(quarter);
}

/** 2026年10月〜12月 */
export function quarterMonths(quarter: Quarter): { year: number; from: number; to: number } {
  const [year, number] = quarter.split("-Q").map(Number) as [number, number];
  return { year, from: number * 3 - 2, to: number * 3 };
}
