import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readDisclosurePolicy } from "#app/domain/disclosure/policy.store.server.ts";
import { readEffects } from "#app/domain/signals/effects.store.server.ts";
import { readLeverCounts } from "#app/domain/signals/levers.store.server.ts";
import { readSignals } from "#app/domain/signals/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { createAttendee, createEvent, createTestSchool } from "#tests/support/builders/events.ts";
import { createIndicator, createObservation, createPlan } from "#tests/support/builders/indicators.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const TODAY = "2025-11-20";
const day = (date: string) => new Date(`${date}T00:00:00Z`);
let t: TestTown;
let site: TestSite;
let plan: Awaited<ReturnType<typeof createPlan>>;
let staff: { id: string };

beforeAll(async () => {
  t = await openTestTown({ now: `${TODAY}T03:00:00Z` });
  site = await openTestSite(t.town);
  plan = await createPlan(t.town);
  staff = await createAttendee(t.town, { role: "staff" });
});
afterAll(() => t.close());

const signals = () => readSignals(t.town, { today: TODAY });
const counts = () => readLeverCounts(t.town, { today: TODAY });

async function read(path: string, userId: string) {
  const response = await site.request(path, { userId });
  return { status: response.status, text: (await response.text()).replaceAll("<!-- -->", "") };
}

function createCompany(data: { firstPublishedAt?: Date } = {}) {
  const id = newId();
  return t.town.database.company.create({ data: { id, slug: id, ...data } });
}

describe("missing reports", () => {
  test("a school is asked through its teachers until its class is told", async () => {
    const school = await createTestSchool(t.town, { name: "架空高等学校" });
    const teacher = await createAttendee(t.town, { role: "teacher", schoolId: school.id });
    const about = async () =>
      (await signals()).find((signal) => "schoolId" in signal && signal.schoolId === school.id);
    expect(await about()).toMatchObject({
      what: "outcome",
      school: "架空高等学校",
      graduationYear: 2025,
      mailTo: [teacher.email],
    });
    expect((await counts()).classesWithoutOutcome).toMatchObject({ graduationYear: 2025 });
    await t.town.database.schoolOutcome.create({
      data: {
        id: newId(),
        schoolId: school.id,
        graduationYear: 2025,
        asOf: day("2025-04-30"),
        graduates: 40,
        placedLocal: 10,
        placedPrefecture: 5,
        placedOutside: 5,
        furtherStudy: 18,
        other: 1,
        unknown: 1,
        status: "final",
        source: "学校の報告",
        recordedAt: t.town.clock.now(),
      },
    });
    expect(await about()).toBeUndefined();
  });

  test("a programme's month is asked of the account that reported before", async () => {
    const reporter = await createAttendee(t.town, { role: "staff" });
    for (const month of ["2025-07-01", "2025-09-01"])
      await t.town.database.supportReport.create({
        data: {
          id: newId(),
          programme: "jobCafe",
          month: day(month),
          consultations: 40,
          newRegistrations: 6,
          reportedAt: day(month),
          reportedById: reporter.id,
        },
      });
    expect(await signals()).toContainEqual({
      kind: "missingReport",
      what: "months",
      programme: "jobCafe",
      months: ["2025-08", "2025-10"],
      mailTo: reporter.email,
    });
  });

  test("companies that did not answer the last quarter are named, those that did are not", async () => {
    const [answered, silent] = [await createCompany(), await createCompany()];
    const question = async (companyId: string) =>
      t.town.database.employmentQuestion.create({
        data: { id: newId(), companyId, quarter: "2025-Q3", askedAt: jst("2025-10-01", "09:00") },
      });
    const { id: questionId } = await question(answered.id);
    await question(silent.id);
    const placementId = newId();
    await t.town.database.placement.create({
      data: {
        id: placementId,
        personKey: newId(),
        companyId: answered.id,
        kind: "newGraduate",
        source: "company",
        inJurisdiction: true,
        startedOn: day("2025-04-01"),
        reportedAt: t.town.clock.now(),
        answers: {
          create: {
            id: newId(),
            questionId,
            state: "still",
            asOf: day("2025-10-02"),
            answeredAt: jst("2025-10-02"),
          },
        },
      },
    });
    // A third one answered that nobody had been hired: there is no person whom its answer could be about.
    const { id: nobodyHired } = await question((await createCompany()).id);
    await t.town.database.domainEvent.create({
      data: { kind: "employment.answered", subjectId: nobodyHired, occurredAt: t.town.clock.now(), data: {} },
    });
    expect(await signals()).toContainEqual({
      kind: "missingReport",
      what: "answers",
      quarter: "2025-Q3",
      asked: 3,
      unanswered: 1,
      companies: [{ id: silent.id, name: "", phone: "" }],
    });
    expect(await counts()).toMatchObject({
      unanswered: { quarter: "2025-Q3", companies: 1, asked: 3 },
      hiresWithoutGrant: 1,
    });
  });
});

describe("the plan's own signals", () => {
  test("an official figure that is older than its rhythm, and an indicator behind its pace with its levers", async () => {
    const { id } = await createIndicator(t.town, {
      planId: plan.id,
      nodeId: null,
      name: "従業者数",
      unit: "人",
    });
    for (const fiscalYear of [2021, 2022, 2023])
      await createObservation(t.town, { indicatorId: id, fiscalYear, value: 10_000 + fiscalYear });
    expect(await signals()).toContainEqual(
      expect.objectContaining({
        kind: "lateSource",
        newest: "2024-03-31",
        indicators: [{ id, name: "従業者数", place: "" }],
      }),
    );
    await createCompany({ firstPublishedAt: jst("2024-06-01") });
    const registered = await createIndicator(t.town, {
      planId: plan.id,
      nodeId: plan.projectId,
      measureKey: "registered-companies",
      targets: { 2025: 100 },
    });
    const company = await createCompany();
    await t.town.database.companyRegistration.create({
      data: {
        companyId: company.id,
        contactName: "担当",
        termsVersion: "1",
        consentedAt: jst("2025-11-01"),
        submittedAt: jst("2025-11-10", "09:00"),
      },
    });
    expect((await counts()).approvals).toEqual({ late: 1, waiting: 1 });
    const found = (await signals()).find((signal) => signal.kind === "behindPace");
    expect(found).toMatchObject({ indicator: { id: registered.id }, place: "1-1-2 題1-1-2" });
    const page = await read("/staff/signals", staff.id);
    expect(page.status).toBe(200);
    expect(page.text).toContain("承認待ちが1件あります(うち1件は10日以上前の申請)。確かめて公開する");
    const home = await read("/staff", staff.id);
    expect(home.text).toContain("承認待ちが1件あります(うち1件は10日以上前の申請)。確かめて公開する");
    expect(home.text).toMatch(/指標の気づき[\s\S]*?\d+件/);
  });

  test("are for staff only", async () => {
    const student = await createAttendee(t.town);
    expect((await read("/staff/signals", student.id)).status).toBe(403);
  });
});

describe("a plan for an event", () => {
  test("says what it would do to the indicators until the event begins", async () => {
    await createIndicator(t.town, {
      planId: plan.id,
      nodeId: plan.projectId,
      name: "参加企業数",
      measureKey: "information-fair-booths",
      targets: { 2025: 50 },
    });
    const event = await createEvent(t.town, { kind: "informationFair" });
    const effects = () => readEffects(t.town, { eventId: event.id, amounts: { booths: 44 } });
    const [shown] = await effects();
    expect(shown).toMatchObject({
      name: "参加企業数",
      after: "44社",
      target: "50社",
      note: "目標まであと6社",
    });
    expect(shown!.before).toBe("まだ記録がありません");
    t.setNow("2025-12-01T03:00:00Z");
    expect(await effects()).toEqual([]);
    t.setNow(`${TODAY}T03:00:00Z`);
  });

  test("counts free seats and schools that have not been there", async () => {
    const { coming, schools } = await counts();
    expect(coming.informationFair).toMatchObject({ events: 1, seats: 10, taken: 0 });
    expect(schools.informationFair).toEqual({ without: 2, all: 2 });
    const [event] = await t.town.database.event.findMany({ where: { kind: "informationFair" } });
    const pool = await t.town.database.capacityPool.findFirstOrThrow({
      where: { session: { eventId: event!.id } },
    });
    const school = await t.town.database.school.findFirstOrThrow();
    const teacher = await createAttendee(t.town, { role: "teacher", schoolId: school.id });
    await t.town.database.registration.create({
      data: {
        id: newId(),
        eventId: event!.id,
        poolId: pool.id,
        userId: teacher.id,
        schoolId: school.id,
        category: "student",
        state: "registered",
        ticketCode: newId(),
        registeredAt: t.town.clock.now(),
      },
    });
    const after = await counts();
    expect(after.schools.informationFair).toEqual({ without: 1, all: 2 });
  });
});

describe("the limits of disclosure", () => {
  test("are the town's newest decision that is in force", async () => {
    expect(await readDisclosurePolicy(t.town)).toMatchObject({ version: 1, minimumPeople: 5 });
    const decide = (version: number, effectiveFrom: string, minimumPeople: number) =>
      t.town.database.disclosurePolicy.create({
        data: {
          version,
          effectiveFrom: day(effectiveFrom),
          minimumPeople,
          minimumMinorsBySchool: 10,
          minimumCompanies: 3,
          minimumRateDenominator: 10,
          reason: "試験",
          recordedAt: t.town.clock.now(),
        },
      });
    await decide(2, "2025-04-01", 6);
    await decide(3, "2026-04-01", 8);
    expect(await readDisclosurePolicy(t.town)).toMatchObject({ version: 2, minimumPeople: 6 });
    expect(await readDisclosurePolicy(t.town, { day: "2026-04-01" })).toMatchObject({ version: 3 });
  });
});
