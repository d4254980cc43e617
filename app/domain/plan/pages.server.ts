import { data } from "react-router";
import type { Viewer } from "#app/town.ts";
import type { Town } from "#app/town.ts";
import { civilDateOf, fiscalYearOf } from "#app/platform/calendar.ts";
import { type Asked, submitChange } from "./changes.store.server.ts";
import type { PlanChange } from "./change.rules.ts";
import { basisOf, type Desk } from "./desk.rules.ts";
import { planOf, readDesk } from "./desk.store.server.ts";
import { listPlans } from "./plans.store.server.ts";
import { chooseYear, yearChoices } from "./tree-lines.ts";

/** The desk of one plan as a page opens it. */
export type OpenDesk = {
  planId: string;
  desk: Desk;
  now: Date;
  today: string;
  year: number;
  years: ReturnType<typeof yearChoices>;
  /** What every page of the desk says about its plan. */
  place: { planId: string; planTitle: string; year: number; isLocked: boolean; basis: string };
};

/**
 * Opens the desk of the plan that a page is about: of a node, of an indicator, or of the plan in the address (`plan`,
 * without it the town's own). Throws the answer 404 for what is not there.
 */
export async function openDesk(
  town: Pick<Town, "database" | "clock">,
  request: Request,
  subject: { nodeId: string } | { indicatorId: string } | null = null,
): Promise<OpenDesk> {
  const query = new URL(request.url).searchParams;
  const asked = query.get("plan");
  const planId = subject ? await planOf(town, subject) : (asked ?? (await listPlans(town))[0]?.id ?? null);
  const desk = planId === null ? null : await readDesk(town.database, { planId });
  if (planId === null || desk === null) throw data(null, { status: 404 });
  const now = town.clock.now();
  const today = civilDateOf(now);
  const year = chooseYear(desk, query.get("year"), fiscalYearOf(today));
  const years = yearChoices(desk);
  const isLocked = years.some(({ value, locked }) => locked && value === String(year));
  return {
    planId,
    desk,
    now,
    today,
    year,
    years,
    place: { planId, planTitle: desk.records.plan.title, year, isLocked, basis: basisOf(desk) },
  };
}

/** Looks at a change or records it, for the viewer of the page. */
export function submitFor(
  town: Pick<Town, "database" | "clock">,
  { planId }: Pick<OpenDesk, "planId">,
  viewer: Viewer,
) {
  return (change: PlanChange, asked: Asked) =>
    submitChange(town, { planId, actorId: viewer.id, change, asked });
}
