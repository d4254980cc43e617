import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/platform/calendar.ts";
import { at, checkInFact, eventFact, measured } from "#tests/support/builders/facts.ts";
import { isDayWithin, isWithin, periodUpTo } from "./facts.ts";

const DAY = "2025-01-31";

describe("a check-in", () => {
  const events = [eventFact("june", "guidanceFair", "2024-06-07")];
  const people = (knownOn: string, changes = {}) =>
    measured(
      "june-fair-participants",
      { events, checkIns: [checkInFact("june", "2024-06-07T13:10", changes)] },
      DAY,
      {
        knownOn: at(knownOn),
      },
    );
  test("counts from when the desk's entry reached the portal", () => {
    const late = { knownAt: at("2024-06-08T09:00") };
    expect([people("2024-06-08T08:59", late).value, people("2024-06-08T09:00", late).value]).toEqual([0, 1]);
    expect(people("2024-06-08T08:59", late).inputs).toBe(0);
  });
  test("that was taken back later still counts", () => {
    const voided = { voidedAt: at("2024-06-10T09:00") };
    expect([people("2024-06-10T08:59", voided).value, people("2024-06-10T09:00", voided).value]).toEqual([
      1, 0,
    ]);
    expect(people("2024-06-10T09:00", voided).inputs).toBe(1);
  });
  test("makes an event held only when it is known and stands", () => {
    const checkIns = [checkInFact("june", "2024-06-07T13:10", { voidedAt: at("2024-06-10T09:00") })];
    const held = (knownOn: string) =>
      measured("guidance-fairs-held", { events, checkIns }, DAY, { knownOn: at(knownOn) });
    expect(held("2024-06-07T12:59").missing).toBe("no-records");
    expect(
      ["2024-06-07T15:59", "2024-06-07T16:00", "2024-06-10T09:00"].map((when) => held(when).value),
    ).toEqual([0, 1, 0]);
  });
});

describe("what has no correction", () => {
  const events = [
    eventFact("june", "guidanceFair", "2024-06-07"),
    eventFact("visit", "companyVisit", "2024-06-07"),
  ];
  const row = { id: "1", companyId: "x" };
  test.each([
    ["june-fair-booths", { booths: [{ ...row, eventId: "june", attendedAt: at("2024-06-07T14:00") }] }, 0],
    ["booth-visits", { boothVisits: [{ ...row, eventId: "june", at: at("2024-06-07T14:00") }] }, null],
    [
      "company-visit-stops",
      { visitStops: [{ ...row, eventId: "visit", startsAt: at("2024-06-07T14:00") }] },
      0,
    ],
  ])("%s is known from its own moment on", (key, facts, before) => {
    const found = (knownOn: string) =>
      measured(key, { events, ...facts }, DAY, { knownOn: at(knownOn) }).value;
    expect([found("2024-06-07T13:59"), found("2024-06-07T14:00")]).toEqual([before, 1]);
  });
});

describe("companies and directory entries", () => {
  const listing = {
    since: at("2024-05-01T09:00"),
    pause: { from: at("2024-08-01T09:00"), until: at("2024-10-01T09:00") },
    end: at("2025-01-15T09:00"),
  };
  const companies = [
    { id: "a", firstPublishedAt: listing.since, withdrawnAt: listing.end, pauses: [listing.pause] },
  ];
  const directoryEntries = [
    { companyId: "a", listedAt: listing.since, delistedAt: listing.end, pauses: [listing.pause] },
  ];
  test.each(["registered-companies", "manufacturing-directory"])("%s are as they were known", (key) => {
    const found = (asOf: string, knownOn: string) =>
      measured(key, { companies, directoryEntries }, asOf, { knownOn: at(knownOn) }).value;
    expect(found(DAY, "2024-05-01T08:59")).toBeNull();
    expect(found(DAY, "2024-05-01T09:00")).toBe(1);
    expect(found(DAY, "2024-07-31T09:00")).toBe(1);
    expect(found(DAY, "2024-08-01T09:00")).toBe(0);
    expect(found(DAY, "2024-10-01T08:59")).toBe(0);
    expect(found(DAY, "2024-10-01T09:00")).toBe(1);
    expect(found("2024-09-30", "2024-12-01T09:00")).toBe(0);
    expect(found(DAY, "2025-01-15T08:59")).toBe(1);
    expect(found(DAY, "2025-01-15T09:00")).toBe(0);
  });
});

describe("the edges of a fiscal year", () => {
  test("are the first instants of 1 April in JST, whatever the instant and the day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 0, max: 364 }), (year, days) => {
        const asOf = addDays(`${year}-04-01`, days);
        const period = periodUpTo(asOf);
        expect(period.fiscalYear).toBe(year);
        expect(isWithin(period, at(`${year}-03-31T23:59:59.999`))).toBe(false);
        expect(isWithin(period, at(`${year}-04-01T00:00:00.000`))).toBe(true);
        expect(isWithin(period, at(`${asOf}T23:59:59.999`))).toBe(true);
        expect(isWithin(period, at(`${addDays(asOf, 1)}T00:00:00.000`))).toBe(false);
        expect([isDayWithin(period, `${year}-03-31`), isDayWithin(period, `${year}-04-01`)]).toEqual([
          false,
          true,
        ]);
        expect([isDayWithin(period, asOf), isDayWithin(period, addDays(asOf, 1))]).toEqual([true, false]);
      }),
    );
  });
});
