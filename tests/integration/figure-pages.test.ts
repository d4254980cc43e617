import { afterAll, beforeAll, expect, test } from "vitest";
import { csvOf } from "#tests/support/figure-imports.ts";
import { openTestSite, type TestSite } from "#tests/support/test-site.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let site: TestSite;
let staffId: string;
let studentId: string;
beforeAll(async () => {
  t = await openTestTown({ seeded: true });
  site = await openTestSite(t.town);
  const account = (role: "staff" | "student") =>
    t.town.database.user.findFirstOrThrow({ where: { role, isDemo: true }, select: { id: true } });
  staffId = (await account("staff")).id;
  studentId = (await account("student")).id;
});
afterAll(() => t.close());

const get = (path: string, userId = staffId) => site.request(path, { userId });
const post = (path: string, body: URLSearchParams | FormData) =>
  site.request(path, { method: "POST", body, userId: staffId });
const form = (fields: Record<string, string | undefined>) =>
  new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value]] : [])));

function upload(kind: string, bytes: Uint8Array | null, name = "表.csv") {
  const body = new FormData();
  body.set("kind", kind);
  body.set("sheet", "");
  if (bytes) body.set("file", new File([new Uint8Array(bytes)], name));
  return post("/staff/figures", body);
}

test("staff import a school's table page by page; the bad row is named, left out, and the rest applied", async () => {
  const file = csvOf(
    [
      ["令和8年3月卒業者の進路(令和8年5月1日現在)"],
      ["学校名", "卒業年", "卒業者", "管内", "県内(管外)", "県外", "進学", "その他", "未定・不明"],
      ["花泉高等学校", "令和8年3月卒", "40人", "12", "7", "4", "16", "1", "0"],
      ["大東高等学校", "令和8年3月卒", "71人", "20", "11", "9", "28", "2", "2"],
    ],
    "cp932",
  );
  const uploaded = await upload("schoolOutcomes", file, "進路.csv");
  expect(uploaded.status).toBe(303);
  const page = uploaded.headers.get("Location")!.split(/[?#]/)[0]!;
  const assignment = await (await get(page)).text();
  expect(assignment).toContain("2行目を見出しとして読み取りました");
  expect(assignment).toMatch(/name="asOf"[^>]*value="2026-05-01"|value="2026-05-01"[^>]*name="asOf"/);
  const fields: Record<string, string> = { intent: "check", asOf: "2026-05-01", status: "final" };
  for (const [at, field] of [
    "school",
    "graduationYear",
    "graduates",
    "placedLocal",
    "placedPrefecture",
    "placedOutside",
    "furtherStudy",
    "other",
    "unknown",
  ].entries())
    fields[`column-${at}`] = field;
  const lacking = await post(page, form(fields));
  expect(lacking.status).toBe(400);
  expect(await lacking.text()).toContain("出典");
  const twice = await post(page, form({ ...fields, source: "報告", "column-8": "other" }));
  expect(twice.status).toBe(400);
  expect((await post(page, form({ ...fields, source: "報告" }))).status).toBe(303);
  const checked = await (await get(`${page}?outcome=error`)).text();
  expect(checked).toContain("セルC4");
  expect(checked).toContain("進路の内訳の合計は72人で、卒業者71人と合いません");
  expect(checked).not.toContain('value="apply"');
  expect((await post(page, form({ intent: "leave-out", row: "4" }))).status).toBe(303);
  const ready = await (await get(page)).text();
  const name = /name="checked" value="([^"]+)"/.exec(ready)?.[1] ?? "";
  expect((await post(page, form({ intent: "apply", checked: name }))).status).toBe(400);
  expect((await post(page, form({ intent: "apply", checked: "other", confirm: "yes" }))).status).toBe(409);
  expect((await post(page, form({ intent: "apply", checked: name, confirm: "yes" }))).status).toBe(303);
  const applied = await (await get(`${page}?row=3`)).text();
  expect(applied).toContain("新しい値7件・変わった値0件を反映しました");
  expect(applied).toContain('id="row-3"');
  expect(
    await t.town.database.schoolOutcome.count({ where: { importRow: 3, importId: page.split("/").at(-1)! } }),
  ).toBe(1);
  expect((await post(page, form({ intent: "discard" }))).status).toBe(409);
  expect(await (await get("/staff/figures")).text()).toContain("進路.csv");
});

test("a wrong import is taken back page by page: a reason, the differences, and the earlier figures", async () => {
  const importOf = async (rows: string[][], note = "") => {
    const page = (await upload("observations", csvOf(rows))).headers.get("Location")!.split(/[?#]/)[0]!;
    const planId = (await t.town.database.plan.findFirstOrThrow({ orderBy: { position: "asc" } })).id;
    const about = { observedKind: "actual", periodKind: "fiscalYear", status: "final", source: "試験" };
    const columns = { "column-0": "indicatorName", "column-1": "fiscalYear", "column-2": "value" };
    await post(page, form({ intent: "check", planId, ...about, ...columns, note }));
    return page;
  };
  const confirm = async (page: string) => {
    const checked = /name="checked" value="([^"]+)"/.exec(await (await get(page)).text())?.[1];
    return post(page, form({ intent: "apply", checked, confirm: "yes" }));
  };
  const wrong = await importOf([
    ["指標名", "年度", "値"],
    ["従業者数", "R4", "99,999"],
  ]);
  expect((await confirm(wrong)).status).toBe(303);
  t.setNow(new Date(t.town.clock.now().getTime() + 60_000).toISOString());
  const early = await post(
    await importOf(
      [
        ["指標名", "年度", "値"],
        ["従業者数", "R4", "1"],
      ],
      "試験",
    ),
    form({ intent: "withdraw", withdrawalReason: "早い" }),
  );
  expect(early.status).toBe(409);
  const applied = await (await get(wrong)).text();
  expect(applied).toContain("この取り込みを取り消す");
  const silent = await post(wrong, form({ intent: "withdraw" }));
  expect(silent.status).toBe(400);
  expect(await silent.text()).toContain("取り消す理由");
  const begun = await post(wrong, form({ intent: "withdraw", withdrawalReason: "年度を誤ったため" }));
  expect(begun.status).toBe(303);
  const back = begun.headers.get("Location")!.split(/[?#]/)[0]!;
  expect(back).not.toBe(wrong);
  const shown = await (await get(back)).text();
  expect(shown).toContain("99,999人");
  expect(shown).toContain("取り消し(誤って取り込んだ値)");
  expect((await confirm(back)).status).toBe(303);
  const nothing = await post(wrong, form({ intent: "withdraw", withdrawalReason: "もう一度" }));
  expect(nothing.status).toBe(400);
  expect(await nothing.text()).toContain("取り消せる値がありません");
});

test("wrong input is answered in words: no file, no kind, too much, the wrong steps, another's eyes", async () => {
  expect(await (await upload("observations", null)).text()).toContain("取り込むファイルを選んでください");
  expect((await upload("everything", csvOf([["a"]]))).status).toBe(400);
  const old = await upload("observations", Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
  expect(await old.text()).toContain("古い形式のExcelファイル");
  const huge = await site.request("/staff/figures", {
    method: "POST",
    userId: staffId,
    headers: {
      "Content-Length": String(200 * 1024 * 1024),
      "Content-Type": "multipart/form-data; boundary=x",
    },
    body: "--x--",
  });
  expect(huge.status).toBe(413);
  expect(await huge.text()).toContain("10MB");
  const { id } = await t.town.database.figureImport.findFirstOrThrow({ where: { state: "uploaded" } });
  const page = `/staff/figures/${id}`;
  for (const fields of [
    { intent: "apply", confirm: "yes", checked: "" },
    { intent: "leave-out", row: "4" },
    { intent: "leave-out-all" },
  ])
    expect((await post(page, form({ ...fields }))).status).toBe(409);
  for (const fields of [
    { intent: "leave-out", row: "x" },
    { intent: "nothing" },
    {},
    { intent: "layout", headerRow: "0", headerRows: "1" },
  ])
    expect((await post(page, form({ ...fields }))).status).toBe(400);
  for (const query of ["?page=-1", "?page=999999999", "?row=abc", "?outcome=%00", "?row=99999"])
    expect((await get(`${page}${query}`)).status).toBe(200);
  expect((await get("/staff/figures/none")).status).toBe(404);
  expect((await get(page, studentId)).status).toBe(403);
  expect((await get("/staff/figures/templates/none.csv")).status).toBe(404);
  expect((await get("/staff/figures/templates/targets.doc")).status).toBe(404);
});

test("a template of each kind is served as a workbook and as CSV", async () => {
  for (const kind of [
    "observations",
    "targets",
    "schoolOutcomes",
    "supportReports",
    "subsidyGrants",
    "placements",
  ]) {
    const csv = await get(`/staff/figures/templates/${kind}.csv?plan=none`);
    expect(csv.headers.get("Content-Type")).toContain("text/csv");
    const xlsx = await get(`/staff/figures/templates/${kind}.xlsx`);
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  }
});
