import { describe, expect, test } from "vitest";
import { at, contactFact, measured, placementFact } from "#tests/support/builders/facts.ts";

const DAY = "2025-01-31";
const KEY = "contact-before-placement";
const hired = (personKey: string, changes: Parameters<typeof placementFact>[0] = {}) =>
  placementFact({ personKey, hasConsent: true, startedOn: "2024-10-01", companyId: "x", ...changes });

describe("contact before placement", () => {
  test("is the share of those who agreed; the others stand beside it", () => {
    const placements = [hired("met"), hired("never"), hired("private", { hasConsent: false })];
    const contacts = [contactFact("met", "2024-06-07T13:00"), contactFact("private", "2024-06-07T13:00")];
    const found = measured(KEY, { placements, contacts }, DAY);
    expect(found).toMatchObject({
      value: 50,
      rate: { numerator: 1, denominator: 2, unknown: 1 },
      inputs: 3,
      members: [
        { id: placements[0]!.id, amount: 1, role: "numerator" },
        { id: placements[1]!.id, amount: 1, role: "denominator" },
        { id: placements[2]!.id, amount: 1, role: "unknown" },
      ],
    });
    expect(found.bounds!.low).toBeCloseTo(100 / 3, 10);
    expect(found.bounds!.high).toBeCloseTo(200 / 3, 10);
  });
  test("counts 24 months up to the day before, at midnight in JST", () => {
    const share = (when: string, asked = {}) =>
      measured(KEY, { placements: [hired("a")], contacts: [contactFact("a", when)] }, DAY, asked).value;
    expect(share("2024-09-30T23:59:59.999")).toBe(100);
    expect(share("2024-10-01T00:00")).toBe(0);
    expect(share("2022-10-01T00:00")).toBe(100);
    expect(share("2022-09-30T23:59:59.999")).toBe(0);
    expect(share("2024-05-01T00:00", { months: 6 })).toBe(100);
    expect(share("2024-03-31T00:00", { months: 6 })).toBe(0);
    expect(share("2024-03-31T00:00", { months: "6" })).toBe(100);
  });
  test("never adds contacts up: somebody with five of them is one person in every cell", () => {
    const contacts = [
      contactFact("a", "2024-06-07T13:00"),
      contactFact("a", "2024-07-07T13:00"),
      contactFact("a", "2024-06-07T13:30", { kind: "boothVisit", companyId: "x" }),
      contactFact("a", "2024-06-07T14:00", { kind: "boothVisit", companyId: "y" }),
      contactFact("a", "2024-08-07T14:00", { kind: "companyVisit", companyId: "y" }),
      contactFact("b", "2024-08-07T14:00", { kind: "internship", companyId: "y" }),
      contactFact("b", "2024-08-08T14:00", { kind: "savedCompany", companyId: "y" }),
    ];
    const placements = [hired("a"), hired("b"), hired("c"), hired("d", { hasConsent: false })];
    const found = measured(KEY, { placements, contacts }, DAY);
    expect(found.cells("contact")).toEqual({
      event: 1,
      boothVisit: 1,
      companyVisit: 1,
      internship: 1,
      savedCompany: 1,
      sameCompany: 1,
      none: 1,
      withoutConsent: 1,
    });
    expect(found.breakdowns[0]).toMatchObject({ counts: "people", partition: false });
  });
  test("a contact without a company is not one with the employer", () => {
    const placements = [hired("a", { companyId: null })];
    const contacts = [contactFact("a", "2024-06-07T13:00")];
    expect(measured(KEY, { placements, contacts }, DAY).cells("contact").sameCompany).toBe(0);
  });
  test("somebody with two placements in the year is one person, by the first of them, with any consent", () => {
    const placements = [
      hired("a", { startedOn: "2024-06-01", hasConsent: false }),
      hired("a", { startedOn: "2024-12-01" }),
    ];
    const between = [contactFact("a", "2024-09-01T13:00")];
    expect(measured(KEY, { placements, contacts: between }, DAY).rate).toEqual({
      numerator: 0,
      denominator: 1,
      unknown: 0,
    });
  });
  test("is undefined over nobody, and knows nothing of a town without placements", () => {
    const without = { placements: [hired("a", { hasConsent: false })] };
    expect(measured(KEY, without, DAY)).toMatchObject({
      value: null,
      missing: "undefined",
      bounds: { low: 0, high: 100 },
    });
    expect(measured(KEY, {}, DAY).missing).toBe("no-records");
    const earlier = measured(KEY, { placements: [hired("a", { startedOn: "2024-03-31" })] }, DAY);
    expect(earlier).toMatchObject({ value: null, missing: "undefined" });
    expect(earlier.bounds).toBeUndefined();
  });
  test("a contact counts from when the portal knew of it", () => {
    const share = (knownOn: string, changes = {}) =>
      measured(
        KEY,
        { placements: [hired("a")], contacts: [contactFact("a", "2024-06-07T13:00", changes)] },
        DAY,
        { knownOn: at(knownOn) },
      ).value;
    expect([share("2024-06-07T12:59"), share("2024-06-07T13:00")]).toEqual([0, 100]);
    const late = { knownAt: at("2024-08-01T09:00") };
    expect([share("2024-06-07T13:00", late), share("2024-08-01T09:00", late)]).toEqual([0, 100]);
  });
});
