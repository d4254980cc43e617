import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMeasure } from "#app/analytics/run.server.ts";
import { makeCode, readOwnCode, withdrawConsent } from "#app/domain/employment/codes.store.server.ts";
import { personKeyOfAccount } from "#app/domain/employment/person-key.server.ts";
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

const post = (path: string, body: Record<string, string>, userId: string) =>
  site.request(path, { method: "POST", body: new URLSearchParams(body), userId });
const html = async (path: string, userId: string) => (await site.request(path, { userId })).text();
const standingOf = (companyId: string) =>
  t.town.database.placement.findMany({
    where: { companyId, isVoid: false, correctedBy: { is: null } },
    orderBy: { startedOn: "asc" },
  });
const answersOf = (placementId: string) =>
  t.town.database.employmentAnswer.findMany({ where: { placementId }, orderBy: { asOf: "asc" } });
const LEFT = { state: "left", endedOn: "2026-06-30", endKind: "contractEnd" };
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
async function reported(
  changes: Parameters<typeof hireForm>[1] = {},
  profile: NonNullable<Parameters<typeof createCompany>[1]>["profile"] = {},
) {
  const company = await createCompany(t.town, { profile });
  const send = (body: Record<string, string>) =>
    post("/company/employment", { intent: "send", rows: "2", ...body }, company.member!.id);
  expect((await send(hireForm(0, changes))).status).toBe(303);
  const [placement] = await standingOf(company.id);
  const correct = (placementId: string, body: Record<string, string>) =>
    post(`/company/employment/correction?placement=${placementId}`, body, company.member!.id);
  return { ...company, send, correct, placement: placement! };
}

describe("somebody who comes back to the same company", () => {
  test("does not start before they had left", async () => {
    const company = await reported();
    await company.send(answerForm(company.placement.id, LEFT));
    const back = hireForm(0, { startedOn: "2026-06-01", kind: "midCareer" });
    const refused = await company.send(back);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("この入社日にはまだ在籍していた");
    expect(await standingOf(company.id)).toHaveLength(1);
  });

  test("is not there twice at once, whatever is taken back or moved later", async () => {
    const company = await reported();
    await company.send(answerForm(company.placement.id, LEFT));
    await company.send(hireForm(0, { startedOn: "2026-08-03", kind: "midCareer" }));
    const [first, second] = await standingOf(company.id);
    expect(second!.personKey).toBe(first!.personKey);
    for (const [id, body] of [
      [first!.id, { intent: "stay" }],
      [first!.id, { intent: "leave", endedOn: "2026-09-01", endKind: "resigned" }],
      [second!.id, { ...CHANGE, kind: "midCareer", startedOn: "2026-06-15" }],
    ] as const) {
      const refused = await company.correct(id, body);
      expect(refused.status).toBe(400);
      expect(await refused.text()).toContain("期間が重なります");
    }
    // A form of before the leaving was told, sent once more.
    expect((await company.send(answerForm(first!.id, { state: "still" }))).status).toBe(400);
    const leaving = await t.town.database.separation.findMany({ where: { placementId: first!.id } });
    expect(leaving).toHaveLength(1);
  });

  test("and gives a code then stays one person", async () => {
    const person = await createAttendee(t.town, { role: "student" });
    const { code } = await makeCode(t.town, { userId: person.id });
    const company = await reported();
    await company.send(answerForm(company.placement.id, LEFT));
    await company.send(hireForm(0, { startedOn: "2026-08-03", kind: "midCareer", code }));
    const rows = await standingOf(company.id);
    expect(rows[1]).toMatchObject({ userId: person.id, personKey: rows[0]!.personKey });
    const next = await makeCode(t.town, { userId: person.id });
    const other = await reported({ code: next.code, startedOn: "2026-09-01" });
    expect(other.placement.personKey).toBe(rows[0]!.personKey);
  });
});

describe("a start", () => {
  test("before the company existed is refused to it and its links; staff on the telephone may record it", async () => {
    const company = await createCompany(t.town, { profile: { foundedYear: 2024 } });
    const early = hireForm(0, { startedOn: "2023-04-03", graduationYear: "2023" });
    const body = { intent: "send", rows: "2", ...early };
    const refused = await post("/company/employment", body, company.member!.id);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("2024年の設立・創業");
    expect((await post(`/staff/employment/calls?company=${company.id}`, body, staffId)).status).toBe(303);
    const [row] = await standingOf(company.id);
    // What staff accepted the company may correct without moving its day.
    const path = `/company/employment/correction?placement=${row!.id}`;
    const change = { ...CHANGE, graduationYear: "2023" };
    const moved = await post(path, { ...change, startedOn: "2022-04-01" }, company.member!.id);
    expect(moved.status).toBe(400);
    expect((await post(path, { ...change, startedOn: "2023-04-03" }, company.member!.id)).status).toBe(303);
  });

  test("that has not come is counted from its day, and nobody is there before it", async () => {
    const counted = async () =>
      (await runMeasure(t.town, "company-hires", { asOf: "2026-10-08" })).value ?? 0;
    const before = await counted();
    const company = await reported({ startedOn: "2026-12-01", kind: "midCareer" });
    expect(await counted()).toBe(before);
    const page = await html("/company/employment", company.member!.id);
    expect(page).toContain("入社予定");
    expect(page).not.toContain(`state-${company.placement.id}`);
    const early = await company.send(answerForm(company.placement.id, { state: "still" }));
    expect(early.status).toBe(400);
    expect(await early.text()).toContain("入社日はまだ来ていません");
    const leaving = { intent: "leave", endedOn: "2026-10-01", endKind: "resigned" };
    expect((await company.correct(company.placement.id, leaving)).status).toBe(400);
    expect(await answersOf(company.placement.id)).toEqual([]);
  });
});

describe("an answer", () => {
  test("on the telephone, sent twice, is one; told again later it is known of that day", async () => {
    const company = await reported();
    await askCompany(t.town, company.id);
    const path = `/staff/employment/calls?company=${company.id}`;
    const body = {
      intent: "send",
      rows: "2",
      ...answerForm(company.placement.id, { state: "still" }),
    };
    for (let at = 0; at < 2; at++) expect((await post(path, body, staffId)).status).toBe(303);
    expect(await answersOf(company.placement.id)).toHaveLength(1);
    t.setNow("2026-12-01T09:00:00+09:00");
    await post(path, body, staffId);
    expect(
      (await answersOf(company.placement.id)).map(({ asOf }) => asOf.toISOString().slice(0, 10)),
    ).toEqual(["2026-10-08", "2026-12-01"]);
    t.setNow("2026-10-08T09:00:00+09:00");
  });

  test("of every day moves on to a corrected record, so that the last day of work stays known", async () => {
    const company = await reported();
    await company.send(answerForm(company.placement.id, { state: "still" }));
    t.setNow("2026-11-20T09:00:00+09:00");
    await company.send(answerForm(company.placement.id, { state: "notKnown" }));
    t.setNow("2026-11-21T09:00:00+09:00");
    expect((await company.correct(company.placement.id, CHANGE)).status).toBe(303);
    const [row] = await standingOf(company.id);
    expect(await answersOf(row!.id)).toMatchObject([{ state: "still" }, { state: "notKnown" }]);
    expect(await html("/company/employment", company.member!.id)).toContain("前回の回答:分からない");
    t.setNow("2026-10-08T09:00:00+09:00");
  });
});

describe("a start that an employer and an office both told", () => {
  /** A hire and the same start as an office told it. */
  async function told(personNumber: string) {
    const company = await reported(
      { startedOn: "2026-09-01", kind: "midCareer" },
      { name: "株式会社双子ネジ" },
    );
    const office = {
      programme: "jobCafe",
      personNumber,
      startedOn: "2026-09-03",
      kind: "midCareer",
      placeOfWork: "一関市",
      companyId: company.id,
      route: "jobCafe",
    };
    expect((await post(PATH, office, staffId)).status).toBe(303);
    const ofOffice = await t.town.database.placement.findFirstOrThrow({
      where: { companyId: company.id, source: "jobCafe" },
    });
    return { company, ofOffice };
  }
  const PATH = "/staff/employment/placements";
  const people = async () => (await runMeasure(t.town, "people-placed", { asOf: "2026-10-08" })).value!;
  const compare = (intent: string, ofCompany: string, ofOffice: string) =>
    post(PATH, { intent, ofCompany, ofOffice }, staffId);

  test("is two placements and, once staff say so, one person; what was known before stays", async () => {
    const { company, ofOffice } = await told("J-900");
    expect(await html(PATH, staffId)).toContain("株式会社双子ネジ");
    const [before, hires] = [await people(), await t.town.database.placement.count()];
    const knownOn = t.town.clock.now();
    t.setNow("2026-10-08T10:00:00+09:00");
    expect((await compare("same", company.placement.id, ofOffice.id)).status).toBe(303);
    expect(await people()).toBe(before - 1);
    const then = await runMeasure(t.town, "people-placed", { asOf: "2026-10-08", knownOn });
    expect(then.value).toBe(before);
    const row = (await standingOf(company.id)).find(({ source }) => source === "company");
    expect(row).toMatchObject({ personKey: ofOffice.personKey, correctsId: company.placement.id });
    expect(row!.correctionReason).not.toBe("");
    // Sent twice, it changes nothing more.
    await compare("same", company.placement.id, ofOffice.id);
    expect(await t.town.database.placement.count()).toBe(hires + 1);
    expect(await html(PATH, staffId)).not.toContain("同じ人かもしれない記録");
    t.setNow("2026-10-08T09:00:00+09:00");
  });

  test("is asked about no more once staff say that they are two people, and nobody else may say it", async () => {
    const { company, ofOffice } = await told("J-901");
    const before = await people();
    const body = { intent: "same", ofCompany: company.placement.id, ofOffice: ofOffice.id };
    expect((await post(PATH, body, company.member!.id)).status).toBe(403);
    await compare("same", company.placement.id, company.placement.id);
    await compare("different", company.placement.id, ofOffice.id);
    expect(await people()).toBe(before);
    expect(await html(PATH, staffId)).not.toContain("同じ人かもしれない記録");
    expect(await html("/staff/employment", staffId)).toContain("企業から知らせのあった方の在籍");
  });
});

describe("the end of a consent", () => {
  /** Somebody whose code was used, with one more code that waits. */
  async function linked() {
    const person = await createAttendee(t.town, { role: "student" });
    const { code } = await makeCode(t.town, { userId: person.id });
    const company = await reported({ code });
    await company.correct(company.placement.id, CHANGE);
    await makeCode(t.town, { userId: person.id });
    return { person, company };
  }
  const keyOf = (userId: string) => personKeyOfAccount(t.town.env.sessionSecret, userId);

  test("deletes the codes and cuts every row off, also replaced ones; the placement stays counted", async () => {
    const { person, company } = await linked();
    const counted = async () => (await runMeasure(t.town, "people-placed", { asOf: "2026-10-08" })).value;
    const before = await counted();
    await withdrawConsent(t.town, { userId: person.id });
    expect(await t.town.database.placementCode.count({ where: { userId: person.id } })).toBe(0);
    const rows = await t.town.database.placement.findMany({ where: { companyId: company.id } });
    expect(rows).toHaveLength(2);
    expect(rows.map(({ userId }) => userId)).toEqual([null, null]);
    // One new pseudonym for all of them: the old one can be made again from the account's id.
    expect(new Set(rows.map(({ personKey }) => personKey)).size).toBe(1);
    expect(rows[0]!.personKey).not.toBe(keyOf(person.id));
    expect(await counted()).toBe(before);
    const events = await t.town.database.domainEvent.findMany({ where: { actorId: person.id } });
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain(company.placement.id);
    expect(await readOwnCode(t.town, { userId: person.id })).toMatchObject({ code: null, linked: [] });
    // Again changes nothing and records nothing.
    await withdrawConsent(t.town, { userId: person.id });
    const withdrawn = { kind: "placement-code.withdrawn", subjectId: person.id };
    expect(await t.town.database.domainEvent.count({ where: withdrawn })).toBe(1);
  });

  test("is what an account needs before it can be erased", async () => {
    const { person } = await linked();
    const erase = () => t.town.database.user.delete({ where: { id: person.id } });
    await expect(erase()).rejects.toThrow();
    await withdrawConsent(t.town, { userId: person.id });
    await erase();
    expect(await t.town.database.placement.count({ where: { personKey: keyOf(person.id) } })).toBe(0);
  });

  test("leaves nothing to a code of an account that is closed", async () => {
    const person = await createAttendee(t.town, { role: "student" });
    const { code } = await makeCode(t.town, { userId: person.id });
    await t.town.database.user.update({ where: { id: person.id }, data: { state: "closed" } });
    const company = await createCompany(t.town);
    const body = { intent: "send", rows: "2", ...hireForm(0, { code }) };
    const refused = await post("/company/employment", body, company.member!.id);
    expect(refused.status).toBe(400);
    expect(await standingOf(company.id)).toEqual([]);
  });
});
