import { openFacts } from "#app/analytics/facts.server.ts";
import type { Computed, Measure } from "#app/analytics/measure.ts";
import { MEASURES_BY_SUBJECT, type MeasureSubject } from "#app/analytics/registry.ts";
import { computeKept } from "#app/analytics/run.server.ts";
import type { Town } from "#app/town.ts";
import { type ChosenPlan, openChosenPlan } from "./chosen-plan.server.ts";
import { indicatorsOf } from "./employment-page.server.ts";

/** A measure with its figure at the chosen cut, and the indicators of the plan that use it. */
export type MeasuredFigure = {
  subject: MeasureSubject;
  measure: Measure;
  computed: Computed;
  usedBy: { id: string; name: string }[];
};

/** The cut that staff chose with its measures; nothing is computed until it is asked for. */
export type MeasureDesk = {
  chosen: ChosenPlan;
  knownOn: Date;
  /** The figures of all measures, or of one key, from facts that are read once. */
  figures(key?: string): MeasuredFigure[];
};

/** Opens all that the portal counts at `?asOf=&knownOn=` (today without a day); null when the town has no plan. */
export async function openMeasures(
  town: Pick<Town, "database" | "clock">,
  params: URLSearchParams,
): Promise<MeasureDesk | null> {
  const asked = new URLSearchParams(params);
  asked.delete("plan");
  if ((asked.get("asOf") ?? "").trim() === "" && !asked.get("knownOn")) asked.set("asOf", "today");
  const [book, chosen] = await Promise.all([
    openFacts(town),
    openChosenPlan(town, { params: asked, isStaff: true }),
  ]);
  if (!chosen) return null;
  const { cut, plan } = chosen;
  const knownOn = cut.knownOn ?? town.clock.now();
  return {
    chosen,
    knownOn,
    figures: (key) => {
      const users = Map.groupBy(indicatorsOf(plan.sheet(cut.asOf, knownOn)), ({ measureKey }) => measureKey);
      return Object.entries(MEASURES_BY_SUBJECT).flatMap(([subject, measures]) =>
        measures
          .filter((measure) => key === undefined || measure.key === key)
          .map((measure: Measure) => ({
            subject: subject as MeasureSubject,
            measure,
            computed: computeKept(measure, book, { asOf: cut.asOf, knownOn }),
            usedBy: (users.get(measure.key) ?? []).map(({ id, name }) => ({ id, name })),
          })),
      );
    },
  };
}
