import { afterAll, beforeAll, expect, test } from "vitest";
import { ROWS_AT_ONCE } from "#app/domain/figure-imports/rules.ts";
import { startFigureApply, startFigureCheck } from "#app/domain/figure-imports/steps.store.server.ts";
import { createAttendee } from "#tests/support/builders/events.ts";
import { createIndicator, createPlan } from "#tests/support/builders/indicators.ts";
import { csvOf, figureDesk } from "#tests/support/figure-imports.ts";
import { openTestTown, type TestTown } from "#tests/support/test-town.ts";
import { type WorkbookCell, workbook, workbookOf } from "#tests/support/workbook.ts";

let t: TestTown;
let staffId: string;
let plan: Awaited<ReturnType<typeof createPlan>>;
let desk: ReturnType<typeof figureDesk>;
beforeAll(async () => {
  t = await openTestTown({ now: "2025-06-03T01:00:00Z" });
  staffId = (await createAttendee(t.town, { role: "staff" })).id;
  desk = figureDesk(t, () => staffId);
  plan = await createPlan(t.town, {});
});
afterAll(() => t.close());

const number = (text: string, style: number): WorkbookCell => ({
  attributes: `s="${style}"`,
  content: `<v>${text}</v>`,
});
const typed = () => ({
  planId: plan.id,
  observedKind: "actual",
  periodKind: "fiscalYear",
  status: "final",
  source: "試験",
});

test("a workbook's numbers are taken as they are shown, and what cannot be seen is said", async () => {
  const about = { planId: plan.id, nodeId: plan.projectId, unit: "千円" };
  await createIndicator(t.town, { ...about, name: "出荷額" });
  await createIndicator(t.town, { ...about, name: "補助額" });
  await createIndicator(t.town, { ...about, name: "参加者", unit: "人" });
  const bytes = workbook(
    [
      ["指標名", "年度", "値", "基準日"],
      // Stored in yen, shown in thousands.
      ["出荷額", "令和6年度", number("1234000", 1), number("45688", 3)],
      // Stored in millions by the format's own unit.
      ["補助額", "R6", number("3", 2), number("45688", 3)],
      ["参加者", "R6", number("0", 4), number("45688", 3)],
      ["参加者", "R5", "1,452※1", "R6.3.31"],
    ],
    ["#,##0,", "#,##0&quot;百万円&quot;", "[$-411]ge\\.m\\.d", "#,##0;\\-#,##0;&quot;-&quot;"],
  );
  const cells = (await desk.rows(await desk.check("observations", bytes, typed()))).flatMap(
    (row) => row.cells,
  );
  expect(cells.map(({ after, remarks }) => [after, ...remarks])).toEqual([
    ["1,234千円(確報、2025年1月31日現在)", "figure-shown-scaled"],
    ["3,000千円(確報、2025年1月31日現在)", "figure-converted:千円"],
    ["0人(確報、2025年1月31日現在)", "figure-shown-as-dash"],
    ["1,452人(確報、2024年3月31日現在)", "figure-note-mark:※1"],
  ]);
});

test("rows and columns that the sheet hides are named; empty ones are not", async () => {
  const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [2, 3, 4, 6, 9].map(
    (row) => `<row r="${row}" hidden="1">${row === 9 ? "" : text(`A${row}`, "参加者")}</row>`,
  );
  const bytes = workbookOf(
    `<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1">${text("A1", "指標名")}${text("B1", "R6")}</row>${rows.join("")}</sheetData>`,
  );
  const { settings } = await desk.find(await desk.upload("observations", bytes, "非表示.xlsx"));
  expect(settings.hidden).toEqual({ columns: ["B"], rows: ["2〜4", "6"] });
});

test("two officers who apply at once record the figures once, whichever import they hold", async () => {
  const { id } = await createIndicator(t.town, {
    planId: plan.id,
    nodeId: plan.projectId,
    name: "来場者",
    unit: "人",
  });
  const file = [
    ["指標名", "R5"],
    ["来場者", "305"],
  ];
  const [first, second] = [
    await desk.check("observations", file, typed()),
    await desk.check("observations", file, typed()),
  ];
  const applyOnce = async (importId: string) => {
    const { checked } = (await desk.find(importId)).settings;
    return startFigureApply(t.town, { importId, staffId, checked });
  };
  const steps = await Promise.all([applyOnce(first), applyOnce(first), applyOnce(second)]);
  expect(steps.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
  await t.runWaitingJobs();
  const states = [(await desk.find(first)).state, (await desk.find(second)).state];
  expect(states.toSorted()).toEqual(["applied", "failed"]);
  expect(await t.town.database.observation.count({ where: { indicatorId: id } })).toBe(1);
});

test("others are answered while a long file is checked and applied", async () => {
  await createIndicator(t.town, { planId: plan.id, nodeId: plan.projectId, name: "来訪", unit: "人" });
  const people = Array.from({ length: ROWS_AT_ONCE + 1000 }, (_, at) => [`A${at}`, "2025-04-01", "管内"]);
  const importId = await desk.upload(
    "placements",
    csvOf([["利用者番号", "就職日", "管内・管外"], ...people]),
  );
  const { mapping, settings } = await desk.find(importId);
  const turnsDuring = async (work: () => Promise<unknown>) => {
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await work();
    isOver = true;
    return turns;
  };
  await startFigureCheck(t.town, { importId, mapping, typed: { ...settings.typed, office: "jobCafe" } });
  expect(await turnsDuring(() => t.runWaitingJobs())).toBeGreaterThan(5);
  const { checked } = (await desk.find(importId)).settings;
  await startFigureApply(t.town, { importId, staffId, checked });
  expect(await turnsDuring(() => t.runWaitingJobs())).toBeGreaterThan(5);
  expect(await desk.find(importId)).toMatchObject({ state: "applied" });
}, 60_000);
