import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { adoptPlan } from "#app/domain/booths/adoption.store.server.ts";
import { applyForBooth, withdrawBooth } from "#app/domain/booths/applications.store.server.ts";
import { fixBooths } from "#app/domain/booths/board.store.server.ts";
import { decideBooth } from "#app/domain/booths/decisions.store.server.ts";
import { findPlan, proposePlan } from "#app/domain/booths/plans.store.server.ts";
import { DEFAULT_WEIGHTS } from "#app/domain/booths/planner.rules.ts";
import { findEvent } from "#app/domain/events/store.server.ts";
import { jst } from "#app/platform/calendar.ts";
import { createAccountWithPassword, newestMail } from "#tests/support/builders/accounts.ts";
import { createCompany, createMember } from "#tests/support/builders/companies.ts";
import { createEvent } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2026-11-20T03:00:00Z";
let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  site = await openTestSite(t.town);
  staffId = (await createAccountWithPassword(t.town, { role: "staff", name: "架空 職員" })).id;
});
afterAll(() => t.close());

const asked = {
  power: 500,
  size: "standard" as const,
  place: "venue" as const,
  tables: 1,
  staff: 2,
  sessions: [],
  departments: [],
  shows: "部品に触れます。",
  message: "",
};
const fields = { intent: "apply", power: "500", size: "standard", place: "venue", tables: "1", staff: "2" };
const settings = (limit: number) => ({
  limit,
  power: null,
  space: null,
  weights: DEFAULT_WEIGHTS,
  people: [{ key: "technical", people: 40 }],
  interests: [],
});
type Built = Awaited<ReturnType<typeof createCompany>>;
const fair = async (changes: { boothLimit?: number; boothClosesAt?: Date; boothOpensAt?: Date } = {}) =>
  (
    await createEvent(t.town, {
      kind: "guidanceFair",
      startsAt: jst("2027-01-30", "10:00"),
      endsAt: jst("2027-01-30", "15:00"),
      boothLimit: 2,
      boothClosesAt: jst("2026-12-01"),
      ...changes,
    })
  ).id;
const apply = (company: Built, eventId: string, form = asked) =>
  applyForBooth(t.town, { userId: company.member!.id, eventId, form });
const bookOf = (eventId: string) =>
  t.town.database.boothApplication.findMany({ where: { eventId }, orderBy: { appliedAt: "asc" } });
const mailsTo = (company: Built, kind: string) =>
  t.town.database.mail.count({ where: { recipient: company.member!.email, kind } });
/** The page as it is read: without the marks that React leaves between texts. */
const textOf = async (response: Response) => (await response.text()).replaceAll("<!-- -->", "");
const post = (userId: string, path: string, values: Record<string, string>) =>
  site.request(path, { method: "POST", body: new URLSearchParams(values), userId });
/** A fair with companies that have applied. */
async function filledFair(count: number, boothLimit = 2) {
  const eventId = await fair({ boothLimit });
  const companies: Built[] = [];
  for (let at = 0; at < count; at++) {
    const company = await createCompany(t.town, {
      profile: { name: `架空製作所${at}`, nameKana: `カクウ${at}` },
    });
    await apply(company, eventId);
    companies.push(company);
  }
  return { eventId, companies };
}
async function planned(eventId: string, limit = 2) {
  const proposal = await proposePlan(t.town, { eventId, staffId, settings: settings(limit) });
  if (!proposal.ok) throw new Error(proposal.error);
  return proposal.planId;
}

describe("an application", () => {
  test("sent twice at the same moment from two tabs is one, with one receipt to every member", async () => {
    const eventId = await fair();
    const company = await createCompany(t.town);
    const colleague = await createMember(t.town, { companyId: company.id, isOwner: false });
    const results = await Promise.all([
      apply(company, eventId),
      apply(company, eventId),
      apply(company, eventId),
    ]);
    expect(results.map((result) => String(result.ok && result.outcome)).toSorted()).toEqual([
      "applied",
      "repeated",
      "repeated",
    ]);
    expect(await bookOf(eventId)).toHaveLength(1);
    const [application] = await bookOf(eventId);
    expect(
      await t.town.database.domainEvent.count({
        where: { subjectId: application!.id, kind: "booth.applied" },
      }),
    ).toBe(1);
    expect(await mailsTo(company, "booth-received")).toBe(1);
    expect(await newestMail(t.town, colleague.email, "booth-received")).toMatchObject({
      props: { companyName: "株式会社試作ネジ", wishes: expect.stringContaining("電源 500W、机 1台、2人") },
    });
  });

  test("can be changed without another mail, taken back, and sent again with a new receipt", async () => {
    const eventId = await fair();
    const company = await createCompany(t.town);
    await apply(company, eventId);
    expect(await apply(company, eventId, { ...asked, tables: 2 })).toMatchObject({
      ok: true,
      outcome: "changed",
    });
    expect(await mailsTo(company, "booth-received")).toBe(1);
    const own = { userId: company.member!.id, eventId };
    expect(await withdrawBooth(t.town, own)).toEqual({ ok: true, repeated: false });
    expect(await withdrawBooth(t.town, own)).toEqual({ ok: true, repeated: true });
    t.setNow("2026-11-20T04:00:00Z");
    expect(await apply(company, eventId)).toMatchObject({ ok: true, outcome: "applied" });
    expect(await mailsTo(company, "booth-received")).toBe(2);
    t.setNow(NOW);
  });

  test.each([
    ["2026-10-31T14:59:59Z", "受付はまだ始まっていません", 409],
    ["2026-10-31T15:00:00Z", "", 303],
    ["2026-11-30T14:59:59Z", "", 303],
    ["2026-11-30T15:00:00Z", "受付は終わりました", 409],
  ])(
    "at %s (midnight in Japan) is answered with %s %i, and what was typed stays",
    async (now, words, status) => {
      t.setNow(now);
      const eventId = await fair({ boothOpensAt: jst("2026-11-01") });
      const company = await createCompany(t.town);
      const page = `/company/booths/${eventId}`;
      const response = await post(company.member!.id, page, { ...fields, shows: "模型を動かします" });
      const html = await textOf(response);
      expect(response.status).toBe(status);
      expect(html).toContain(words);
      expect(await bookOf(eventId)).toHaveLength(status === 303 ? 1 : 0);
      t.setNow(NOW);
    },
  );

  test("needs a company whose page is public and was confirmed lately, and an account that acts for it", async () => {
    const eventId = await fair();
    const hidden = await createCompany(t.town, { published: false });
    expect(await apply(hidden, eventId)).toEqual({ ok: false, error: "not-published" });
    const page = await textOf(await site.request("/company/booths", { userId: hidden.member!.id }));
    expect(page).toContain("企業情報が公開されていないため、申し込めません");
    const old = await createCompany(t.town);
    t.setNow("2027-05-25T03:00:00Z");
    const later = await fair({ boothClosesAt: jst("2027-06-01") });
    await t.town.database.event.update({
      where: { id: later },
      data: { startsAt: jst("2027-07-01", "10:00"), endsAt: jst("2027-07-01", "15:00") },
    });
    expect(await apply(old, later)).toEqual({ ok: false, error: "not-confirmed" });
    t.setNow(NOW);
    const waiting = await createCompany(t.town, { member: "waiting" });
    expect(await apply(waiting, eventId)).toEqual({ ok: false, error: "no-company" });
    expect((await site.request("/company/booths", { userId: waiting.member!.id })).status).toBe(403);
    const without = await createEvent(t.town);
    expect(await apply(old, without.id)).toEqual({ ok: false, error: "no-such-event" });
    expect(await apply(old, "no-such-event")).toEqual({ ok: false, error: "no-such-event" });
  });

  test("with wrong input comes back with words at each field", async () => {
    const eventId = await fair();
    const company = await createCompany(t.town);
    const page = `/company/booths/${eventId}`;
    const wrong = {
      ...fields,
      power: "たくさん",
      tables: "99",
      size: "huge",
      staff: "",
      departments: "魔法科",
    };
    const response = await post(company.member!.id, page, wrong);
    const html = await textOf(response);
    expect(response.status).toBe(400);
    expect(html).toContain("入力内容に確認が必要な項目が5件あります");
    expect(html).toContain("たくさん");
    for (const body of [{ intent: "" }, { intent: "x" }])
      expect((await post(company.member!.id, page, body)).status).toBe(400);
    expect((await post(company.member!.id, "/company/booths/nowhere", fields)).status).toBe(404);
    expect(await bookOf(eventId)).toHaveLength(0);
  });
});

describe("a plan", () => {
  test("asked for twice is one plan; settled choices make another that keeps them", async () => {
    const { eventId } = await filledFair(4);
    const [first] = await Promise.all([planned(eventId), planned(eventId)]);
    expect(await t.town.database.boothPlan.count({ where: { eventId } })).toBe(1);
    const plan = (await findPlan(t.town, { eventId, planId: first }))!;
    expect(plan.result).toMatchObject({ proven: true, figures: { companies: 2 } });
    const left = plan.input.applications.find(({ id }) => !plan.result.chosen.includes(id))!;
    await fixBooths(t.town, { eventId, choices: new Map([[left.id, "in"]]) });
    const second = (await findPlan(t.town, { eventId, planId: await planned(eventId) }))!;
    expect(second.number).toBe(2);
    expect(second.result.chosen).toContain(left.id);
    expect(await findPlan(t.town, { eventId: "other", planId: first })).toBeNull();
  });

  test("adopted twice at the same moment decides and mails once, and numbers the booths", async () => {
    const { eventId, companies } = await filledFair(5, 3);
    const planId = await planned(eventId, 3);
    const adopt = () => adoptPlan(t.town, { eventId, planId, staffId, note: "搬入は8時30分からです。" });
    const results = await Promise.all([adopt(), adopt(), adopt()]);
    expect(results.map((result) => String(result.ok && result.repeated)).toSorted()).toEqual([
      "false",
      "true",
      "true",
    ]);
    const book = await bookOf(eventId);
    const selected = book.filter(({ state }) => state === "selected");
    expect(selected.map(({ boothNumber }) => String(boothNumber)).toSorted()).toEqual(["1", "2", "3"]);
    expect(new Set(selected.map(({ visitCode }) => visitCode)).size).toBe(3);
    for (const company of companies) {
      const state = book.find(({ companyId }) => companyId === company.id)!.state;
      expect(await mailsTo(company, "booth-selected")).toBe(state === "selected" ? 1 : 0);
      expect(await mailsTo(company, "booth-declined")).toBe(state === "declined" ? 1 : 0);
    }
    const declined = book.find(({ state }) => state === "declined")!;
    expect(declined.decisionNote).toContain("5社からお申し込みがあり、3ブース");
    expect(declined.decisionNote).not.toContain("架空製作所");
    expect((await findEvent(t.town, { id: eventId }))!.booths).toHaveLength(3);
    expect(await apply(companies[0]!, eventId, { ...asked, tables: 3 })).toEqual({
      ok: false,
      error: "booths-decided",
    });
  });

  test("and a withdrawal at the same moment never leave a booth with a company that is gone", async () => {
    for (let round = 0; round < 4; round++) {
      const { eventId, companies } = await filledFair(3);
      const planId = await planned(eventId);
      const leaving = companies[0]!;
      const [adopted, left] = await Promise.all([
        adoptPlan(t.town, { eventId, planId, staffId, note: "" }),
        withdrawBooth(t.town, { userId: leaving.member!.id, eventId }),
      ]);
      const book = await bookOf(eventId);
      const own = book.find(({ companyId }) => companyId === leaving.id)!;
      if (left.ok) expect(own).toMatchObject({ state: "withdrawn", boothNumber: null, visitCode: null });
      if (adopted.ok) expect(book.some(({ state }) => state === "applied")).toBe(false);
      else {
        expect(adopted.error).toBe("plan-stale");
        expect(book.filter(({ state }) => state === "applied")).toHaveLength(2);
      }
    }
  });

  test("that gives more booths than there are, or is of another event, is not adopted", async () => {
    const { eventId } = await filledFair(4, 2);
    const facts = { eventId, planId: await planned(eventId, 3), staffId, note: "" };
    expect(await adoptPlan(t.town, facts)).toEqual({ ok: false, error: "over-limit" });
    expect(await adoptPlan(t.town, { ...facts, eventId: await fair() })).toEqual({
      ok: false,
      error: "no-such-plan",
    });
    expect(
      await t.town.database.mail.count({
        where: { kind: "booth-selected", props: { path: ["note"], equals: "x" } },
      }),
    ).toBe(0);
  });
});

describe("a decision by hand", () => {
  test("is mailed once, takes a free number, and is refused when all booths are given", async () => {
    const { eventId, companies } = await filledFair(3, 2);
    const [first, second, third] = (await bookOf(eventId)).map(({ id }) => id) as [string, string, string];
    const decide = (applicationId: string, decision: "selected" | "declined" | "applied", note = "") =>
      decideBooth(t.town, { eventId, applicationId, staffId, decision, note });
    expect(await decide(first, "selected")).toEqual({ ok: true, repeated: false });
    expect(await decide(first, "selected")).toEqual({ ok: true, repeated: true });
    await decide(second, "selected");
    expect(await decide(third, "selected")).toEqual({ ok: false, error: "booths-full" });
    expect(await decide(first, "applied")).toEqual({ ok: true, repeated: false });
    await decide(third, "selected", "繰り上げです");
    const book = await bookOf(eventId);
    expect(book.map(({ state, boothNumber }) => `${state} ${boothNumber}`).toSorted()).toEqual([
      "applied null",
      "selected 1",
      "selected 2",
    ]);
    const own = companies.find(({ id }) => book.find((row) => row.id === third)!.companyId === id)!;
    expect(await newestMail(t.town, own.member!.email, "booth-selected")).toMatchObject({
      props: { note: "繰り上げです", boothNumber: 1 },
    });
    await withdrawBooth(t.town, { userId: own.member!.id, eventId });
    expect(await decide(third, "selected")).toEqual({ ok: false, error: "booth-withdrawn" });
    expect(await decide("no-such", "declined")).toEqual({ ok: false, error: "no-such-application" });
  });
});

describe("the pages of staff", () => {
  test("answer wrong input with words and change nothing", async () => {
    const { eventId } = await filledFair(2);
    const page = `/staff/events/${eventId}/booths`;
    const weights = Object.fromEntries(
      Object.entries(DEFAULT_WEIGHTS).map(([term, value]) => [`weight-${term}`, `${value}`]),
    );
    const wrong = await post(staffId, page, {
      intent: "propose",
      ...weights,
      limit: "0",
      "people-technical": "三十",
    });
    expect(wrong.status).toBe(400);
    expect(await textOf(wrong)).toContain("入力内容に確認が必要な項目が2件あります");
    expect(
      (await post(staffId, page, { intent: "decide", applicationId: "x", decision: "maybe" })).status,
    ).toBe(400);
    expect(
      (await post(staffId, page, { intent: "decide", applicationId: "x", decision: "declined" })).status,
    ).toBe(409);
    expect((await post(staffId, page, { intent: "erase" })).status).toBe(400);
    expect(
      (await post(staffId, "/staff/events/nowhere/booths", { intent: "propose", ...weights, limit: "2" }))
        .status,
    ).toBe(404);
    expect((await site.request(`${page}?state=%00&industry[]=x&need=lots`, { userId: staffId })).status).toBe(
      200,
    );
    expect(await t.town.database.boothPlan.count({ where: { eventId } })).toBe(0);
  });

  test("lead from the proposal over a change to the decision, the list and the file", async () => {
    const { eventId } = await filledFair(4);
    const page = `/staff/events/${eventId}/booths`;
    const weights = Object.fromEntries(
      Object.entries(DEFAULT_WEIGHTS).map(([term, value]) => [`weight-${term}`, `${value}`]),
    );
    const proposed = await post(staffId, page, {
      intent: "propose",
      ...weights,
      limit: "2",
      "people-technical": "30",
    });
    const first = proposed.headers.get("Location")!;
    const shown = await textOf(await site.request(first, { userId: staffId }));
    expect(shown).toContain("これより総合点が高い組み合わせはありません");
    expect(shown).toContain("工業科(参加予定 計30人)に会いたい企業のため");
    const plan = (await findPlan(t.town, { eventId, planId: first.split("/").at(-1)! }))!;
    const left = plan.input.applications.find(({ id }) => !plan.result.chosen.includes(id))!;
    const moved = await post(staffId, first, { intent: "move", [`fixed-${left.id}`]: "in" });
    const second = moved.headers.get("Location")!;
    expect(second).toMatch(/\?with=1$/);
    expect(await textOf(await site.request(second, { userId: staffId }))).toContain(
      "職員が「必ず入れる」にしたため",
    );
    const path = second.split("?")[0]!;
    expect((await post(staffId, path, { intent: "adopt", note: "" })).status).toBe(400);
    const adopted = await post(staffId, path, { intent: "adopt", confirm: "yes", note: "" });
    expect([adopted.status, adopted.headers.get("Location")]).toEqual([303, page]);
    const list = await (
      await site.request(`/staff/events/${eventId}/booth-list`, { userId: staffId })
    ).text();
    expect(list).toContain(left.name);
    const csv = await textOf(await site.request(`${page}.csv`, { userId: staffId }));
    expect(csv.split("\r\n").filter((line) => line.includes("出展決定"))).toHaveLength(2);
    expect((await post(staffId, first, { intent: "adopt", confirm: "yes" })).status).toBe(409);
  });
});
