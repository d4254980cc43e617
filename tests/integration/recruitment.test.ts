import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishRevision } from "#app/domain/companies/decision.store.server.ts";
import { copyClass, readClass, removeDate, saveDate } from "#app/domain/recruitment/store.server.ts";
import { createCompany, createRevision, profileOf } from "#tests/support/builders/companies.ts";
import { createAttendee, createEvent } from "#tests/support/builders/events.ts";
import { createRecruitmentDates } from "#tests/support/builders/recruitment.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
beforeAll(async () => {
  t = await openTestTown({ now: "2026-06-15T03:00:00Z" });
  site = await openTestSite(t.town);
  await createRecruitmentDates(t.town, { graduationYear: 2027 });
  await createRecruitmentDates(t.town, { graduationYear: 2028 });
});
beforeEach(() => at("2026-06-15T12:00:00"));
afterAll(() => t.close());

/** Sets the clock to a wall clock time in Japan. */
function at(wall: string): void {
  t.setNow(`${wall}+09:00`);
}

const read = async (path: string, userId?: string) =>
  (await site.request(path, userId ? { userId } : {})).text();

const send = (path: string, userId: string, fields: Record<string, string>) =>
  site.request(path, {
    method: "POST",
    userId,
    headers: { Origin: t.town.env.publicUrl },
    body: new URLSearchParams(fields),
  });

describe("at midnight in Japan", () => {
  test.each([
    ["2026-06-30T23:59:59", "求人申込の受付", "2026-07-01T00:00:00", "求人の公開"],
    ["2026-09-04T23:59:59", "求人の公開", "2026-09-05T00:00:00", "応募の受付"],
    ["2026-09-15T23:59:59", "応募の受付", "2026-09-16T00:00:00", "選考・内定"],
  ])(
    "the stage of pupils turns between %s and the next second, on pages that were kept too",
    async (before, was, after, is) => {
      const now = (stage: string) => `いまは「${stage}」の時期です`;
      at(before);
      // Twice: the second answer is the kept page.
      for (let times = 0; times < 2; times++)
        expect(await read("/events?for=highSchool")).toContain(now(was));
      at(after);
      expect(await read("/events?for=highSchool")).toContain(now(is));
    },
  );

  test.each([
    ["2026-06-30T23:59:59", "2026-07-01T00:00:00", "企業が、求人の条件を示す"],
    ["2026-09-04T23:59:59", "2026-09-05T00:00:00", "応募する"],
    ["2026-09-15T23:59:59", "2026-09-16T00:00:00", "面接や試験をする"],
  ])("between %s and %s today's list opens 「%s」", async (before, after, action) => {
    const stateOf = async () => {
      const page = await read("/recruitment-calendar?for=highSchool");
      return /(できます|まだできません)</.exec(page.slice(page.indexOf(`>${action}<`)))![1];
    };
    at(before);
    expect([await stateOf(), await stateOf()]).toEqual(["まだできません", "まだできません"]);
    at(after);
    expect(await stateOf()).toBe("できます");
  });

  test("of 1 April the page turns to the next class", async () => {
    at("2027-03-31T23:59:59");
    expect(await read("/recruitment-calendar?for=highSchool")).toContain("高校生(2027年3月卒業)");
    at("2027-04-01T00:00:00");
    expect(await read("/recruitment-calendar?for=highSchool")).toContain("高校生(2028年3月卒業)");
  });

  test("a class without dates is told so, and nothing is opened for it", async () => {
    at("2028-07-01T00:00:00");
    const page = await read("/recruitment-calendar?for=highSchool");
    expect(page).toContain("高校生(2029年3月卒業)");
    expect(page).toContain("2029年3月卒業の日付は、まだ登録されていません");
    expect(page).not.toContain("2028年7月1日から");
  });
});

describe("the banner", () => {
  test("speaks to a student of the own class and kind of school", async () => {
    const pupil = await createAttendee(t.town, { schoolKind: "highSchool" });
    const page = await read("/me", pupil.id);
    expect(page).toContain("高校生・2027年3月卒業");
    expect(page).toContain("求人票は、公開の日から学校で見られます");
    const student = await createAttendee(t.town, { schoolKind: "kosen" });
    expect(await read("/me", student.id)).toContain("高専生(本科)・2027年3月卒業");
    const child = await createAttendee(t.town, { schoolKind: "juniorHigh" });
    expect(await read("/me", child.id)).not.toContain("採用のカレンダーを見る");
  });

  test("tells teachers from when visits may be asked for, and companies what must wait", async () => {
    const teacher = await createAttendee(t.town, { role: "teacher", schoolKind: "highSchool" });
    expect(await read("/school", teacher.id)).toContain("求人票の公開と応募前職場見学は、公開の日からです");
    at("2026-07-01T00:00:00");
    expect(await read("/school", teacher.id)).toContain("応募前職場見学を企業に申し込めます");
    const { id } = await createAttendee(t.town, { role: "company" });
    const company = await createCompany(t.town);
    await t.town.database.companyMember.create({
      data: { userId: id, companyId: company.id, isOwner: true },
    });
    expect(await read("/company", id)).toContain("見学は選考ではありません");
  });
});

describe("an event that meets pupils", () => {
  test("says what may not happen on its day, and warns staff without blocking it", async () => {
    const staff = await createAttendee(t.town, { role: "staff" });
    const event = await createEvent(t.town, {
      targets: ["highSchool"],
      startsAt: new Date("2026-06-30T14:00:00Z"),
    });
    const page = await read(`/events/${event.id}`);
    expect(page).toContain("求人の条件を示すこと、応募を勧めることはできません");
    expect(page).not.toContain("事務局への注意");
    expect(await read(`/events/${event.id}`, staff.id)).toContain("開催そのものは禁じられていません");
    const next = await createEvent(t.town, {
      targets: ["highSchool"],
      startsAt: new Date("2026-06-30T15:00:00Z"),
    });
    expect(await read(`/events/${next.id}`)).toContain("選考の場ではありません");
    const later = await createEvent(t.town, {
      targets: ["highSchool"],
      startsAt: new Date("2026-09-15T15:00:00Z"),
    });
    expect(await read(`/events/${later.id}`)).not.toContain("高校生が参加する催しでの決まり");
  });
});

describe("what a company publishes", () => {
  const offer =
    "金型をつくる会社です。2027年3月新規高校卒業予定者を募集します。求人番号は学校に知らせます。".padEnd(
      90,
      "。",
    );

  test("offers no job to pupils before 1 July without a reason, and may from midnight on", async () => {
    const staff = await createAttendee(t.town, { role: "staff" });
    const company = await createCompany(t.town);
    const submit = (number: number) =>
      createRevision(t.town, { companyId: company.id, number, profile: profileOf({ description: offer }) });
    const revision = await submit(2);
    at("2026-06-30T23:59:59");
    const decision = { revisionId: revision.id, staffId: staff.id, note: "" };
    expect(await publishRevision(t.town, decision)).toEqual({ ok: false, error: "staff-wording-reason" });
    const review = await read(`/staff/approvals/${revision.id}`, staff.id);
    expect(review).toContain("求人公開の日(2026年(令和8年)7月1日(水))より前に公開できません");
    at("2026-07-01T00:00:00");
    expect(await publishRevision(t.town, decision)).toMatchObject({ ok: true });
    const next = await submit(3);
    at("2027-04-01T00:00:00");
    const again = { ...decision, revisionId: next.id };
    expect(await publishRevision(t.town, again)).toEqual({ ok: false, error: "staff-wording-reason" });
    expect(await publishRevision(t.town, { ...again, wordingReason: "昨年の募集の紹介です" })).toMatchObject({
      ok: true,
    });
  });

  test("shows starting pay all year as a fact, with the day on which offers can be read at school", async () => {
    const company = await createCompany(t.town, { profile: { startingPayHighSchool: 196_000 } });
    const page = await read(`/companies/${company.slug}`);
    expect(page).toContain("196,000");
    expect(page).toContain("求人の条件ではありません");
    expect(page).toContain("2026年(令和8年)7月1日(水)から学校で見られます");
    at("2026-07-01T00:00:00");
    expect(await read(`/companies/${company.slug}`)).toContain("求人票は、いま学校で見られます");
  });
});

describe("staff", () => {
  const date = {
    graduationYear: 2027,
    prefecture: "岩手県",
    audience: "highSchool",
    stage: "severalApplications",
  } as const;
  const changesOf = async () => {
    const events = await t.town.database.domainEvent.findMany({
      where: { kind: "recruitment.date-changed" },
      orderBy: { id: "asc" },
    });
    return events.map(({ data }) => data as Record<string, unknown>);
  };

  test("register, change and take away a date; each change is recorded and seen at once", async () => {
    const staff = await createAttendee(t.town, { role: "staff" });
    at("2026-11-10T12:00:00");
    const page = () => read("/recruitment-calendar?for=highSchool");
    expect(await page()).toContain("それまでは1人1社です");
    const fields = {
      ...date,
      graduationYear: "2027",
      intent: "save",
      date: "令和8年11月1日",
      source: "県の申し合わせ",
    };
    const saved = await send("/staff/recruitment", staff.id, fields);
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, "/staff/recruitment?year=2027"]);
    expect(await page()).not.toContain("それまでは1人1社です");
    await saveDate(t.town, { ...date, date: "2026-12-01", source: "訂正", note: "", staffId: staff.id });
    expect(await page()).toContain("2026年(令和8年)12月1日(火)");
    expect((await changesOf()).slice(-2)).toMatchObject([
      { stage: "severalApplications", from: null, to: "2026-11-01" },
      { from: "2026-11-01", to: "2026-12-01" },
    ]);
    const taken = { ...date, staffId: staff.id, reason: "申し合わせが成立しなかったため" };
    expect(await removeDate(t.town, taken)).toEqual({ ok: true });
    expect(await removeDate(t.town, taken)).toEqual({ ok: false, error: "no-such-date" });
    expect((await changesOf()).at(-1)).toMatchObject({ to: null, reason: taken.reason });
    expect(await page()).toContain("それまでは1人1社です");
  });

  test("are told what is wrong with a date, and keep what they typed", async () => {
    const staff = await createAttendee(t.town, { role: "staff" });
    const fields = { ...date, graduationYear: "2027", intent: "save", date: "2026-11-01", source: "" };
    const empty = await send("/staff/recruitment", staff.id, fields);
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain('value="2026-11-01"');
    const wrong = await send("/staff/recruitment", staff.id, { ...fields, source: "x", date: "2027-04-01" });
    expect(await wrong.text()).toContain("日付が卒業年と合いません");
    const other = await send("/staff/recruitment", staff.id, {
      ...fields,
      source: "x",
      stage: "offersFormal",
    });
    expect(await other.text()).toContain("選んだ対象のカレンダーにはありません");
    expect((await send("/staff/recruitment", staff.id, { intent: "nonsense" })).status).toBe(400);
  });

  test("copy a class to the next; what is there stays, and a second copy adds nothing", async () => {
    const staff = await createAttendee(t.town, { role: "staff" });
    await saveDate(t.town, {
      graduationYear: 2029,
      prefecture: "",
      audience: "highSchool",
      stage: "jobsPublic",
      date: "2028-07-03",
      source: "新しい申し合わせ",
      note: "",
      staffId: staff.id,
    });
    const sent = await send("/staff/recruitment", staff.id, { intent: "copy", from: "2028" });
    expect(sent.headers.get("Location")).toBe("/staff/recruitment?year=2029");
    const rows = await readClass(t.town, { graduationYear: 2029 });
    const dateOf = (audience: string, stage: string) =>
      rows.find((row) => row.audience === audience && row.stage === stage)!;
    expect(dateOf("highSchool", "jobsPublic").date).toBe("2028-07-03");
    expect(dateOf("highSchool", "applicationsOpen")).toMatchObject({ date: "2028-09-05" });
    expect(dateOf("highSchool", "applicationsOpen").source).toContain("確かめてください");
    expect(dateOf("university", "publicityOpen").date).toBe("2028-03-01");
    expect(await copyClass(t.town, { from: 2028, staffId: staff.id, source: "" })).toEqual({
      ok: true,
      copied: 0,
    });
    expect(await copyClass(t.town, { from: 2060, staffId: staff.id, source: "" })).toEqual({
      ok: false,
      error: "no-such-class",
    });
  });

  test("alone may open the screen", async () => {
    const student = await createAttendee(t.town);
    expect((await site.request("/staff/recruitment")).status).toBe(302);
    expect((await site.request("/staff/recruitment", { userId: student.id })).status).toBe(403);
    const staff = await createAttendee(t.town, { role: "staff" });
    for (const query of [
      "",
      "?year=2029",
      "?year=x",
      "?year=1",
      "?edit=%E5",
      "?year=2027&edit=highSchool.jobsPublic.",
    ])
      expect((await site.request(`/staff/recruitment${query}`, { userId: staff.id })).status, query).toBe(
        200,
      );
  });
});
