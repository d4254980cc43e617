import type { CountUnit } from "#app/analytics/measure.ts";
import type { DisclosureLimits } from "../disclosure/rules.ts";
import type { DisclosedAs } from "../documents/document.rules.ts";
import type { ComputeIndicator, Counted } from "./figures.ts";
import type { ReleasedState } from "./public-cut.ts";

const COUNTED_AS: Partial<Record<CountUnit, DisclosedAs>> = {
  people: "people",
  "person-times": "people",
  placements: "people",
  companies: "companies",
  booths: "companies",
};

/** What a count is to disclosure control. */
export function countedAs(counts: CountUnit): DisclosedAs {
  return COUNTED_AS[counts] ?? "other";
}

/** Their single items stand on the portal with their names, so each reader can count them on any day. */
const PUBLIC_LISTS: ReadonlySet<string> = new Set(["registered-companies", "manufacturing-directory"]);

/** In which steps a running figure may move in public; null where every change may be seen. */
export function stepOf(
  { key, counts }: Pick<Counted, "key" | "counts">,
  limits: DisclosureLimits,
): number | null {
  if (PUBLIC_LISTS.has(key)) return null;
  if (key === "discovery-fair-students") return limits.minimumMinorsBySchool;
  const disclosedAs = countedAs(counts);
  if (disclosedAs === "people") return limits.minimumPeople;
  return disclosedAs === "companies" ? limits.minimumCompanies : null;
}

/**
 * Computes what a visitor sees of figures that change from day to day. Until papers show them exactly, people and
 * companies are rounded down to a step, without breakdowns and parts: two looks differ by nothing or by a whole step, so
 * no difference tells of one person. Rates wait for the papers. What papers were about already is as they knew it.
 */
export function computeRunning(
  compute: ComputeIndicator,
  { released, limits }: { released: ReleasedState | null; limits: DisclosureLimits },
): ComputeIndicator {
  return (indicator, cut) => {
    const counted = compute(indicator, cut);
    if (!counted || counted.value === null) return counted;
    const step = stepOf(counted, limits);
    if (step === null && counted.rate === null) return counted;
    if (released && cut.asOf <= released.asOf)
      return compute(indicator, { asOf: cut.asOf, knownOn: earlier(released.knownOn, cut.knownOn) });
    if (counted.rate !== null || step === null)
      return { ...bare(counted), value: null, keptBack: "not-released" };
    const value = Math.floor(counted.value / step) * step;
    // Also nobody: otherwise the day of the first one could be seen.
    return value <= 0
      ? { ...bare(counted), value: null, keptBack: "suppressed" }
      : { ...bare(counted), value, step };
  };
}

/** Without what would tell of single records. */
function bare(counted: Counted): Counted {
  return { ...counted, breakdowns: [], rate: null, bounds: null, inputCount: 0, memberCount: 0, digest: "" };
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
