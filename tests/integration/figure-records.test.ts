import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leaveOut, setLayout, startFigureCheck } from "#app/domain/figure-imports/steps.store.server.ts";
import { readFigureTemplate } from "#app/domain/figure-imports/templates.store.server.ts";
import { ROWS_AT_ONCE } from "#app/domain/figure-imports/rules.ts";
import { uploadFigures } from "#app/domain/figure-imports/upload.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createCompany } from "#tests/support/builders/companies.ts";
import { createAttendee, createTestSchool } from "#tests/support/builders/events.ts";
import { createIndicator, createPlan } from "#tests/support/builders/indicators.ts";
import { csvOf, figureDesk } from "#tests/support/figure-imports.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";
import { type WorkbookCell, workbookOf } from "#tests/support/workbook.ts";

let t: TestTown;
let staffId: string;
let desk: ReturnType<typeof figureDesk>;
beforeAll(async () => {
  t = await openTestTown({ now: "2024-06-03T01:00:00Z" });
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
  desk = figureDesk(t, () => staffId);
});
afterAll(() => t.close());

describe("a school's counts", () => {
  const HEADER = [
    "学校名",
    "卒業",
    "卒業者(人)",
    "管内",
    "県内(管外)",
    "県外",
    "進学",
    "その他",
    "未定・不明",
  ];
  const about = { asOf: "2024-05-01", status: "final", source: "進路のまとめ" };

  test("in CP932 with one bad row wait until the row is left out; the record says so", async () => {
    const [first, second] = [
      await createTestSchool(t.town, { name: "髙﨑〜高等学校" }),
      await createTestSchool(t.town, { name: "見本高等学校" }),
    ];
    const lines = [
      ["進路のまとめ(令和6年5月1日現在)"],
      HEADER,
      ["髙﨑〜高等学校", "令和6年3月卒", "120人", "58", "20", "12", "26", "1", "3"],
      ["見本高等学校", "令和5年度卒", "80", "30", "10", "10", "20", "5", "4"],
      ["合計", "", "200", "88", "30", "22", "46", "6", "7"],
    ];
    // The as-of date stands in the title.
    const { asOf: _said, ...rest } = about;
    const importId = await desk.check("schoolOutcomes", csvOf(lines, "cp932"), rest);
    const found = await desk.find(importId);
    expect(found).toMatchObject({ encoding: "cp932", headerRow: 2, state: "checked" });
    expect(await desk.outcomes(importId)).toEqual([
      [3, "create"],
      [4, "error", "C4 figure-sum:80:79"],
      [5, "error", "A5 figure-no-school", "B5 figure-class", "C5 figure-sum:200:199"],
    ]);
    expect(await desk.apply(importId)).toBe("import-state");
    expect(await t.town.database.schoolOutcome.count({ where: { importId } })).toBe(0);
    await leaveOut(t.town, { importId, rows: [4, 5], isLeftOut: true });
    expect(await desk.apply(importId)).toBe("applied");
    const outcomes = await t.town.database.schoolOutcome.findMany({ where: { importId } });
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({
      schoolId: first.id,
      graduationYear: 2024,
      graduates: 120,
      placedLocal: 58,
      unknown: 3,
      status: "final",
      importRow: 3,
      recordedById: staffId,
    });
    expect((await desk.find(importId)).settings.leftOut).toEqual([4, 5]);

    // The school corrects its table: the good row is the same, the bad one is new.
    const corrected = lines
      .slice(0, 3)
      .concat([["見本高等学校", "令和5年度卒", "80", "30", "10", "10", "20", "5", "5"]]);
    const next = await desk.check("schoolOutcomes", csvOf(corrected, "cp932"), about);
    expect(await desk.outcomes(next)).toEqual([
      [3, "same"],
      [4, "create"],
    ]);
    expect(await desk.apply(next)).toBe("applied");
    expect(await t.town.database.schoolOutcome.count({ where: { schoolId: second.id } })).toBe(1);
    const revised = [HEADER, ["見本高等学校", "2024年3月", "80", "31", "10", "10", "20", "5", "4"]];
    expect(await desk.outcomes(await desk.check("schoolOutcomes", revised, about))).toEqual([
      [2, "error", "D2 figure-note"],
    ]);
    const revision = await desk.check("schoolOutcomes", revised, { ...about, note: "学校からの訂正" });
    expect((await desk.rows(revision))[0]!.cells.map(({ before, after }) => `${before}→${after}`)).toEqual([
      "30人→31人",
      "5人→4人",
    ]);
    expect(await desk.apply(revision)).toBe("applied");
    expect(
      await t.town.database.schoolOutcome.count({ where: { schoolId: second.id, status: "revised" } }),
    ).toBe(1);
  });

  test("are no 0 where a cell is blank or a dash", async () => {
    const name = "空欄高等学校";
    await createTestSchool(t.town, { name });
    const run = await desk.check(
      "schoolOutcomes",
      [HEADER, [name, "2024", "10", "", "-", "…", "10", "0", "0"]],
      about,
    );
    expect(await desk.outcomes(run)).toEqual([
      [2, "error", "D2 figure-count-blank", "E2 figure-count-missing:-", "F2 figure-count-missing:..."],
    ]);
  });
});

test("an office's list of placements keeps keys instead of its numbers, and drops names", async () => {
  const company = await createCompany(t.town, {});
  const file = [
    ["登録番号", "氏名", "就職日", "管内外", "就職先", "支援員の所見"],
    ["00123", "見本 太郎", "R6.4.15", "管内", "どこにもない商店", "面接の練習をした"],
    ["124", "見本 次郎", "2024/5/1", "管外", "", ""],
    ["123", "見本 太郎", "2024年5月20日", "管内", "", ""],
  ];
  const about = { office: "supportStation", placementKind: "supported" };
  const run = await desk.check("placements", file, about);
  expect(await desk.outcomes(run)).toEqual([
    [2, "create"],
    [3, "create"],
    [4, "create"],
  ]);
  const stored = JSON.stringify(
    await t.town.database.figureImportRow.findMany({ where: { importId: run, number: { gt: 1 } } }),
  );
  for (const secret of ["00123", "124", "見本", "面接"]) expect(stored).not.toContain(secret);
  await desk.apply(run);
  const placements = await t.town.database.placement.findMany({
    where: { importId: run },
    orderBy: { importRow: "asc" },
  });
  expect(placements).toHaveLength(3);
  expect(new Set(placements.map(({ personKey }) => personKey)).size).toBe(2);
  expect(placements[0]!.personKey).toBe(placements[2]!.personKey);
  expect(placements[0]).toMatchObject({
    source: "supportStation",
    kind: "supported",
    inJurisdiction: true,
    companyId: null,
  });
  // The next list says the employer: a correction, with a reason, in the place of the first row.
  const { profile } = (await t.town.database.companyRevision.findFirstOrThrow({
    where: { companyId: company.id },
  })) as unknown as { profile: { name: string } };
  const next = [file[0]!, ["123", "", "2024-04-15", "管内", profile.name, ""]];
  const correction = await desk.check("placements", next, { ...about, note: "就職先が分かった" });
  expect(await desk.outcomes(correction)).toEqual([[2, "change"]]);
  expect(await desk.apply(correction)).toBe("applied");
  expect(
    await t.town.database.placement.findFirst({ where: { correctsId: placements[0]!.id } }),
  ).toMatchObject({
    companyId: company.id,
    personKey: placements[0]!.personKey,
    correctionReason: "就職先が分かった",
  });
  const again = await desk.check("placements", next, { ...about, note: "就職先が分かった" });
  expect(await desk.outcomes(again)).toEqual([[2, "same"]]);
});

test("monthly reports and grants are recorded once, corrected with a note", async () => {
  const reports = [
    ["事業名", "年月", "相談件数", "新規登録者数"],
    ["ジョブカフェ", "2024年4月", "５０件", "9人"],
    ["若者サポートステーション", "R6.4", "244", "8"],
    ["ジョブカフェ", "令和6年5月", "-", "3"],
    ["ハローワーク", "令和6年5月", "3", "3"],
  ];
  const run = await desk.check("supportReports", reports);
  expect(await desk.outcomes(run)).toEqual([
    [2, "create"],
    [3, "create"],
    [4, "error", "C4 figure-count-missing:-"],
    [5, "error", "A5 figure-programme"],
  ]);
  await leaveOut(t.town, { importId: run, rows: "errors", isLeftOut: true });
  expect(await desk.apply(run)).toBe("applied");
  expect(await desk.outcomes(await desk.check("supportReports", reports.slice(0, 3)))).toEqual([
    [2, "same"],
    [3, "same"],
  ]);

  const subsidyId = newId();
  await t.town.database.subsidy.create({
    data: { id: subsidyId, name: "人材育成補助金", projectCode: "1-1-12" },
  });
  const grants = (people: string) => [
    ["補助金", "対象者の区分", "人数", "交付決定日"],
    ["人材育成補助金", "新規高卒者", people, "令和6年5月10日"],
  ];
  expect(await desk.apply(await desk.check("subsidyGrants", grants("6人")))).toBe("applied");
  expect(await desk.outcomes(await desk.check("subsidyGrants", grants("6")))).toEqual([[2, "same"]]);
  const correction = await desk.check("subsidyGrants", grants("5"), { note: "1人が辞退" });
  expect(await desk.apply(correction)).toBe("applied");
  const rows = await t.town.database.subsidyGrant.findMany({
    where: { subsidyId },
    include: { corrects: true },
    orderBy: { people: "asc" },
  });
  expect(rows.map(({ people, corrects }) => [people, corrects?.people ?? null])).toEqual([
    [5, 6],
    [6, null],
  ]);
});

describe("an Excel file", () => {
  const text = (value: string): WorkbookCell => value;
  const cell = (address: string, content: WorkbookCell) =>
    typeof content === "string"
      ? `<c r="${address}" t="inlineStr"><is><t>${content}</t></is></c>`
      : `<c r="${address}" ${content.attributes ?? ""}>${content.content}</c>`;
  const sheet = (cells: Record<string, WorkbookCell>, merges: string[], formats: string[] = []) => {
    const rows = Map.groupBy(Object.entries(cells), ([address]) => Number(/\d+/.exec(address)![0]));
    const xml = [...rows].map(
      ([row, line]) => `<row r="${row}">${line.map(([at, content]) => cell(at, content)).join("")}</row>`,
    );
    const merged = merges.map((area) => `<mergeCell ref="${area}"/>`).join("");
    return workbookOf(
      `<sheetData>${xml.join("")}</sheetData><mergeCells count="${merges.length}">${merged}</mergeCells>`,
      formats,
    );
  };

  test("with titles, merged headers, merged labels, a formula and percent is read as it looks", async () => {
    const plan = await createPlan(t.town, {});
    const rate = await createIndicator(t.town, {
      planId: plan.id,
      nodeId: plan.projectId,
      name: "就職率",
      unit: "%",
      decimals: 1,
    });
    await createIndicator(t.town, { planId: plan.id, nodeId: plan.projectId, name: "参加者", unit: "人" });
    const bytes = sheet(
      {
        A1: text("指標の実績"),
        A3: text("番号"),
        B3: text("指標名"),
        C3: text("令和4年度"),
        E3: text("令和5年度"),
        C4: text("目標"),
        D4: text("実績"),
        E4: text("目標"),
        F4: text("実績"),
        A5: text("1-1-2"),
        B5: text("就職率"),
        D5: { attributes: 's="1"', content: "<v>0.474</v>" },
        F5: { attributes: 's="1"', content: "<f>133/276</f><v>0.48188405797101447</v>" },
        B6: text("参加者"),
        D6: { content: "<v>25</v>" },
        F6: { content: "<f>SUM(A1:A2)</f><v>36</v>" },
      },
      ["C3:D3", "E3:F3", "A3:A4", "B3:B4", "A5:A6"],
      ["0.0%"],
    );
    const importId = await desk.upload("observations", bytes, "実績.xlsx");
    const found = await desk.find(importId);
    expect(found).toMatchObject({ headerRow: 3, settings: { headerRows: 2 } });
    expect(found.headers).toEqual([
      "番号",
      "指標名",
      "令和4年度 目標",
      "令和4年度 実績",
      "令和5年度 目標",
      "令和5年度 実績",
    ]);
    expect(Object.values(found.mapping)).toEqual(["nodeCode", "indicatorName", "year:2022", "year:2023"]);
    const typed = { ...found.settings.typed, planId: plan.id, source: "実績報告" };
    await startFigureCheck(t.town, { importId, mapping: found.mapping, typed });
    expect(await desk.outcomes(importId)).toEqual([
      [5, "create"],
      [6, "error", "A6 figure-merged-label:A5〜A6"],
    ]);
    await startFigureCheck(t.town, {
      importId,
      mapping: found.mapping,
      typed: { ...typed, fillDown: "yes" },
    });
    const [first, second] = await desk.rows(importId);
    expect(first!.cells.map(({ after, remarks }) => [after.split("(")[0], ...remarks])).toEqual([
      ["47.4%"],
      ["48.2%", "figure-formula", "figure-rounded:1"],
    ]);
    expect(second!.cells.map(({ after }) => after.split("(")[0])).toEqual(["25人", "36人"]);
    expect(await desk.apply(importId)).toBe("applied");
    expect(await t.town.database.observation.count({ where: { indicatorId: rate.id, importRow: 5 } })).toBe(
      2,
    );
  });

  test("whose headers staff see elsewhere is read again from there", async () => {
    await createPlan(t.town, {});
    const importId = await desk.upload(
      "targets",
      csvOf([
        ["指標名", "R6"],
        ["これが見出し", "番号"],
        ["a", "1"],
      ]),
    );
    expect(await setLayout(t.town, { importId, headerRow: 2, headerRows: 1 })).toEqual({ ok: true });
    expect(await desk.find(importId)).toMatchObject({
      headers: ["これが見出し", "番号"],
      mapping: { 番号: "nodeCode" },
      rowCount: 1,
    });
    expect(await setLayout(t.town, { importId, headerRow: 9, headerRows: 1 })).toMatchObject({
      error: "figure-header-row:3",
    });
  });
});

describe("a file that cannot be read", () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  test.each<[string, Buffer, string]>([
    ["in EUC-JP", Buffer.from([0xbb, 0xd8, 0xc9, 0xb8, 0x2c, 0xff, 0xfe, 0x80, 0x0a]), "table-encoding"],
    ["as old Excel", ole, "table-old-excel"],
    ["with a password", Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]), "table-password"],
    ["as a broken workbook", Buffer.from("PK\u0003\u0004broken"), "table-not-a-table"],
    ["as an empty file", Buffer.from(""), "table-empty"],
    ["with headers only", csvOf([["指標名", "R6"]]), "table-header-only"],
    [
      "with an error value",
      workbookOf('<sheetData><row r="1"><c r="A1" t="e"><v>#REF!</v></c></row></sheetData>'),
      "table-error-value:A1",
    ],
  ])("%s is refused in words", async (_, bytes, error) => {
    expect(await uploadFigures(t.town, { staffId, kind: "observations", fileName: "x", bytes })).toEqual({
      ok: false,
      error,
    });
  });
});

test("a long file is checked and applied in the background, with its progress", async () => {
  const plan = await createPlan(t.town, {});
  await createIndicator(t.town, { planId: plan.id, nodeId: plan.projectId, name: "件数", unit: "件" });
  const rows = Array.from({ length: ROWS_AT_ONCE + 1 }, (_, at) => ["件数", at === 0 ? "5" : ""]);
  const importId = await desk.upload("observations", csvOf([["指標名", "R5"], ...rows]));
  const { mapping, settings } = await desk.find(importId);
  const typed = { ...settings.typed, planId: plan.id, source: "試験" };
  await startFigureCheck(t.town, { importId, mapping, typed });
  expect((await desk.find(importId)).state).toBe("checking");
  await t.runWaitingJobs();
  expect(await desk.find(importId)).toMatchObject({
    state: "checked",
    counts: { done: ROWS_AT_ONCE + 1, cells: { create: 1 } },
  });
  expect(await desk.apply(importId)).toBe("applied");
});

test("a template that comes back unfilled changes nothing, and filled in it is understood", async () => {
  const plan = await createPlan(t.town, {});
  await createIndicator(t.town, {
    planId: plan.id,
    nodeId: plan.projectId,
    name: "ひな形の指標",
    unit: "件",
  });
  const { header, rows } = await readFigureTemplate(t.town, { kind: "observations", planId: plan.id });
  expect(rows).toHaveLength(1);
  const typed = { planId: plan.id, source: "試験", asOf: "2024-06-01" };
  const blank = await desk.check("observations", [header, ...rows], typed);
  expect((await desk.find(blank)).counts.rows).toMatchObject({ blank: 1, error: 0 });
  const filled = rows.map((row) => row.map((cell, at) => (header[at] === "値" ? "7件" : cell)));
  expect(await desk.outcomes(await desk.check("observations", [header, ...filled], typed))).toEqual([
    [2, "create"],
  ]);
});
