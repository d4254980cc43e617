import { fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { DisclosurePolicy } from "../disclosure/rules.ts";
import { readDisclosurePolicy } from "../disclosure/policy.store.server.ts";
import { publicSheet } from "./public-figures.ts";
import type { PlanSheet } from "./sheet.ts";
import { type ChosenCut, chooseCut } from "./as-of.ts";
import { cutQuery } from "./lines.ts";
import { findPlanOfIndicator, listPlans, type PlanChoice } from "./plans.store.server.ts";
import { type OpenPlan, openPlan } from "./store.server.ts";

type Reader = Pick<Town, "database" | "clock">;

/** A plan, the day and the moment of knowing that a reader chose in the address, ready to be asked. */
export type ChosenPlan = {
  plan: OpenPlan;
  choice: PlanChoice;
  plans: PlanChoice[];
  /** True when the address names a plan that there is not; the town's own is shown. */
  isPlanUnknown: boolean;
  cut: ChosenCut;
  days: { first: string; last: string };
  /** The sheet as the public may see it today, drawn up when somebody asks. */
  readonly sheet: PlanSheet;
  limits: DisclosurePolicy;
};

/** Opens what `?plan=&asOf=&knownOn=` asks for, tolerantly; null when the town has no plan at all. */
export async function openChosenPlan(town: Reader, params: URLSearchParams): Promise<ChosenPlan | null> {
  const plans = await listPlans(town);
  const asked = params.get("plan")?.trim() ?? "";
  const found = plans.find(({ id }) => id === asked);
  const choice = found ?? plans[0];
  if (!choice) return null;
  return open(town, { plans, choice, params, isPlanUnknown: asked !== "" && !found });
}

/** Opens the plan of an indicator; null for an unknown indicator. */
export async function openPlanOfIndicator(
  town: Reader,
  { indicatorId, params }: { indicatorId: string; params: URLSearchParams },
): Promise<ChosenPlan | null> {
  const [planId, plans] = await Promise.all([findPlanOfIndicator(town, { indicatorId }), listPlans(town)]);
  const choice = plans.find(({ id }) => id === planId);
  return choice ? open(town, { plans, choice, params, isPlanUnknown: false }) : null;
}

async function open(
  town: Reader,
  { params, ...chosen }: Pick<ChosenPlan, "plans" | "choice" | "isPlanUnknown"> & { params: URLSearchParams },
): Promise<ChosenPlan | null> {
  const { choice } = chosen;
  // The town's own plan is opened without its id, as every other page opens it.
  const [plan, limits] = await Promise.all([
    openPlan(town, choice.isOwn ? {} : { planId: choice.id }),
    readDisclosurePolicy(town),
  ]);
  if (!plan) return null;
  const now = town.clock.now();
  const end = fiscalYearRange(choice.lastFiscalYear).last;
  const { first, today, released } = plan.dates;
  const cut = chooseCut(params, { first, last: end, today, fallback: released, now });
  return {
    ...chosen,
    plan,
    cut,
    limits,
    days: { first, last: end < today ? end : today },
    get sheet() {
      return publicSheet(plan.sheet(cut.asOf, cut.knownOn ?? undefined), limits);
    },
  };
}

/** The query string that keeps plan, day and moment of knowing. */
export function chosenQuery({ choice, cut }: Pick<ChosenPlan, "choice" | "cut">): string {
  const query = cutQuery(cut.asOf, cut.known);
  return choice.isOwn ? query : `${query}&plan=${encodeURIComponent(choice.id)}`;
}
