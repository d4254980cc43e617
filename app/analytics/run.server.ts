import { createHash } from "node:crypto";
import type { CivilDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { loadFacts } from "./facts.server.ts";
import { type Facts, periodUpTo } from "./facts.ts";
import type { Computed, Measure } from "./measure.ts";
import { findMeasure } from "./registry.ts";

/** Computes the measure from facts that are in memory. */
export function compute(measure: Measure, facts: Facts, asOf: CivilDate): Computed {
  const period = periodUpTo(asOf);
  const { value, missing, breakdowns, members, inputs } = measure.compute(facts, period);
  const lines = members.map((member) => `${member.id} ${member.amount}`).toSorted();
  const text = [`${measure.key}@${measure.version}`, asOf, ...lines].join("\n");
  return {
    key: measure.key,
    version: measure.version,
    counts: measure.counts,
    timeNature: measure.timeNature,
    asOf,
    fiscalYear: period.fiscalYear,
    value,
    missing,
    breakdowns,
    inputCount: inputs,
    memberCount: members.length,
    digest: createHash("sha256").update(text).digest("hex"),
  };
}

/** Computes one measure as of a day from the records. Throws for a key that the registry does not have. */
export async function runMeasure(
  town: Pick<Town, "database">,
  key: string,
  { asOf }: { asOf: CivilDate },
): Promise<Computed> {
  const measure = findMeasure(key);
  if (!measure) throw new Error(`no measure named ${key}`);
  return compute(measure, await loadFacts(town, { asOf }), asOf);
}
