import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prepareWithdrawal } from "#app/domain/figure-imports/withdrawal.store.server.ts";
import { observationFor } from "#app/domain/indicators/rules.ts";
import { createAttendee, createTestSchool } from "#tests/support/builders/events.ts";
import { adoptTargets, createIndicator, createPlan } from "#tests/support/builders/indicators.ts";
import { figureDesk } from "#tests/support/figure-imports.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";

let t: TestTown;
let staffId: string;
let plan: Awaited<ReturnType<typeof createPlan>>;
let desk: ReturnType<typeof figureDesk>;
beforeAll(async () => {
  t = await openTestTown();
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
  desk = figureDesk(t, () => staffId);
});
beforeEach(async () => {
  t.setNow("2025-06-02T01:00:00Z");
  plan = await createPlan(t.town, {});
});
afterAll(() => t.close());

const observed = (more: Record<string, string> = {}) => ({
  planId: plan.id,
  observedKind: "actual",
  periodKind: "fiscalYear",
  status: "final",
  source: "統計",
  ...more,
});
const indicator = (name: string) =>
  createIndicator(t.town, { planId: plan.id, nodeId: plan.projectId, name, unit: "人" });
const imported = async (...[kind, file, typed]: Parameters<typeof desk.check>) => {
  const importId = await desk.check(kind, file, typed);
  expect(await desk.apply(importId)).toBe("applied");
  return importId;
};
/** Takes an import back and applies what that shows. */
const withdraw = async (importId: string, reason = "年度を誤ったため") => {
  t.setNow("2025-06-10T01:00:00Z");
  const begun = await prepareWithdrawal(t.town, { importId, staffId, reason });
  if (!begun.ok) return begun.error;
  expect(await desk.apply(begun.importId)).toBe("applied");
  return begun;
};

describe("a wrong import of official figures", () => {
  const figuresOf = async (indicatorId: string) =>
    (
      await t.town.database.observation.findMany({
        where: { indicatorId },
        orderBy: [{ recordedAt: "asc" }, { fiscalYear: "asc" }],
      })
    ).map((row) => ({
      ...row,
      value: row.value?.toNumber() ?? null,
      numerator: null,
      denominator: null,
      unknownCount: null,
      asOf: row.asOf?.toISOString().slice(0, 10) ?? null,
    }));
  const standing = async (indicatorId: string, fiscalYear: number) =>
    observationFor(await figuresOf(indicatorId), { kind: "actual", fiscalYear, asOf: "2025-06-30" });

  test("is taken back to what stood before; a figure that was new is gone, and all stays readable", async () => {
    const { id } = await indicator("従業者数");
    await imported(
      "observations",
      [
        ["指標名", "年度", "値"],
        ["従業者数", "R4", "100"],
      ],
      observed(),
    );
    t.setNow("2025-06-03T01:00:00Z");
    const wrong = await imported(
      "observations",
      [
        ["指標名", "年度", "値", "基準日"],
        ["従業者数", "R4", "999", "2023-03-31"],
        ["従業者数", "R5", "888", "2024-03-31"],
      ],
      observed({ note: "改定" }),
    );
    t.setNow("2025-06-10T01:00:00Z");
    const begun = await prepareWithdrawal(t.town, { importId: wrong, staffId, reason: "表を取り違えたため" });
    if (!begun.ok) throw new Error(begun.error);
    expect(begun.left).toBe(0);
    const shown = (await desk.rows(begun.importId)).flatMap(({ cells }) => cells);
    expect(shown.map(({ before, after }) => [before.split("(")[0], after.split("(")[0]])).toEqual([
      ["999人", "100人"],
      ["888人", "値なし:取り消し"],
    ]);
    // Nothing has changed yet.
    expect((await standing(id, 2022))?.value).toBe(999);
    expect(await desk.apply(begun.importId)).toBe("applied");
    expect(await standing(id, 2022)).toMatchObject({ value: 100, note: "表を取り違えたため" });
    expect(await standing(id, 2023)).toBeNull();
    const known = await figuresOf(id);
    expect(known.map(({ value }) => value)).toEqual([100, 999, 888, 100, null]);
    const then = new Date("2025-06-05T00:00:00Z");
    expect(
      observationFor(known, { kind: "actual", fiscalYear: 2023, asOf: "2025-06-30", knownOn: then })?.value,
    ).toBe(888);
  });

  test("about a wrong day leaves the figure of the right day standing", async () => {
    const { id } = await indicator("従業者数");
    const table = (value: string) => [
      ["指標名", "年度", "値"],
      ["従業者数", "R6", value],
    ];
    await imported("observations", table("174"), observed({ asOf: "2025-01-31" }));
    t.setNow("2025-06-03T01:00:00Z");
    const wrong = await imported("observations", table("999"), observed({ asOf: "2025-03-31" }));
    expect((await standing(id, 2024))?.value).toBe(999);
    await withdraw(wrong);
    expect((await standing(id, 2024))?.value).toBe(174);
    // The right figure of that day is then a new one: no note is asked for.
    expect(
      await desk.outcomes(await desk.check("observations", table("175"), observed({ asOf: "2025-03-31" }))),
    ).toEqual([[2, "create"]]);
  });

  test("is not taken back where somebody revised it since", async () => {
    const { id } = await indicator("従業者数");
    const table = (value: string) => [
      ["指標名", "年度", "値"],
      ["従業者数", "R5", value],
    ];
    const wrong = await imported("observations", table("999"), observed());
    t.setNow("2025-06-03T01:00:00Z");
    await imported("observations", table("120"), observed({ note: "訂正" }));
    expect(await withdraw(wrong)).toBe("figure-withdraw-nothing");
    expect((await standing(id, 2023))?.value).toBe(120);
    expect(await prepareWithdrawal(t.town, { importId: "none", staffId, reason: "-" })).toEqual({
      ok: false,
      error: "import-state",
    });
  });
});

test("wrong targets are taken back by a decision of the same day; the earlier ones hold again", async () => {
  const { id } = await indicator("参加者");
  await adoptTargets(t.town, {
    planId: plan.id,
    adoptedOn: "2022-03-31",
    indicatorId: id,
    targets: { 2024: 80 },
  });
  const typed = { planId: plan.id, adoptedOn: "2024-03-31", decidedBy: "審議会", reason: "見直し" };
  const wrong = await imported(
    "targets",
    [
      ["指標名", "R6", "R7"],
      ["参加者", "8000", "90"],
    ],
    typed,
  );
  await withdraw(wrong);
  const targets = await t.town.database.target.findMany({
    where: { indicatorId: id },
    orderBy: [{ set: { recordedAt: "asc" } }, { fiscalYear: "asc" }],
    include: { set: true },
  });
  expect(targets.map(({ fiscalYear, value }) => [fiscalYear, value?.toNumber() ?? null])).toEqual([
    [2024, 80],
    [2024, 8000],
    [2025, 90],
    [2024, 80],
    [2025, null],
  ]);
  expect(targets.at(-1)!.set.reason).toBe("年度を誤ったため");
});

test("wrong placements become void, and a corrected one is what it was", async () => {
  const HEADER = ["利用者番号", "就職日", "管内・管外", "勤務地", "注記"];
  const typed = { office: "jobCafe", placementKind: "supported" };
  await imported("placements", [HEADER, ["A1", "2025-04-01", "管内", "一関市", ""]], typed);
  t.setNow("2025-06-03T01:00:00Z");
  const wrong = await imported(
    "placements",
    [HEADER, ["A1", "2025-04-01", "管外", "盛岡市", "訂正"], ["B2", "2025-05-01", "管内", "", ""]],
    typed,
  );
  const result = await withdraw(wrong);
  expect(result).toMatchObject({ left: 0 });
  const standing = await t.town.database.placement.findMany({
    where: { source: "jobCafe", correctedBy: null },
    orderBy: { startedOn: "asc" },
  });
  expect(
    standing.map(({ isVoid, inJurisdiction, placeOfWork, correctionReason }) => [
      isVoid,
      inJurisdiction,
      placeOfWork,
      correctionReason,
    ]),
  ).toEqual([
    [false, true, "一関市", "年度を誤ったため"],
    [true, true, "", "年度を誤ったため"],
  ]);
  // What is void already is not there to be taken back.
  const again = await desk.check(
    "placements",
    [
      [...HEADER, "取消"],
      ["B2", "2025-05-01", "管内", "", "重複", "○"],
      ["C3", "2025-05-01", "管内", "", "", "たぶん"],
    ],
    typed,
  );
  expect(await desk.outcomes(again)).toEqual([
    [2, "error", "F2 figure-void-none"],
    [3, "error", "F3 figure-void"],
  ]);
});

test("counts that had no earlier record cannot be taken back, and that is said", async () => {
  await createTestSchool(t.town, { name: "取消高等学校" });
  const table = [
    ["学校名", "卒業年", "卒業者", "管内", "県内(管外)", "県外", "進学", "その他", "未定・不明"],
    ["取消高等学校", "令和7年3月卒", "10", "4", "2", "1", "3", "0", "0"],
  ];
  const typed = { asOf: "2025-05-01", status: "final", source: "報告" };
  const wrong = await imported("schoolOutcomes", table, typed);
  expect(await withdraw(wrong)).toBe("figure-withdraw-nothing");
});

describe("a school's counts", () => {
  const HEADER = [
    "学校名",
    "学科",
    "卒業年",
    "卒業者",
    "管内",
    "県内(管外)",
    "県外",
    "進学",
    "その他",
    "未定・不明",
  ];
  const counts = ["10", "4", "2", "1", "3", "0", "0"];

  test("of a department beside the whole school are refused, because nobody would read them", async () => {
    await createTestSchool(t.town, { name: "学科高等学校" });
    const typed = { asOf: "2025-05-01", status: "final", source: "報告" };
    const importId = await desk.check(
      "schoolOutcomes",
      [
        HEADER,
        ["学科高等学校", "全体", "令和7年3月卒", ...counts],
        ["学科高等学校", "普通科", "令和7年3月卒", ...counts],
        ["学科高等学校", "普通科", "令和6年3月卒", ...counts],
      ],
      typed,
    );
    expect(await desk.outcomes(importId)).toEqual([
      [2, "create"],
      [3, "error", "B3 figure-outcome-mixed"],
      [4, "create"],
    ]);
  });

  test("counted before the class began its last year are refused", async () => {
    await createTestSchool(t.town, { name: "日付高等学校" });
    const typed = { asOf: "2023-05-01", status: "final", source: "報告" };
    const table = [HEADER, ["日付高等学校", "", "令和7年3月卒", ...counts]];
    const [row] = await desk.rows(await desk.check("schoolOutcomes", table, typed));
    expect(row!.errors.map(({ code }) => code)).toEqual(["figure-as-of-before-class"]);
  });
});
