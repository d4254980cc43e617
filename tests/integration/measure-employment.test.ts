import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { addDays, civilDateOf } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const date = (day: string) => new Date(`${day}T00:00:00Z`);

describe("what follows from work, in the seeded town", () => {
  let t: TestTown;
  let today: string;
  beforeAll(async () => {
    t = await openTestTown({ seeded: true });
    today = civilDateOf(t.town.clock.now());
  });
  afterAll(() => t.close());
  const run = (key: string, asOf = today, parameters = {}) => runMeasure(t.town, key, { asOf, parameters });

  test("retention has people who stayed, who left and who are not known, and bounds around them", async () => {
    for (const months of [6, 12, 36]) {
      const { value, rate, bounds } = await run(`retention-${months}-months`);
      expect(Math.min(rate!.numerator, rate!.denominator - rate!.numerator, rate!.unknown)).toBeGreaterThan(
        0,
      );
      expect([bounds!.low < value!, value! < bounds!.high]).toEqual([true, true]);
      const estimate = await run(`retention-estimate-${months}-months`);
      expect([estimate.bounds!.low < estimate.value!, estimate.value! < estimate.bounds!.high]).toEqual([
        true,
        true,
      ]);
    }
    expect(await run("retention-36-months", "2026-03-31", { graduationYear: 2023 })).toMatchObject({
      value: null,
      missing: "not-due",
    });
  });

  test("an answer makes somebody known, and a separation that is taken back makes them unknown again", async () => {
    const { database, clock } = t.town;
    const before = (await run("retention-36-months")).rate!;
    const left = await database.separation.findFirstOrThrow({
      where: {
        endedOn: { gte: date("2025-04-01"), lt: date("2026-03-01") },
        placement: { graduationYear: 2023, companyId: { not: null } },
      },
    });
    await database.separation.create({
      data: { ...left, id: newId(), isVoid: true, reportedAt: clock.now() },
    });
    const without = (await run("retention-36-months")).rate!;
    expect(without).toMatchObject({ numerator: before.numerator });
    expect(without.unknown + without.denominator).toBe(before.unknown + before.denominator);
    await database.employmentAnswer.create({
      data: {
        id: newId(),
        placementId: left.placementId,
        state: "still",
        asOf: date(today),
        answeredAt: clock.now(),
      },
    });
    const after = (await run("retention-36-months")).rate!;
    expect(after).toEqual({ ...before, numerator: before.numerator + 1 });
  });

  test("people with an account who agreed have had contacts; consent that is taken back takes them out", async () => {
    const { database, clock } = t.town;
    const before = await run("contact-before-placement");
    expect(before.rate!.denominator).toBe(10);
    expect(before.rate!.numerator).toBeGreaterThan(0);
    expect(before.rate!.numerator).toBeLessThan(10);
    const { id, ...placement } = await database.placement.findFirstOrThrow({
      where: { userId: { not: null } },
    });
    await database.placement.create({
      data: { ...placement, id: newId(), userId: null, correctsId: id, reportedAt: clock.now() },
    });
    const after = await run("contact-before-placement");
    expect(after.rate).toMatchObject({ denominator: 9, unknown: before.rate!.unknown + 1 });
  });

  test("hires by route add up, and one more of the portal is one more", async () => {
    const { database, clock } = t.town;
    const [all, portal] = [await run("company-hires"), await run("hires-by-route")];
    const routes = all.breakdowns.find(({ by }) => by === "route")!.cells;
    expect(routes.reduce((sum, { value }) => sum + value, 0)).toBe(all.value);
    expect(routes.find(({ key }) => key === "portal")!.value).toBe(portal.value);
    const { id: companyId } = await database.company.findFirstOrThrow();
    await database.placement.create({
      data: {
        id: newId(),
        personKey: newId(),
        companyId,
        kind: "midCareer",
        source: "company",
        route: "portal",
        inJurisdiction: true,
        startedOn: date(addDays(today, -1)),
        reportedAt: clock.now(),
      },
    });
    expect([(await run("company-hires")).value, (await run("hires-by-route")).value]).toEqual([
      all.value! + 1,
      portal.value! + 1,
    ]);
  });

  test("internships, readers, searches and pages are counted and follow their records", async () => {
    const { database, clock } = t.town;
    const keys = ["internship-participants", "newsletter-readers", "search-demand", "page-views"];
    const before = await Promise.all(keys.map(async (key) => (await run(key)).value!));
    expect(Math.min(...before)).toBeGreaterThan(0);
    const start = await database.internshipParticipation.findFirstOrThrow();
    const startedOn = date(addDays(today, -3));
    await database.internshipParticipation.create({
      data: { ...start, id: newId(), personKey: newId(), startedOn, reportedAt: clock.now() },
    });
    const agreed = await database.consentRecord.findFirstOrThrow({
      where: { action: "confirmed", subscriber: { state: "active" } },
    });
    await database.consentRecord.create({
      data: { ...agreed, id: newId(), action: "withdrawn", at: clock.now() },
    });
    await database.searchDemand.create({
      data: { day: date(today), text: "旋盤", searches: 4, zeroHits: 1 },
    });
    await database.pageViewDay.create({ data: { day: date(today), kind: "home", views: 6 } });
    const after = await Promise.all(keys.map(async (key) => (await run(key)).value!));
    expect(after).toEqual([before[0]! + 1, before[1]! - 1, before[2]! + 4, before[3]! + 6]);
  });
});

describe("distinct counts equal what the database counts itself", () => {
  test("for any placements, on any day", { timeout: 240_000 }, async () => {
    const t = await openTestTown();
    const { database, clock } = t.town;
    const placement = fc.record({
      personKey: fc.constantFrom("a", "b", "c", "d", "e", "f", "g"),
      source: fc.constantFrom("company" as const, "jobCafe" as const, "supportStation" as const),
      startedOn: fc.integer({ min: -400, max: 400 }).map((days) => addDays("2025-04-01", days)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(placement, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -400, max: 400 }).map((days) => addDays("2025-04-01", days)),
        async (drawn, asOf) => {
          await database.placement.createMany({
            data: drawn.map((row) => ({
              ...row,
              id: newId(),
              startedOn: date(row.startedOn),
              kind: "supported" as const,
              inJurisdiction: true,
              reportedAt: clock.now(),
            })),
          });
          const year = Number(asOf.slice(0, 4)) - (asOf.slice(5) < "04-01" ? 1 : 0);
          const [counted] = await database.$queryRaw<[{ people: number; first: number; station: number }]>`
            WITH now AS (SELECT * FROM "Placement" WHERE "startedOn" BETWEEN ${date(`${year}-04-01`)}::date AND ${date(asOf)}::date)
            SELECT count(DISTINCT "personKey")::int AS people,
              (count(DISTINCT "personKey") FILTER (WHERE NOT EXISTS (SELECT 1 FROM "Placement" p
                WHERE p."personKey" = now."personKey" AND p."startedOn" < ${date(`${year}-04-01`)}::date)))::int AS first,
              (count(DISTINCT "personKey") FILTER (WHERE "source" = 'supportStation'))::int AS station
            FROM now`;
          const found = async (key: string) => (await runMeasure(t.town, key, { asOf })).value ?? 0;
          expect([
            await found("people-placed"),
            await found("first-time-people-placed"),
            await found("support-station-people-placed"),
          ]).toEqual([counted.people, counted.first, counted.station]);
        },
      ),
      { numRuns: 25 },
    );
    await t.close();
  });
});
