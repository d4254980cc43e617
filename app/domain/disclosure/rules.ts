import type { CivilDate } from "#app/platform/calendar.ts";
import type { DisclosedAs } from "../documents/document.rules.ts";

/** The limits below which a public figure is hidden (Prisma: DisclosurePolicy), without the day from which they hold. */
export type DisclosureLimits = {
  minimumPeople: number;
  minimumMinorsBySchool: number;
  minimumCompanies: number;
  minimumRateDenominator: number;
};

/** Limits as they were decided: in force from a day on, known since an instant. */
export type DisclosurePolicy = DisclosureLimits & {
  version: number;
  effectiveFrom: CivilDate;
  recordedAt: Date;
};

/** The indicator model's own limits: version 1, with which every town begins, also for figures from before its record. */
export const STANDARD_LIMITS: DisclosurePolicy = {
  version: 1,
  effectiveFrom: "0001-01-01",
  recordedAt: new Date(0),
  minimumPeople: 5,
  minimumMinorsBySchool: 10,
  minimumCompanies: 3,
  minimumRateDenominator: 10,
};

/** The policy in force on a day, as known at an instant: of those decided the highest version. */
export function policyFor<Policy extends DisclosurePolicy>(
  policies: readonly Policy[],
  { day, knownOn }: { day: CivilDate; knownOn: Date },
): Policy | DisclosurePolicy {
  return (
    policies
      .filter(({ effectiveFrom, recordedAt }) => effectiveFrom <= day && recordedAt <= knownOn)
      .toSorted((a, b) => a.version - b.version)
      .at(-1) ?? STANDARD_LIMITS
  );
}

/**
 * What a hidden count could at least be besides its true value, in units of the count: an attacker whose bounds are
 * closer than this has found it. Rates and what is never hidden have none.
 */
export function widthNeeded(disclosedAs: DisclosedAs, limits: DisclosureLimits): number {
  if (disclosedAs === "people") return limits.minimumPeople;
  if (disclosedAs === "minorsBySchool") return limits.minimumMinorsBySchool;
  return disclosedAs === "companies" ? limits.minimumCompanies : 1;
}

/**
 * The primary rule: true for a figure that says too much about too few. A count of 0 is never small. A rate needs a large
 * enough denominator, and both those in its numerator and the rest must be nobody or enough people.
 */
export function isSmall(
  cell: {
    value: number | null;
    disclosedAs: DisclosedAs;
    rate?: { numerator: number; denominator: number };
  },
  limits: DisclosureLimits,
): boolean {
  const { value, disclosedAs, rate } = cell;
  if (value === null || disclosedAs === "other") return false;
  if (disclosedAs !== "rate") return value > 0 && value < widthNeeded(disclosedAs, limits);
  // Without its parts nobody can tell how many people stand behind an entered rate: a published statistic stays.
  if (!rate) return false;
  const isFew = (people: number) => people > 0 && people < limits.minimumPeople;
  return (
    rate.denominator < limits.minimumRateDenominator ||
    isFew(rate.numerator) ||
    isFew(rate.denominator - rate.numerator)
  );
}
