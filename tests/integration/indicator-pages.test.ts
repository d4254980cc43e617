import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jst } from "#app/platform/calendar.ts";
import { newId } from "#app/platform/random.ts";
import { createAccountWithPassword } from "#tests/support/builders/accounts.ts";
import { createPlacement } from "#tests/support/builders/employment.ts";
import {
  adoptTargets,
  createEvaluation,
  createIndicator,
  createObservation,
  createPlan,
} from "#tests/support/builders/indicators.ts";
import { readableText } from "#tests/support/readable-text.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

const NOW = "2025-06-10T03:00:00Z";
let t: TestTown;
let site: TestSite;
let plan: Awaited<ReturnType<typeof createPlan>>;
let staffId: string;

beforeAll(async () => {
  t = await openTestTown({ now: "2025-02-20T03:00:00Z" });
  plan = await createPlan(t.town);
  site = await openTestSite(t.town);
  staffId = (await createAccountWithPassword(t.town, { role: "staff", name: "試験 太郎" })).id;
  await createEvaluation(t.town, { nodeId: plan.projectId, fiscalYear: 2024 });
  await createIndicator(t.town, {
    id: "companies",
    planId: plan.id,
    nodeId: plan.projectId,
    measureKey: "registered-companies",
    targets: { 2024: 20 },
  });
  await createIndicator(t.town, {
    id: "local-rate",
    planId: plan.id,
    nodeId: null,
    name: "管内就職率",
    unit: "%",
    decimals: 1,
    targets: { 2026: 55 },
  });
  for (let index = 0; index < 7; index++)
    await t.town.database.company.create({
      data: { id: newId(), slug: `company-${index}`, firstPublishedAt: jst("2024-05-01", "10:00") },
    });
});
afterAll(() => t.close());

/** A page as its reader gets it: what stands in the main part, without tags. */
async function read(path: string, init: { userId?: string; status?: number } = {}) {
  const { status = 200, ...request } = init;
  const response = await site.request(path, request);
  expect(response.status, path).toBe(status);
  const html = /<main[\s\S]*<\/main>/.exec(await response.text())?.[0] ?? "";
  return { html, text: readableText(html) };
}

describe("the page of the plan", () => {
  test("begins with what the plan wants and how it stands, in words made from its figures", async () => {
    const { text } = await read("/indicators");
    expect(text).toContain("試験の計画は、令和4年度から令和8年度までの計画です。");
    expect(text).toContain("1つの事業に取り組んでいます");
    expect(text).toContain("令和6年度の事業の指標1件のうち、目標に届いたのは0件、届いていないのは1件です");
    expect(text).toContain("B(おおむね順調)が1");
    expect(text).toContain("1事業・比べられる指標1件のうち0件が目標に到達");
    expect(text).toContain("7社");
    expect(text).toContain("35.0%");
  });

  test("gives every place on it a name of its own, so that labels and links lead to one", async () => {
    const { html } = await read("/indicators?open=all");
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test("folds the projects, and opens them all where the address asks for it", async () => {
    expect((await read("/indicators")).html).toContain('<details class="rounded-8');
    expect((await read("/indicators?open=all")).html).toContain('<details open="" class="rounded-8');
  });

  test("explains a wrong day, a wrong moment and an unknown plan, and shows something sensible instead", async () => {
    const { text } = await read("/indicators?asOf=令和7年2月30日&knownOn=2100-01-01&plan=no-such-plan");
    expect(text).toContain("その基準日は暦にありません。");
    expect(text).toContain("今日までの日を入れてください。");
    expect(text).toContain("その計画は見つかりませんでした。");
    expect(text).toContain("「試験の計画」を表示しています。");
    expect(text).toContain("2025年(令和7年)1月31日(金)現在");
    await read(`/indicators?asOf=${"9".repeat(3000)}&knownOn=%00%27<script>`);
  });

  test("names a past state in a banner and leads staff back to what is known now", async () => {
    const { text, html } = await read("/indicators?asOf=2025-01-31&knownOn=R7.2.10", { userId: staffId });
    expect(text).toContain("令和7年2月10日時点で分かっていた内容");
    expect(html).toContain('href="/indicators?asOf=2025-01-31"');
    expect(text).not.toContain("基準日より前の時点を選んでいる");
    const before = await read("/indicators?asOf=2025-01-31&knownOn=2024-12-01", { userId: staffId });
    expect(before.text).toContain("基準日より前の時点を選んでいる");
    expect((await read("/indicators")).text).not.toContain("時点で分かっていた内容");
  });

  test("keeps day and moment in every link to an indicator, and the page's own address as the canonical one", async () => {
    const response = await site.request("/indicators?asOf=2025-01-31&knownOn=2025-02-10", {
      userId: staffId,
    });
    const html = await response.text();
    expect(html).toContain('href="/indicators/companies?asOf=2025-01-31&amp;knownOn=2025-02-10"');
    expect(html).toMatch(/<link rel="canonical" href="[^"?]+\/indicators"\/>/);
  });
});

describe("the page of one number", () => {
  test("walks a computed figure back to its definition and the number of its records", async () => {
    const { text } = await read("/indicators/companies");
    expect(text).toContain("目標まであと13社");
    expect(text).toContain("registered-companies、第1版");
    expect(text).toContain("7件の記録をすべて数えました。");
    expect(text).toContain("人が数を打ち込むことはありません");
  });

  test("walks an entered figure back to its file, row and column; only staff see the file's name, nobody a person's", async () => {
    const importId = newId();
    await t.town.database.figureImport.create({
      data: {
        id: importId,
        kind: "observations",
        state: "applied",
        fileName: "統計一覧.csv",
        fileHash: "0",
        encoding: "utf-8",
        headers: ["年度", "率"],
        mapping: {},
        rowCount: 1,
        createdById: staffId,
        createdAt: t.town.clock.now(),
      },
    });
    const row = await createObservation(t.town, { indicatorId: "local-rate", fiscalYear: 2023, value: 48.2 });
    await t.town.database.observation.create({
      data: {
        ...row,
        id: newId(),
        asOf: new Date("2024-03-30T00:00:00Z"),
        value: 47.9,
        numerator: 240,
        denominator: 501,
        unknownCount: 12,
        status: "provisional",
        importId,
        importRow: 12,
        importColumn: "率",
        recordedById: staffId,
      },
    });
    const visitor = await read("/indicators/local-rate");
    expect(visitor.text).toContain("48.2%");
    expect(visitor.text).toContain("取り込んだファイルの12行目「率」の列");
    expect(visitor.text).toContain("市の担当者が記録");
    expect(visitor.text).toContain("速報");
    expect(visitor.text).not.toContain("統計一覧.csv");
    const { name } = await t.town.database.user.findUniqueOrThrow({ where: { id: staffId } });
    expect(visitor.text).not.toContain(name);
    expect((await read("/indicators/local-rate", { userId: staffId })).text).toContain("統計一覧.csv");
  });

  test("shows the old target beside the new one with both decisions", async () => {
    await adoptTargets(t.town, {
      planId: plan.id,
      indicatorId: "companies",
      adoptedOn: "2025-02-01",
      targets: { 2024: 25 },
      reason: "登録が進んだため。",
    });
    const past = await read("/indicators/companies?asOf=2025-01-31");
    expect(past.text).not.toContain("登録が進んだため。");
    const { text, html } = await read("/indicators/companies?asOf=2025-02-10", { userId: staffId });
    expect(text).toContain("登録が進んだため。");
    expect(text).toContain("変更前 20社");
    expect(html).toContain("変更前の目標");
  });

  test("draws a missing year as a gap, names a break of the series, and says everything in a table", async () => {
    await createIndicator(t.town, { id: "broken", planId: plan.id, nodeId: plan.strategyId, unit: "件" });
    await t.town.database.indicatorVersion.create({
      data: {
        id: newId(),
        indicatorId: "broken",
        effectiveFrom: 2023,
        name: "登録企業数",
        unit: "件",
        direction: "increase",
        definition: "支店も数える。",
        breaksSeries: true,
        reason: "統計の区分が変わったため。",
        recordedAt: jst("2023-04-01"),
      },
    });
    for (const [fiscalYear, value] of [
      [2020, 0],
      [2022, -3],
      [2023, 8],
    ] as const)
      await createObservation(t.town, { indicatorId: "broken", fiscalYear, value });
    const { text, html } = await read("/indicators/broken?asOf=2025-01-31");
    expect(text).toContain("令和5年度から数え方が変わりました。");
    expect(text).toContain("統計の区分が変わったため。");
    expect(text).toContain("値のない年度は、空けて示しています");
    expect(html.match(/<rect[^>]*fill-key-700/g)).toHaveLength(4);
    expect(html).toContain('role="img"');
    expect(text).toMatch(/令和2年度 0件/);
    expect(text).toMatch(/令和4年度 -3件/);
  });

  test("compares with other areas, the plan's own among them", async () => {
    await t.town.database.area.createMany({
      data: [
        { id: "north", name: "北市", kind: "peer", position: 1 },
        { id: "south", name: "南市", kind: "peer", position: 2 },
      ],
    });
    await createIndicator(t.town, { id: "shipments", planId: plan.id, nodeId: null, unit: "億円" });
    const row = await createObservation(t.town, { indicatorId: "shipments", fiscalYear: 2023, value: 1200 });
    for (const [areaId, value] of [
      ["north", 13_200],
      ["south", 800],
    ] as const)
      await t.town.database.observation.create({ data: { ...row, id: newId(), areaId, value } });
    const { text } = await read("/indicators/shipments");
    expect(text).toMatch(/北市 13,200億円 本市 この計画の地域 1,200億円 南市 800億円/);
    expect((await read("/indicators/companies")).text).not.toContain("ほかの地域との比較");
  });

  test("does not publish a figure about few people, its achievement, or how many records it has", async () => {
    await createIndicator(t.town, {
      id: "placements",
      planId: plan.id,
      nodeId: plan.projectId,
      unit: "件",
      measureKey: "support-station-placements",
      targets: { 2024: 50 },
    });
    for (let index = 0; index < 3; index++) await createPlacement(t.town, { startedOn: "2025-01-10" });
    const { text } = await read("/indicators/placements?asOf=today");
    expect(text).toContain("非公表(少人数)");
    expect(text).not.toMatch(/[^\d]3件|3件の記録|6\.0%/);
    const csv = await (await site.request("/indicators.csv?asOf=today")).text();
    expect(csv.split("\r\n").filter((line) => line.includes("placements,"))).toHaveLength(4);
    expect(csv).not.toMatch(/placements,[^\r]*実績,2024,[^,]*,3,/);
  });

  test("answers 404 for an indicator that there is not, and stands without any figure", async () => {
    await read("/indicators/no-such-indicator", { status: 404 });
    await createIndicator(t.town, { id: "empty", planId: plan.id, nodeId: null, unit: "円" });
    const { text, html } = await read("/indicators/empty");
    expect(text).toContain("未公表");
    expect(html).not.toContain('role="img"');
    expect(text).toContain("数値の目標は定められていません。");
  });
});

describe("the figures as files", () => {
  test("hold one row for each indicator and kind, with what is missing named and never 0", async () => {
    const response = await site.request("/indicators.json?asOf=2025-01-31&knownOn=2025-02-19", {
      userId: staffId,
    });
    expect(response.headers.get("Content-Type")).toContain("application/json");
    const body = (await response.json()) as {
      asOf: string;
      knownOn: string;
      licence: { name: string };
      figures: {
        indicatorId: string;
        kind: string;
        value: number | null;
        marker: string;
        reason: string | null;
      }[];
    };
    expect(body).toMatchObject({
      asOf: "2025-01-31",
      knownOn: "2025-02-19T14:59:59.999Z",
      licence: { name: "CC BY 4.0" },
    });
    const of = (id: string, kind: string) =>
      body.figures.find((one) => one.indicatorId === id && one.kind === kind);
    expect(of("companies", "actual")).toMatchObject({ value: 7, marker: "computed" });
    expect(of("companies", "target")).toMatchObject({ value: 20, marker: "target" });
    expect(of("companies", "achievement")).toMatchObject({ value: 35 });
    expect(of("local-rate", "actual")).toMatchObject({
      value: null,
      marker: "missing",
      reason: "not-entered",
    });
  });

  test("come as CSV in both encodings, and unchanged content is not sent twice", async () => {
    const utf8 = await site.request("/indicators.csv?asOf=2025-01-31");
    expect(utf8.headers.get("Content-Disposition")).toContain("indicators-2025-01-31.csv");
    const etag = utf8.headers.get("ETag")!;
    expect(await utf8.text()).toContain("companies,登録企業数,実績,2024,2025-01-31,7,,社,記録から計算,,,");
    const again = await site.request("/indicators.csv?asOf=2025-01-31", {
      headers: { "If-None-Match": etag },
    });
    expect(again.status).toBe(304);
    const cp932 = await site.request("/indicators.csv?asOf=2025-01-31&encoding=cp932");
    expect(new TextDecoder("shift_jis").decode(await cp932.arrayBuffer())).toContain("登録企業数");
  });
});

describe("the records behind a figure", () => {
  test("are listed for staff with kind, day, part and source, page by page; others do not enter", async () => {
    const { text, html } = await read("/staff/indicators/companies/records?asOf=2025-01-31", {
      userId: staffId,
    });
    expect(text).toContain("7件の記録");
    expect(text).toContain("掲載中の企業");
    expect(text).toContain("2024年5月1日");
    expect(text).toContain("数えた(分子)");
    expect(html).not.toContain("@");
    await read("/staff/indicators/companies/records?page=999999&asOf=x", { userId: staffId });
    expect((await site.request("/staff/indicators/companies/records")).status).toBe(302);
    const { id: companyId } = await createAccountWithPassword(t.town, { role: "company" });
    await read("/staff/indicators/companies/records", { userId: companyId, status: 403 });
  });

  test("are none for an entered figure, and say why", async () => {
    const { text } = await read("/staff/indicators/local-rate/records", { userId: staffId });
    expect(text).toContain("この指標は、記録から計算していません");
    await read("/staff/indicators/no-such/records", { userId: staffId, status: 404 });
  });
});

test("the methods page names every measure with its version, the grades and the limits", async () => {
  const { text } = await read("/indicators/methods");
  expect(text).toContain("registered-companies");
  expect(text).toContain("support-station-placements");
  expect(text).toContain("人の数は、5人以上のときに公表します。");
  expect(text).toContain("評価の段階は、まだ決めていません。");
});

test("a town without a plan says so", async () => {
  const empty = await openTestTown({ now: NOW });
  const other = await openTestSite(empty.town);
  expect(await (await other.request("/indicators")).text()).toContain("公開している計画がまだありません");
  expect((await other.request("/indicators.csv")).status).toBe(404);
  await empty.close();
});
