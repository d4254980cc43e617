import type { FactBook } from "#app/analytics/facts.server.ts";
import type { Measure } from "#app/analytics/measure.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { computeKept } from "#app/analytics/run.server.ts";
import type { ComputeIndicator } from "./figures.ts";
import type { PlanIndicator } from "./plan.rules.ts";

/** Computes indicators from the facts of one moment; the same measure for the same cut is computed once. */
export function computeFrom(facts: FactBook): ComputeIndicator {
  return (indicator, cut) => {
    const measure = measureOf(indicator);
    return measure && computeKept(measure, facts, { ...cut, parameters: indicator.parameters });
  };
}

/** The measure that the indicator's definition names; null for an entered one. */
export function measureOf({
  measureKey,
  measureVersion,
}: Pick<PlanIndicator, "measureKey" | "measureVersion">): Measure | null {
  return measureKey === null ? null : findMeasure(measureKey, measureVersion);
}
