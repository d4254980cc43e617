import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import type { Database } from "#app/platform/database.server.ts";
import { eventId } from "#prisma/seed/events/write.ts";
import { TABLES, type TableName } from "#prisma/seed/rows.ts";
import { seedDemoTown } from "#prisma/seed/seed.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let database: Database;
beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  database = t.town.database;
});
afterAll(() => t.close());

/** The first instant after the day of the yearly sheet, 31 January 2025, and the first of its fiscal year. */
const UNTIL = new Date("2025-02-01T00:00:00+09:00");
const FROM = new Date("2024-04-01T00:00:00+09:00");
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const fiscal2024 = { gte: day("2024-04-01"), lte: day("2025-01-31") };
const fiscal2023 = { gte: day("2023-04-01"), lte: day("2024-03-31") };

async function attendance(
  kind: "guidanceFair" | "informationFair" | "companyVisit" | "discoveryFair" | "visitTour" | "outreachBooth",
  span = { gte: FROM, lt: UNTIL },
) {
  const groups = await database.checkIn.groupBy({
    by: ["category"],
    where: { event: { kind }, at: span, voidedAt: null },
    _sum: { headCount: true },
  });
  return Object.fromEntries(groups.map(({ category, _sum }) => [category, _sum.headCount]));
}

function listedOn(date: string) {
  const until = new Date(new Date(`${date}T00:00:00+09:00`).getTime() + 86_400_000);
  const ended = (field: "withdrawnAt" | "delistedAt") => ({
    OR: [{ [field]: null }, { [field]: { gte: until } }],
  });
  return Promise.all([
    database.company.count({ where: { firstPublishedAt: { lt: until }, ...ended("withdrawnAt") } }),
    database.manufacturingEntry.count({ where: { listedAt: { lt: until }, ...ended("delistedAt") } }),
  ]);
}

describe("the figures of the sheet of 31 January 2025, straight from the rows", () => {
  test.each([
    ["2024-01-31", [167, 112]],
    ["2024-03-31", [167, 112]],
    ["2025-01-31", [174, 112]],
  ])("on %s there are so many companies and directory entries: %s", async (date, figures) => {
    expect(await listedOn(date)).toEqual(figures);
  });

  test("the June fair had 51 booths and 70 participants", async () => {
    expect(await attendance("guidanceFair")).toEqual({ student: 42, guardian: 9, other: 19 });
    expect(
      await database.boothApplication.count({
        where: { eventId: eventId("2024-06-fair"), attendedAt: { not: null } },
      }),
    ).toBe(51);
  });

  test("the fairs of fiscal 2023 had 36 and 25 participants", async () => {
    const people = (key: string) =>
      database.checkIn.aggregate({ where: { eventId: eventId(key) }, _sum: { headCount: true } });
    expect((await people("2023-06-fair"))._sum.headCount).toBe(36);
    expect((await people("2024-03-fair"))._sum.headCount).toBe(25);
  });

  test("44 of 73 companies were at the information fair, with 236 people", async () => {
    expect(await attendance("informationFair")).toEqual({
      student: 123,
      guardian: 12,
      company: 93,
      teacher: 8,
    });
    const asked = { eventId: eventId("2024-information-fair") };
    expect(await database.boothApplication.count({ where: asked })).toBe(73);
    expect(await database.boothApplication.count({ where: { ...asked, attendedAt: { not: null } } })).toBe(
      44,
    );
  });

  test("149 people visited 8 companies on two days", async () => {
    expect(await attendance("companyVisit")).toEqual({ student: 141, teacher: 8 });
    const stops = await database.visitStop.findMany({
      where: { session: { eventId: eventId("2024-company-visit") } },
    });
    expect(new Set(stops.map(({ companyId }) => companyId)).size).toBe(8);
    expect(new Set(stops.map(({ sessionId }) => sessionId)).size).toBe(2);
  });

  test("the discovery fairs had 171, 99 and 35 pupils and ten companies each, the tour 6, the city's booth 13 visitors", async () => {
    const fairs = await database.event.findMany({
      where: { kind: "discoveryFair", startsAt: { gte: FROM, lt: UNTIL } },
      orderBy: { startsAt: "asc" },
      select: {
        checkIns: { select: { headCount: true } },
        boothApplications: { where: { attendedAt: { not: null } }, select: { id: true } },
      },
    });
    expect(fairs.map(({ checkIns }) => checkIns.reduce((sum, { headCount }) => sum + headCount, 0))).toEqual([
      171, 99, 35,
    ]);
    expect(fairs.map(({ boothApplications }) => boothApplications.length)).toEqual([10, 10, 10]);
    expect(await attendance("visitTour")).toEqual({ student: 6 });
    const total = (people: Record<string, number | null>) =>
      Object.values(people).reduce<number>((sum, count) => sum + (count ?? 0), 0);
    expect(total(await attendance("outreachBooth"))).toBe(13);
    expect(
      total(await attendance("outreachBooth", { gte: new Date("2023-04-01T00:00:00+09:00"), lt: FROM })),
    ).toBe(49);
  });

  test("the support programmes reported 495 and 2,442 consultations and 78 registrations", async () => {
    const reports = (programme: "jobCafe" | "supportStation", until: string) =>
      database.supportReport.aggregate({
        where: { programme, month: { gte: day("2024-04-01"), lte: day(until) } },
        _sum: { consultations: true, newRegistrations: true },
      });
    expect((await reports("jobCafe", "2025-01-31"))._sum.consultations).toBe(495);
    expect((await reports("supportStation", "2025-01-31"))._sum).toEqual({
      consultations: 2442,
      newRegistrations: 78,
    });
  });

  test("71 placements of the support station are those of 40 people for the first time and of people placed before", async () => {
    const rows = await database.placement.findMany({
      where: { source: "supportStation", startedOn: { lte: day("2025-01-31") } },
      orderBy: { startedOn: "asc" },
    });
    const first = new Map<string, Date>();
    for (const { personKey, startedOn } of rows) if (!first.has(personKey)) first.set(personKey, startedOn);
    const placed = rows.filter(({ startedOn }) => startedOn >= day("2024-04-01"));
    expect(placed).toHaveLength(71);
    expect(
      new Set(
        placed
          .filter(({ personKey }) => first.get(personKey)! >= day("2024-04-01"))
          .map(({ personKey }) => personKey),
      ).size,
    ).toBe(40);
    expect(placed.every(({ reportedAt }) => reportedAt < UNTIL)).toBe(true);
  });

  test("placements: job café 25 (57 the year before), support station 75 the year before", async () => {
    const placements = (source: "jobCafe" | "supportStation", startedOn: typeof fiscal2024) =>
      database.placement.count({ where: { source, startedOn } });
    expect(await placements("jobCafe", fiscal2024)).toBe(25);
    expect(await placements("jobCafe", fiscal2023)).toBe(57);
    expect(await placements("supportStation", fiscal2023)).toBe(75);
  });

  test.each([
    ["newHighSchoolGraduate", 11, 6, 40],
    ["youngPerson", 2, 2, 26],
    ["internshipParticipant", 1, 1, 3],
  ])(
    "grants for %s: %i people at %i companies, %i people the year before",
    async (countedAs, people, companies, before) => {
      const grants = await database.subsidyGrant.findMany({ where: { countedAs, decidedOn: fiscal2024 } });
      expect(grants.reduce((sum, grant) => sum + grant.people, 0)).toBe(people);
      expect(new Set(grants.map(({ companyId }) => companyId)).size).toBe(companies);
      expect(grants.every(({ recordedAt }) => recordedAt < UNTIL)).toBe(true);
      const last = await database.subsidyGrant.aggregate({
        where: { countedAs, decidedOn: fiscal2023 },
        _sum: { people: true },
      });
      expect(last._sum.people).toBe(before);
    },
  );

  test.each([
    ["registered-companies", 174],
    ["manufacturing-directory", 112],
    ["june-fair-participants", 70],
    ["june-fair-booths", 51],
    ["information-fair-participants", 236],
    ["company-visit-participants", 149],
    ["discovery-fair-students", 305],
    ["outreach-booth-visitors", 13],
    ["support-station-placements", 71],
    ["job-cafe-consultations", 495],
  ])("the measure %s comes to %i", async (key, value) => {
    expect((await runMeasure(t.town, key, { asOf: "2025-01-31" })).value).toBe(value);
  });
});

test("the demo accounts can sign in and every account carries the mark that production refuses", async () => {
  expect(await database.user.count({ where: { isDemo: false } })).toBe(0);
  expect(await database.account.count({ where: { providerId: "credential", password: { not: null } } })).toBe(
    5,
  );
});

test("a seeding makes all or nothing of the database: a second one on the same data is refused and changes nothing", async () => {
  const before = await database.domainEvent.count();
  await expect(seedDemoTown(t.town)).rejects.toThrow();
  expect(await database.domainEvent.count()).toBe(before);
});

test("a database with somebody's own account is left as it is", async () => {
  const own = await openTestTown();
  const { database: empty, clock } = own.town;
  const now = clock.now();
  await empty.user.create({ data: { id: "own", name: "own", email: "own@town.test", createdAt: now } });
  await expect(seedDemoTown(own.town)).rejects.toThrow(/1 accounts that are not demo accounts/);
  expect([await empty.company.count(), await empty.user.count()]).toEqual([0, 1]);
  await own.close();
});

test("two seedings with the same clock give the same rows", { timeout: 90_000 }, async () => {
  const again = await openTestTown();
  await seedDemoTown(again.town);
  for (const table of TABLES)
    expect(await rowsOf(again.town.database, table), table).toEqual(await rowsOf(database, table));
  await again.close();
});

/**
 * A table's rows in a fixed order. The salt of a password hash is new each time, and so is what the portal itself made of
 * the rows after they were in: the released papers have ids of their own.
 */
async function rowsOf(from: Database, table: TableName): Promise<string[]> {
  const model = from[table] as unknown as { findMany(): Promise<Record<string, unknown>[]> };
  const rows = (await model.findMany()).filter(({ kind }) => !String(kind).startsWith("release."));
  return rows.map((row) => JSON.stringify({ ...row, password: null, id: String(row["id"]) })).toSorted();
}
