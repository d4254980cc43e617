import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askFreshness, lastConfirmedOf } from "#app/domain/companies/freshness-question.store.server.ts";
import { freshnessToken } from "#app/domain/companies/freshness-token.server.ts";
import {
  confirmByTelephone,
  listStaleCompanies,
  readFreshness,
} from "#app/domain/companies/freshness.store.server.ts";
import { keepSearchFresh } from "#app/domain/matching/freshness.server.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-07-01T09:00:00+09:00" });
  site = await openTestSite(t.town);
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

const NAMES = { name: "株式会社確認ネジ", nameKana: "カクニンネジ" };

async function inSearch(slug: string): Promise<boolean> {
  const result = await site.request(
    `/companies?q=${encodeURIComponent("確認ネジ")}&at=${slug}${t.town.clock.now().getTime()}`,
  );
  return (await result.text()).includes(`/companies/${slug}"`);
}

const questionsOf = (companyId: string) =>
  t.town.database.freshnessQuestion.findMany({ where: { companyId }, orderBy: { askedAt: "asc" } });
const companyOf = (id: string) => t.town.database.company.findUniqueOrThrow({ where: { id } });
const eventsOf = (subjectId: string) =>
  t.town.database.domainEvent.findMany({
    where: { subjectId, kind: { startsWith: "company.c" } },
    orderBy: { id: "asc" },
  });

/** A company of last spring, asked in the quarter of the clock, with the path of its link. */
async function askedCompany() {
  const now = t.town.clock.now().toISOString();
  t.setNow("2026-06-01T23:59:59+09:00");
  const company = await createCompany(t.town, { profile: NAMES });
  t.setNow(now);
  await askFreshness(t.town);
  const [question] = await questionsOf(company.id);
  const token = freshnessToken(t.town.env.sessionSecret, question!.id);
  return {
    ...company,
    question: question!,
    path: `/company/confirmation?token=${encodeURIComponent(token)}`,
  };
}

const answer = (path: string, text: string) =>
  site.request(path, { method: "POST", body: new URLSearchParams({ answer: text }) });

describe("the question of the quarter", () => {
  test("goes once to each active member, however often and however parallel the job runs", async () => {
    const company = await askedCompany();
    await Promise.all([askFreshness(t.town), askFreshness(t.town)]);
    await t.town.database.$transaction((tx) => t.town.jobs.enqueue(tx, "freshness.ask", {}));
    await t.runWaitingJobs();
    expect(await questionsOf(company.id)).toMatchObject([{ quarter: "2026-Q3", answeredAt: null }]);
    const mails = await t.town.database.mail.findMany({ where: { recipient: company.member!.email } });
    expect(mails).toMatchObject([{ kind: "freshness-question", state: "sent" }]);
    expect(mails[0]!.text).toContain(`${t.town.env.publicUrl}${company.path}`);
    expect(mails[0]!.text).toContain("変更があります");
  });

  test("is not asked of a company without an active account, withdrawn, or confirmed in this quarter", async () => {
    const now = t.town.clock.now().toISOString();
    t.setNow("2026-05-01T09:00:00+09:00");
    const silent = await createCompany(t.town, { member: false });
    const withdrawn = await createCompany(t.town);
    const confirmed = await createCompany(t.town);
    t.setNow(now);
    const { database } = t.town;
    await database.company.update({ where: { id: withdrawn.id }, data: { withdrawnAt: t.town.clock.now() } });
    await database.company.update({ where: { id: confirmed.id }, data: { confirmedAt: t.town.clock.now() } });
    await askFreshness(t.town);
    for (const { id } of [silent, withdrawn, confirmed]) expect(await questionsOf(id)).toEqual([]);
  });

  test("comes again in the next quarter", async () => {
    const company = await askedCompany();
    t.setNow("2026-10-01T09:00:00+09:00");
    await askFreshness(t.town);
    t.setNow("2026-07-01T09:00:00+09:00");
    expect((await questionsOf(company.id)).map(({ quarter }) => quarter)).toEqual(["2026-Q3", "2026-Q4"]);
  });
});

describe("the link of the mail", () => {
  test("shows the facts with their days without an account, and opening it changes nothing", async () => {
    const company = await askedCompany();
    for (const path of [company.path, `${company.path}&answer=needs-change`]) {
      const response = await site.request(path);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html).toContain("株式会社確認ネジ");
      expect(html).toContain("48人\n2025年(令和7年)1月31日(金)現在");
      expect(html).toContain("noindex");
    }
    await site.request(company.path, { method: "HEAD" });
    expect((await questionsOf(company.id))[0]).toMatchObject({ answeredAt: null, answer: null });
    expect((await companyOf(company.id)).confirmedAt).toBeNull();
    expect(await eventsOf(company.id)).toEqual([]);
  });

  test("confirms with one press, once", async () => {
    const company = await askedCompany();
    const response = await answer(company.path, "still-true");
    expect(response.status).toBe(303);
    expect((await companyOf(company.id)).confirmedAt).toEqual(t.town.clock.now());
    expect((await eventsOf(company.id)).map(({ kind, data, actorId }) => [kind, data, actorId])).toEqual([
      ["company.confirmed", { by: "mail-link" }, null],
    ]);
    const again = await answer(company.path, "needs-change");
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("「変わりありません」の回答を受け取っています");
    expect((await questionsOf(company.id))[0]).toMatchObject({ answer: "still-true" });
    expect(await eventsOf(company.id)).toHaveLength(1);
  });

  test("leads to the profile when something changed, without confirming anything", async () => {
    const company = await askedCompany();
    const response = await answer(company.path, "needs-change");
    expect(response.headers.get("Location")).toBe("/company/profile");
    expect((await companyOf(company.id)).confirmedAt).toBeNull();
    expect((await eventsOf(company.id)).map(({ kind }) => kind)).toEqual(["company.change-announced"]);
    expect((await questionsOf(company.id))[0]).toMatchObject({ answer: "needs-change" });
  });

  test("works until thirty days after the quarter, to the end of the day in Japan", async () => {
    const company = await askedCompany();
    t.setNow("2026-10-30T23:59:59+09:00");
    expect(await (await site.request(company.path)).text()).toContain("今も正しいですか");
    t.setNow("2026-10-31T00:00:00+09:00");
    expect(await (await site.request(`${company.path}&x=1`)).text()).toContain("期限が過ぎました");
    expect((await answer(company.path, "still-true")).status).toBe(409);
    expect((await companyOf(company.id)).confirmedAt).toBeNull();
    t.setNow("2026-07-01T09:00:00+09:00");
  });

  test.each(["", "?token=", "?token=x", "?token=a.b.c", "?token=%00.x", "?token=%ED%A0%80"])(
    "says in words that %j is no link of ours",
    async (query) => {
      const page = await site.request(`/company/confirmation${query}`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain("このリンクは使えません");
      expect((await answer(`/company/confirmation${query}`, "still-true")).status).toBe(404);
    },
  );

  test("cannot be made from the id alone or taken from another purpose, and a strange answer is refused", async () => {
    const company = await askedCompany();
    const forged = `/company/confirmation?token=${company.question.id}.${"A".repeat(43)}`;
    expect((await answer(forged, "still-true")).status).toBe(404);
    expect((await answer(company.path, "maybe")).status).toBe(400);
    expect((await questionsOf(company.id))[0]).toMatchObject({ answeredAt: null });
  });
});

describe("time", () => {
  test("takes a company out of search at midnight of the 180th day; a confirmation brings it back, its page stays", async () => {
    const company = await askedCompany();
    const search = keepSearchFresh(t.town);
    t.setNow("2026-11-27T23:59:00+09:00");
    await search.check();
    expect(await inSearch(company.slug)).toBe(true);
    expect((await readFreshness(t.town, { ids: [company.id] })).get(company.id)).toEqual({
      state: "amber",
      confirmedOn: "2026-06-01",
    });
    t.setNow("2026-11-28T00:00:00+09:00");
    await search.check();
    expect(await inSearch(company.slug)).toBe(false);
    expect((await site.request(`/companies/${company.slug}`)).status).toBe(200);
    expect((await readFreshness(t.town, { ids: [company.id, "nobody"] })).get(company.id)?.state).toBe(
      "hidden",
    );

    expect(await confirmByTelephone(t.town, { companyId: company.id, staffId })).toEqual({ ok: true });
    await t.runWaitingJobs();
    t.setNow("2026-11-28T00:05:00+09:00");
    expect(await inSearch(company.slug)).toBe(true);
    t.setNow("2026-07-01T09:00:00+09:00");
  });

  test("does not count against a company whose new revision was just sent in and published", async () => {
    const company = await askedCompany();
    const row = { confirmedAt: null, firstPublishedAt: new Date("2024-05-01T00:00:00Z") };
    await t.town.database.company.update({ where: { id: company.id }, data: row });
    const read = await t.town.database.company.findUniqueOrThrow({
      where: { id: company.id },
      include: { publishedRevision: true },
    });
    expect(lastConfirmedOf(read)).toEqual(new Date("2026-06-01T23:59:59+09:00"));
    expect((await readFreshness(t.town, { ids: [company.id] })).get(company.id)?.state).toBe("fresh");
  });
});

describe("the staff's list", () => {
  test("has the company that leaves search soonest first, says how it was asked, and takes what was heard on the telephone", async () => {
    const first = await askedCompany();
    const second = await askedCompany();
    await t.town.database.company.update({
      where: { id: second.id },
      data: { confirmedAt: new Date("2026-06-05T00:00:00Z") },
    });
    t.setNow("2026-10-01T09:00:00+09:00");
    const { amber } = await listStaleCompanies(t.town);
    const places = amber.map(({ companyId }) => companyId);
    expect(places.indexOf(first.id)).toBeLessThan(places.indexOf(second.id));
    const html = await (await site.request("/staff/freshness", { userId: staffId })).text();
    expect(html).toContain("0191-00-0001");
    expect(html).toContain("2026年(令和8年)7月1日(水)に送信");

    const press = (companyId: string, userId?: string) =>
      site.request("/staff/freshness", {
        method: "POST",
        body: new URLSearchParams({ companyId }),
        ...(userId && { userId }),
      });
    expect((await press(first.id)).status).toBe(401);
    expect((await press(first.id, first.member!.id)).status).toBe(403);
    expect((await press("no-such-company", staffId)).status).toBe(404);
    expect((await press(first.id, staffId)).status).toBe(303);
    expect((await eventsOf(first.id)).map(({ data, actorId }) => [data, actorId])).toEqual([
      [{ by: "telephone" }, staffId],
    ]);
    expect((await questionsOf(first.id))[0]).toMatchObject({ answer: "still-true" });
    const left = await listStaleCompanies(t.town);
    expect(left.amber.map(({ companyId }) => companyId)).not.toContain(first.id);
    expect((await answer(first.path, "still-true")).status).toBe(409);
    t.setNow("2026-07-01T09:00:00+09:00");
  });
});
