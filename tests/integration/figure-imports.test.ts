import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { provenanceOf, provenanceOfTarget } from "#app/domain/figure-imports/provenance.store.server.ts";
import { leaveOut, startFigureApply } from "#app/domain/figure-imports/steps.store.server.ts";
import { newId } from "#app/platform/random.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import {
  adoptTargets,
  createIndicator,
  createObservation,
  createPlan,
} from "#tests/support/builders/indicators.ts";
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

const OBSERVED = { observedKind: "actual", periodKind: "fiscalYear", status: "final", source: "工業統計" };
const observed = (more: Record<string, string> = {}) => ({ planId: plan.id, ...OBSERVED, ...more });
const indicator = (changes: Partial<Parameters<typeof createIndicator>[1]> = {}) =>
  createIndicator(t.town, { planId: plan.id, nodeId: plan.projectId, ...changes });
const recorded = (indicatorId: string) =>
  t.town.database.observation.findMany({
    where: { indicatorId },
    orderBy: [{ recordedAt: "asc" }, { fiscalYear: "asc" }],
  });

describe("official figures of a yearly table", () => {
  test("are recorded cell by cell with their file, row and column; the same file again changes nothing", async () => {
    const { id } = await indicator({ name: "登録企業数" });
    const file = [
      ["登録企業数の推移", "", "", "", "", ""],
      ["", "", "", "", "", ""],
      ["番号", "指標名", "令和4年度", "2023年度", "R6", "目標(R8)"],
      ["1-1-2", "登録企業数", "１６１社", "167", "174社", "267"],
      ["※各年度末現在", "", "", "", "", ""],
    ];
    const first = await desk.check("observations", file, observed());
    expect(await desk.outcomes(first)).toEqual([
      [4, "create"],
      [5, "blank"],
    ]);
    expect(await recorded(id)).toEqual([]);
    expect(await desk.apply(first)).toBe("applied");
    const figures = await recorded(id);
    expect(figures.map(({ fiscalYear, value, status }) => [fiscalYear, value?.toNumber(), status])).toEqual([
      [2022, 161, "final"],
      [2023, 167, "final"],
      [2024, 174, "final"],
    ]);
    expect(figures[2]).toMatchObject({
      source: "工業統計",
      asOf: new Date("2025-03-31T00:00:00Z"),
      recordedById: staffId,
      importId: first,
      importRow: 4,
      importColumn: "E",
    });
    expect(await provenanceOf(t.town, { importId: first, row: 4, column: "E" })).toMatchObject({
      fileName: "表.csv",
      cell: "E4",
      header: "R6",
      text: "174社",
    });

    const again = await desk.check("observations", file, observed());
    expect((await desk.find(again)).appliedBefore?.id).toBe(first);
    expect((await desk.find(again)).counts.cells).toMatchObject({ create: 0, change: 0, same: 3 });
    expect(await desk.apply(again)).toBe("import-state");
    expect(await recorded(id)).toHaveLength(3);
    const events = await t.town.database.domainEvent.findMany({ where: { subjectId: first } });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ["figure-import.uploaded", { figures: "observations", rows: 2 }],
      ["figure-import.applied", { figures: "observations", created: 3, changed: 0, leftOutRows: 0 }],
    ]);
  });

  test("with marks for no figure keep the reason and never become 0; blank cells are nothing", async () => {
    const { id } = await indicator({ name: "相談者数", unit: "人" });
    const file = [
      ["指標名", "R4", "R5", "R6"],
      ["相談者数", "－", "ｘ", ""],
    ];
    const run = await desk.check("observations", file, observed());
    expect((await desk.find(run)).counts.cells).toMatchObject({ create: 2, blank: 1 });
    await desk.apply(run);
    const figures = await recorded(id);
    expect(figures.map(({ value, missingReason }) => [value, missingReason])).toEqual([
      [null, "該当する数値がない(資料の表記「-」)"],
      [null, "資料で秘匿されている(資料の表記「x」)"],
    ]);
  });

  test("that cannot be are refused by naming the cell", async () => {
    await indicator({ name: "社数" });
    await indicator({ name: "就職率", unit: "%", decimals: 1 });
    const file = [
      ["指標名", "R2", "R5", "R6", "R7", "R9"],
      ["社数", "100", "-5社", "12人", "", ""],
      ["就職率", "", "120.5", "48.25", "1,2", ""],
      ["就職率", "", "48.2", "", "", "50"],
      ["就職率", "", "48.3", "", "", ""],
      ["ない指標", "", "1", "", "", ""],
      ["社数", "", "", "", "900", ""],
    ];
    const run = await desk.check("observations", file, observed());
    expect(await desk.outcomes(run)).toEqual([
      [2, "error", "B2 figure-year-outside:2020:2022:2026", "C2 figure-negative", "D2 figure-unit:人:社"],
      [3, "error", "C3 figure-over-hundred-note", "D3 too-many-decimals:1", "E3 figure-as-of"],
      [4, "error", "F4 figure-year-outside:2027:2022:2026"],
      [5, "error", "C5 figure-twice:C4"],
      [6, "error", "A6 figure-no-indicator"],
      [7, "error", "E7 figure-as-of"],
    ]);
    expect(await desk.apply(run)).toBe("import-state");
  });
});

describe("a figure that is recorded already", () => {
  const table = (value: string, more: Record<string, string> = {}) => [
    ["指標名", "年度", "値", "注記", ...Object.keys(more)],
    ["付加価値額", "令和6年度", value, more["注記"] ?? "", ...Object.values(more)],
  ];

  test("is revised with a note, provisional becomes final without one, and nothing is overwritten", async () => {
    const { id } = await indicator({ name: "付加価値額", unit: "億円" });
    await desk.apply(
      await desk.check("observations", table("1兆3,200億円"), observed({ status: "provisional" })),
    );
    t.setNow("2025-07-01T01:00:00Z");
    const confirmed = await desk.check("observations", table("13,200"), observed());
    expect((await desk.rows(confirmed))[0]!.cells[0]).toMatchObject({
      outcome: "change",
      before: "13,200億円(速報、2025年3月31日現在)",
      after: "13,200億円(確報、2025年3月31日現在)",
      remarks: ["figure-confirmed"],
    });
    await desk.apply(confirmed);
    t.setNow("2025-08-01T01:00:00Z");
    const other = table("1兆3,155億円");
    expect(await desk.outcomes(await desk.check("observations", other, observed()))).toEqual([
      [2, "error", "C2 figure-note"],
    ]);
    const revision = await desk.check("observations", other, observed({ note: "統計の改定" }));
    expect(await desk.apply(revision)).toBe("applied");
    expect((await recorded(id)).map(({ value, status, note }) => [value?.toNumber(), status, note])).toEqual([
      [13200, "provisional", ""],
      [13200, "final", ""],
      [13155, "revised", "統計の改定"],
    ]);
    const same = await desk.check("observations", other, observed({ note: "統計の改定" }));
    expect((await desk.find(same)).counts.cells).toMatchObject({ same: 1, change: 0 });
  });

  test("and changed after the dry run makes the application stop: check again", async () => {
    const { id } = await indicator({ name: "付加価値額", unit: "億円" });
    const run = await desk.check("observations", table("100"), observed());
    await createObservation(t.town, { indicatorId: id, fiscalYear: 2024, value: 90 });
    expect(await desk.apply(run)).toBe("failed");
    expect((await desk.find(run)).failure).toBe("figure-import-stale:2:1");
    expect(await recorded(id)).toHaveLength(1);
  });

  test("is not applied from a page whose dry run is not the last one", async () => {
    await indicator({ name: "付加価値額", unit: "億円" });
    const importId = await desk.check("observations", table("100"), observed());
    const step = await startFigureApply(t.town, { importId, staffId, checked: "an earlier one" });
    expect(step).toEqual({ ok: false, error: "figure-import-rechecked" });
  });

  test("of a closed year is refused with the way out", async () => {
    await indicator({ name: "付加価値額", unit: "億円" });
    const lock = (locked: boolean) =>
      t.town.database.periodLock.create({
        data: {
          id: newId(),
          planId: plan.id,
          fiscalYear: 2024,
          locked,
          reason: "審議会で確定",
          recordedAt: t.town.clock.now(),
        },
      });
    const run = await desk.check("observations", table("100"), observed());
    await lock(true);
    expect(await desk.apply(run)).toBe("failed");
    expect(await desk.outcomes(await desk.check("observations", table("100"), observed()))).toEqual([
      [2, "error", "C2 figure-locked:2024:審議会で確定"],
    ]);
    t.setNow("2025-06-03T01:00:00Z");
    await lock(false);
    expect(await desk.apply(await desk.check("observations", table("100"), observed()))).toBe("applied");
  });
});

test("a rate is computed from its parts, or must agree with them; a counted indicator needs a note", async () => {
  const rate = await indicator({ name: "管内就職率", unit: "%", decimals: 1 });
  const counted = await indicator({ name: "登録企業", measureKey: "registered-companies" });
  const header = ["指標名", "年度", "値", "分子", "分母", "不明", "注記"];
  const file = [
    header,
    ["管内就職率", "R4", "", "133人", "276人", "3人", ""],
    ["管内就職率", "R5", "48.3", "133", "276", "", ""],
    ["管内就職率", "R6", "", "0", "0", "", ""],
    ["登録企業", "R5", "167", "", "", "", ""],
    ["登録企業", "R6", "174", "", "", "", "冊子に載せた数"],
  ];
  const run = await desk.check("observations", file, observed());
  expect(await desk.outcomes(run)).toEqual([
    [2, "create"],
    [3, "error", "C3 figure-rate-differs:48.2"],
    [4, "create"],
    [5, "error", "C5 official-note"],
    [6, "create"],
  ]);
  expect(await leaveOut(t.town, { importId: run, rows: [3], isLeftOut: true })).toEqual({ ok: true });
  expect(await desk.apply(run)).toBe("import-state");
  expect(await leaveOut(t.town, { importId: run, rows: "errors", isLeftOut: true })).toEqual({ ok: true });
  expect(await desk.apply(run)).toBe("applied");
  expect((await desk.find(run)).settings.leftOut).toEqual([3, 5]);
  const [first, none] = await recorded(rate.id);
  expect([first!.value, first!.numerator, first!.denominator, first!.unknownCount].map(Number)).toEqual([
    48.2, 133, 276, 3,
  ]);
  expect(none).toMatchObject({ value: null, missingReason: "分母が0のため、割合がない" });
  expect((await recorded(counted.id)).map(({ note }) => note)).toEqual(["冊子に載せた数"]);
});

describe("targets", () => {
  const YEARS = Array.from({ length: 22 }, (_, at) => 2013 + at);
  const AMOUNTS =
    "8,264|8,800|9,400|1 兆|1 兆900|1 兆1,700|1 兆2,500|1 兆2,200|1 兆2,500|1 兆2,900|1 兆3,400|1 兆4,000|1 兆1,900|1 兆2,000|1 兆2,200|1 兆2,300|1 兆2,500|1 兆2,600|1 兆2,800|1 兆2,900|1 兆3,100|1 兆3,200";
  const decision = { adoptedOn: "2025-03-31", decidedBy: "産業構造審議会" };

  test("of a table with bare era years become one dated decision, walked back to their cells", async () => {
    const regional = await createPlan(t.town, {});
    await t.town.database.plan.update({
      where: { id: regional.id },
      data: { firstFiscalYear: 2013, lastFiscalYear: 2034 },
    });
    const { id } = await createIndicator(t.town, {
      planId: regional.id,
      nodeId: null,
      name: "製造業の付加価値額増",
      unit: "億円",
    });
    const header = YEARS.map((year) => `${year <= 2019 ? year - 1988 : year - 2018}年`);
    const file = [
      ["目標", ...header],
      [
        "製造業の付加価値額増",
        ...AMOUNTS.split("|").map((amount) => (amount.endsWith("兆") ? `${amount}円` : `${amount}億円`)),
      ],
    ];
    const run = await desk.check("targets", file, { planId: regional.id, ...decision });
    expect((await desk.find(run)).counts.cells).toMatchObject({ create: 22, error: 0 });
    expect(await desk.apply(run)).toBe("applied");
    const sets = await t.town.database.targetSet.findMany({
      where: { planId: regional.id, importId: run },
      include: { targets: { orderBy: { fiscalYear: "asc" } } },
    });
    expect(sets).toHaveLength(1);
    expect(sets[0]).toMatchObject({ decidedBy: "産業構造審議会", reason: "" });
    const { targets } = sets[0]!;
    expect(targets.map(({ fiscalYear }) => fiscalYear)).toEqual(YEARS);
    expect([0, 3, 11, 21].map((at) => targets[at]!.value!.toNumber())).toEqual([8264, 10000, 14000, 13200]);
    expect(await provenanceOfTarget(t.town, { targetId: targets[21]!.id })).toMatchObject({
      cell: "W2",
      header: "16年",
      text: "1 兆3,200億円",
    });
    const again = await desk.check("targets", file, { planId: regional.id, ...decision });
    expect((await desk.find(again)).counts.cells).toMatchObject({ same: 22, create: 0 });
    expect((await recorded(id)).length).toBe(0);
  });

  test("that change need a reason; the old ones stay", async () => {
    const { id } = await indicator({ name: "登録企業数" });
    await adoptTargets(t.town, {
      planId: plan.id,
      indicatorId: id,
      adoptedOn: "2022-04-01",
      targets: { 2025: 240, 2026: 267 },
    });
    const file = [
      ["指標名", "令和7年度", "令和8年度"],
      ["登録企業数", "240", "250"],
    ];
    const about = { planId: plan.id, ...decision };
    expect(await desk.outcomes(await desk.check("targets", file, about))).toEqual([
      [2, "error", "C2 figure-target-reason"],
    ]);
    const run = await desk.check("targets", file, { ...about, reason: "登録の伸びを見直した" });
    expect(
      (await desk.rows(run))[0]!.cells.map(({ outcome, before, after }) => [outcome, before, after]),
    ).toEqual([
      ["same", "240社", "240社"],
      ["change", "267社", "250社"],
    ]);
    expect(await desk.apply(run)).toBe("applied");
    const targets = await t.town.database.target.findMany({ where: { indicatorId: id, fiscalYear: 2026 } });
    expect(targets.map(({ value }) => value!.toNumber()).toSorted((a, b) => a - b)).toEqual([250, 267]);
  });
});
