import { civilDateOf } from "#app/platform/calendar.ts";
import { isReached } from "../indicators/rules.ts";
import type { PlanSheet } from "../indicators/sheet.ts";
import { workingIndicators } from "./plan-signals.ts";

/** What a plan for an event would bring: booths, people who come, calls at companies. */
export type EventAmounts = { booths?: number; people?: number; stops?: number };

/** What an indicator would be if the event went as planned. `before` is null while there is no figure; that is not 0. */
export type Effect = {
  indicatorId: string;
  name: string;
  unit: string;
  decimals: number;
  before: number | null;
  after: number;
  /** With its fiscal year, where it is not the sheet's own. */
  target: PlanSheet["planIndicators"][number]["target"];
  reached: boolean | null;
  /** The target is reached without the event already. */
  wasReached: boolean;
};

type Moved = { measureKey: string; of: keyof EventAmounts | "event" };

const MOVED: Readonly<Record<string, readonly Moved[]>> = {
  guidanceFair: [
    { measureKey: "fair-booths", of: "booths" },
    { measureKey: "fair-participants", of: "people" },
  ],
  informationFair: [
    { measureKey: "information-fairs-held", of: "event" },
    { measureKey: "information-fair-booths", of: "booths" },
    { measureKey: "information-fair-participants", of: "people" },
  ],
  companyVisit: [
    { measureKey: "company-visits-held", of: "event" },
    { measureKey: "company-visit-participants", of: "people" },
    { measureKey: "company-visit-stops", of: "stops" },
  ],
  discoveryFair: [{ measureKey: "discovery-fair-students", of: "people" }],
  visitTour: [{ measureKey: "visit-tour-participants", of: "people" }],
};

/** The fairs of these months are indicators of their own. */
const MONTHLY: Readonly<Record<number, string>> = { 3: "march", 6: "june" };

/** How much an event would add to which measures. */
export function movedMeasures(
  event: { kind: string; startsAt: Date },
  amounts: EventAmounts,
): { measureKey: string; amount: number }[] {
  const month = MONTHLY[Number(civilDateOf(event.startsAt).slice(5, 7))];
  const moved = MOVED[event.kind] ?? [];
  const ofMonth =
    event.kind === "guidanceFair" && month !== undefined
      ? moved.map(({ measureKey, of }) => ({ measureKey: `${month}-${measureKey}`, of }))
      : [];
  return [...ofMonth, ...moved].flatMap(({ measureKey, of }) => {
    const amount = of === "event" ? 1 : amounts[of];
    return amount === undefined || amount === 0 ? [] : [{ measureKey, amount }];
  });
}

/** Before → after → target of every indicator that a measure computes, if so much were added to it. */
export function effectOn(sheet: PlanSheet, measureKey: string, amount: number): Effect[] {
  return workingIndicators(sheet)
    .filter(({ indicator }) => indicator.measureKey === measureKey)
    .map(({ indicator: { id, name, unit, decimals, direction, actual, target } }) => {
      const after = (actual.value ?? 0) + amount;
      const compare = (value: number | null) =>
        isReached({ direction, actual: value, target: target?.value ?? null });
      return {
        indicatorId: id,
        name,
        unit,
        decimals,
        before: actual.value,
        after,
        target,
        reached: compare(after),
        wasReached: compare(actual.value) === true,
      };
    });
}
