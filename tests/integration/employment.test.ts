import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { makeCode } from "#app/domain/employment/codes.store.server.ts";
import { correctPlacement } from "#app/domain/employment/corrections.store.server.ts";
import { recordProgrammePlacement } from "#app/domain/employment/programmes.store.server.ts";
import { readYearAtAGlance } from "#app/domain/employment/store.server.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { answerForm, askCompany, hireForm } from "#tests/support/builders/employment-reports.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-10-08T09:00:00+09:00" });
  site = await openTestSite(t.town);
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

const post = (path: string, body: Record<string, string>, userId?: string) =>
  site.request(path, { method: "POST", body: new URLSearchParams(body), ...(userId && { userId }) });
const html = async (path: string, userId: string) => (await site.request(path, { userId })).text();
const standingOf = (companyId: string) =>
  t.town.database.placement.findMany({
    where: { companyId, isVoid: false, correctedBy: { is: null } },
    orderBy: { employerReference: "asc" },
  });
const CHANGE = {
  intent: "change",
  mark: "2026春-1",
  kind: "newGraduate",
  graduationYear: "2026",
  schoolKind: "highSchool",
  departmentName: "機械科",
  placeOfWork: "一関市",
  startedOn: "2026-04-01",
  route: "",
  reason: "写し間違い",
};

/** A company that reported one hire as its signed-in member. */
async function reported(changes: Parameters<typeof hireForm>[1] = {}) {
  const company = await createCompany(t.town);
  const send = (body: Record<string, string>) =>
    post("/company/employment", { intent: "send", rows: "2", ...body }, company.member!.id);
  const response = await send(hireForm(0, changes));
  expect(response.status).toBe(303);
  const [placement] = await standingOf(company.id);
  return { ...company, send, placement: placement! };
}

describe("the company's room", () => {
  test("takes a report without a question, shows it, and is closed to others", async () => {
    const company = await reported();
    expect(company.placement).toMatchObject({ source: "company", reportedById: company.member!.id });
    const page = await html("/company/employment", company.member!.id);
    expect(page).toContain("2026春-1");
    expect(page).toContain("未回答");
    expect((await post("/company/employment", hireForm(0))).status).toBe(401);
    expect((await post("/company/employment", hireForm(0), staffId)).status).toBe(403);
  });

  test("answers the open question of the quarter with it", async () => {
    const company = await reported();
    const question = await askCompany(t.town, company.id);
    await company.send(answerForm(company.placement.id, { state: "still" }));
    const answers = await t.town.database.employmentAnswer.findMany({
      where: { placementId: company.placement.id },
    });
    expect(answers).toMatchObject([{ questionId: question.id, state: "still", actorId: company.member!.id }]);
    const events = await t.town.database.domainEvent.findMany({ where: { subjectId: question.id } });
    expect(events.map(({ kind }) => kind)).toEqual(["employment.asked", "employment.answered"]);
  });

  test("refuses a mark whose person is still there, and keeps the person who comes back", async () => {
    const company = await reported();
    const again = hireForm(0, { startedOn: "2026-09-01", kind: "midCareer" });
    const refused = await company.send(again);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("在籍中としてお知らせいただいています");
    const left = { state: "left", endedOn: "2026-06-30", endKind: "contractEnd" };
    await company.send(answerForm(company.placement.id, left));
    t.setNow("2026-10-08T09:01:00+09:00");
    expect((await company.send(again)).status).toBe(303);
    const rows = await standingOf(company.id);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ personKey }) => personKey)).size).toBe(1);
    t.setNow("2026-10-08T09:00:00+09:00");
  });
});

describe("a correction", () => {
  test("replaces the row with a reason, keeps the old one, and the separation moves on", async () => {
    const company = await reported();
    const left = { state: "left", endedOn: "2026-09-30", endKind: "resigned" };
    await company.send(answerForm(company.placement.id, left));
    t.setNow("2026-10-09T09:00:00+09:00");
    const path = `/company/employment/correction?placement=${company.placement.id}`;
    expect(await html(path, company.member!.id)).toContain("2026春-1");
    const noReason = await post(path, { ...CHANGE, reason: "" }, company.member!.id);
    expect(noReason.status).toBe(400);
    const done = await post(path, { ...CHANGE, placeOfWork: "北上市" }, company.member!.id);
    expect(done.headers.get("Location")).toBe("/company/employment");
    const [row] = await standingOf(company.id);
    expect(row).toMatchObject({
      correctsId: company.placement.id,
      correctionReason: "写し間違い",
      inJurisdiction: false,
      personKey: company.placement.personKey,
    });
    expect(await t.town.database.separation.findMany({ where: { placementId: row!.id } })).toMatchObject([
      { endedOn: new Date("2026-09-30T00:00:00Z") },
    ]);
    expect(await t.town.database.placement.count({ where: { companyId: company.id } })).toBe(2);
    // The page of the old row answers like a missing one.
    expect((await site.request(path, { userId: company.member!.id })).status).toBe(404);
    expect((await post(path, CHANGE, company.member!.id)).status).toBe(409);
    t.setNow("2026-10-08T09:00:00+09:00");
  });

  test("of two at the same moment only one is written", async () => {
    const company = await reported();
    const correct = () =>
      correctPlacement(t.town, {
        placementId: company.placement.id,
        scope: { staff: true },
        actorId: staffId,
        change: { as: "void", reason: "二重の報告" },
      });
    const results = await Promise.all([correct(), correct()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await standingOf(company.id)).toEqual([]);
    expect(await t.town.database.placement.count({ where: { companyId: company.id } })).toBe(2);
  });

  test("takes a separation back", async () => {
    const company = await reported();
    await company.send(
      answerForm(company.placement.id, { state: "left", endedOn: "2026-09-30", endKind: "resigned" }),
    );
    t.setNow("2026-10-08T09:05:00+09:00");
    const path = `/company/employment/correction?placement=${company.placement.id}`;
    expect((await post(path, { intent: "stay" }, company.member!.id)).status).toBe(303);
    const rows = await t.town.database.separation.findMany({
      where: { placementId: company.placement.id },
      orderBy: { reportedAt: "asc" },
    });
    expect(rows.map(({ isVoid }) => isVoid)).toEqual([false, true]);
    expect(await html("/company/employment", company.member!.id)).toContain(`state-${company.placement.id}`);
    t.setNow("2026-10-08T09:00:00+09:00");
  });

  test("is refused to other companies and takes no nonsense", async () => {
    const company = await reported();
    const other = await createCompany(t.town);
    const path = `/company/employment/correction?placement=${company.placement.id}`;
    expect((await site.request(path, { userId: other.member!.id })).status).toBe(404);
    expect((await post(path, CHANGE, other.member!.id)).status).toBe(409);
    for (const wrong of [
      { startedOn: "2026-02-30" },
      { graduationYear: "" },
      { kind: "supported" },
      { placeOfWork: "？" },
      { intent: "burn" },
    ])
      expect((await post(path, { ...CHANGE, ...wrong }, company.member!.id)).status).toBe(400);
    expect(await standingOf(company.id)).toMatchObject([{ id: company.placement.id }]);
  });
});

describe("the code of a person", () => {
  test("links the placement to the account with one key for good, once", async () => {
    const person = await createAttendee(t.town, { role: "student" });
    const { code } = await makeCode(t.town, { userId: person.id });
    expect(await makeCode(t.town, { userId: person.id })).toEqual({ code });
    const first = await reported({ code: `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase() });
    expect(first.placement).toMatchObject({ userId: person.id });
    const second = await createCompany(t.town);
    const used = await post(
      "/company/employment",
      { intent: "send", rows: "2", ...hireForm(0, { code }) },
      second.member!.id,
    );
    expect(used.status).toBe(400);
    expect(await used.text()).toContain("すでに使われています");
    const next = await makeCode(t.town, { userId: person.id });
    const again = await reported({ code: next.code, startedOn: "2026-08-01" });
    expect(again.placement.personKey).toBe(first.placement.personKey);
    const page = await html("/company/employment", first.member!.id);
    expect(page).not.toContain(person.id);
  });

  test("of two companies at the same moment links one", async () => {
    const person = await createAttendee(t.town, { role: "student" });
    const { code } = await makeCode(t.town, { userId: person.id });
    const companies = [await createCompany(t.town), await createCompany(t.town)];
    const answers = await Promise.all(
      companies.map(({ member }) =>
        post("/company/employment", { intent: "send", rows: "2", ...hireForm(0, { code }) }, member!.id),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 400]);
    expect(await t.town.database.placement.count({ where: { userId: person.id } })).toBe(1);
  });

  test("is made and taken back on the person's page, after they agreed", async () => {
    const person = await createAttendee(t.town, { role: "student" });
    expect(await html("/me", person.id)).toContain("就職が決まったら");
    const path = "/me/placement-code";
    expect((await post(path, { intent: "make" }, person.id)).status).toBe(400);
    expect((await post(path, { intent: "make", consent: "yes" }, person.id)).status).toBe(303);
    const { code } = await t.town.database.placementCode.findFirstOrThrow({ where: { userId: person.id } });
    expect(await html(path, person.id)).toContain(`${code.slice(0, 4)}-${code.slice(4)}`);
    expect((await post(path, { intent: "withdraw" }, person.id)).status).toBe(303);
    expect(await t.town.database.placementCode.count({ where: { userId: person.id } })).toBe(0);
    expect((await site.request(path, { userId: staffId })).status).toBe(403);
  });

  test("works for a year and no unknown one does", async () => {
    const person = await createAttendee(t.town, { role: "student" });
    const { code } = await makeCode(t.town, { userId: person.id });
    t.setNow("2027-10-09T00:00:00+09:00");
    const company = await createCompany(t.town);
    for (const typed of [code, "22222222", "K7M2-P9Q0"]) {
      const body = { intent: "send", rows: "2", ...hireForm(0, { code: typed }) };
      const refused = await post("/company/employment", body, company.member!.id);
      expect(refused.status).toBe(400);
    }
    t.setNow("2026-10-08T09:00:00+09:00");
  });
});

describe("placements of a programme", () => {
  const enter = (personNumber: string, startedOn: string) =>
    recordProgrammePlacement(t.town, {
      staffId,
      values: {
        programme: "supportStation",
        personNumber,
        startedOn,
        kind: "supported",
        placeOfWork: "一関市",
        companyId: "",
        route: null,
      },
    });

  test("count two placements of one person as two and one, and a double submit once", async () => {
    expect(await enter("S-101", "2025-11-04")).toEqual({ ok: true, repeated: false, isFirstTime: true });
    expect(await enter("Ｓ－１０１".normalize("NFKC"), "2026-05-11")).toMatchObject({ isFirstTime: false });
    expect(await enter("s- 101", "2026-05-11")).toMatchObject({ repeated: true });
    await Promise.all([enter("S-102", "2026-06-01"), enter("S-102", "2026-06-01")]);
    const measure = await runMeasure(t.town, "support-station-placements", { asOf: "2026-10-08" });
    expect(measure.value).toBe(2);
    const cells = measure.breakdowns.find(({ by }) => by === "people")!.cells;
    expect(cells).toMatchObject([
      { key: "uniquePeople", value: 2 },
      { key: "firstTimePeople", value: 1 },
    ]);
    const keys = await t.town.database.placement.findMany({ where: { source: "supportStation" } });
    for (const { personKey } of keys) expect(personKey).not.toContain("101");
  });

  test("change the measure when one is corrected and when one is void, and the past stays as it was known", async () => {
    await enter("S-201", "2026-07-01");
    const before = new Date("2026-10-08T12:00:00+09:00");
    t.setNow("2026-10-09T09:00:00+09:00");
    const counted = async (knownOn?: Date) =>
      (await runMeasure(t.town, "support-station-placements", { asOf: "2026-10-08", knownOn })).value;
    const was = (await counted())!;
    const row = await t.town.database.placement.findFirstOrThrow({
      where: { startedOn: new Date("2026-07-01T00:00:00Z"), source: "supportStation" },
    });
    const path = `/staff/employment/correction?placement=${row.id}`;
    const done = await post(path, { intent: "void", voidReason: "働き始めなかった" }, staffId);
    expect(done.status).toBe(303);
    expect(await counted()).toBe(was - 1);
    expect(await counted(before)).toBe(was);
    t.setNow("2026-10-08T09:00:00+09:00");
  });

  test("are entered by staff in the room, with words for wrong input", async () => {
    const form = {
      programme: "jobCafe",
      personNumber: "J-1",
      startedOn: "令和8年7月1日",
      kind: "midCareer",
      placeOfWork: "平泉町",
      companyId: "",
      route: "jobCafe",
    };
    const path = "/staff/employment/placements";
    for (const wrong of [
      { personNumber: "" },
      { startedOn: "2030-01-01" },
      { companyId: "nobody" },
      { placeOfWork: "x" },
    ])
      expect((await post(path, { ...form, ...wrong }, staffId)).status).toBe(400);
    expect((await post(path, form, staffId)).status).toBe(303);
    expect(await html(`${path}?source=jobCafe`, staffId)).toContain("2026年7月1日");
    expect((await site.request(`${path}?source=x&page=-3`, { userId: staffId })).status).toBe(200);
    const { bySource, placements } = await readYearAtAGlance(t.town, { asOf: "2026-10-08" });
    expect(bySource.find(({ source }) => source === "jobCafe")).toMatchObject({ placements: 1, people: 1 });
    expect(placements).toBeGreaterThan(0);
  });
});
