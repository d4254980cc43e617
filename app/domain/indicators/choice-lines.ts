import { publicWords as words } from "#app/locales/ja/indicators-public.ts";
import { civilDateOf, endOfDay } from "#app/platform/calendar.ts";
import type { ChosenCut } from "./as-of.ts";
import type { PlanChoice } from "./plans.store.server.ts";

/** The chosen day and moment of knowing in words; `presentTo` is the same page as known now. */
export function choiceView(cut: ChosenCut, days: { first: string; last: string }, presentTo: string) {
  const { asOf, asOfProblem, knownOn, known, knownProblem } = cut;
  return {
    asOf,
    asOfProblem,
    known,
    knownProblem,
    ...days,
    past:
      knownOn === null
        ? null
        : {
            title: pastTitle(knownOn),
            isBefore: knownOn.getTime() + 1 < endOfDay(asOf).getTime(),
            presentTo,
          },
  };
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
