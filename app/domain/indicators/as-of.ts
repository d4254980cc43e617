import { readDate } from "#app/domain/text/rules.ts";
import { type CivilDate, civilDateOf, endOfDay } from "#app/platform/calendar.ts";

export type AsOfProblem = "not-a-date" | "no-such-day" | "before-plan" | "in-future";
/** A plan that is over has no figures after its last day; visitors see what was released, and today. */
export type CutProblem = AsOfProblem | "after-plan" | "not-released";

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

/** What a reader chose: the day that figures are about and, for the past, the moment by which they were known. */
export type ChosenCut = {
  asOf: CivilDate;
  /** The day as addresses name it; `today` for the one that goes on. */
  address: string;
  asOfProblem: CutProblem | null;
  /** Null for everything that is known now. */
  knownOn: Date | null;
  /** The day or the instant as it stands in addresses; null for now. */
  known: string | null;
  knownProblem: CutProblem | null;
};

/**
 * Reads `?asOf=&knownOn=` tolerantly. "Known on" is a day in any usual notation (its last moment counts) or an instant
 * such as 2025-03-10T05:00:00Z, which a released sheet names. Without an as-of day a reader of the past gets the newest
 * sheet of that time.
 */
export function chooseCut(
  params: URLSearchParams,
  days: { first: CivilDate; last: CivilDate; today: CivilDate; fallback: CivilDate; now: Date },
): ChosenCut {
  const known = chooseKnownOn(params.get("knownOn"), days);
  const limit = days.last < days.today ? days.last : days.today;
  const newest = known.knownOn === null ? days.fallback : earlier(days.fallback, civilDateOf(known.knownOn));
  const fallback = earlier(newest, limit);
  const asked = params.get("asOf");
  const chosen = chooseAsOf(asked === "today" ? limit : asked, { ...days, fallback });
  const at = (asOf: CivilDate, asOfProblem: CutProblem | null) => ({
    ...known,
    asOf,
    address: asOf,
    asOfProblem,
  });
  return chosen.asOf > days.last ? at(fallback, "after-plan") : at(chosen.asOf, chosen.problem);
}

function chooseKnownOn(
  asked: string | null,
  { first, today, now }: { first: CivilDate; today: CivilDate; now: Date },
): Pick<ChosenCut, "knownOn" | "known" | "knownProblem"> {
  const instead = (knownProblem: CutProblem | null) => ({ knownOn: null, known: null, knownProblem });
  const text = asked?.trim().slice(0, 40) ?? "";
  if (text === "" || text === "today") return instead(null);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) {
    const instant = new Date(text);
    if (Number.isNaN(instant.getTime())) return instead("not-a-date");
    if (instant >= now) return instead(instant > now ? "in-future" : null);
    if (civilDateOf(instant) < first) return instead("before-plan");
    return { knownOn: instant, known: text, knownProblem: null };
  }
  const read = readDate(text);
  if (!read.ok) return instead(read.error);
  if (read.date < first) return instead("before-plan");
  if (read.date > today) return instead("in-future");
  if (read.date === today) return instead(null);
  return { knownOn: new Date(endOfDay(read.date).getTime() - 1), known: read.date, knownProblem: null };
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}
