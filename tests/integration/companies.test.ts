import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findRevisionForReview, listWaitingRevisions } from "#app/domain/companies/approval.store.server.ts";
import { publishRevision, returnRevision } from "#app/domain/companies/decision.store.server.ts";
import { readManufacturingDirectory } from "#app/domain/companies/directory.store.server.ts";
import { findOwnCompany } from "#app/domain/companies/own.store.server.ts";
import { findPublishedCompany } from "#app/domain/companies/store.server.ts";
import { saveDraft, submitRevision } from "#app/domain/companies/submission.store.server.ts";
import { readCompanySearch } from "#app/domain/matching/company-search.ts";
import { searchCompanies } from "#app/domain/matching/company-search.store.server.ts";
import { updateSearch } from "#app/domain/matching/store.server.ts";
import {
  createCompany,
  createInternship,
  createRevision,
  profileOf,
} from "#tests/support/builders/companies.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown();
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
afterAll(() => t.close());

/** A page of results is kept for a few seconds; each search here comes a minute later. */
async function searchFor(query: string) {
  t.setNow(new Date(t.town.clock.now().getTime() + 60_000).toISOString());
  return searchCompanies(t.town, readCompanySearch(new URLSearchParams(query)));
}
const found = async (query: string) => (await searchFor(query)).cards.map(({ slug }) => slug);

async function submit(
  company: Awaited<ReturnType<typeof createCompany>>,
  changes: Parameters<typeof profileOf>[0],
  baseNumber: number,
) {
  return submitRevision(t.town, {
    userId: company.member!.id,
    companyId: company.id,
    baseNumber,
    submitterNote: "",
    profile: profileOf({ ...company.profile, ...changes }),
  });
}

async function waitingIdOf(companyId: string): Promise<string> {
  const row = await t.town.database.companyRevision.findFirstOrThrow({
    where: { companyId, state: "submitted" },
  });
  return row.id;
}

describe("a submission", () => {
  test("leaves the public page as it is until staff publish it; then page and search show the new words", async () => {
    const company = await createCompany(t.town, {
      profile: { name: "株式会社北上トマト", nameKana: "キタカミトマト" },
    });
    await updateSearch(t.town, { kind: "company", id: company.id });
    expect(await submit(company, { products: ["赤べこ最中"] }, 1)).toEqual({ ok: true, number: 2 });

    expect((await findPublishedCompany(t.town, company))?.profile.products).toEqual(["特殊ネジ"]);
    await t.runWaitingJobs();
    expect(await found("q=赤べこ最中")).not.toContain(company.slug);

    const revisionId = await waitingIdOf(company.id);
    const review = await findRevisionForReview(t.town, { revisionId });
    expect(review?.differences.map(({ field, before, after }) => [field, before, after])).toEqual([
      ["products", ["特殊ネジ"], ["赤べこ最中"]],
    ]);
    expect(await publishRevision(t.town, { revisionId, staffId, note: "" })).toMatchObject({ ok: true });
    expect((await findPublishedCompany(t.town, company))?.profile.products).toEqual(["赤べこ最中"]);
    await t.runWaitingJobs();
    expect(await found("q=赤べこ最中")).toContain(company.slug);

    const states = await t.town.database.companyRevision.findMany({
      where: { companyId: company.id },
      orderBy: { number: "asc" },
    });
    expect(states.map(({ state }) => state)).toEqual(["superseded", "published"]);
    const mails = await t.town.database.mail.findMany({ where: { recipient: company.member!.email } });
    expect(mails.map(({ kind }) => kind)).toEqual(["profile-published"]);
    const events = await t.town.database.domainEvent.findMany({
      where: { subjectId: company.id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ["company.revision-submitted", { number: 2 }],
      ["company.published", { number: 2, first: false }],
    ]);
  });

  test("from a stale page is not stored, and the same form sent twice is stored once", async () => {
    const company = await createCompany(t.town);
    expect(await submit(company, { employeeCount: 50 }, 1)).toEqual({ ok: true, number: 2 });
    expect(await submit(company, { employeeCount: 50 }, 1)).toEqual({ ok: true, number: 2 });
    expect(await submit(company, { employeeCount: 51 }, 1)).toEqual({
      ok: false,
      error: "stale",
      latestNumber: 2,
    });
    expect(await t.town.database.companyRevision.count({ where: { companyId: company.id } })).toBe(2);
  });

  test("takes the place of an earlier one that waits, and parallel ones give one", async () => {
    const company = await createCompany(t.town);
    await submit(company, { employeeCount: 50 }, 1);
    const results = await Promise.all(
      [51, 52, 53].map((employeeCount) => submit(company, { employeeCount }, 2)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await t.town.database.companyRevision.count({ where: { companyId: company.id, state: "submitted" } }),
    ).toBe(1);
  });

  test("without any change is refused", async () => {
    const company = await createCompany(t.town, { profile: { benefits: ["社員寮", "車通勤可"] } });
    expect(await submit(company, { benefits: ["車通勤可", "社員寮"] }, 1)).toMatchObject({
      error: "nothing-changed",
    });
  });

  test("by somebody else's account is impossible", async () => {
    const [company, other] = [await createCompany(t.town), await createCompany(t.town)];
    await expect(submit({ ...company, member: other.member }, { employeeCount: 1 }, 1)).rejects.toThrow();
  });

  test("may begin as a draft that staff do not see and that is kept as it was typed", async () => {
    const company = await createCompany(t.town);
    const draft = { userId: company.member!.id, companyId: company.id, baseNumber: 1, submitterNote: "" };
    await saveDraft(t.town, { ...draft, typed: { name: "途中", employeeCount: "約50人" } });
    const own = await findOwnCompany(t.town, { userId: company.member!.id });
    expect(own?.pending).toMatchObject({
      state: "draft",
      number: 2,
      stored: { name: "途中", employeeCount: "約50人" },
    });
    expect((await listWaitingRevisions(t.town)).some(({ id }) => id === own?.pending?.id)).toBe(false);
    expect(await findRevisionForReview(t.town, { revisionId: own!.pending!.id })).toBeNull();
    expect(await submit(company, { employeeCount: 52 }, 2)).toEqual({ ok: true, number: 3 });
  });
});

describe("a decision", () => {
  test("of two staff members at the same moment is made once", async () => {
    const company = await createCompany(t.town);
    await submit(company, { employeeCount: 99 }, 1);
    const revisionId = await waitingIdOf(company.id);
    const decisions = await Promise.all([
      publishRevision(t.town, { revisionId, staffId, note: "" }),
      publishRevision(t.town, { revisionId, staffId, note: "" }),
      returnRevision(t.town, { revisionId, staffId, reason: "確認" }),
    ]);
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    expect(decisions.filter((decision) => !decision.ok && decision.error === "already-decided")).toHaveLength(
      2,
    );
    const events = await t.town.database.domainEvent.count({
      where: { subjectId: company.id, kind: { in: ["company.published", "company.returned"] } },
    });
    expect(events).toBe(1);
    expect(await t.town.database.mail.count({ where: { recipient: company.member!.email } })).toBe(1);
  });

  test("to publish for the first time lists the company and lets its account in", async () => {
    const company = await createCompany(t.town, { published: false, member: "waiting" });
    expect(await findPublishedCompany(t.town, company)).toBeNull();
    const revision = await createRevision(t.town, { companyId: company.id, number: 1 });
    await publishRevision(t.town, { revisionId: revision.id, staffId, note: "ようこそ" });
    const row = await t.town.database.company.findUniqueOrThrow({ where: { id: company.id } });
    expect(row).toMatchObject({
      version: 1,
      publishedRevisionId: revision.id,
      firstPublishedAt: t.town.clock.now(),
    });
    const member = await t.town.database.user.findUniqueOrThrow({ where: { id: company.member!.id } });
    expect(member.state).toBe("active");
    expect(await findPublishedCompany(t.town, company)).not.toBeNull();
  });

  test("to return tells the company why and changes nothing in public", async () => {
    const company = await createCompany(t.town);
    await submit(company, { employeeCount: 5 }, 1);
    await returnRevision(t.town, {
      revisionId: await waitingIdOf(company.id),
      staffId,
      reason: "従業員数を確かめてください。",
    });
    const own = await findOwnCompany(t.town, { userId: company.member!.id });
    expect(own?.pending).toMatchObject({ state: "returned", decisionNote: "従業員数を確かめてください。" });
    expect(own?.published?.profile.employeeCount).toBe(48);
    const mail = await t.town.database.mail.findFirstOrThrow({ where: { recipient: company.member!.email } });
    expect(mail.props).toMatchObject({ reason: "従業員数を確かめてください。" });
  });
});

test("the queue counts working days: a weekend and a holiday do not pass time", async () => {
  const company = await createCompany(t.town, { profile: { name: "合同会社待ちぼうけ" } });
  const now = t.town.clock.now().toISOString();
  t.setNow("2026-11-20T09:00:00+09:00"); // Friday; Monday 23 November is a holiday.
  await submit(company, { name: "合同会社待ちぼうけ", employeeCount: 7 }, 1);
  t.setNow("2026-11-25T09:00:00+09:00");
  const waiting = (await listWaitingRevisions(t.town)).find(
    ({ companyName }) => companyName === "合同会社待ちぼうけ",
  );
  expect(waiting).toMatchObject({ waitingDays: 2, isFirst: false, changedFields: 1 });
  t.setNow(now);
});

test("the search says why, counts conditions, and where nothing is found what to leave out", async () => {
  const company = await createCompany(t.town, {
    profile: {
      name: "株式会社ホヤ工房",
      nameKana: "ホヤコウボウ",
      area: "室根",
      industryCode: "09",
      benefits: ["時短勤務"],
    },
  });
  await createInternship(t.town, { companyId: company.id });
  await updateSearch(t.town, { kind: "company", id: company.id });
  const page = await searchFor("q=ほやこうぼう");
  expect(page.cards[0]).toMatchObject({ slug: company.slug, openInternships: 1, area: "室根" });
  expect(page.cards[0]!.reasons.length).toBeGreaterThan(0);
  expect(page.facets.industry).toContainEqual({
    value: "food",
    label: "食べもの・飲みものをつくる",
    count: 1,
    chosen: false,
  });
  const nothing = await searchFor("q=ほやこうぼう&industry=machines&area=川崎");
  expect(nothing.total).toBe(0);
  const oneLess = await searchFor("q=ほやこうぼう&industry=machines");
  expect(oneLess.relaxed).toEqual([
    {
      dropped: "機械をつくる",
      total: 1,
      url: "/companies?q=%E3%81%BB%E3%82%84%E3%81%93%E3%81%86%E3%81%BC%E3%81%86",
    },
  ]);
});

test("the manufacturing directory lists entries in force and finds all words in any spelling", async () => {
  const company = await createCompany(t.town, {
    profile: { area: "大東", name: "大東プレス", nameKana: "ダイトウプレス" },
  });
  const gone = await createCompany(t.town);
  const now = t.town.clock.now();
  await t.town.database.manufacturingEntry.createMany({
    data: [
      { companyId: company.id, technology: "順送プレス加工", equipment: "200tプレス機", listedAt: now },
      { companyId: gone.id, technology: "順送プレス加工", equipment: "", listedAt: now, delistedAt: now },
    ],
  });
  const read = (text: string, area: "大東" | "川崎" | null = null) =>
    readManufacturingDirectory(t.town, { text, area });
  expect(await read("ﾌﾟﾚｽ ２００Ｔ")).toMatchObject({ listed: 1, entries: [{ slug: company.slug }] });
  expect((await read("プレス", "川崎")).entries).toEqual([]);
  expect((await read("鋳造")).entries).toEqual([]);
});
