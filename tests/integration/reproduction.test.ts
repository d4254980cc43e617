import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadFacts, openFacts } from "#app/analytics/facts.server.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { computeKept, computeWithMembers, runMeasure } from "#app/analytics/run.server.ts";
import { recordRun, replayRun } from "#app/analytics/runs.server.ts";
import { withdrawConsent } from "#app/domain/employment/codes.store.server.ts";
import {
  checkInRegistration,
  checkInWalkIns,
  correctHeadCount,
  voidCheckIn,
} from "#app/domain/events/check-ins.store.server.ts";
import { forgetCompanies, saveCompanies } from "#app/domain/saved-companies/store.server.ts";
import { forgetOldDemand } from "#app/domain/search-demand/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { createCompany, createInternship } from "#tests/support/builders/companies.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const AS_OF = "2025-01-31";
const at = (day: string, time = "12:00") => jst(day, time);
let t: TestTown;

const now = (day: string, time = "12:00") => t.setNow(at(day, time).toISOString());
const value = async (key: string, knownOn?: Date, asOf = AS_OF) =>
  (await runMeasure(t.town, key, { asOf, knownOn })).value;

/** Writes a run of what is known now. */
async function recorded(key: string): Promise<string> {
  const facts = await loadFacts(t.town, { asOf: AS_OF });
  const found = computeWithMembers(findMeasure(key)!, facts, { asOf: AS_OF, knownOn: t.town.clock.now() });
  return t.town.database.$transaction((tx) => recordRun(tx, t.town, { ...found, actorId: null }));
}

describe("an entry of the reception", () => {
  let eventId: string;
  beforeAll(async () => {
    t = await openTestTown({ now: at("2024-10-01").toISOString() });
    const startsAt = at("2024-10-05", "10:00");
    eventId = (await createEvent(t.town, { kind: "guidanceFair", startsAt, seats: { student: 50 } })).id;
    now("2024-10-05", "10:30");
  });
  afterAll(() => t.close());

  test("whose number is put right says what was known before, and a run about it gives the same number", async () => {
    const entry = { eventId, staffId: "staff", checkInId: newId() };
    await checkInWalkIns(t.town, { ...entry, category: "student", headCount: 30 });
    now("2024-10-06");
    const runId = await recorded("fair-participants");
    now("2024-10-08");
    await correctHeadCount(t.town, { ...entry, headCount: 29 });
    now("2024-10-09");
    await correctHeadCount(t.town, { ...entry, headCount: 28 });
    expect(await value("fair-participants")).toBe(28);
    const days = ["2024-10-05", "2024-10-06", "2024-10-08", "2024-10-09"];
    expect(await Promise.all(days.map((day) => value("fair-participants", at(day))))).toEqual([
      30, 30, 29, 28,
    ]);
    expect(await replayRun(t.town, runId)).toMatchObject({
      outcome: "same",
      again: { value: 30 },
      isOtherCode: false,
    });
    expect((await runMeasure(t.town, "fair-participants", { asOf: AS_OF })).inputCount).toBe(1);
  });

  test("that is taken back and made anew is known as each of them was", async () => {
    const { id: userId } = await createAttendee(t.town);
    const pool = await t.town.database.capacityPool.findFirstOrThrow({ where: { session: { eventId } } });
    const registration = await t.town.database.registration.create({
      data: {
        id: newId(),
        eventId,
        poolId: pool.id,
        userId,
        category: "student",
        state: "registered",
        ticketCode: "AGAIN123",
        registeredAt: at("2024-10-01"),
      },
    });
    const request = { eventId, staffId: "staff", registrationId: registration.id };
    now("2024-10-05", "11:00");
    const made = await checkInRegistration(t.town, request);
    expect(made).toMatchObject({ ok: true });
    const checkInId = (
      await t.town.database.checkIn.findFirstOrThrow({ where: { registrationId: registration.id } })
    ).id;
    now("2024-10-05", "11:10");
    await voidCheckIn(t.town, { eventId, staffId: "staff", checkInId });
    now("2024-10-05", "11:20");
    expect(await checkInRegistration(t.town, request)).toMatchObject({ ok: true });
    const times = ["10:59", "11:00", "11:10", "11:20"];
    const known = await Promise.all(times.map((time) => value("fair-participants", at("2024-10-05", time))));
    expect(known).toEqual([30, 31, 30, 31]);
  });
});

describe("what is known at an instant", () => {
  beforeAll(async () => {
    t = await openTestTown({ now: at("2024-10-01").toISOString() });
  });
  afterAll(() => t.close());
  const kept = async (key: string, knownOn: Date) =>
    computeKept(findMeasure(key)!, await openFacts(t.town), { asOf: AS_OF, knownOn }).value;

  test("is not the same as what is known now, though nothing but a company was withdrawn in between", async () => {
    const { id } = await createCompany(t.town);
    const withdrawnAt = at("2024-10-10");
    await t.town.database.company.update({
      where: { id },
      data: { firstPublishedAt: at("2024-09-01"), withdrawnAt },
    });
    expect(await kept("registered-companies", at("2024-10-11"))).toBe(0);
    expect(await kept("registered-companies", at("2024-10-09"))).toBe(1);
  });

  test("grows when an event ends, without anything being written", async () => {
    const startsAt = at("2024-10-20", "10:00");
    const endsAt = at("2024-10-20", "16:00");
    const event = await createEvent(t.town, { kind: "seminar", startsAt, endsAt });
    await t.town.database.checkIn.create({
      data: { id: newId(), eventId: event.id, category: "student", at: startsAt, recordedAt: startsAt },
    });
    expect(await kept("seminars-held", at("2024-10-20", "15:00"))).toBe(0);
    expect(await kept("seminars-held", at("2024-10-20", "16:00"))).toBe(1);
  });

  test("stays when words of searches are forgotten after their time: the number of searches does not need them", async () => {
    const day = new Date("2024-10-01T00:00:00Z");
    for (const [text, searches] of [["金型", 4] as const, ["設計", 2] as const])
      await t.town.database.searchDemand.create({ data: { day, text, searches, zeroHits: 1 } });
    const before = [await value("search-demand"), await value("searches-without-result")];
    expect(before).toEqual([6, 2]);
    now("2026-03-01");
    await forgetOldDemand(t.town);
    await forgetOldDemand(t.town);
    expect(await t.town.database.searchDemand.findMany({ select: { text: true } })).toEqual([{ text: "" }]);
    expect([await value("search-demand"), await value("searches-without-result")]).toEqual(before);
  });

  test("has the internships that were published, and one more when one more is", async () => {
    now("2024-11-01");
    const { id: companyId } = await createCompany(t.town);
    await createInternship(t.town, { companyId });
    expect(await value("published-internships")).toBe(1);
    now("2024-12-01");
    await createInternship(t.town, { companyId, title: "設計の仕事を体験する三日間" });
    await createInternship(t.town, { companyId, state: "draft", publishedAt: null });
    expect(await value("published-internships")).toBe(2);
    expect(await value("published-internships", at("2024-11-30"))).toBe(1);
    expect(await value("published-internships", undefined, "2024-11-30")).toBe(1);
  });
});

describe("contacts before a placement, when somebody takes back what they are read from", () => {
  const KEY = "contact-before-placement";
  let userId: string;
  let slug: string;
  beforeAll(async () => {
    t = await openTestTown({ now: at("2024-06-01").toISOString() });
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    now("2024-06-01");
    // Each test has its own placement; the database itself never lets one go.
    await t.town.database.$executeRaw`TRUNCATE "Placement" CASCADE`;
    slug = (await createCompany(t.town)).slug;
    userId = (await createAttendee(t.town)).id;
    await saveCompanies(t.town, { userId, slugs: [slug] });
    now("2024-10-02");
    await createPlacement(t.town, { startedOn: "2024-10-01", userId });
  });

  test("a replay says that it cannot be done any more, and nothing leads to the person", async () => {
    now("2024-11-01");
    const runId = await recorded(KEY);
    expect(await replayRun(t.town, runId)).toMatchObject({ outcome: "same", again: { value: 100 } });
    now("2024-12-01");
    await withdrawConsent(t.town, { userId });
    expect(await runMeasure(t.town, KEY, { asOf: AS_OF, knownOn: at("2024-11-01") })).toMatchObject({
      value: null,
      missing: "not-reproducible",
    });
    const replay = await replayRun(t.town, runId);
    expect(replay).toMatchObject({
      outcome: "not-reproducible",
      same: false,
      isRunAltered: false,
      run: { value: 100 },
    });
    expect((await runMeasure(t.town, KEY, { asOf: AS_OF })).rate).toEqual({
      numerator: 0,
      denominator: 0,
      unknown: 1,
    });
    const [placement] = await t.town.database.placement.findMany();
    expect(JSON.stringify(placement)).not.toContain("2024-12-01");
    expect(await t.town.database.contactLoss.findMany({ select: { fiscalYear: true } })).toContainEqual({
      fiscalYear: 2024,
    });
    await expect(t.town.database.contactLoss.deleteMany()).rejects.toThrow(/never changed/);
  });

  test("a saved company that is forgotten later was a contact then; one that nobody counted leaves no trace", async () => {
    const losses = await t.town.database.contactLoss.count();
    now("2024-11-01");
    await saveCompanies(t.town, { userId, slugs: [(await createCompany(t.town)).slug] });
    const later = await t.town.database.savedCompany.findFirstOrThrow({
      where: { userId },
      orderBy: { createdAt: "desc" },
      include: { company: true },
    });
    await forgetCompanies(t.town, { userId, slug: later.company.slug });
    expect(await t.town.database.contactLoss.count()).toBe(losses);
    expect(await value(KEY)).toBe(100);
    now("2024-12-15");
    await forgetCompanies(t.town, { userId, slug });
    expect(await value(KEY)).toBe(0);
    expect((await runMeasure(t.town, KEY, { asOf: AS_OF, knownOn: at("2024-12-14") })).missing).toBe(
      "not-reproducible",
    );
    expect(await value(KEY, at("2024-12-16"))).toBe(0);
  });

  test("a correction without the account takes it back too, one that says it never happened does not", async () => {
    const { id, ...row } = await t.town.database.placement.findFirstOrThrow();
    const reportedAt = at("2025-01-10");
    const known = at("2025-01-09");
    await t.town.database.placement.create({
      data: { ...row, id: newId(), correctsId: id, isVoid: true, reportedAt },
    });
    const other = await createPlacement(t.town, { startedOn: "2024-12-01", userId });
    const missing = async () => (await runMeasure(t.town, KEY, { asOf: AS_OF, knownOn: known })).missing;
    expect(await value(KEY, known)).toBe(100);
    await t.town.database.placement.create({
      data: { ...other, id: newId(), userId: null, correctsId: other.id, reportedAt },
    });
    expect(await missing()).toBe("not-reproducible");
  });
});
