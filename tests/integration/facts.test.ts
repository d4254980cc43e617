import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFacts } from "#app/analytics/facts.server.ts";
import { isKnown, periodUpTo } from "#app/analytics/facts.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { computeKept, runMeasure } from "#app/analytics/run.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { createCompany, createInternship } from "#tests/support/builders/companies.ts";
import { createAttendee, createEvent, createTestSchool } from "#tests/support/builders/events.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const AS_OF = "2025-01-31";
/** When the first record reached the portal, and when its correction did. */
const FIRST = jst("2025-01-10");
const LATER = jst("2025-01-20");
const BETWEEN = jst("2025-01-15");
let t: TestTown;
let event: Awaited<ReturnType<typeof createEvent>>;
let companyId: string;
let userId: string;

beforeAll(async () => {
  t = await openTestTown({ now: LATER.toISOString() });
  companyId = (await createCompany(t.town)).id;
  userId = (await createAttendee(t.town)).id;
  event = await createEvent(t.town, { kind: "guidanceFair", startsAt: jst("2024-10-05", "10:00") });
});
afterAll(() => t.close());

const db = () => t.town.database;
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const factsNow = async () => (await openFacts(t.town)).factsAt(AS_OF);

/** The figure from what is in memory, which must be the one from facts that are read for the first time. */
async function figure(key: string, knownOn?: Date) {
  const book = await openFacts(t.town);
  const kept = computeKept(findMeasure(key)!, book, { asOf: AS_OF, knownOn });
  const unknown = Object.create(db()) as typeof t.town.database;
  const fresh = await runMeasure({ database: unknown }, key, { asOf: AS_OF, knownOn });
  expect({ ...kept, knownOn: null }).toEqual({ ...fresh, knownOn: null });
  return kept.value;
}

describe("rows that are corrected by other rows", () => {
  test("a placement that was moved to the next year no longer counts, but counted before", async () => {
    const { id, ...row } = await createPlacement(t.town, { startedOn: "2024-12-01" });
    await db().placement.create({ data: { ...row, id: newId(), personKey: newId(), reportedAt: FIRST } });
    const wrong = await db().placement.create({
      data: { ...row, id: newId(), personKey: "moved", reportedAt: FIRST },
    });
    const key = "support-station-placements";
    expect([await figure(key), await figure(key, BETWEEN)]).toEqual([3, 2]);
    await db().placement.create({
      data: { ...wrong, id: newId(), startedOn: day("2025-04-01"), reportedAt: LATER, correctsId: wrong.id },
    });
    expect([await figure(key), await figure(key, BETWEEN)]).toEqual([2, 2]);
    await db().placement.create({
      data: { ...row, id: newId(), reportedAt: LATER, correctsId: id, isVoid: true },
    });
    expect([await figure(key), await figure(key, BETWEEN)]).toEqual([1, 2]);
  });

  test("a grant", async () => {
    await db().subsidy.create({ data: { id: "training", name: "補助金", projectCode: "1-1-12" } });
    const grant = {
      subsidyId: "training",
      companyId,
      countedAs: "newHighSchoolGraduate",
      decidedOn: day("2024-06-01"),
    };
    const first = await db().subsidyGrant.create({
      data: { ...grant, id: newId(), people: 3, recordedAt: FIRST },
    });
    const key = "training-subsidy-graduates";
    expect(await figure(key)).toBe(3);
    await db().subsidyGrant.create({
      data: { ...grant, id: newId(), people: 5, recordedAt: LATER, correctsId: first.id },
    });
    expect([await figure(key), await figure(key, BETWEEN)]).toEqual([5, 3]);
  });

  test("a month's report, by a later one about the same month", async () => {
    const report = (consultations: number, reportedAt: Date) =>
      db().supportReport.create({
        data: {
          id: newId(),
          programme: "jobCafe",
          month: day("2024-05-01"),
          consultations,
          newRegistrations: 1,
          reportedAt,
        },
      });
    await report(40, FIRST);
    expect(await figure("job-cafe-consultations")).toBe(40);
    await report(44, LATER);
    expect([await figure("job-cafe-consultations"), await figure("job-cafe-consultations", BETWEEN)]).toEqual(
      [44, 40],
    );
  });

  test("a school's count, by a later one about the same class and day", async () => {
    const school = await createTestSchool(t.town);
    const count = (placedLocal: number, recordedAt: Date) =>
      db().schoolOutcome.create({
        data: {
          id: newId(),
          schoolId: school.id,
          graduationYear: 2024,
          asOf: day("2024-04-30"),
          graduates: 100,
          placedLocal,
          placedPrefecture: 20,
          placedOutside: 80 - placedLocal,
          furtherStudy: 0,
          other: 0,
          unknown: 0,
          status: "final",
          source: "学校の報告",
          recordedAt,
        },
      });
    await count(40, FIRST);
    expect(await figure("local-employment-rate")).toBe(40);
    await count(50, LATER);
    expect([await figure("local-employment-rate"), await figure("local-employment-rate", BETWEEN)]).toEqual([
      50, 40,
    ]);
  });

  test("a separation that is taken back, and what an employer answered", async () => {
    const { id: placementId } = await createPlacement(t.town, { startedOn: "2024-04-01" });
    const leave = (isVoid: boolean, reportedAt: Date) =>
      db().separation.create({
        data: {
          id: newId(),
          placementId,
          endedOn: day("2024-12-31"),
          kind: "resigned",
          reportedAt,
          isVoid,
        },
      });
    const left = async (knownOn?: Date) =>
      (await factsNow()).separations.filter((row) => isKnown(periodUpTo(AS_OF, knownOn), row)).length;
    await leave(false, FIRST);
    expect(await left()).toBe(1);
    await leave(true, LATER);
    expect([await left(), await left(BETWEEN)]).toEqual([0, 1]);
    await db().employmentAnswer.create({
      data: { id: newId(), placementId, state: "still", asOf: day("2025-01-05"), answeredAt: FIRST },
    });
    expect((await factsNow()).employmentAnswers).toMatchObject([
      { placementId, state: "still", asOf: "2025-01-05", knownAt: FIRST },
    ]);
  });
});

describe("rows that change in place", () => {
  test("a check-in is voided, or its head count is put right", async () => {
    const checkIn = await db().checkIn.create({
      data: { id: newId(), eventId: event.id, category: "student", at: event.startsAt, recordedAt: FIRST },
    });
    const key = "fair-participants";
    expect(await figure(key)).toBe(1);
    await db().checkIn.update({ where: { id: checkIn.id }, data: { headCount: 7 } });
    expect(await figure(key)).toBe(7);
    await db().checkIn.update({ where: { id: checkIn.id }, data: { voidedAt: LATER } });
    expect([await figure(key), await figure(key, BETWEEN)]).toEqual([0, 7]);
    await db().checkIn.update({ where: { id: checkIn.id }, data: { voidedAt: null } });
    await db().checkIn.update({ where: { id: checkIn.id }, data: { at: jst("2023-10-05") } });
    expect(await figure(key)).toBe(0);
    const lastYear = await runMeasure(t.town, key, { asOf: "2024-03-31" });
    expect(lastYear.missing ?? lastYear.value).toBe("no-records");
    await db().checkIn.delete({ where: { id: checkIn.id } });
    expect((await factsNow()).checkIns).toEqual([]);
  });

  test("one row goes and another comes between two looks", async () => {
    const add = () =>
      db().checkIn.create({
        data: { id: newId(), eventId: event.id, category: "guardian", at: event.startsAt, recordedAt: FIRST },
      });
    const { id } = await add();
    expect(await figure("fair-participants")).toBe(1);
    await db().$transaction([db().checkIn.delete({ where: { id } })]);
    const other = await add();
    expect(await figure("fair-participants")).toBe(1);
    expect((await factsNow()).checkIns.map((row) => row.id)).toEqual([other.id]);
  });

  test("a company is withdrawn, and a booth was attended", async () => {
    await db().company.update({ where: { id: companyId }, data: { firstPublishedAt: jst("2024-05-01") } });
    expect(await figure("registered-companies")).toBe(1);
    await db().company.update({ where: { id: companyId }, data: { withdrawnAt: jst("2025-01-30") } });
    expect(await figure("registered-companies")).toBe(0);
    const booth = await db().boothApplication.create({
      data: { id: newId(), eventId: event.id, companyId, state: "selected", appliedAt: FIRST },
    });
    expect(await figure("fair-booths")).toBe(0);
    await db().boothApplication.update({ where: { id: booth.id }, data: { attendedAt: event.startsAt } });
    expect(await figure("fair-booths")).toBe(1);
  });

  test("a transaction that is rolled back changes nothing, one that takes long is not missed", async () => {
    const before = await figure("fair-participants");
    const add = { eventId: event.id, category: "teacher" as const, at: event.startsAt, recordedAt: FIRST };
    await expect(
      db().$transaction(async (tx) => {
        await tx.checkIn.create({ data: { ...add, id: newId() } });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await figure("fair-participants")).toBe(before);
    await Promise.all([
      db().$transaction(async (tx) => {
        await tx.checkIn.create({ data: { ...add, id: newId() } });
        await new Promise((resolve) => setTimeout(resolve, 150));
      }),
      ...Array.from({ length: 5 }, () => db().checkIn.create({ data: { ...add, id: newId() } })),
      openFacts(t.town),
      openFacts(t.town),
    ]);
    expect(await figure("fair-participants")).toBe(before! + 6);
  });
});

describe("sums by day and people's own records", () => {
  test("searches and page views", async () => {
    await db().searchDemand.create({
      data: { day: day("2024-11-01"), text: "金型", searches: 4, zeroHits: 1 },
    });
    await db().searchDemand.create({
      data: { day: day("2024-11-01"), text: "設計", searches: 2, zeroHits: 0 },
    });
    expect([await figure("search-demand"), await figure("searches-without-result")]).toEqual([6, 1]);
    await db().searchDemand.updateMany({ where: { text: "設計" }, data: { searches: 5 } });
    expect(await figure("search-demand")).toBe(9);
    await db().searchDemand.deleteMany({ where: { text: "金型" } });
    expect(await figure("search-demand")).toBe(5);
    const page = { day: day("2024-11-01"), kind: "company" };
    await db().pageViewDay.create({ data: { ...page, subjectId: "a", views: 3 } });
    await db().pageViewDay.create({ data: { ...page, subjectId: "b", views: 4 } });
    expect(await figure("page-views")).toBe(7);
    expect((await factsNow()).pageViews).toEqual([{ day: "2024-11-01", kind: "company", views: 7 }]);
  });

  test("newsletter readers, from their confirmation until they leave", async () => {
    const subscriber = await db().subscriber.create({
      data: {
        id: newId(),
        email: "reader@people.example",
        segment: "student",
        state: "active",
        createdAt: FIRST,
      },
    });
    const consent = (action: "requested" | "confirmed" | "withdrawn", at: Date) =>
      db().consentRecord.create({
        data: { id: newId(), subscriberId: subscriber.id, action, wordingVersion: "1", at },
      });
    await consent("requested", FIRST);
    expect((await factsNow()).subscribers).toEqual([]);
    const { id } = await consent("confirmed", BETWEEN);
    expect(await figure("newsletter-readers")).toBe(1);
    await consent("withdrawn", LATER);
    expect(await figure("newsletter-readers")).toBe(0);
    expect((await factsNow()).subscribers).toEqual([{ id, since: BETWEEN, until: LATER }]);
    await db().subscriber.delete({ where: { id: subscriber.id } });
    expect((await factsNow()).subscribers).toEqual([]);
  });

  test("contacts of those who agreed, and of nobody else", async () => {
    const session = await db().eventSession.findFirstOrThrow({ where: { eventId: event.id } });
    const pool = await db().capacityPool.findFirstOrThrow({ where: { sessionId: session.id } });
    const registration = await db().registration.create({
      data: {
        id: newId(),
        eventId: event.id,
        poolId: pool.id,
        userId,
        category: "student",
        state: "registered",
        ticketCode: "CONTACT1",
        registeredAt: FIRST,
      },
    });
    const at = event.startsAt;
    await db().checkIn.create({
      data: {
        id: newId(),
        eventId: event.id,
        registrationId: registration.id,
        category: "student",
        at,
        recordedAt: at,
      },
    });
    await db().boothVisit.create({
      data: { id: newId(), eventId: event.id, companyId, registrationId: registration.id, at },
    });
    await db().savedCompany.create({ data: { userId, companyId, createdAt: FIRST } });
    expect((await factsNow()).contacts).toEqual([]);
    const placement = await createPlacement(t.town, { startedOn: "2025-01-25", personKey: "agreed" });
    const { id: agreedId } = await db().placement.create({
      data: { ...placement, id: newId(), userId, correctsId: placement.id },
    });
    const internship = await createInternship(t.town, { companyId });
    await db().internshipParticipation.create({
      data: {
        id: newId(),
        internshipId: internship.id,
        personKey: "agreed",
        schoolKind: "highSchool",
        startedOn: day("2024-08-01"),
        reportedAt: FIRST,
      },
    });
    const { contacts } = await factsNow();
    expect(contacts.map(({ kind }) => kind).toSorted()).toEqual([
      "boothVisit",
      "event",
      "internship",
      "savedCompany",
    ]);
    expect(contacts.every(({ personKey }) => personKey === "agreed")).toBe(true);
    expect(JSON.stringify(await factsNow())).not.toContain(userId);
    await db().placement.create({
      data: { ...placement, id: newId(), userId: null, correctsId: agreedId, reportedAt: LATER },
    });
    expect((await factsNow()).contacts).toEqual([]);
  });
});
