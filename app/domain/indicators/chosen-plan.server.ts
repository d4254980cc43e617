import { fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { DisclosurePolicy } from "../disclosure/rules.ts";
import { readDisclosurePolicy } from "../disclosure/policy.store.server.ts";
import { hiddenInVersions, publicSheet } from "./public-figures.ts";
import type { PlanSheet } from "./sheet.ts";
import { chooseCut } from "./as-of.ts";
import { cutQuery } from "./lines.ts";
import { choosePublicCut, type PublicCut } from "./public-cut.ts";
import { findPlanOfIndicator, listPlans, type PlanChoice } from "./plans.store.server.ts";
import { type OpenPlan, openPlan } from "./store.server.ts";

type Reader = Pick<Town, "database" | "clock">;
/** Staff choose any day and any moment of knowing, others what was released, or today. */
type Asked = { params: URLSearchParams; isStaff: boolean };

/** A plan, the day and the moment of knowing that a reader chose in the address, ready to be asked. */
export type ChosenPlan = {
  plan: OpenPlan;
  choice: PlanChoice;
  plans: PlanChoice[];
  /** True when the address names a plan that there is not; the town's own is shown. */
  isPlanUnknown: boolean;
  cut: PublicCut;
  days: { first: string; last: string };
  /** The sheet as the public may see it today, drawn up when somebody asks. */
  readonly sheet: PlanSheet;
  limits: DisclosurePolicy;
  /** In steps of these limits: what a visitor may see of figures that no paper shows yet. Undefined for exact figures. */
  steps: DisclosurePolicy | undefined;
  isStaff: boolean;
};

/** Opens what `?plan=&asOf=&knownOn=` asks for, tolerantly; null when the town has no plan at all. */
export async function openChosenPlan(town: Reader, { params, isStaff }: Asked): Promise<ChosenPlan | null> {
  const plans = await listPlans(town);
  const asked = params.get("plan")?.trim() ?? "";
  const found = plans.find(({ id }) => id === asked);
  const choice = found ?? plans[0];
  if (!choice) return null;
  return open(town, { plans, choice, params, isStaff, isPlanUnknown: asked !== "" && !found });
}

/** Opens the plan of an indicator; null for an unknown indicator. */
export async function openPlanOfIndicator(
  town: Reader,
  { indicatorId, ...asked }: Asked & { indicatorId: string },
): Promise<ChosenPlan | null> {
  const [planId, plans] = await Promise.all([findPlanOfIndicator(town, { indicatorId }), listPlans(town)]);
  const choice = plans.find(({ id }) => id === planId);
  return choice ? open(town, { plans, choice, ...asked, isPlanUnknown: false }) : null;
}

async function open(
  town: Reader,
  { params, isStaff, ...chosen }: Pick<ChosenPlan, "plans" | "choice" | "isPlanUnknown"> & Asked,
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
  const limitsOfDays = { first, last: end, today, fallback: released, now };
  const cut: PublicCut = isStaff
    ? { ...chooseCut(params, limitsOfDays), released: null }
    : choosePublicCut(params, { ...limitsOfDays, releases: plan.releases });
  const steps = isStaff || cut.released ? undefined : limits;
  return {
    ...chosen,
    plan,
    cut,
    limits,
    steps,
    isStaff,
    days: { first, last: end < today ? end : today },
    get sheet() {
      return publicSheet(plan.sheet(cut.asOf, cut.knownOn ?? undefined, steps), limits, cut.released);
    },
  };
}

/** The cells of an indicator's breakdowns that the versions before the shown one hide. */
export function hiddenBeforeOf({ cut, plan, limits }: ChosenPlan, indicatorId: string): ReadonlySet<string> {
  const earlier = plan.releases
    .filter(({ asOf, version }) => cut.released?.asOf === asOf && version < cut.released.version)
    .toSorted((a, b) => a.version - b.version);
  return hiddenInVersions(
    earlier.map(({ asOf, knownOn }) => plan.indicator(indicatorId, asOf, knownOn)?.computed ?? null),
    limits,
  );
}

/**
 * Opens the plan that a page of the staff is about: of the indicator in the address (`enter`), otherwise the one that it
 * names (`plan`), otherwise the town's own; null when the town has no plan.
 */
export async function openStaffPlan(town: Reader, query: URLSearchParams) {
  const plans = await listPlans(town);
  const indicatorId = query.get("enter") ?? "";
  const planId = indicatorId === "" ? null : await findPlanOfIndicator(town, { indicatorId });
  const choice = plans.find(({ id }) => id === (planId ?? query.get("plan"))) ?? plans[0];
  const plan = choice && (await openPlan(town, choice.isOwn ? {} : { planId: choice.id }));
  if (!choice || !plan) return null;
  const { first, today } = plan.dates;
  const last = fiscalYearRange(choice.lastFiscalYear).last;
  const day = today < first ? first : today > last ? last : today;
  // What begins in a later year is there on the plan's last day: its baseline is entered before.
  const detail = plan.indicator(indicatorId, day) ?? plan.indicator(indicatorId, last);
  return { plan, choice, plans, day, detail };
}

/** The query string that keeps plan, day and moment of knowing. */
export function chosenQuery({ choice, cut }: Pick<ChosenPlan, "choice" | "cut">): string {
  const query = cutQuery(cut.address, cut.known);
  return choice.isOwn ? query : `${query}&plan=${encodeURIComponent(choice.id)}`;
}
