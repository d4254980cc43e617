import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { applyImport, resumeImports } from "#app/domain/imports/apply.store.server.ts";
import { checkImport } from "#app/domain/imports/check.store.server.ts";
import {
  discardImport,
  findImport,
  listImportRows,
  startApply,
  startCheck,
} from "#app/domain/imports/run.store.server.ts";
import { uploadImport } from "#app/domain/imports/upload.store.server.ts";
import { readCompanySearch } from "#app/domain/matching/company-search.ts";
import { searchCompanies } from "#app/domain/matching/company-search.store.server.ts";
import { writeCsv } from "#app/platform/table-file/write-csv.server.ts";
import { createCompany, createRevision, profileOf } from "#tests/support/builders/companies.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let staffId: string;
let round = 0;
beforeAll(async () => {
  t = await openTestTown();
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
});
beforeEach(() => {
  round += 1;
});
afterAll(() => t.close());

const HEADER = [
  "法人番号",
  "会社名",
  "カナ",
  "郵便番号",
  "住所",
  "TEL",
  "担当部署",
  "業種",
  "事業内容",
  "従業員数",
];
const WORK = "橋や農業機械に使う金属の部品を、図面づくりから加工、検査まで一つの工場で行っている会社です。";

/** A row of a new company of this test; changes win. */
function line(name: string, changes: Record<string, string> = {}): string[] {
  const cells: Record<string, string> = {
    法人番号: "",
    会社名: `株式会社${name}${round}`,
    カナ: "カブシキガイシャミホン",
    郵便番号: "029-0803",
    住所: "岩手県一関市千厩町千厩字見本1",
    TEL: "0191-00-0002",
    担当部署: "総務課",
    業種: "金属製品製造業",
    事業内容: WORK,
    従業員数: "12人",
    ...changes,
  };
  return HEADER.map((header) => cells[header] ?? "");
}

async function upload(rows: string[][], header = HEADER) {
  const file = writeCsv([header, ...rows], "utf-8");
  if (!file.ok) throw new Error("unmappable");
  const result = await uploadImport(t.town, { staffId, fileName: "一覧.csv", bytes: file.bytes });
  if (!result.ok) throw new Error(result.error);
  return result.runId;
}

async function check(rows: string[][], header = HEADER) {
  const runId = await upload(rows, header);
  const { mapping } = (await findImport(t.town, { runId }))!;
  expect(await startCheck(t.town, { runId, mapping })).toEqual({ ok: true });
  await t.runWaitingJobs();
  return runId;
}

async function apply(runId: string) {
  expect(await startApply(t.town, { runId, staffId })).toEqual({ ok: true });
  await t.runWaitingJobs();
  return (await findImport(t.town, { runId }))!;
}

const outcomes = async (runId: string) =>
  (await listImportRows(t.town, { runId, outcome: null, page: 1 })).rows.map(
    ({ number, outcome, errors }) => [
      number,
      outcome,
      ...errors.map(({ column, code }) => `${column} ${code}`),
    ],
  );

const companies = () => t.town.database.company.count();
const revisions = () => t.town.database.companyRevision.count();

describe("an import", () => {
  test("publishes new companies at once, finds them in the search, and the same file again changes nothing", async () => {
    const before = await companies();
    const rows = [line("新芽"), line("若葉", { 住所: "岩手県一関市花泉町見本2", 業種: "39", 従業員数: "" })];
    const runId = await check(rows);
    expect((await findImport(t.town, { runId }))?.counts).toEqual({
      create: 2,
      change: 0,
      same: 0,
      error: 0,
    });
    expect(await companies()).toBe(before);
    expect(await apply(runId)).toMatchObject({ state: "applied", appliedAt: t.town.clock.now() });
    const { rows: applied } = await listImportRows(t.town, { runId, outcome: "create", page: 1 });
    const slugs = applied.map(({ slug }) => slug!);
    const company = await t.town.database.company.findUniqueOrThrow({
      where: { slug: slugs[1]! },
      include: { publishedRevision: true },
    });
    expect(company).toMatchObject({
      version: 1,
      firstPublishedAt: t.town.clock.now(),
      corporateNumber: null,
    });
    expect(company.publishedRevision).toMatchObject({ state: "published", number: 1, decidedById: staffId });
    expect(company.publishedRevision!.profile).toMatchObject({
      area: "花泉",
      industryCode: "39",
      employeeCount: null,
      asOf: "2026-11-20",
      nightShift: "unknown",
    });
    const found = await searchCompanies(
      t.town,
      readCompanySearch(new URLSearchParams(`q=株式会社若葉${round}`)),
    );
    expect(found.cards.map(({ slug }) => slug)).toContain(slugs[1]);
    const events = await t.town.database.domainEvent.findMany({
      where: { OR: [{ subjectId: company.id }, { subjectId: runId }] },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ["company.published", { number: 1, first: true }],
      ["import.applied", { created: 2, changed: 0 }],
    ]);

    const all = await revisions();
    const again = await check(rows);
    expect(await outcomes(again)).toEqual([
      [2, "same"],
      [3, "same"],
    ]);
    expect(await findImport(t.town, { runId: again })).toMatchObject({ appliedBefore: { id: runId } });
    expect(await startApply(t.town, { runId: again, staffId })).toEqual({ ok: false, error: "import-state" });
    expect(await revisions()).toBe(all);
  });

  test("changes only what the file says, as a new revision, and blank cells clear nothing", async () => {
    const company = await createCompany(t.town, {
      profile: { name: `株式会社変わり目${round}`, employeeCount: 48, catchphrase: "今のまま" },
    });
    const runId = await check(
      [
        [`㈱ｶﾜﾘ目`, "", ""]
          .map((cell, index) => (index === 0 ? `㈱変わり目${round}` : cell))
          .concat("50", ""),
      ],
      ["企業名", "法人番号", "備考", "従業員数", "ひとこと紹介"],
    );
    const { rows } = await listImportRows(t.town, { runId, outcome: "change", page: 1 });
    // The name is written as the file writes it.
    expect(rows[0]?.difference).toEqual([
      { field: "name", before: `株式会社変わり目${round}`, after: `(株)変わり目${round}` },
      { field: "employeeCount", before: "48", after: "50" },
    ]);
    await apply(runId);
    const stored = await t.town.database.companyRevision.findMany({
      where: { companyId: company.id },
      orderBy: { number: "asc" },
    });
    expect(stored.map(({ number, state }) => [number, state])).toEqual([
      [1, "superseded"],
      [2, "published"],
    ]);
    expect(stored[1]!.profile).toEqual({
      ...profileOf(company.profile),
      name: `(株)変わり目${round}`,
      employeeCount: 50,
    });
    const row = await t.town.database.company.findUniqueOrThrow({ where: { id: company.id } });
    expect(row).toMatchObject({ version: 2, publishedRevisionId: stored[1]!.id });
  });

  test("names each wrong row and cell and takes the others", async () => {
    const number = "7000012050002";
    await createCompany(t.town, {
      corporateNumber: number,
      profile: { name: `番号持ち${round}`, area: "大東" },
    });
    const waiting = await createCompany(t.town, { profile: { name: `申請中${round}`, area: "千厩" } });
    await createRevision(t.town, { companyId: waiting.id, number: 2 });
    await createCompany(t.town, { published: false }).then(({ id }) =>
      createRevision(t.town, {
        companyId: id,
        number: 1,
        state: "draft",
        profile: profileOf({ name: `掲載前${round}` }),
      }),
    );
    const gone = await createCompany(t.town, { profile: { name: `終了${round}` } });
    await t.town.database.company.update({ where: { id: gone.id }, data: { withdrawnAt: new Date(0) } });
    const runId = await check([
      line("よい"),
      line("よい"),
      line("番号", { 法人番号: "1000012050002" }),
      line("人数", { 従業員数: "約10人", 業種: "なんでも屋" }),
      line("短い", { 事業内容: "部品の加工" }),
      line("", { 会社名: "" }),
      line("", { 会社名: `番号持ち${round}`, 法人番号: "6000012050003", 住所: "岩手県一関市大東町1" }),
      line("", { 会社名: `申請中${round}` }),
      line("", { 会社名: `掲載前${round}` }),
      line("", { 会社名: `終了${round}` }),
      [...line("はみ出し"), "余り"],
      line("表現", { 事業内容: `${WORK}営業マンを募集しています。` }),
    ]);
    expect(await outcomes(runId)).toEqual([
      [2, "create"],
      [3, "error", " import-duplicate-row:2"],
      [4, "error", "法人番号 corporate-number-check"],
      [5, "error", "業種 import-industry", "従業員数 whole-number"],
      [6, "error", "事業内容 too-short:40"],
      [7, "error", "会社名 required"],
      [8, "error", expect.stringMatching(/import-other-number|corporate-number-check/)],
      [9, "error", " import-waiting"],
      [10, "error", " import-not-published"],
      [11, "error", " import-withdrawn"],
      [12, "error", " import-extra-cells"],
      [13, "error", "事業内容 import-wording:営業マン"],
    ]);
    expect((await apply(runId)).counts).toEqual({ create: 1, change: 0, same: 0, error: 11 });
  });

  test("of a new company needs every column that a published profile needs", async () => {
    const runId = await check([[`株式会社少なめ${round}`, "0191-00-0001"]], ["企業名", "電話"]);
    const { rows } = await listImportRows(t.town, { runId, outcome: "error", page: 1 });
    expect(rows[0]!.errors.map(({ column, code }) => `${column} ${code}`)).toEqual(
      ["フリガナ", "郵便番号", "所在地", "問い合わせ先の部署", "業種コード", "仕事の内容"].map(
        (header) => `${header} import-column-missing`,
      ),
    );
  });

  test("stores nothing that names a person and remembers how columns were assigned", async () => {
    const header = ["名前", "代表者名", "人"];
    const runId = await upload([["架空工業", "架空 太郎", "5"]], header);
    const stored = await t.town.database.importRow.findFirstOrThrow({ where: { runId } });
    expect(stored.cells).toEqual(["架空工業", "", "5"]);
    expect((await findImport(t.town, { runId }))?.mapping).toEqual({});
    expect(await startCheck(t.town, { runId, mapping: {} })).toMatchObject({ error: "import-name-column" });
    const mapping = { 名前: "name", 人: "employeeCount" };
    await startCheck(t.town, { runId, mapping });
    const next = await upload([["別の工業", "架空 花子", "6"]], header);
    expect((await findImport(t.town, { runId: next }))?.mapping).toEqual(mapping);
  });
});

describe("between dry run and application", () => {
  test("a change of a company makes the run fail by naming the row, and nothing is written", async () => {
    const company = await createCompany(t.town, { profile: { name: `動く工業${round}` } });
    const runId = await check(
      [
        [`動く工業${round}`, "50"],
        [`止まる工業${round}`, "5"],
      ],
      ["企業名", "従業員数"],
    );
    const newer = await createRevision(t.town, {
      companyId: company.id,
      number: 2,
      state: "published",
      profile: profileOf({ name: `動く工業${round}`, employeeCount: 49 }),
    });
    await t.town.database.company.update({
      where: { id: company.id },
      data: { publishedRevisionId: newer.id },
    });
    const all = await revisions();
    expect(await apply(runId)).toMatchObject({ state: "failed", failure: "import-stale:2:1" });
    expect(await revisions()).toBe(all);
    const { mapping } = (await findImport(t.town, { runId }))!;
    await startCheck(t.town, { runId, mapping });
    await t.runWaitingJobs();
    expect(await apply(runId)).toMatchObject({ state: "applied" });
  });

  test("a killed process leaves nothing half done: jobs run again and the outcome is the same", async () => {
    const before = await companies();
    const runId = await upload([line("再開一"), line("再開二")]);
    const { mapping } = (await findImport(t.town, { runId }))!;
    await startCheck(t.town, { runId, mapping });
    // The process died in the middle of the dry run: some rows are marked, the job is lost.
    await checkImport(t.town, { runId });
    await t.town.database.importRun.update({
      where: { id: runId },
      data: { state: "checking", rowsDone: 1 },
    });
    await t.town.database.importRow.updateMany({ where: { runId, number: 3 }, data: { outcome: null } });
    await resumeImports(t.town);
    await t.runWaitingJobs();
    expect(await findImport(t.town, { runId })).toMatchObject({ state: "checked", rowsDone: 2 });
    await startApply(t.town, { runId, staffId });
    // It dies within the transaction: the next run finds everything as before.
    const broken = {
      ...t.town,
      jobs: { ...t.town.jobs, enqueueAll: () => Promise.reject(new Error("killed")) },
    };
    await expect(applyImport(broken, { runId })).rejects.toThrow("killed");
    expect(await companies()).toBe(before);
    await resumeImports(t.town);
    await Promise.all([applyImport(t.town, { runId }), applyImport(t.town, { runId })]);
    await t.runWaitingJobs();
    expect(await findImport(t.town, { runId })).toMatchObject({ state: "applied" });
    expect(await companies()).toBe(before + 2);
  });

  test("a run can be given up, its rows go, and what still runs changes nothing", async () => {
    const runId = await upload([line("やめる")]);
    const { mapping } = (await findImport(t.town, { runId }))!;
    await startCheck(t.town, { runId, mapping });
    expect(await discardImport(t.town, { runId })).toEqual({ ok: true });
    await t.runWaitingJobs();
    expect(await findImport(t.town, { runId })).toMatchObject({ state: "discarded", sample: [] });
    expect(await startCheck(t.town, { runId, mapping })).toEqual({ ok: false, error: "import-state" });
    expect(await discardImport(t.town, { runId })).toEqual({ ok: false, error: "import-state" });
  });
});
