import { describe, expect, it } from "vitest";
import { hideParts } from "./breakdowns.rules.ts";
import { isSmall, policyFor, STANDARD_LIMITS } from "./rules.ts";

const small = (disclosedAs: Parameters<typeof isSmall>[0]["disclosedAs"], value: number) =>
  isSmall({ value, disclosedAs }, STANDARD_LIMITS);
const rate = (numerator: number, denominator: number) =>
  isSmall({ value: 50, disclosedAs: "rate", rate: { numerator, denominator } }, STANDARD_LIMITS);

describe("the primary rule", () => {
  it("hides one to four people and shows nobody and five", () => {
    expect([0, 1, 4, 5].map((value) => small("people", value))).toEqual([false, true, true, false]);
  });

  it("hides fewer than ten minors of a school and fewer than three companies", () => {
    expect([0, 9, 10].map((value) => small("minorsBySchool", value))).toEqual([false, true, false]);
    expect([0, 2, 3].map((value) => small("companies", value))).toEqual([false, true, false]);
  });

  it("shows a rate only with ten in the denominator and nobody or five on both sides", () => {
    expect(rate(5, 10)).toBe(false);
    expect(rate(0, 10)).toBe(false);
    expect(rate(10, 10)).toBe(false);
    expect(rate(5, 9)).toBe(true);
    expect(rate(4, 20)).toBe(true);
    expect(rate(16, 20)).toBe(true);
  });

  it("leaves other figures, missing ones and entered rates without parts alone", () => {
    expect(small("other", 1)).toBe(false);
    expect(isSmall({ value: null, disclosedAs: "people" }, STANDARD_LIMITS)).toBe(false);
    expect(isSmall({ value: 48.2, disclosedAs: "rate" }, STANDARD_LIMITS)).toBe(false);
  });
});

describe("the policy in force", () => {
  const policy = (version: number, effectiveFrom: string, recordedAt: string, minimumPeople: number) => ({
    ...STANDARD_LIMITS,
    version,
    effectiveFrom,
    recordedAt: new Date(recordedAt),
    minimumPeople,
  });
  const policies = [policy(1, "2024-04-01", "2024-03-01", 5), policy(2, "2025-04-01", "2025-03-01", 8)];
  const minimum = (day: string, knownOn: string) =>
    policyFor(policies, { day, knownOn: new Date(knownOn) }).minimumPeople;

  it("is the highest version that holds on the day and was known", () => {
    expect(minimum("2025-01-31", "2025-06-01")).toBe(5);
    expect(minimum("2025-04-01", "2025-06-01")).toBe(8);
    expect(minimum("2025-04-01", "2025-02-01")).toBe(5);
  });

  it("is the model's own before the town decided anything", () => {
    expect(policyFor([], { day: "2025-01-31", knownOn: new Date() })).toBe(STANDARD_LIMITS);
  });
});

describe("the breakdowns of a shown figure", () => {
  const cells = (...values: number[]) => values.map((value, at) => ({ key: String(at), value }));
  const people = (by: string, ...values: number[]) => ({
    by,
    disclosedAs: "people" as const,
    partition: true,
    cells: cells(...values),
  });

  it("hide a second cell where the figure would give one away, but never nobody", () => {
    expect([...hideParts(236, [people("category", 123, 12, 0, 93, 8)], STANDARD_LIMITS)]).toEqual([]);
    expect([...hideParts(13, [people("event", 5, 2, 6)], STANDARD_LIMITS)].toSorted()).toEqual([
      "event 1",
      "event 2",
    ]);
    expect([...hideParts(103, [people("event", 0, 3, 100)], STANDARD_LIMITS)].toSorted()).toEqual([
      "event 1",
      "event 2",
    ]);
  });

  it("hide what the papers hide, with a second cell for it", () => {
    const hidden = hideParts(60, [people("event", 10, 20, 30)], STANDARD_LIMITS, new Set(["event 2"]));
    expect([...hidden].toSorted()).toEqual(["event 0", "event 2"]);
  });

  it("hide only the small cell where nothing adds up", () => {
    const division = { ...people("people", 40, 3), partition: false };
    expect([...hideParts(71, [division], STANDARD_LIMITS)]).toEqual(["people 1"]);
  });
});
