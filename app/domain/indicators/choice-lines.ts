import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { publicWords as words } from "#app/locales/ja/indicators-public.ts";
import { civilDateOf, endOfDay } from "#app/platform/calendar.ts";
import type { ChosenPlan } from "./chosen-plan.server.ts";
import { newestFirst, type PublicCut } from "./public-cut.ts";
import type { PlanChoice } from "./plans.store.server.ts";

type Named = Pick<PublicCut, "address" | "known">;

/**
 * The chosen day and moment of knowing in words, and what else can be chosen. `pageOf` is the address of the same page for
 * another day and moment.
 */
export function choiceView(
  { cut, days, plan, isStaff, choice, limits, steps }: ChosenPlan,
  pageOf: (named: Named) => string,
) {
  const { asOf, asOfProblem, known, knownProblem, released } = cut;
  const limit = { people: limits.minimumPeople, companies: limits.minimumCompanies };
  return {
    asOf,
    asOfProblem,
    known,
    knownProblem,
    ...days,
    past: pastOf(cut, pageOf),
    state: released
      ? words.sameAsPapers(released.fiscalYear, released.version, civilDateOf(released.publishedAt))
      : steps && choice.isOwn
        ? words.runningState(limit)
        : null,
    isRunning: steps !== undefined,
    /** The states to choose from; null for staff, who type any day. */
    offered: isStaff ? null : offeredStates({ cut, days, plan }, pageOf),
  };
}

function pastOf(cut: PublicCut, pageOf: (named: Named) => string) {
  const { asOf, knownOn, known, released } = cut;
  if (knownOn === null || known === null) return null;
  const presentTo = pageOf({ address: cut.address, known: null });
  if (released)
    return {
      title: words.oldVersion(released.fiscalYear, released.version),
      text: words.oldVersionText,
      isBefore: false,
      presentTo,
      presentLabel: words.toNewestVersion,
    };
  return {
    title: pastTitle(knownOn),
    text: words.pastText,
    isBefore: knownOn.getTime() + 1 < endOfDay(asOf).getTime(),
    presentTo,
    presentLabel: words.toPresent,
  };
}

/** Every released state, the newest first, and behind them the day that goes on. */
function offeredStates(
  { cut, days, plan }: Pick<ChosenPlan, "cut" | "days" | "plan">,
  pageOf: (named: Named) => string,
): { to: string; label: string; isShown: boolean }[] {
  const states = newestFirst(plan.releases);
  const released = states.map((state) => {
    const isNewest = states.find(({ asOf }) => asOf === state.asOf) === state;
    return {
      to: pageOf({ address: state.asOf, known: isNewest ? null : state.knownOn.toISOString() }),
      label: words.releasedState(state, civilDateOf(state.publishedAt)),
      isShown: cut.released === state,
    };
  });
  const first = plan.dates.released;
  const running =
    states.length > 0 || first >= days.last
      ? []
      : [
          {
            to: pageOf({ address: first, known: null }),
            label: indicatorWords.asOf(first),
            isShown: cut.released === null && cut.asOf === first,
          },
        ];
  const today = {
    to: pageOf({ address: "today", known: null }),
    label: indicatorWords.latest,
    isShown: cut.released === null && cut.asOf === days.last,
  };
  return [...released, ...running, today];
}

/** 令和7年3月10日時点で分かっていた内容; with the time for a moment within a day. */
function pastTitle(knownOn: Date): string {
  const day = civilDateOf(knownOn);
  const isWholeDay = knownOn.getTime() + 1 === endOfDay(day).getTime();
  return isWholeDay ? words.pastTitle(day) : words.pastAt(day, knownOn);
}

/** The plans to choose from, the town's own first. */
export function planOptions(plans: readonly PlanChoice[]): { value: string; label: string }[] {
  return plans.map(({ id, title, areaName, isOwn }) => ({
    value: id,
    label: isOwn ? words.ownPlan(title) : words.otherPlan(title, areaName),
  }));
}
