import { newestClosedClass } from "#app/analytics/retention.rules.ts";
import { addDays, type CivilDate, endOfDay } from "#app/platform/calendar.ts";
import { addMonths } from "#app/analytics/months.ts";
import type { Cut } from "./plan.rules.ts";
import { newestFirst, type ReleasedState } from "./public-cut.ts";

/** The released days to choose from, the newest first; each by its newest version. */
export function releasedDays(releases: readonly ReleasedState[]): ReleasedState[] {
  const states = newestFirst(releases);
  return states.filter((state, at) => states.findIndex(({ asOf }) => asOf === state.asOf) === at);
}

/** The state that `?asOf=` names, or the newest one; null before the first release. */
export function chooseState(
  releases: readonly ReleasedState[],
  asked: string | null,
): { state: ReleasedState | null; isUnknown: boolean } {
  const days = releasedDays(releases);
  const wanted = asked?.trim() ?? "";
  const found = days.find(({ asOf }) => asOf === wanted);
  return { state: found ?? days[0] ?? null, isUnknown: wanted !== "" && !found };
}

/** The versions of a state's day up to it, the oldest first. */
export function versionsOf(releases: readonly ReleasedState[], state: ReleasedState): ReleasedState[] {
  return newestFirst(releases)
    .filter(({ asOf, version }) => asOf === state.asOf && version <= state.version)
    .toReversed();
}

/**
 * When the public figure of a class is settled: as of the end of the month in which it has been at work for so long, as
 * known a month later. Employers have answered by then, and as it never changes no two looks differ by one person.
 */
export function settledCut(graduationYear: number, months: number): Cut {
  const firstOfMonth = addMonths(`${graduationYear}-04-01`, months);
  const asOf = addDays(addMonths(firstOfMonth, 1), -1);
  return { asOf, knownOn: lastMoment(addDays(addMonths(firstOfMonth, 2), -1)) };
}

function lastMoment(day: CivilDate): Date {
  return new Date(endOfDay(day).getTime() - 1);
}

/** The classes of which something may be settled by now, the newest first. */
export function classesUpTo(today: CivilDate, count: number): number[] {
  const newest = newestClosedClass(today, 6);
  return Array.from({ length: count }, (_, at) => newest - at);
}

/** The cut of the yearly estimate: the newest 30 April that is settled. */
export function estimateCut(now: Date, today: CivilDate): Cut {
  const year = newestClosedClass(today, 12);
  const cut = settledCut(year, 12);
  return cut.knownOn <= now ? cut : settledCut(year - 1, 12);
}
