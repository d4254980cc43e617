import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
let teacher: Awaited<ReturnType<typeof createAttendee>>;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-05-20T09:00:00+09:00" });
  site = await openTestSite(t.town);
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
  teacher = await createAttendee(t.town, { role: "teacher", schoolKind: "highSchool" });
});
afterAll(() => t.close());

const post = (path: string, body: Record<string, string>, userId?: string) =>
  site.request(path, { method: "POST", body: new URLSearchParams(body), ...(userId && { userId }) });
const html = async (path: string, userId: string) => (await site.request(path, { userId })).text();
const COUNTS = {
  departmentName: "",
  graduationYear: "2026",
  asOf: "令和8年5月1日",
  graduates: "120",
  placedLocal: "27",
  placedPrefecture: "15",
  placedOutside: "14",
  furtherStudy: "58",
  other: "2",
  unknown: "4",
  status: "provisional",
};
const rowsOf = (schoolId: string) =>
  t.town.database.schoolOutcome.findMany({ where: { schoolId }, orderBy: { recordedAt: "asc" } });
const rate = async (knownOn?: Date) =>
  runMeasure(t.town, "local-employment-rate", { asOf: "2026-05-20", knownOn });

describe("the counts of a class", () => {
  test("are entered by the teacher, change the rate, and a later row corrects them", async () => {
    expect((await rate()).value).toBeNull();
    const path = "/school/outcomes";
    expect((await post(path, COUNTS, teacher.id)).status).toBe(303);
    expect((await post(path, COUNTS, teacher.id)).status).toBe(303);
    expect(await rowsOf(teacher.schoolId!)).toHaveLength(1);
    const first = await rate();
    expect(first.rate).toMatchObject({ numerator: 27, denominator: 56, unknown: 4 });
    expect(first.value).toBeCloseTo(48.2, 1);
    const known = t.town.clock.now();
    t.setNow("2026-05-21T09:00:00+09:00");
    const corrected = { ...COUNTS, placedLocal: "30", unknown: "1", status: "final" };
    expect((await post(path, corrected, teacher.id)).status).toBe(303);
    expect((await rate()).rate).toMatchObject({ numerator: 30, denominator: 59, unknown: 1 });
    expect((await rate(known)).rate).toMatchObject({ numerator: 27, denominator: 56 });
    const rows = await rowsOf(teacher.schoolId!);
    expect(rows).toMatchObject([{ placedLocal: 27 }, { placedLocal: 30, recordedById: teacher.id }]);
    const page = await html(path, teacher.id);
    expect(page).toContain("後の記録で直しました");
    expect(page).toContain("50.8%");
    const events = await t.town.database.domainEvent.findMany({ where: { kind: "school-outcome.recorded" } });
    expect(events.map(({ data }) => data)).toMatchObject([
      { by: "school", corrects: null },
      { by: "school", corrects: rows[0]!.id },
    ]);
  });

  test.each([
    [{ unknown: "3" }, "内訳を足すと119人で、卒業者120人と1人合いません"],
    [{ other: "" }, "入力してください"],
    [{ placedLocal: "-1" }, "0から5,000までの数"],
    [{ asOf: "2026-06-01" }, "今日までの日"],
    [{ asOf: "2024-05-01" }, "最終学年になる前"],
    [{ departmentName: "機械科" }, "学校全体の人数を記録しています"],
    [{ status: "maybe" }, "選択肢から"],
  ])("with %j are refused in plain words, and nothing typed is lost", async (wrong, words) => {
    const before = (await rowsOf(teacher.schoolId!)).length;
    const response = await post("/school/outcomes", { ...COUNTS, furtherStudy: "58", ...wrong }, teacher.id);
    expect(response.status).toBe(400);
    const page = await response.text();
    expect(page).toContain(words);
    expect(page).toContain('value="58"');
    expect(await rowsOf(teacher.schoolId!)).toHaveLength(before);
  });

  test("sent twice at the same moment are one row", async () => {
    const other = await createAttendee(t.town, { role: "teacher", schoolKind: "highSchool" });
    await Promise.all([
      post("/school/outcomes", COUNTS, other.id),
      post("/school/outcomes", COUNTS, other.id),
    ]);
    expect(await rowsOf(other.schoolId!)).toHaveLength(1);
  });

  test("are entered by staff for a school on the telephone, with who told them", async () => {
    const other = await createAttendee(t.town, { role: "teacher", schoolKind: "highSchool" });
    const path = `/staff/employment/schools?year=2026&school=${other.schoolId}`;
    expect(await html("/staff/employment/schools?year=2026", staffId)).toContain("報告がありません");
    expect((await post(path, COUNTS, staffId)).status).toBe(400);
    expect((await post(path, COUNTS, other.id)).status).toBe(403);
    const told = { ...COUNTS, source: "進路指導の先生から電話で" };
    expect((await post(path, told, staffId)).status).toBe(303);
    expect(await rowsOf(other.schoolId!)).toMatchObject([{ source: told.source, recordedById: staffId }]);
    expect(await html("/school/outcomes", other.id)).toContain("事務局が入力");
    expect((await post(`${path}x`, told, staffId)).status).toBe(404);
    expect((await site.request(`${path}&year=abc`, { userId: staffId })).status).toBe(200);
  });
});

describe("the monthly report of a programme", () => {
  const path = "/staff/employment/reports";
  const report = { programme: "jobCafe", month: "2026年4月", consultations: "50", newRegistrations: "9" };
  const value = async (asOf = "2026-05-21") =>
    (await runMeasure(t.town, "job-cafe-consultations", { asOf })).value;

  test("is entered, corrected, and missing months are named", async () => {
    expect(await html(path, staffId)).toContain("2026年4月");
    expect((await post(path, report, staffId)).status).toBe(303);
    expect((await post(path, report, staffId)).status).toBe(303);
    expect(await value()).toBe(50);
    t.setNow("2026-05-22T09:00:00+09:00");
    expect((await post(path, { ...report, consultations: "52" }, staffId)).status).toBe(303);
    expect(await value()).toBe(52);
    expect(await t.town.database.supportReport.count()).toBe(2);
    expect(await html(`${path}?year=2026`, staffId)).toContain("後の記録で直しました");
    for (const wrong of [
      { month: "2026-05" },
      { month: "春" },
      { consultations: "" },
      { newRegistrations: "-1" },
    ])
      expect((await post(path, { ...report, ...wrong }, staffId)).status).toBe(400);
  });
});

describe("a grant decision", () => {
  const path = "/staff/employment/grants";
  const value = async () =>
    (await runMeasure(t.town, "training-subsidy-graduates", { asOf: "2026-05-21" })).value;

  test("is entered once, corrected and taken back; the figure follows", async () => {
    await t.town.database.subsidy.create({
      data: { id: "s1", name: "人財育成支援補助金", projectCode: "1-1-12" },
    });
    const company = await createCompany(t.town);
    const grant = {
      intent: "record",
      subsidyId: "s1",
      companyId: company.id,
      countedAs: "newHighSchoolGraduate",
      people: "3",
      decidedOn: "2026-05-11",
    };
    for (let at = 0; at < 2; at++) expect((await post(path, grant, staffId)).status).toBe(303);
    expect(await value()).toBe(3);
    const first = await t.town.database.subsidyGrant.findFirstOrThrow();
    t.setNow("2026-05-23T09:00:00+09:00");
    const correct = { ...grant, intent: "correct", grantId: first.id, people: "5" };
    expect((await post(path, { ...correct, people: "0" }, staffId)).status).toBe(400);
    expect((await post(path, correct, staffId)).status).toBe(303);
    expect(await value()).toBe(5);
    expect((await post(path, correct, staffId)).status).toBe(409);
    const second = await t.town.database.subsidyGrant.findFirstOrThrow({ where: { correctsId: first.id } });
    expect(await html(`${path}?edit=${second.id}`, staffId)).toContain("交付決定を直す");
    t.setNow("2026-05-24T09:00:00+09:00");
    expect((await post(path, { intent: "void", grantId: second.id }, staffId)).status).toBe(303);
    expect(await value()).not.toBe(5);
    expect(await t.town.database.subsidyGrant.count()).toBe(3);
    for (const wrong of [
      { decidedOn: "2027-01-01" },
      { subsidyId: "x" },
      { companyId: "x" },
      { people: "many" },
    ])
      expect((await post(path, { ...grant, ...wrong }, staffId)).status).toBe(400);
  });
});
