import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAttendee } from "#tests/support/builders/events.ts";
import { createIndicator, createObservation, createPlan } from "#tests/support/builders/indicators.ts";
import { openPage, sendForm } from "#tests/support/event-forms.ts";
import { checkChange, recordChange } from "#tests/support/plan-desk.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2025-06-10T03:00:00Z";
let t: TestTown;
let site: TestSite;
let staff: string;
let plan: Awaited<ReturnType<typeof createPlan>>;
let rate: string;
let clock = Date.parse(NOW);

beforeAll(async () => {
  t = await openTestTown({ now: NOW });
  site = await openTestSite(t.town);
  staff = (await createAttendee(t.town, { role: "staff" })).id;
  // Ids of the seed hold slashes.
  plan = await createPlan(t.town, { id: "plan/2022" });
  rate = (
    await createIndicator(t.town, {
      planId: plan.id,
      nodeId: plan.projectId,
      id: "rate/1",
      name: "就職率",
      unit: "%",
      decimals: 1,
      targets: { 2026: 55 },
    })
  ).id;
  await t.town.database.indicatorVersion.create({
    data: {
      id: "rate/1/second",
      indicatorId: rate,
      effectiveFrom: 2022,
      name: "就職率",
      unit: "%",
      direction: "increase",
      decimals: 1,
      denominator: "就職した人",
      recordedAt: new Date("2022-05-01T00:00:00Z"),
    },
  });
  await createObservation(t.town, {
    indicatorId: rate,
    fiscalYear: 2021,
    value: 47.4,
    kind: "baseline",
    asOf: "2022-03-31",
  });
});
afterAll(() => t.close());

function tick() {
  clock += 60_000;
  t.setNow(new Date(clock).toISOString());
}

const q = `plan=${encodeURIComponent("plan/2022")}&year=2025`;
const node = () => `/staff/plan/nodes/${encodeURIComponent(plan.projectId)}`;
const indicator = `/staff/plan/indicators/${encodeURIComponent("rate/1")}`;
const pages = () => [
  "/staff/plan",
  `/staff/plan?${q}`,
  "/staff/plan/new",
  `/staff/plan/history?${q}`,
  `/staff/plan/locks?${q}`,
  `/staff/plan/weights?${q}&parent=${plan.strategyId}`,
  `/staff/plan/targets?${q}&node=${plan.strategyId}`,
  `/staff/plan/evaluations?${q}&only=missing`,
  `/staff/plan/evaluations/${plan.projectId}?year=2025`,
  `/staff/plan/nodes/new?${q}&level=project&parent=${plan.strategyId}`,
  ...["", "/change", "/end", "/return", "/shares"].map((room) => `${node()}${room}?year=2025`),
  `/staff/plan/indicators/new?${q}&node=${plan.projectId}`,
  `${indicator}?year=2025`,
  `${indicator}/end?year=2025`,
  "/staff/indicators?enter=",
];
const nodeForm = (over: Record<string, string> = {}) => ({
  effectiveFrom: "2025",
  change: "changed",
  parentId: plan.strategyId,
  code: "1-1-2",
  title: "題1-1-2",
  description: "説明",
  object: "",
  intent: "",
  owner: "",
  weight: "",
  position: "0",
  lastFiscalYear: "",
  note: "理由",
  ...over,
});
const decision = (cells: Record<string, string>) => ({
  adoptedOn: "令和7年6月1日",
  decidedBy: "推進会議",
  reason: "見直し",
  ...cells,
});
const targets = () => `/staff/plan/targets?${q}&node=${plan.projectId}`;

describe("the pages of the desk", () => {
  test("open for staff whatever stands in the address, and for nobody else", async () => {
    const student = (await createAttendee(t.town)).id;
    for (const page of pages()) {
      expect((await openPage(site, page, staff)).status, page).toBe(200);
      expect((await openPage(site, page, student)).status, page).toBe(403);
      expect((await site.request(page, { redirect: "manual" })).status, page).toBe(302);
      expect((await sendForm(site, page, {}, student)).status, page).toBe(403);
    }
    for (const odd of ["year=99999", "year=x", "year=&node=none", "year=2025&level=none"])
      expect((await openPage(site, `/staff/plan/targets?${odd}`, staff)).status, odd).toBe(200);
  });

  test("of what is not there are missing", async () => {
    for (const page of [
      "/staff/plan?plan=none",
      "/staff/plan/nodes/none",
      "/staff/plan/nodes/none/change",
      "/staff/plan/indicators/none",
      "/staff/plan/evaluations/none",
      `/staff/plan/weights?${q}&parent=none`,
      `/staff/plan/indicators/new?${q}&node=none`,
    ])
      expect((await openPage(site, page, staff)).status, page).toBe(404);
  });
});

describe("a node's form", () => {
  test("says beside the fields what is wrong and keeps what was typed", async () => {
    const path = `${node()}/change?year=2025`;
    const wrong = await sendForm(
      site,
      path,
      { ...nodeForm({ title: "", code: "一の一", weight: "120", position: "x", note: "" }), step: "check" },
      staff,
    );
    expect(wrong.status).toBe(400);
    for (const field of ["title", "code", "weight", "position", "note"])
      expect(wrong.text, field).toContain(`id="${field}-error"`);
    expect(wrong.text).toContain('value="一の一"');
    const cases: [Record<string, string>, string][] = [
      [{}, "今の内容と同じです"],
      [{ title: "外", effectiveFrom: "2030" }, "計画の期間の外の年度です。令和4年度から令和8年度まで"],
      [{ parentId: plan.projectId, title: "輪" }, "自分自身か、自分の下にある項目は選べません"],
      [{ parentId: plan.policyId, title: "段" }, "この階層の項目を置ける場所ではありません"],
      [{ change: "renamed", owner: "商工課" }, "名称が今のままです"],
      [{ title: "短い", lastFiscalYear: "2023" }, "始まる年度より前"],
    ];
    for (const [over, words] of cases) {
      const answer = await sendForm(site, path, { ...nodeForm(over), step: "check" }, staff);
      expect([400, 409], words).toContain(answer.status);
      expect(answer.text).toContain(words);
    }
    const taken = await sendForm(
      site,
      `/staff/plan/nodes/new?${q}`,
      { ...nodeForm({ title: "重なる" }), level: "project", step: "check" },
      staff,
    );
    expect(taken.text).toContain("同じ番号の項目があります");
    const first = await sendForm(site, `${node()}/return?year=2025`, { note: "x", versionId: "none" }, staff);
    expect(first.text).toContain("最初の内容");
  });

  test("goes from the preview back to what was typed, or on to the record", async () => {
    tick();
    const path = `${node()}/change?year=2025`;
    const typed = nodeForm({ owner: "商工労働課", description: "新しい\n説明" });
    const preview = await checkChange(site, path, typed, staff);
    expect(preview.text).toContain("変わる欄は");
    expect(preview.text).toContain("商工労働課");
    const back = await sendForm(site, path, { ...preview.fields, step: "edit" }, staff);
    expect(back.status).toBe(200);
    expect(back.text).toContain('value="商工労働課"');
    expect(back.text).not.toContain("まだ記録していません");
    const recorded = await sendForm(site, path, preview.fields, staff);
    expect(recorded.status).toBe(303);
    expect(recorded.location).toContain("/staff/plan/nodes/");
    expect((await openPage(site, recorded.location, staff)).text).toContain("商工労働課");
    expect((await openPage(site, `/staff/plan/history?${q}`, staff)).text).toContain("内容の変更");
  });
});

describe("the form of targets", () => {
  const cell = (year: number) => `target.rate/1.${year}`;
  test.each([
    ["two values", { [cell(2025)]: "50 60" }, "目標が2つあります"],
    ["words that are no number", { [cell(2025)]: "五割" }, "数で入力してください"],
    ["more than the whole", { [cell(2025)]: "120" }, "0から100までで入力してください"],
    ["too many decimals", { [cell(2025)]: "50.55" }, "小数"],
    ["a year outside the plan", { [cell(2031)]: "50" }, "計画の期間の外の年度です"],
    ["nothing", {}, "目標が1つも入力されていません"],
    ["a day to come", { adoptedOn: "2026-01-01", [cell(2025)]: "50" }, "日"],
  ])("refuses %s", async (_, cells, words) => {
    const answer = await sendForm(site, targets(), { ...decision(cells), step: "check" }, staff);
    expect([400, 409]).toContain(answer.status);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('value="推進会議"');
  });

  test("warns of 0 and of the baseline, records several years at once and keeps both lines readable", async () => {
    tick();
    const typed = decision({ [cell(2025)]: "0", [cell(2024)]: "４７．４", [cell(2026)]: "60" });
    const preview = await checkChange(site, targets(), typed, staff);
    expect(preview.text).toContain("「就職率」の令和7年度の目標が0です");
    expect(preview.text).toContain("「就職率」の令和6年度の目標が基準値と同じです");
    expect((await sendForm(site, targets(), preview.fields, staff)).status).toBe(303);
    const page = await openPage(site, `${indicator}?year=2025`, staff);
    expect(page.text).toContain("60.0%");
    expect(page.text).toContain("55.0%");
    expect(page.text).toContain("推進会議");
  });
});

describe("weights", () => {
  test("of siblings come to 100 or are all empty", async () => {
    tick();
    const added = await recordChange(
      site,
      `/staff/plan/nodes/new?${q}`,
      { ...nodeForm({ code: "1-1-9", title: "並ぶ事業" }), level: "project" },
      staff,
    );
    expect(added.status).toBe(303);
    const nodes = await t.town.database.planNode.findMany({
      where: { planId: plan.id, level: "project" },
      orderBy: { id: "asc" },
    });
    const path = `/staff/plan/weights?${q}&parent=${plan.strategyId}`;
    const weights = (first: string, second: string) => ({
      [`weight.${nodes[0]!.id}`]: first,
      [`weight.${nodes[1]!.id}`]: second,
      note: "決定",
    });
    const sum = await sendForm(site, path, { ...weights("30", "60"), step: "check" }, staff);
    expect(sum.text).toContain("比重の合計が90%です");
    const half = await sendForm(site, path, { ...weights("100", ""), step: "check" }, staff);
    expect(half.text).toContain("比重を入力してください");
    tick();
    expect((await recordChange(site, path, weights("30", "70"), staff)).status).toBe(303);
    expect((await openPage(site, `/staff/plan?${q}`, staff)).text).toContain("比重の合計100%");
  });
});

test("a plan, a lock and an indicator are made by their forms", async () => {
  tick();
  const made = await sendForm(
    site,
    "/staff/plan/new",
    {
      title: "比べる計画",
      firstFiscalYear: "2013",
      lastFiscalYear: "2034",
      basicPolicy: "柱",
      strategy: "施策",
      project: "事業",
      source: "計画書",
      gradeSchemeId: "",
      areaId: "own",
    },
    staff,
  );
  expect(made.status).toBe(303);
  const opened = await openPage(site, made.location, staff);
  expect(opened.text).toContain("項目がまだありません");
  expect(opened.text).toContain("柱を加える");

  const locks = `/staff/plan/locks?${q}`;
  expect(
    (await sendForm(site, locks, { fiscalYear: "2022", intent: "lock", reason: "" }, staff)).status,
  ).toBe(400);
  const lock = { fiscalYear: "2022", intent: "lock", reason: "公表した" };
  expect((await sendForm(site, locks, lock, staff)).status).toBe(303);
  expect((await sendForm(site, locks, lock, staff)).text).toContain("すでに締めてあります");
  expect((await openPage(site, `/staff/plan?plan=plan%2F2022&year=2022`, staff)).text).toContain(
    "令和4年度は締めてあります",
  );

  const path = `/staff/plan/indicators/new?${q}&node=${plan.projectId}`;
  const form = {
    effectiveFrom: "2025",
    name: "登録企業数",
    unit: "社",
    direction: "band",
    decimals: "0",
    aggregation: "last",
    achievementMethod: "automatic",
    bandLow: "10",
    bandHigh: "5",
    measureKey: "registered-companies",
    reason: "加える",
  };
  expect((await sendForm(site, path, { ...form, step: "check" }, staff)).text).toContain(
    "上限は、下限より大きく",
  );
  expect((await recordChange(site, path, { ...form, bandHigh: "50" }, staff)).status).toBe(303);
  expect((await openPage(site, `${node()}?year=2025`, staff)).text).toContain("記録から計算:登録企業数");
});
