import { readDate } from "#app/domain/text/rules.ts";
import type { CivilDate } from "#app/platform/calendar.ts";

export type AsOfProblem = "not-a-date" | "no-such-day" | "before-plan" | "in-future";

/**
 * The as-of day that a reader asked for in the address: a date in any usual notation, `today`, or nothing for the newest
 * released sheet. What cannot be shown gives the fallback and the reason.
 */
export function chooseAsOf(
  asked: string | null,
  days: { first: CivilDate; today: CivilDate; fallback: CivilDate },
): { asOf: CivilDate; problem: AsOfProblem | null } {
  const instead = (problem: AsOfProblem | null) => ({ asOf: days.fallback, problem });
  if (asked === null || asked.trim() === "") return instead(null);
  if (asked === "today") return { asOf: days.today, problem: null };
  const read = readDate(asked.slice(0, 40));
  if (!read.ok) return instead(read.error);
  if (read.date < days.first) return instead("before-plan");
  if (read.date > days.today) return instead("in-future");
  return { asOf: read.date, problem: null };
}
