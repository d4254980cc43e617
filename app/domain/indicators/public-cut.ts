import type { CivilDate } from "#app/platform/calendar.ts";
import { type ChosenCut, chooseCut } from "./as-of.ts";

/** A state of the plan that its papers made public: the day they are about, and what was known when they were drawn up. */
export type ReleasedState = {
  fiscalYear: number;
  version: number;
  asOf: CivilDate;
  knownOn: Date;
  publishedAt: Date;
  /** The figures that these papers keep back (`heldBack`). */
  hidden: ReadonlySet<string>;
};

/** Which figure of an indicator a paper keeps back. */
export type HeldBackPart = "current" | "previous" | "baseline";

/** The name of a figure that a paper keeps back. */
export function heldBack(indicatorId: string, part: HeldBackPart): string {
  return `${indicatorId} ${part}`;
}

/** The figure of a paper's column; whatever is not about another time is about the paper's own. */
export function partOfColumn(column: string): HeldBackPart {
  return column === "previous" || column === "baseline" ? column : "current";
}

/** What a visitor sees: a released state, or with `released` null the figures of a day as they stand now. */
export type PublicCut = ChosenCut & { released: ReleasedState | null };

type Days = { first: CivilDate; last: CivilDate; today: CivilDate; fallback: CivilDate; now: Date };

/** The states that were released, the newest day first, and of one day the newest version first. */
export function newestFirst(releases: readonly ReleasedState[]): ReleasedState[] {
  return releases.toSorted((a, b) => b.asOf.localeCompare(a.asOf) || b.version - a.version);
}

/**
 * Reads `?asOf=&knownOn=` for somebody who is not staff: a released state, or today. With free days the difference of two
 * of them would tell of single people (decision 027). Any other day gives the fallback and says so.
 */
export function choosePublicCut(
  params: URLSearchParams,
  { releases, ...days }: Days & { releases: readonly ReleasedState[] },
): PublicCut {
  const asked = chooseCut(params, days);
  const states = newestFirst(releases);
  const show = (state: ReleasedState | undefined, problems: Partial<ChosenCut> = {}) => {
    if (!state) return running(days.fallback, asked, problems);
    const isNewest = states.find(({ asOf }) => asOf === state.asOf) === state;
    return {
      ...asked,
      asOf: state.asOf,
      address: state.asOf,
      knownOn: state.knownOn,
      known: isNewest ? null : state.knownOn.toISOString(),
      ...problems,
      released: state,
    };
  };
  if (asked.asOfProblem !== null || asked.knownProblem !== null) return show(states[0]);
  const isDayAsked = (params.get("asOf") ?? "").trim() !== "";
  const { knownOn } = asked;
  const wasKnown = (state: ReleasedState) => knownOn === null || state.knownOn <= knownOn;
  const found = states.find((state) => wasKnown(state) && (!isDayAsked || state.asOf === asked.asOf));
  if (found) return show(found);
  if (knownOn !== null) return show(states[0], { knownProblem: "not-released" });
  const limit = days.last < days.today ? days.last : days.today;
  if (asked.asOf === limit) return running(limit, asked, { address: "today" });
  if (states.length === 0 && asked.asOf === days.fallback) return running(days.fallback, asked);
  return show(states[0], { asOfProblem: "not-released" });
}

function running(asOf: CivilDate, asked: ChosenCut, more: Partial<ChosenCut> = {}): PublicCut {
  return { ...asked, asOf, address: asOf, knownOn: null, known: null, ...more, released: null };
}
