import { companyMeasures } from "./company-measures.ts";
import { employmentMeasures } from "./employment-measures.ts";
import { eventMeasures } from "./event-measures.ts";
import type { Measure } from "./measure.ts";

/** Every measure of the portal. A new one is a line here (in the list of its kind) and its key in `Indicator.measureKey`. */
export const MEASURES: readonly Measure[] = [...companyMeasures, ...eventMeasures, ...employmentMeasures];

const byKey = new Map(MEASURES.map((measure) => [measure.key, measure]));

/** The measure of this key; null for an unknown one (an indicator may name a measure that a later version brings). */
export function findMeasure(key: string): Measure | null {
  return byKey.get(key) ?? null;
}
