import { createHash } from "node:crypto";
import type { CivilDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { loadFacts } from "./facts.server.ts";
import { ALL_KNOWN, type Facts, periodUpTo } from "./facts.ts";
import type { Computed, Measure } from "./measure.ts";
import { findMeasure } from "./registry.ts";

/** Computes the measure from facts that are in memory, as of a day and as known at an instant. */
export function compute(
  measure: Measure,
  facts: Facts,
  { asOf, knownOn = ALL_KNOWN }: { asOf: CivilDate; knownOn?: Date },
): Computed {
  const period = periodUpTo(asOf, knownOn);
  const { value, missing, breakdowns, members, inputs, rate, bounds } = measure.compute(facts, period);
  const lines = members.map(({ id, amount, role = "numerator" }) => `${id} ${role} ${amount}`).toSorted();
  const text = [`${measure.key}@${measure.version}`, asOf, ...lines].join("\n");
  return {
    key: measure.key,
    version: measure.version,
    counts: measure.counts,
    timeNature: measure.timeNature,
    asOf,
    knownOn,
    fiscalYear: period.fiscalYear,
    value,
    missing,
    breakdowns,
    inputCount: inputs,
    memberCount: members.length,
    rate: rate ?? null,
    bounds: bounds ?? null,
    digest: createHash("sha256").update(text).digest("hex"),
  };
}

/** Computes one measure as of a day from the records. Throws for a key that the registry does not have. */
export async function runMeasure(
  town: Pick<Town, "database">,
  key: string,
  { asOf, knownOn }: { asOf: CivilDate; knownOn?: Date },
): Promise<Computed> {
  const measure = findMeasure(key);
  if (!measure) throw new Error(`no measure named ${key}`);
  return compute(measure, await loadFacts(town, { asOf }), { asOf, knownOn });
}
