import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askEmployment } from "#app/domain/employment/questions.store.server.ts";
import { signId } from "#app/platform/signed-id.server.ts";
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
const send = (path: string, body: Record<string, string>, userId?: string) =>
  post(path, { intent: "send", rows: "2", ...body }, userId);
const html = async (path: string, userId?: string) =>
  (await site.request(path, userId ? { userId } : {})).text();
const placementsOf = (companyId: string) =>
  t.town.database.placement.findMany({ where: { companyId }, orderBy: { employerReference: "asc" } });
const answersOf = (companyId: string) =>
  t.town.database.employmentAnswer.findMany({
    where: { placement: { companyId } },
    orderBy: { answeredAt: "asc" },
  });
const eventsOf = async (kind: string, subjectId: string) =>
  t.town.database.domainEvent.findMany({ where: { kind, subjectId }, orderBy: { id: "asc" } });

async function asked(name = "株式会社採用ネジ") {
  const company = await createCompany(t.town, { profile: { name } });
  return { ...company, question: await askCompany(t.town, company.id) };
}

describe("the question of the quarter", () => {
  test("goes once to each member, however parallel the job runs, and to no company that is not listed", async () => {
    const company = await createCompany(t.town);
    const withdrawn = await createCompany(t.town);
    const draft = await createCompany(t.town, { published: false });
    await t.town.database.company.update({
      where: { id: withdrawn.id },
      data: { withdrawnAt: t.town.clock.now() },
    });
    await Promise.all([askEmployment(t.town), askEmployment(t.town)]);
    await t.town.database.$transaction((tx) => t.town.jobs.enqueue(tx, "employment.ask", {}));
    await t.runWaitingJobs();
    const questions = await t.town.database.employmentQuestion.findMany({
      where: { companyId: { in: [company.id, withdrawn.id, draft.id] } },
    });
    expect(questions).toMatchObject([{ companyId: company.id, quarter: "2026-Q4" }]);
    const mails = await t.town.database.mail.findMany({ where: { recipient: company.member!.email } });
    expect(mails).toMatchObject([{ kind: "employment-question", state: "sent" }]);
    expect(mails[0]!.subject).toContain("採用と在籍のおたずね");
    expect(mails[0]!.text).toContain("/company/employment/answer?token=");
    expect(await eventsOf("employment.asked", questions[0]!.id)).toMatchObject([
      { data: { companyId: company.id, quarter: "2026-Q4", mails: 1 } },
    ]);
  });

  test("is put to a company without an account too, so that staff call it", async () => {
    const silent = await createCompany(t.town, { member: false });
    await askEmployment(t.town);
    expect(await t.town.database.employmentQuestion.count({ where: { companyId: silent.id } })).toBe(1);
  });
});

describe("the link of the mail", () => {
  test("opens without an account, is kept nowhere, and opening it changes nothing", async () => {
    const company = await asked();
    const response = await site.request(company.question.path);
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toContain("no-store");
    expect(response.headers.get("X-Robots-Tag")).toContain("noindex");
    const page = await response.text();
    expect(page).toContain("株式会社採用ネジ");
    expect(page).toContain("2026年10月〜12月");
    expect(page.match(/社内の番号/g)).toHaveLength(1);
    // The place of most people stands there already.
    expect(page).toContain('value="一関市"');
    expect(await eventsOf("employment.answered", company.question.id)).toEqual([]);
  });

  test("reports two hires at once; sent twice and twice at the same moment they are two people", async () => {
    const company = await asked();
    const form = { ...hireForm(0), ...hireForm(1, { placeOfWork: "宮城県栗原市", startedOn: "2026-04-06" }) };
    const answers = await Promise.all([send(company.question.path, form), send(company.question.path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await send(company.question.path, form)).status).toBe(303);
    const rows = await placementsOf(company.id);
    expect(rows).toMatchObject([
      { employerReference: "2026春-1", inJurisdiction: true, source: "company", schoolKind: "highSchool" },
      { employerReference: "2026春-2", inJurisdiction: false, placeOfWork: "宮城県栗原市" },
    ]);
    expect(new Set(rows.map(({ personKey }) => personKey)).size).toBe(2);
    expect(await eventsOf("employment.answered", company.question.id)).toMatchObject([
      { data: { by: "mail-link", hires: 2, still: 0 }, actorId: null },
    ]);
    const page = await html(company.question.path);
    expect(page).toContain("お知らせいただいた内容");
    expect(page).toContain("2026春-2");
    expect(page).toContain("管外");
  });

  test("takes hires one by one, each checked before the next, and records none before all are sent", async () => {
    const company = await asked();
    const add = (typed: Record<string, string>) =>
      post(company.question.path, { ...typed, intent: "add-row", rows: "1" });
    const wrong = await add(hireForm(0, { mark: "途中-7", startedOn: "いつか" }));
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('value="いつか"');
    const response = await add(hireForm(0, { mark: "途中-7" }));
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain("採用した方 1:途中-7・2026年4月1日・新卒採用・一関市");
    expect(page).toContain('value="途中-7"');
    expect(page).toContain("採用した方 2");
    expect(page).toContain("次の方を入力する");
    expect(await placementsOf(company.id)).toEqual([]);
  });

  test("counts the hires in the words of errors as they stand, without the rows that were left empty", async () => {
    const company = await asked();
    const third = hireForm(2, { startedOn: "2026-02-30" });
    const refused = await send(company.question.path, {
      ...third,
      rows: "3",
      "hire-1-placeOfWork": "一関市",
    });
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toMatch(/href="#hire-0-startedOn"[^>]*>採用した方 1 入社日/);
    expect(page).not.toContain("採用した方 2");
    const dropped = { ...third, rows: "3", "hire-2-drop": "yes", none: "yes" };
    expect((await send(company.question.path, dropped)).status).toBe(303);
    expect(await placementsOf(company.id)).toEqual([]);
  });

  test("takes two ticks for a quarter without changes, and leaves nobody out", async () => {
    const company = await asked();
    await send(company.question.path, { ...hireForm(0), ...hireForm(1) });
    const people = await placementsOf(company.id);
    const [first, second] = people.map(({ id }) => answerForm(id, { state: "" }));
    const ticks = { "all-still": "yes", none: "yes", ...first, ...second };
    expect((await send(company.question.path, ticks)).status).toBe(303);
    expect((await answersOf(company.id)).map(({ state }) => state)).toEqual(["still", "still"]);
    // A form that came back still has its choice for each person, so that the box reaches them.
    const again = await post(company.question.path, { intent: "add-row", rows: "1", ...first, ...second });
    const page = await again.text();
    for (const { id } of people)
      expect(page).toMatch(
        new RegExp(
          `name="state-${id}"[^>]*checked[^>]*value=""|value=""[^>]*name="state-${id}"[^>]*checked|checked=""[^>]*name="state-${id}"[^>]*value=""`,
        ),
      );
  });

  test("keeps what was typed and names each wrong field", async () => {
    const company = await asked();
    const wrong = await send(
      company.question.path,
      hireForm(0, { mark: "山田さん", placeOfWork: "本社", startedOn: "2028-04-01", graduationYear: "" }),
    );
    expect(wrong.status).toBe(400);
    const page = await wrong.text();
    for (const words of ["お名前は入力しないでください", "市区町村の名前", "山田さん"])
      expect(page).toContain(words);
    expect((await send(company.question.path, {})).status).toBe(400);
    expect(await placementsOf(company.id)).toEqual([]);
    expect(await eventsOf("employment.answered", company.question.id)).toEqual([]);
  });

  test("takes 'nobody was hired' as an answer, once", async () => {
    const company = await asked();
    await send(company.question.path, { none: "yes" });
    await send(company.question.path, { none: "yes" });
    expect(await eventsOf("employment.answered", company.question.id)).toHaveLength(1);
    expect(await html(company.question.path)).toContain("「新しい採用はありません」と受け取りました");
  });

  test("leaves people unanswered of whom nothing was said, and records who left", async () => {
    const company = await asked();
    await send(company.question.path, { ...hireForm(0), ...hireForm(1) });
    const [first, second] = await placementsOf(company.id);
    t.setNow("2027-01-08T09:00:00+09:00");
    const { path, id } = await askCompany(t.town, company.id);
    const left = { state: "left", endedOn: "2026-12-28", endKind: "resigned" };
    const form = { ...answerForm(first!.id, left), ...answerForm(second!.id, { state: "" }) };
    expect((await send(path, form)).status).toBe(303);
    expect((await send(path, form)).status).toBe(303);
    expect(await answersOf(company.id)).toMatchObject([
      { placementId: first!.id, state: "left", questionId: id },
    ]);
    expect(await t.town.database.separation.findMany({ where: { placementId: first!.id } })).toMatchObject([
      { endedOn: new Date("2026-12-28T00:00:00Z"), kind: "resigned", isVoid: false },
    ]);
    expect(await eventsOf("separation.reported", first!.id)).toHaveLength(1);
    const page = await html(path);
    // Who left is asked about no more; who was not answered still is.
    expect(page).not.toContain(`state-${first!.id}`);
    expect(page).toContain(`state-${second!.id}`);
    const early = answerForm(second!.id, { ...left, endedOn: "2026-03-01" });
    const refused = await send(path, early);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("離職日が入社日より前");
    t.setNow("2026-10-08T09:00:00+09:00");
  });

  test("does not answer about another company's people", async () => {
    const one = await asked();
    const other = await asked("別の会社");
    await send(one.question.path, hireForm(0));
    const [person] = await placementsOf(one.id);
    const foreign = await send(other.question.path, answerForm(person!.id, { state: "still" }));
    expect(foreign.status).toBe(400);
    expect(await answersOf(one.id)).toEqual([]);
    const correction = other.question.path.replace("/answer?", "/answer/correction?");
    expect((await site.request(`${correction}&placement=${person!.id}`)).status).toBe(404);
    const attack = await post(`${correction}&placement=${person!.id}`, { intent: "void", voidReason: "x" });
    expect(attack.status).toBe(409);
    expect(await placementsOf(one.id)).toHaveLength(1);
  });

  test("works until thirty days after the quarter, to the end of the day in Japan", async () => {
    const company = await asked();
    t.setNow("2027-01-30T23:59:59+09:00");
    expect((await send(company.question.path, { none: "yes" })).status).toBe(303);
    t.setNow("2027-01-31T00:00:00+09:00");
    expect(await html(company.question.path)).toContain("期限が過ぎました");
    expect((await send(company.question.path, hireForm(0))).status).toBe(409);
    expect(await placementsOf(company.id)).toEqual([]);
    t.setNow("2026-10-08T09:00:00+09:00");
  });

  test.each(["", "?token=", "?token=x", "?token=%00.x", "?token=%ED%A0%80", "?token=a.b.c&page=-1"])(
    "says in words that %j is no link of ours",
    async (query) => {
      for (const path of ["/company/employment/answer", "/company/employment/answer/correction"]) {
        expect(await html(`${path}${query}`)).toContain("このリンクは使えません");
        expect((await send(`${path}${query}`, hireForm(0))).status).toBe(404);
      }
    },
  );

  test("of the other quarterly mail does not open this page", async () => {
    const company = await asked();
    const foreign = signId(t.town.env.sessionSecret, "freshness-answer", company.question.id);
    expect(await html(`/company/employment/answer?token=${foreign}`)).toContain("このリンクは使えません");
  });
});

describe("the telephone", () => {
  test("lists companies that did not answer with their number, takes their answer and calls them no more", async () => {
    const company = await asked("株式会社電話ネジ");
    expect(await html("/staff/employment/calls?quarter=2026-Q4", staffId)).toContain("株式会社電話ネジ");
    const path = `/staff/employment/calls?company=${company.id}`;
    expect((await site.request(path, { userId: company.member!.id })).status).toBe(403);
    expect((await send(path, hireForm(0), staffId)).status).toBe(303);
    expect(await placementsOf(company.id)).toMatchObject([{ reportedById: staffId, source: "company" }]);
    expect(await eventsOf("employment.answered", company.question.id)).toMatchObject([
      { data: { by: "telephone", hires: 1 }, actorId: staffId },
    ]);
    expect(await html("/staff/employment/calls?quarter=2026-Q4", staffId)).not.toContain("株式会社電話ネジ");
    const [person] = await placementsOf(company.id);
    await send(path, answerForm(person!.id, { state: "notKnown" }), staffId);
    expect(await answersOf(company.id)).toMatchObject([
      { state: "notKnown", questionId: null, actorId: staffId },
    ]);
    expect((await send("/staff/employment/calls?company=nobody", hireForm(0), staffId)).status).toBe(404);
  });

  test("answers the question of the list from which staff called, and goes back to that list", async () => {
    const company = await asked("株式会社前期ネジ");
    t.setNow("2027-01-08T09:00:00+09:00");
    const { id } = await askCompany(t.town, company.id);
    const path = `/staff/employment/calls?quarter=2026-Q4&company=${company.id}`;
    const done = await send(path, { none: "yes" }, staffId);
    expect(done.headers.get("Location")).toContain("quarter=2026-Q4");
    expect(await eventsOf("employment.answered", company.question.id)).toHaveLength(1);
    expect(await eventsOf("employment.answered", id)).toEqual([]);
    t.setNow("2026-10-08T09:00:00+09:00");
  });

  test("staff can let the question go out at once, and ordering it twice asks nobody twice", async () => {
    const company = await createCompany(t.town);
    expect(await html("/staff/employment/calls", staffId)).toContain("おたずねを今すぐ送る");
    for (let at = 0; at < 2; at++)
      expect((await post("/staff/employment/calls", { intent: "ask" }, staffId)).status).toBe(303);
    await t.runWaitingJobs();
    expect(await t.town.database.employmentQuestion.count({ where: { companyId: company.id } })).toBe(1);
    expect(await html("/staff/employment/calls", staffId)).not.toContain("おたずねを今すぐ送る");
  });

  test("the room shows how many are unanswered in the quarter", async () => {
    await asked();
    const page = await html("/staff/employment", staffId);
    expect(page).toContain("2026年10月〜12月");
    expect(page).toContain("/staff/employment/calls?quarter=2026-Q4");
  });
});
