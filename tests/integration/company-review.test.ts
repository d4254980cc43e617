import { queueSearchUpdate } from "#app/domain/matching/versions.store.server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadFacts } from "#app/analytics/facts.server.ts";
import { periodUpTo } from "#app/analytics/facts.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { findRevisionForReview } from "#app/domain/companies/approval.store.server.ts";
import { publishRevision, returnRevision } from "#app/domain/companies/decision.store.server.ts";
import { compareRevisions, listPast, listRevisions } from "#app/domain/companies/history.store.server.ts";
import { listCompanies } from "#app/domain/companies/list.store.server.ts";
import {
  askForRelisting,
  relistCompany,
  withdrawCompany,
} from "#app/domain/companies/publication.store.server.ts";
import { submitRevision } from "#app/domain/companies/submission.store.server.ts";
import { readCompanySearch } from "#app/domain/matching/company-search.ts";
import { searchCompanies } from "#app/domain/matching/company-search.store.server.ts";
import { addDays, civilDateOf } from "#app/platform/calendar.ts";
import { createAccountWithPassword } from "#tests/support/builders/accounts.ts";
import { createCompany, createMember, createRevision, profileOf } from "#tests/support/builders/companies.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
  staffId = (await createAccountWithPassword(t.town, { role: "staff", name: "架空 職員" })).id;
});
afterAll(() => t.close());

type Built = Awaited<ReturnType<typeof createCompany>>;
const BLOCKED = "営業マンとして、工作機械に使うネジを取引先に紹介し、図面の相談を受ける仕事を行っています。";

async function submit(company: Built, number: number, changes: Parameters<typeof profileOf>[0]) {
  const profile = profileOf({ ...company.profile, ...changes });
  return (await createRevision(t.town, { companyId: company.id, number, profile })).id;
}
const post = (userId: string, path: string, values: Record<string, string>) =>
  site.request(path, { method: "POST", body: new URLSearchParams(values), userId });
const read = async (path: string, userId?: string) => (await site.request(path, { userId })).text();
const companyRow = (id: string) => t.town.database.company.findUniqueOrThrow({ where: { id } });
const later = (days: number) =>
  t.setNow(new Date(t.town.clock.now().getTime() + days * 86_400_000).toISOString());
const byStaff = (companyId: string) => ({
  companyId,
  actor: { userId: staffId, as: "staff" as const },
  reason: "unreachable" as const,
  note: "電話が通じないため",
  words: "連絡がとれない\n電話が通じないため",
});
const byOwner = (company: Built) => ({
  companyId: company.id,
  actor: { userId: company.member!.id, as: "member" as const },
  reason: "asked" as const,
  note: "",
  words: "",
});

describe("blocked wording", () => {
  test("is published only with a reason of staff, which is kept beside the company's", async () => {
    const company = await createCompany(t.town);
    const revisionId = await submit(company, 2, { description: BLOCKED });
    const said = [{ rule: "sex-sales-man", text: "営業マン", reason: "商品の名前です", by: "company" }];
    await t.town.database.companyRevision.update({
      where: { id: revisionId },
      data: { wordingOverrides: said },
    });
    const review = await findRevisionForReview(t.town, { revisionId });
    expect(review?.findings).toMatchObject([{ level: "block", phrase: "営業マン", field: "description" }]);
    expect(review?.overrides).toEqual(said);
    expect(await publishRevision(t.town, { revisionId, staffId, note: "" })).toEqual({
      ok: false,
      error: "staff-wording-reason",
    });
    expect((await companyRow(company.id)).version).toBe(1);
    const wordingReason = "引用のため";
    expect(await publishRevision(t.town, { revisionId, staffId, note: "", wordingReason })).toMatchObject({
      ok: true,
    });
    const kept = await findRevisionForReview(t.town, { revisionId });
    expect(kept?.overrides).toEqual([
      ...said,
      { rule: "sex-sales-man", text: "営業マン", reason: "引用のため", by: "staff" },
    ]);
  });

  test("is refused beside its field on the page, with the findings and the company's reason in view", async () => {
    const company = await createCompany(t.town);
    const revisionId = await submit(company, 2, { description: BLOCKED });
    const page = `/staff/approvals/${revisionId}`;
    expect(await read(page, staffId)).toContain("修正が必要な表現が1か所あります");
    const refused = await post(staffId, page, { intent: "publish", note: "ありがとうございます" });
    expect(refused.status).toBe(400);
    const words = await refused.text();
    expect(words).toContain('id="wordingReason-error"');
    expect(words).toContain("ありがとうございます");
    expect((await post(staffId, page, { intent: "publish", wordingReason: "引用" })).status).toBe(303);
  });
});

describe("a publication", () => {
  test("confirms the facts, sends the note, and tells an account that it was let in", async () => {
    const company = await createCompany(t.town, { published: false, member: "waiting" });
    const now = t.town.clock.now();
    const said = { contactName: "架空", termsVersion: "2026-11", consentedAt: now, submittedAt: now };
    await t.town.database.companyRegistration.create({ data: { companyId: company.id, ...said } });
    const revision = await createRevision(t.town, { companyId: company.id, number: 1 });
    await publishRevision(t.town, { revisionId: revision.id, staffId, note: "ようこそ" });
    expect(await companyRow(company.id)).toMatchObject({ confirmedAt: now, firstPublishedAt: now });
    const mail = await t.town.database.mail.findFirstOrThrow({ where: { recipient: company.member!.email } });
    expect(mail).toMatchObject({
      kind: "profile-published",
      props: { note: "ようこそ", loginUrl: "http://town.test/login" },
    });
    const application = { where: { companyId: company.id } };
    expect(await t.town.database.companyRegistration.findUniqueOrThrow(application)).toMatchObject({
      state: "approved",
    });
    const next = await submit(company, 2, { employeeCount: 50 });
    await publishRevision(t.town, { revisionId: next, staffId, note: "" });
    const second = await t.town.database.mail.findFirstOrThrow({ where: { dedupeKey: { contains: next } } });
    expect(second.props).toMatchObject({ loginUrl: "" });
  });

  test("and the other decisions stay in the history, and any two revisions can be compared", async () => {
    const company = await createCompany(t.town, { profile: { establishments: [] } });
    const second = await submit(company, 2, { benefits: ["社員寮", "車通勤可"] });
    await returnRevision(t.town, { revisionId: second, staffId, reason: "確かめてください" });
    const place = {
      name: "花泉工場",
      postalCode: "0293101",
      address: "一関市花泉町1",
      area: "花泉" as const,
    };
    const third = await submit(company, 3, { establishments: [place], catchphrase: "小さなネジで支える" });
    await publishRevision(t.town, { revisionId: third, staffId, note: "" });
    const revisions = await listRevisions(t.town, { companyId: company.id });
    expect(
      revisions.map(({ number, state, decidedBy, decisionNote }) => [number, state, decidedBy, decisionNote]),
    ).toEqual([
      [3, "published", "架空 職員", ""],
      [2, "returned", "架空 職員", "確かめてください"],
      [1, "superseded", "", ""],
    ]);
    const differences = await compareRevisions(t.town, { companyId: company.id, from: 1, to: 3 });
    expect(differences?.map(({ field }) => field)).toEqual(["establishments", "catchphrase"]);
    expect(await compareRevisions(t.town, { companyId: company.id, from: 1, to: 9 })).toBeNull();

    const staffPage = await read(`/staff/companies/${company.id}?from=1&to=3`, staffId);
    expect(staffPage).toContain("花泉工場(花泉)一関市花泉町1");
    expect(staffPage).toContain("追加");
    const own = await read("/company/history?from=1&to=2", company.member!.id);
    expect(own).toContain("第1版から第2版への変更");
    expect(own).toContain("確かめてください");
    expect(own).not.toContain("架空 職員");
  });
});

describe("a withdrawal", () => {
  const found = async (query: string) => {
    later(1 / 1440);
    const page = await searchCompanies(t.town, readCompanySearch(new URLSearchParams({ q: query })));
    return page.cards.map(({ slug }) => slug);
  };
  const counted = async (asOf: string) => {
    const facts = await loadFacts(t.town, { asOf });
    return findMeasure("registered-companies")!.compute(facts, periodUpTo(asOf)).value;
  };

  test("takes page and search away at once, stops the counting, and putting back restores all of it", async () => {
    const company = await createCompany(t.town, {
      profile: { name: "有限会社すぐ消える", nameKana: "スグキエル" },
    });
    const entry = { companyId: company.id, technology: "切削", equipment: "", listedAt: t.town.clock.now() };
    await t.town.database.manufacturingEntry.create({ data: entry });
    await queueSearchUpdate(t.town.database, t.town, { kind: "company", id: company.id });
    await t.runWaitingJobs();
    expect(await found("すぐ消える")).toEqual([company.slug]);
    const waiting = await submit(company, 2, { employeeCount: 3 });
    later(1);
    const before = await counted(civilDateOf(t.town.clock.now()));

    const withdrawn = civilDateOf(t.town.clock.now());
    const results = await Promise.all([
      withdrawCompany(t.town, byStaff(company.id)),
      withdrawCompany(t.town, byOwner(company)),
      publishRevision(t.town, { revisionId: waiting, staffId, note: "" }),
    ]);
    // Publishing may come first; after the withdrawal the submission is taken back.
    expect(results.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
    expect((await companyRow(company.id)).withdrawnAt).not.toBeNull();
    expect(await found("すぐ消える")).toEqual([]);
    await t.runWaitingJobs();
    expect(await found("すぐ消える")).toEqual([]);
    const page = await site.request(`/companies/${company.slug}`);
    expect(page.status).toBe(410);
    expect(await page.text()).toContain("この企業の掲載は終了しました");
    expect((await site.request("/companies/never-there")).status).toBe(404);
    expect(await counted(withdrawn)).toBe(before! - 1);

    later(3);
    expect(await relistCompany(t.town, { companyId: company.id, staffId })).toMatchObject({ ok: true });
    expect(await relistCompany(t.town, { companyId: company.id, staffId })).toMatchObject({
      error: "not-withdrawn",
    });
    await t.runWaitingJobs();
    expect(await found("すぐ消える")).toEqual([company.slug]);
    expect((await site.request(`/companies/${company.slug}`)).status).toBe(200);
    expect(await counted(civilDateOf(t.town.clock.now()))).toBe(before);
    expect(await counted(addDays(withdrawn, 1))).toBe(before! - 1);
    const where = { where: { companyId: company.id } };
    expect(await t.town.database.manufacturingEntry.findUniqueOrThrow(where)).toMatchObject({
      delistedAt: null,
    });
    const mails = await t.town.database.mail.findMany({ where: { recipient: company.member!.email } });
    expect(mails.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["company-withdrawn", "company-relisted"]),
    );
  });

  test("is the owner's and staff's to make, and a submission of the company lists it again", async () => {
    const company = await createCompany(t.town);
    const member = await createMember(t.town, { companyId: company.id, isOwner: false });
    const asMember = { ...byOwner(company), actor: { userId: member.id, as: "member" as const } };
    expect(await withdrawCompany(t.town, asMember)).toEqual({ ok: false, error: "not-owner" });
    await withdrawCompany(t.town, byOwner(company));
    const ask = () => askForRelisting(t.town, { companyId: company.id, userId: member.id });
    const asked = await Promise.all([ask(), ask()]);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(asked.find(({ ok }) => !ok)).toMatchObject({ error: "waiting-already" });
    const changed = profileOf({ ...company.profile, employeeCount: 60 });
    const saving = { userId: member.id, companyId: company.id, baseNumber: 2, submitterNote: "" };
    expect(await submitRevision(t.town, { ...saving, profile: changed })).toEqual({ ok: true, number: 3 });
    const waiting = await t.town.database.companyRevision.findFirstOrThrow({
      where: { companyId: company.id, state: "submitted" },
    });
    expect((await findRevisionForReview(t.town, { revisionId: waiting.id }))?.isWithdrawn).toBe(true);
    await publishRevision(t.town, { revisionId: waiting.id, staffId, note: "" });
    expect(await companyRow(company.id)).toMatchObject({ withdrawnAt: null, version: 2 });
    const past = await listPast(t.town, { companyId: company.id });
    expect(past.map(({ kind, reason }) => [kind, reason])).toEqual([
      ["company.relisted", ""],
      ["company.withdrawn", "asked"],
    ]);
  });

  test("is confirmed on a page of its own, by staff with a reason and by the company without", async () => {
    const company = await createCompany(t.town, { profile: { name: "株式会社確認画面" } });
    const page = `/staff/companies/${company.id}/publication`;
    const without = await post(staffId, page, { intent: "withdraw" });
    expect(without.status).toBe(400);
    expect(await without.text()).toContain('id="reason-error"');
    const form = { intent: "withdraw", reason: "closed", comment: "年末で廃業" };
    expect((await post(staffId, page, form)).headers.get("Location")).toBe(`/staff/companies/${company.id}`);
    expect((await post(staffId, page, form)).status).toBe(409);
    expect(await read(`/staff/companies/${company.id}`, staffId)).toContain("年末で廃業");
    expect((await post(staffId, page, { intent: "relist" })).status).toBe(303);
    expect(await read("/company/publication", company.member!.id)).toContain("これまでの内容は残ります");
    expect((await post(company.member!.id, "/company/publication", { intent: "withdraw" })).status).toBe(303);
    expect(await read("/company", company.member!.id)).toContain("掲載を終了しました");
    const asked = await post(company.member!.id, "/company/publication", { intent: "ask-again" });
    expect(asked.headers.get("Location")).toBe("/company");
    expect(await read("/company/publication", company.member!.id)).toContain("事務局が確認しています");
  });
});

test("staff find companies by part of the name or its reading in either kana, by state, and never by a pattern", async () => {
  const company = await createCompany(t.town, {
    profile: { name: "合同会社100%手作り_工房", nameKana: "テヅクリコウボウ" },
  });
  const search = async (name: string, listing: "listed" | "withdrawn" | null = null) =>
    (await listCompanies(t.town, { name, listing, isDirectoryCandidate: false, page: 1 })).rows.map(
      ({ slug }) => slug,
    );
  for (const name of ["手作り", "てづくりこう", "100%手", "り_工"])
    expect(await search(name)).toEqual([company.slug]);
  for (const name of ["1%り", "手__り", "\\"]) expect(await search(name)).toEqual([]);
  expect(await search("手作り", "withdrawn")).toEqual([]);
  const page = await read(
    "/staff/companies?name=%E3%81%A6%E3%81%A5%E3%81%8F%E3%82%8A&page=zzz&listing=x",
    staffId,
  );
  expect(page).toContain("合同会社100%手作り_工房");
  expect(
    (await listCompanies(t.town, { name: "", listing: null, isDirectoryCandidate: false, page: 9999 })).rows,
  ).toEqual([]);
});
