import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#app/platform/calendar.ts";
import {
  at,
  boothFact,
  boothVisitFact,
  checkInFact,
  contactFact,
  eventFact,
  measured,
  placementFact,
} from "#tests/support/builders/facts.ts";
import { type ContactFact, type Facts, isDayWithin, isWithin, periodUpTo } from "./facts.ts";

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

describe("a booth and a visit at it", () => {
  const events = [eventFact("june", "guidanceFair", "2024-06-07")];
  const late = { knownAt: at("2024-06-08T09:00") };
  test("count from when they reached the portal, however early they were", () => {
    const booths = [boothFact("1", "june", "2024-06-07T14:00", late)];
    const boothVisits = [boothVisitFact("1", "june", "2024-06-07T14:00", late)];
    const found = (key: string, knownOn: string) =>
      measured(key, { events, booths, boothVisits }, DAY, { knownOn: at(knownOn) }).value;
    expect(["2024-06-08T08:59", "2024-06-08T09:00"].map((when) => found("june-fair-booths", when))).toEqual([
      0, 1,
    ]);
    expect(["2024-06-08T08:59", "2024-06-08T09:00"].map((when) => found("booth-visits", when))).toEqual([
      null,
      1,
    ]);
  });
  test("that was entered by mistake still counts as it was known before", () => {
    const booths = [boothFact("1", "june", "2024-06-07T14:00", { voidedAt: at("2024-06-10T09:00") })];
    const found = (knownOn: string) =>
      measured("june-fair-booths", { events, booths }, DAY, { knownOn: at(knownOn) }).value;
    expect(["2024-06-10T08:59", "2024-06-10T09:00"].map(found)).toEqual([1, 0]);
  });
});

describe("a check-in whose number of people was put right", () => {
  const events = [eventFact("june", "guidanceFair", "2024-06-07")];
  const corrected = at("2024-06-09T09:00");
  const group = { id: "group", headCount: 30 };
  const checkIns = [
    checkInFact("june", "2024-06-07T13:10", { ...group, supersededAt: corrected }),
    checkInFact("june", "2024-06-07T13:10", { ...group, headCount: 28, knownAt: corrected }),
  ];
  test("says what was known, and is one entry", () => {
    const people = (knownOn: string) =>
      measured("june-fair-participants", { events, checkIns }, DAY, { knownOn: at(knownOn) });
    expect(["2024-06-09T08:59", "2024-06-09T09:00"].map((when) => people(when).value)).toEqual([30, 28]);
    expect(people("2024-06-09T09:00")).toMatchObject({ inputs: 1, members: [{ id: "group", amount: 28 }] });
  });
});

describe("contacts before a placement", () => {
  const placements = [placementFact({ personKey: "a", startedOn: "2024-10-01", hasConsent: true })];
  const share = (contacts: ContactFact[], knownOn: string, contactLosses: Facts["contactLosses"] = []) =>
    measured("contact-before-placement", { placements, contacts, contactLosses }, DAY, {
      knownOn: at(knownOn),
    });
  test("that were taken back later still count as they were known before", () => {
    const contacts = [contactFact("a", "2024-06-07T13:00", { supersededAt: at("2024-11-01T09:00") })];
    expect([share(contacts, "2024-11-01T08:59").value, share(contacts, "2024-11-01T09:00").value]).toEqual([
      100, 0,
    ]);
  });
  test("cannot be said again as they were known before somebody took the consent back; a later year can", () => {
    const loss = (fiscalYear: number) => [{ fiscalYear, knownAt: at("2025-01-10T09:00") }];
    const contacts = [contactFact("a", "2024-06-07T13:00")];
    expect(share(contacts, "2025-01-10T08:59", loss(2024))).toMatchObject({
      value: null,
      missing: "not-reproducible",
      inputs: 1,
    });
    expect(share(contacts, "2025-01-10T09:00", loss(2024)).value).toBe(100);
    expect(share(contacts, "2025-01-10T08:59", loss(2023)).value).toBe(100);
  });
});

describe("what has no correction", () => {
  const events = [
    eventFact("june", "guidanceFair", "2024-06-07"),
    eventFact("visit", "companyVisit", "2024-06-07"),
  ];
  const row = { id: "1", companyId: "x" };
  test.each([
    ["june-fair-booths", { booths: [boothFact("1", "june", "2024-06-07T14:00")] }, 0],
    ["booth-visits", { boothVisits: [boothVisitFact("1", "june", "2024-06-07T14:00")] }, null],
    [
      "published-internships",
      { internshipOffers: [{ id: "1", companyId: "x", publishedAt: at("2024-06-07T14:00") }] },
      null,
    ],
    [
      "event-registrations",
      {
        registrationChanges: [
          { registrationId: "1", eventId: "june", people: 1, knownAt: at("2024-06-07T14:00") },
        ],
      },
      null,
    ],
    [
      "company-visit-stops",
      {
        visitStops: [
          {
            ...row,
            eventId: "visit",
            startsAt: at("2024-06-07T14:00"),
            knownAt: at("2024-06-01T09:00"),
            voidedAt: null,
          },
        ],
      },
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
