import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, jst } from "#app/platform/calendar.ts";
import {
  answerFact,
  checkInFact,
  contactFact,
  eventFact,
  grantFact,
  internshipFact,
  outcomeFact,
  placementFact,
  reportFact,
  separationFact,
} from "#tests/support/builders/facts.ts";
import { ALL_KNOWN, type Facts, NO_FACTS, periodUpTo } from "./facts.ts";
import { MEASURES } from "./registry.ts";

// A small town of every kind of fact, spread over two fiscal years.
const day = fc.integer({ min: -300, max: 330 }).map((days) => addDays("2024-04-01", days));
const moment = fc
  .tuple(day, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([date, ms]) => new Date(jst(date).getTime() + ms));
const recorded = fc.tuple(moment, fc.option(fc.integer({ min: 1, max: 200 }))).map(([knownAt, days]) => ({
  knownAt,
  supersededAt: days === null ? null : new Date(knownAt.getTime() + days * 86_400_000),
}));
const person = fc.constantFrom("a", "b", "c", "d");
const list = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { maxLength: 6 });
const listOf = <Row>(one: fc.Arbitrary<Row>, other: fc.Arbitrary<Row>) =>
  fc.tuple(list(one), list(other)).map((both) => both.flat());
const KINDS = [
  "guidanceFair",
  "informationFair",
  "companyVisit",
  "discoveryFair",
  "visitTour",
  "seminar",
  "onlineGuidance",
  "outreachBooth",
];
const placements = list(
  fc
    .tuple(person, day, recorded, fc.constantFrom("company", "jobCafe", "supportStation"), fc.boolean())
    .map(([personKey, startedOn, times, source, hasConsent]) =>
      placementFact({
        personKey,
        startedOn,
        source,
        hasConsent,
        graduationYear: Number(startedOn.slice(0, 4)),
        ...times,
      }),
    ),
);
const town: fc.Arbitrary<Facts> = placements.chain((placed) => {
  const placementId = fc.constantFrom("none", ...placed.map(({ id }) => id));
  const long = KINDS.map((kind) => eventFact(kind, kind, "2023-04-10"));
  const late = ["guidanceFair", "seminar"].map((kind) => eventFact(`late ${kind}`, kind, "2024-06-07"));
  const eventId = fc.constantFrom(...long.map(({ id }) => id));
  const came = fc
    .tuple(fc.constantFrom(...late), fc.nat(200), fc.option(fc.nat(200)))
    .map(([event, known, voided]) => {
      const after = (days: number) => new Date(event.startsAt.getTime() + days * 86_400_000);
      return {
        ...checkInFact(event.id, "2024-06-07T13:00"),
        knownAt: after(known),
        voidedAt: voided === null ? null : after(known + voided),
      };
    });
  const row = { id: fc.uuid(), eventId, companyId: person };
  return fc.record({
    ...Object.fromEntries(Object.keys(NO_FACTS).map((key) => [key, fc.constant([])])),
    placements: fc.constant(placed),
    events: fc.constant([...long, ...late]),
    companies: list(fc.record({ id: fc.uuid(), firstPublishedAt: moment, withdrawnAt: fc.option(moment) })),
    checkIns: listOf(
      came,
      fc.tuple(eventId, moment, moment, fc.option(moment)).map(([event, when, knownAt, voidedAt]) => ({
        ...checkInFact(event, "2024-06-07T13:00"),
        at: when,
        knownAt,
        voidedAt,
      })),
    ),
    booths: list(fc.record({ ...row, attendedAt: moment, knownAt: moment, voidedAt: fc.option(moment) })),
    boothVisits: list(fc.record({ ...row, at: moment, knownAt: moment })),
    internshipOffers: list(fc.record({ id: fc.uuid(), companyId: person, publishedAt: moment })),
    registrationChanges: list(
      fc.record({ registrationId: person, eventId, people: fc.nat(3), knownAt: moment }),
    ),
    contactLosses: list(fc.record({ fiscalYear: fc.constantFrom(2023, 2024), knownAt: moment })),
    visitStops: list(fc.record({ ...row, startsAt: moment, knownAt: moment, voidedAt: fc.option(moment) })),
    separations: list(
      fc.tuple(placementId, day, recorded).map(([id, endedOn, times]) => separationFact(id, endedOn, times)),
    ),
    employmentAnswers: list(
      fc
        .tuple(
          placementId,
          day,
          fc.constantFrom("still" as const, "left" as const, "notKnown" as const),
          moment,
        )
        .map(([id, asOf, state, knownAt]) => answerFact(id, asOf, state, knownAt)),
    ),
    schoolOutcomes: list(fc.tuple(day, recorded).map(([asOf, times]) => outcomeFact({ asOf, ...times }))),
    supportReports: list(
      fc.tuple(day, recorded).map(([lastDay, times]) => reportFact({ lastDay, ...times })),
    ),
    grants: list(fc.tuple(day, recorded).map(([decidedOn, times]) => grantFact({ decidedOn, ...times }))),
    internshipStarts: list(
      fc
        .tuple(person, day, moment)
        .map(([personKey, startedOn, knownAt]) => internshipFact({ personKey, startedOn, knownAt })),
    ),
    contacts: list(
      fc.tuple(person, moment).map(([personKey, when]) => ({
        ...contactFact(personKey, "2024-06-07T13:00"),
        at: when,
        knownAt: when,
      })),
    ),
    subscribers: list(fc.record({ id: fc.uuid(), since: moment, until: fc.option(moment) })),
    searches: list(fc.record({ day, searches: fc.nat(9), withoutResult: fc.constant(0) })),
    pageViews: list(fc.record({ day, kind: fc.constant("home"), views: fc.nat(9) })),
  }) as unknown as fc.Arbitrary<Facts>;
});

/** What the portal held at an instant: later rows are not there, later corrections and ends have not happened. */
function heldAt(facts: Facts, knownOn: Date): Facts {
  const come = (instant: Date) => instant <= knownOn;
  const end = (instant: Date | null) => (instant !== null && come(instant) ? instant : null);
  const standing = <Row extends { knownAt: Date; supersededAt: Date | null }>(rows: Row[]) =>
    rows
      .filter((row) => come(row.knownAt) && end(row.supersededAt) === null)
      .map((row) => ({ ...row, supersededAt: null }));
  return {
    ...facts,
    companies: facts.companies
      .filter((row) => come(row.firstPublishedAt))
      .map((row) => ({ ...row, withdrawnAt: end(row.withdrawnAt) })),
    events: facts.events.filter((row) => come(row.startsAt)),
    checkIns: facts.checkIns
      .filter((row) => come(row.knownAt))
      .map((row) => ({ ...row, voidedAt: end(row.voidedAt) })),
    booths: facts.booths
      .filter((row) => come(row.knownAt))
      .map((row) => ({ ...row, voidedAt: end(row.voidedAt) })),
    boothVisits: facts.boothVisits.filter((row) => come(row.knownAt)),
    internshipOffers: facts.internshipOffers.filter((row) => come(row.publishedAt)),
    registrationChanges: facts.registrationChanges.filter((row) => come(row.knownAt)),
    contactLosses: [],
    visitStops: facts.visitStops
      .filter((row) => come(row.startsAt) && come(row.knownAt))
      .map((row) => ({ ...row, voidedAt: end(row.voidedAt) })),
    placements: standing(facts.placements),
    separations: standing(facts.separations),
    employmentAnswers: facts.employmentAnswers.filter((row) => come(row.knownAt)),
    schoolOutcomes: standing(facts.schoolOutcomes),
    supportReports: standing(facts.supportReports),
    grants: standing(facts.grants),
    internshipStarts: facts.internshipStarts.filter((row) => come(row.knownAt)),
    contacts: standing(facts.contacts),
    subscribers: facts.subscribers
      .filter((row) => come(row.since))
      .map((row) => ({ ...row, until: end(row.until) })),
    searches: facts.searches.filter((row) => come(jst(row.day))),
    pageViews: facts.pageViews.filter((row) => come(jst(row.day))),
  };
}

describe("every measure", () => {
  test("as known at an instant finds what it would have found in the portal of that instant", () => {
    fc.assert(
      fc.property(town, moment, day, (facts, knownOn, asOf) => {
        // An event that runs at the instant is held only once it is over.
        const calm = facts.events.every((event) => knownOn < event.startsAt || knownOn >= event.endsAt);
        fc.pre(calm);
        const then = heldAt(facts, knownOn);
        for (const measure of MEASURES) {
          const found = measure.compute(facts, periodUpTo(asOf, knownOn));
          // The only way to differ is to say so.
          if (found.missing !== "not-reproducible")
            expect(found, measure.key).toEqual(measure.compute(then, periodUpTo(asOf, ALL_KNOWN)));
        }
      }),
      { numRuns: 100 },
    );
  });
  test("reads the kinds of facts that it names and no others", () => {
    for (const measure of MEASURES) {
      const read = new Set<string>();
      const watched = (facts: Facts) =>
        new Proxy(facts, {
          get: (target, name) => {
            read.add(String(name));
            return target[name as keyof Facts];
          },
        });
      for (const facts of fc.sample(town, { numRuns: 10, seed: 7 }))
        for (const asOf of ["2024-12-31", "2025-03-31", "2026-04-30", "2027-04-30"])
          for (const asked of [undefined, { graduationYear: 2024, months: 6 }])
            measure.compute(watched(facts), periodUpTo(asOf), asked);
      expect([...read].toSorted(), measure.key).toEqual(measure.needs?.toSorted());
    }
  });
  test("adds its members up to the value, or keeps its rate between its bounds", () => {
    fc.assert(
      fc.property(town, day, (facts, asOf) => {
        for (const measure of MEASURES) {
          const { value, missing, members, bounds, rate, breakdowns } = measure.compute(
            facts,
            periodUpTo(asOf),
          );
          expect([value === null, missing === null], measure.key).toContain(true);
          if (value === null) continue;
          if (bounds) {
            expect(bounds.low).toBeLessThanOrEqual(value + 1e-9);
            expect(bounds.high).toBeGreaterThanOrEqual(value - 1e-9);
          } else
            expect(
              members.reduce((sum, { amount }) => sum + amount, 0),
              measure.key,
            ).toBe(value);
          if (rate) expect(rate.numerator).toBeLessThanOrEqual(rate.denominator);
          for (const { partition, cells } of breakdowns)
            if (partition) expect(cells.reduce((sum, cell) => sum + cell.value, 0)).toBe(value);
        }
      }),
      { numRuns: 100 },
    );
  });
});
