import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { jst } from "#app/platform/calendar.ts";
import type { Database } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

/** The day of the council's sheet for fiscal 2024, and when the council saw it. */
const SHEET = "2025-01-31";
const COUNCIL = jst("2025-03-10");
let t: TestTown;

beforeAll(async () => {
  t = await openTestTown({ seeded: true });
});
afterAll(() => t.close());

type Figure = { value: number | null; cells: Record<string, number> };

async function figure(key: string, asOf: string, knownOn?: Date): Promise<Figure> {
  const { value, breakdowns } = await runMeasure(t.town, key, { asOf, knownOn });
  const cells = breakdowns.flatMap(({ cells: list }) => list.map((cell) => [cell.key, cell.value] as const));
  return { value: value === null ? null : Math.round(value * 10) / 10, cells: Object.fromEntries(cells) };
}

const date = (day: string) => new Date(`${day}T00:00:00Z`);
const eventOf = (database: Database, kind: string, from = "2024-04-01", to = "2025-02-01") =>
  database.event.findFirstOrThrow({
    where: { kind: kind as "seminar", state: "published", startsAt: { gte: jst(from), lt: jst(to) } },
    orderBy: { startsAt: "asc" },
  });

async function checkIn(
  database: Database,
  kind: string,
  category: "student" | "teacher" | "other",
  headCount = 1,
) {
  const event = await eventOf(database, kind);
  const recordedAt = t.town.clock.now();
  await database.checkIn.create({
    data: { id: newId(), eventId: event.id, category, headCount, at: event.startsAt, recordedAt },
  });
}

async function standDown(database: Database, kind: string) {
  const { id } = await database.boothApplication.findFirstOrThrow({
    where: { eventId: (await eventOf(database, kind)).id, attendedAt: { not: null } },
  });
  await database.boothApplication.update({ where: { id }, data: { attendedAt: null } });
}

async function callOff(database: Database, kind: string) {
  const { id } = await eventOf(database, kind);
  await database.event.update({ where: { id }, data: { state: "cancelled" } });
}

let reports = 0;

/** A later report about a month of the fiscal year takes the place of the one before. */
async function reportAgain(
  database: Database,
  programme: "jobCafe" | "supportStation",
  more: { consultations?: number; newRegistrations?: number },
) {
  const { consultations, newRegistrations, ...report } = await database.supportReport.findFirstOrThrow({
    where: { programme, month: date("2024-10-01") },
    orderBy: { reportedAt: "desc" },
  });
  await database.supportReport.create({
    data: {
      ...report,
      id: newId(),
      consultations: consultations + (more.consultations ?? 0),
      newRegistrations: newRegistrations + (more.newRegistrations ?? 0),
      reportedAt: new Date(t.town.clock.now().getTime() - 60_000 + ++reports),
    },
  });
}

async function place(database: Database, source: "jobCafe" | "supportStation", personKey = newId()) {
  await database.placement.create({
    data: {
      id: newId(),
      personKey,
      kind: "supported",
      source,
      inJurisdiction: true,
      startedOn: date("2025-01-31"),
      reportedAt: t.town.clock.now(),
    },
  });
}

/** A correction says that there was no such grant. */
async function takeBackGrant(database: Database, countedAs: string) {
  const { id, ...grant } = await database.subsidyGrant.findFirstOrThrow({
    where: { countedAs, decidedOn: { gte: date("2024-04-01"), lte: date(SHEET) }, correctedBy: null },
    orderBy: [{ people: "asc" }, { id: "asc" }],
  });
  await database.subsidyGrant.create({
    data: { ...grant, id: newId(), correctsId: id, isVoid: true, recordedAt: t.town.clock.now() },
  });
  return grant.people;
}

/** A school finds one more of the class at a local employer whom it had counted as unknown or outside. */
async function countAgain(database: Database, graduationYear: number) {
  const { id: _id, ...row } = await database.schoolOutcome.findFirstOrThrow({
    where: { graduationYear, asOf: date(`${graduationYear}-04-30`), placedOutside: { gt: 3 } },
    orderBy: { placedOutside: "desc" },
  });
  await database.schoolOutcome.create({
    data: {
      ...row,
      id: newId(),
      placedLocal: row.placedLocal + 3,
      placedOutside: row.placedOutside - 3,
      recordedAt: t.town.clock.now(),
    },
  });
}

type Change = (database: Database) => Promise<unknown>;
type Expected = number | Partial<Figure>;

/** Every figure of the list: the measure, what it says of the seed, a change of a record, what it says then. */
const FIGURES: readonly [key: string, before: Expected, what: string, change: Change, after: Expected][] = [
  [
    "registered-companies",
    174,
    "a company was withdrawn",
    async (database) => {
      const { id } = await database.company.findFirstOrThrow({
        where: { firstPublishedAt: { lt: jst("2024-01-01") }, withdrawnAt: null, manufacturingEntry: null },
      });
      await database.company.update({ where: { id }, data: { withdrawnAt: jst("2025-01-30") } });
    },
    173,
  ],
  ["june-fair-booths", 51, "a company did not come", (database) => standDown(database, "guidanceFair"), 50],
  [
    "june-fair-participants",
    70,
    "a guest came",
    (database) => checkIn(database, "guidanceFair", "other"),
    71,
  ],
  [
    "information-fair-participants",
    { value: 236, cells: { student: 123, guardian: 12, other: 0, company: 93, teacher: 8 } },
    "a teacher came",
    (database) => checkIn(database, "informationFair", "teacher"),
    { value: 237, cells: { student: 123, guardian: 12, other: 0, company: 93, teacher: 9 } },
  ],
  [
    "information-fair-booths",
    44,
    "a company did not come",
    (database) => standDown(database, "informationFair"),
    43,
  ],
  ["information-fairs-held", 1, "it was called off", (database) => callOff(database, "informationFair"), 0],
  [
    "job-cafe-consultations",
    495,
    "a month was reported again",
    (database) => reportAgain(database, "jobCafe", { consultations: 5 }),
    500,
  ],
  ["job-cafe-placements", 25, "one more was placed", (database) => place(database, "jobCafe"), 26],
  [
    "support-station-consultations",
    2442,
    "a month was reported again",
    (database) => reportAgain(database, "supportStation", { consultations: 5 }),
    2447,
  ],
  [
    "support-station-registrations",
    78,
    "the month was reported once more",
    (database) => reportAgain(database, "supportStation", { newRegistrations: 2 }),
    80,
  ],
  [
    "support-station-placements",
    { value: 71, cells: { uniquePeople: 71, firstTimePeople: 40 } },
    "somebody of this year was placed once more",
    async (database) => {
      const { personKey } = await database.placement.findFirstOrThrow({
        where: { source: "supportStation", startedOn: { gte: date("2024-04-01"), lte: date("2025-01-20") } },
      });
      await place(database, "supportStation", personKey);
    },
    { value: 72, cells: { uniquePeople: 71, firstTimePeople: 40 } },
  ],
  [
    "support-station-first-time-people",
    40,
    "somebody new was placed",
    (database) => place(database, "supportStation"),
    41,
  ],
  [
    "company-visit-stops",
    8,
    "a company is not visited",
    async (database) => {
      const { id } = await eventOf(database, "companyVisit");
      const stop = await database.visitStop.findFirstOrThrow({ where: { session: { eventId: id } } });
      const { sessionId, companyId } = stop;
      await database.visitStop.delete({ where: { sessionId_companyId: { sessionId, companyId } } });
    },
    7,
  ],
  [
    "company-visit-participants",
    { value: 149, cells: { student: 141, guardian: 0, other: 0, teacher: 8 } },
    "a group of four came",
    (database) => checkIn(database, "companyVisit", "student", 4),
    { value: 153, cells: { student: 145, guardian: 0, other: 0, teacher: 8 } },
  ],
  ["company-visits-held", 1, "it was called off", (database) => callOff(database, "companyVisit"), 0],
  [
    "training-subsidy-graduates",
    { value: 11, cells: { companies: 6 } },
    "a grant of one person was taken back",
    (database) => takeBackGrant(database, "newHighSchoolGraduate"),
    { value: 10, cells: { companies: 5 } },
  ],
  [
    "training-subsidy-young-people",
    { value: 2, cells: { companies: 2 } },
    "a grant was taken back",
    (database) => takeBackGrant(database, "youngPerson"),
    { value: 1, cells: { companies: 1 } },
  ],
  [
    "visit-tour-participants",
    6,
    "two more came",
    (database) => checkIn(database, "visitTour", "student", 2),
    8,
  ],
  [
    "discovery-fair-students",
    305,
    "one more came",
    (database) => checkIn(database, "discoveryFair", "student"),
    306,
  ],
  [
    "discovery-fair-booths",
    30,
    "a company did not come",
    (database) => standDown(database, "discoveryFair"),
    29,
  ],
  [
    "internship-subsidy-people",
    { value: 1, cells: { companies: 1 } },
    "the grant was taken back",
    (database) => takeBackGrant(database, "internshipParticipant"),
    { value: 0, cells: { companies: 0 } },
  ],
  [
    "outreach-booth-visitors",
    13,
    "one more came",
    (database) => checkIn(database, "outreachBooth", "other"),
    14,
  ],
  [
    "manufacturing-directory",
    112,
    "an entry was taken off",
    async (database) => {
      const { companyId } = await database.manufacturingEntry.findFirstOrThrow({
        where: { listedAt: { lt: jst("2024-01-01") }, delistedAt: null },
      });
      await database.manufacturingEntry.update({
        where: { companyId },
        data: { delistedAt: jst("2025-01-30") },
      });
    },
    111,
  ],
];

const matching = (expected: Expected) => (typeof expected === "number" ? { value: expected } : expected);

describe("every figure of the sheet is computed from records: a changed record changes it", () => {
  const figures = FIGURES.map(([key, before, what, change, after]) => ({ key, before, what, change, after }));
  test.each(figures)("$key: $what", async ({ key, before, change, after }) => {
    expect(await figure(key, SHEET)).toMatchObject(matching(before));
    await change(t.town.database);
    expect(await figure(key, SHEET)).toMatchObject(matching(after));
  });

  test("what was corrected later is not in the sheet as the council knew it", async () => {
    const known = async (key: string) => (await figure(key, SHEET, COUNCIL)).value;
    expect(
      await Promise.all(
        [
          "june-fair-participants",
          "information-fair-participants",
          "job-cafe-consultations",
          "job-cafe-placements",
          "support-station-consultations",
          "support-station-registrations",
          "support-station-placements",
          "support-station-first-time-people",
          "company-visit-participants",
          "training-subsidy-graduates",
          "training-subsidy-young-people",
          "visit-tour-participants",
          "discovery-fair-students",
          "internship-subsidy-people",
          "outreach-booth-visitors",
        ].map(known),
      ),
    ).toEqual([70, 236, 495, 25, 2442, 78, 71, 40, 149, 11, 2, 6, 305, 1, 13]);
  });
});

describe("the local employment rate", () => {
  test("is 47.4 % of the class of March 2021 and 48.2 % of the class of March 2023, from the schools' counts", async () => {
    expect((await figure("local-employment-rate", "2021-05-31")).value).toBe(47.4);
    expect((await figure("local-employment-rate", "2021-04-30", jst("2021-06-01"))).value).toBe(47.4);
    const april = await runMeasure(t.town, "local-employment-rate", { asOf: "2023-04-30", knownOn: COUNCIL });
    expect(april).toMatchObject({
      rate: { numerator: 133, denominator: 276, unknown: 4 },
      status: "final",
    });
    expect(april.value!.toFixed(1)).toBe("48.2");
  });
  test("was provisional until the schools had counted again", async () => {
    const may = { asOf: "2023-04-30", knownOn: jst("2023-05-01") };
    expect(await runMeasure(t.town, "local-employment-rate", may)).toMatchObject({ status: "provisional" });
  });
  test("changes with a school's new count, and not as it was known before", async () => {
    await countAgain(t.town.database, 2023);
    expect((await figure("local-employment-rate", "2023-04-30")).value).toBe(49.3);
    expect((await figure("local-employment-rate", "2023-04-30", COUNCIL)).value).toBe(48.2);
  });
});
