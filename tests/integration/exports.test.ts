import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkImport } from "#app/domain/imports/check.store.server.ts";
import { findImport, startCheck } from "#app/domain/imports/run.store.server.ts";
import { updateSearch } from "#app/domain/matching/store.server.ts";
import { readTable } from "#app/platform/table-file/read-table.server.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";
import { workbook } from "#tests/support/workbook.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
beforeAll(async () => {
  t = await openTestTown();
  site = await openTestSite(t.town);
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
  for (const profile of [
    {
      name: "髙﨑〜1工業",
      nameKana: "タカサキコウギョウ",
      area: "千厩" as const,
      catchphrase: "=1+1 から始める",
    },
    { name: "平らな食品", nameKana: "タイラナショクヒン", area: "大東" as const, industryCode: "09" },
  ]) {
    const { id } = await createCompany(t.town, { profile });
    await updateSearch(t.town, { kind: "company", id });
    await t.town.database.manufacturingEntry.create({
      data: {
        companyId: id,
        technology: "5軸加工、−40℃の試験",
        equipment: "マシニングセンタ 3台",
        listedAt: t.town.clock.now(),
      },
    });
  }
  await createCompany(t.town, { published: false });
});
afterAll(() => t.close());

async function bytesOf(path: string) {
  const response = await site.request(path);
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function rowsOf(path: string) {
  const read = await readTable(await bytesOf(path));
  if (!read.ok) throw new Error(read.error);
  const [header = [], ...rows] = read.table.rows;
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [header[index]!, cell])));
}

/** Uploads a file through the page; the answer. */
async function send(bytes: Uint8Array<ArrayBuffer> | null, name = "一覧.csv") {
  const body = new FormData();
  if (bytes) body.set("file", new File([bytes], name));
  return site.request("/staff/imports", { method: "POST", body, userId: staffId });
}

describe("the table of companies", () => {
  test("holds the published companies with their public fields under Japanese headers", async () => {
    const response = await site.request("/companies.csv");
    expect(response.headers.get("Content-Type")).toContain("text/csv; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toContain("filename*=UTF-8''");
    const rows = await rowsOf("/companies.csv");
    expect(rows.map(({ 企業名 }) => 企業名)).toEqual(["平らな食品", "髙﨑〜1工業"]);
    expect(rows[1]).toMatchObject({
      地域: "千厩",
      業種コード: "24",
      業種名: "金属製品製造業",
      地元高校の卒業生: "あり",
      高専の卒業生: "",
      ひとこと紹介: "=1+1 から始める",
    });
    expect(rows[1]!["ページ"]).toMatch(/^http:\/\/town\.test\/companies\/test-company-/);
    const text = new TextDecoder().decode(await bytesOf("/companies.csv"));
    expect(text).toContain("'=1+1 から始める");
    expect(text.split("\r\n")).toHaveLength(4);
  });

  test("follows the conditions of the search, and is not sent again while nothing changed", async () => {
    expect(await rowsOf("/companies.csv?area=大東")).toHaveLength(1);
    const none = new TextDecoder().decode(await bytesOf("/companies.csv?area=花泉&sort=newest&page=9"));
    expect(none.trim().split("\r\n")).toHaveLength(1);
    const etag = (await site.request("/companies.csv")).headers.get("ETag")!;
    const headers = { "If-None-Match": etag };
    expect((await site.request("/companies.csv", { headers })).status).toBe(304);
    expect((await site.request("/companies.csv?encoding=cp932", { headers })).status).toBe(200);
    expect((await site.request("/companies.csv?area=大東", { headers })).status).toBe(200);
  });

  test.each(["utf-8", "cp932"])(
    "in %s comes back through an import as no change at all",
    async (encoding) => {
      const upload = await send(await bytesOf(`/companies.csv?encoding=${encoding}`));
      expect(upload.status).toBe(303);
      const runId = upload.headers.get("Location")!.split("/").at(-1)!;
      const run = (await findImport(t.town, { runId }))!;
      expect(run.encoding).toBe(encoding);
      await startCheck(t.town, { runId, mapping: run.mapping });
      await checkImport(t.town, { runId });
      expect((await findImport(t.town, { runId }))?.counts).toEqual({
        create: 0,
        change: 0,
        same: 2,
        error: 0,
      });
    },
  );
});

test("a table that CP932 cannot hold is refused by naming row, column and character", async () => {
  const { id } = await createCompany(t.town, {
    profile: { name: "𠮷野精密", nameKana: "ヨシノセイミツ", area: "藤沢" },
  });
  await updateSearch(t.town, { kind: "company", id });
  const response = await site.request("/companies.csv?encoding=cp932&area=藤沢");
  expect(response.status).toBe(302);
  const refused = await site.request(response.headers.get("Location")!);
  expect(refused.status).toBe(409);
  const html = (await refused.text()).replaceAll("<!-- -->", "");
  for (const words of ["B列(企業名)", "𠮷(U+20BB7)", "/companies.csv?area=%E8%97%A4%E6%B2%A2"])
    expect(html).toContain(words);
  expect(await rowsOf("/companies.csv?area=藤沢")).toMatchObject([{ 企業名: "𠮷野精密" }]);
  expect((await site.request("/downloads")).status).toBe(200);
});

describe("the manufacturing directory", () => {
  test("is filtered by words of technology and equipment, area and industry, in its page and its table", async () => {
    const page = async (query: string) => (await site.request(`/manufacturing${query}`)).text();
    const all = await page("?q=マシニング ５軸");
    for (const words of ["髙﨑〜1工業", "平らな食品", "0191-00-0001", "総務課", "掲載 2社"])
      expect(all).toContain(words);
    const one = await page("?industry=09&area=大東");
    expect(one).toContain("平らな食品");
    expect(one).not.toContain("髙﨑");
    expect(one).toContain("/manufacturing.csv?area=%E5%A4%A7%E6%9D%B1&amp;industry=09");
    expect(await page("?industry=39&area=月")).toContain("掲載 2社");
    expect(await page("?q=鋳造")).toContain("条件に合う企業が見つかりませんでした");
  });

  test("as a table holds what business partners ask for, in both encodings", async () => {
    const [row] = await rowsOf("/manufacturing.csv?industry=24");
    expect(row).toMatchObject({
      企業名: "髙﨑〜1工業",
      技術: "5軸加工、−40℃の試験、精密切削",
      電話番号: "0191-00-0001",
    });
    const [cp932] = await rowsOf("/manufacturing.csv?industry=24&encoding=cp932");
    expect(cp932).toMatchObject({ 企業名: "髙﨑〜1工業", 技術: "5軸加工、－40℃の試験、精密切削" });
    const etag = (await site.request("/manufacturing.csv")).headers.get("ETag")!;
    const again = await site.request("/manufacturing.csv", { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);
  });
});

describe("a file that staff upload", () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  test.each<[string, Uint8Array<ArrayBuffer> | null, string]>([
    ["none", null, "取り込むファイルを選んでください"],
    ["an empty one", utf8(""), "ファイルに何も書かれていません"],
    ["only a header", utf8("企業名,電話\r\n"), "見出しだけのファイルです"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), "読み取れません"],
    ["old Excel", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 1]), "古い形式のExcelファイル"],
    ["EUC-JP", new Uint8Array([0xb4, 0xeb, 0xb6, 0xc8, 0x8f, 0xff, 10]), "文字コードを判別できません"],
    ["a header twice", utf8("企業名,企業名\na,b\n"), "「企業名」という見出しの列が2つあります"],
    ["21,000 rows", utf8(`企業名\n${"a\n".repeat(21_000)}`), "20,000行まで"],
    ["more than 10 MB", new Uint8Array(10 * 1024 * 1024 + 1).fill(97), "10MB以内"],
    ["an open quote", utf8('企業名,電話\n"a,b\n'), "引用符"],
  ])("%s is answered in words beside the field", async (_, bytes, words) => {
    const response = await send(bytes);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(words);
  });

  test("beyond the limit of the route is refused, and elsewhere the limit of forms holds", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    const post = (path: string, megabytes: number, userId?: string) => {
      const body = new Uint8Array(megabytes * 1024 * 1024);
      return site.request(path, { method: "POST", body, headers, ...(userId ? { userId } : {}) });
    };
    expect((await post("/staff/imports", 11, staffId)).status).toBe(413);
    expect((await post("/staff/imports", 10, staffId)).status).toBe(400);
    expect((await post("/staff/imports", 2)).status).toBe(413);
    expect((await post("/newsletter", 2, staffId)).status).toBe(413);
  });

  test("goes through mapping, dry run and confirmation by plain forms", async () => {
    const header = ["企業名", "代表者名", "従業員数"];
    const book = workbook([header, ["平らな食品", "見本 次郎", { content: "<v>77</v>" }]]);
    const upload = await send(new Uint8Array(book), "一覧.xlsx");
    const page = upload.headers.get("Location")!;
    const read = async () => (await site.request(page, { userId: staffId })).text();
    const post = (form: Record<string, string>) =>
      site.request(page, { method: "POST", body: new URLSearchParams(form), userId: staffId });
    const first = await read();
    expect(first).toContain("Excelブック、1行、3列");
    expect(first).not.toContain("見本 次郎");
    expect((await post({ intent: "check", "column-0": "", "column-2": "employeeCount" })).status).toBe(400);
    const twice = await post({ intent: "check", "column-0": "name", "column-2": "name" });
    expect(await twice.text()).toContain("同じ項目を2つの列に割り当てています");
    expect((await post({ intent: "check", "column-0": "name", "column-2": "employeeCount" })).status).toBe(
      303,
    );
    expect(await read()).toContain("内容を確認しています");
    expect((await post({ intent: "apply", confirm: "yes" })).status).toBe(409);
    await t.runWaitingJobs();
    const checked = await read();
    for (const words of ["確認の結果", "従業員数", "48", "77"]) expect(checked).toContain(words);
    const unconfirmed = await post({ intent: "apply" });
    expect(unconfirmed.status).toBe(400);
    expect(await unconfirmed.text()).toContain("取り込む内容を確かめて、チェックを入れてください");
    expect((await post({ intent: "apply", confirm: "yes" })).status).toBe(303);
    await t.runWaitingJobs();
    expect(await read()).toContain("新規0社・変更1社を反映しました");
    expect(await rowsOf("/companies.csv?area=大東")).toMatchObject([{ 従業員数: "77" }]);
    expect((await post({ intent: "discard" })).status).toBe(409);
    expect((await site.request("/staff/imports/none", { userId: staffId })).status).toBe(404);
    const odd = await site.request(`${page}?outcome=x&page=999999`, { userId: staffId });
    expect(odd.status).toBe(200);
  });

  test("can begin with the template", async () => {
    const response = await site.request("/staff/imports/template.csv", { userId: staffId });
    const text = new TextDecoder().decode(await response.arrayBuffer());
    expect(text).toMatch(/^法人番号,企業名,フリガナ/);
    expect((await site.request("/staff/imports/template.csv")).status).toBe(302);
  });
});
