import { expect, test } from "vitest";
import { howThePlanStands, whatThePlanWants } from "./standing.ts";
import type { PlanSheet } from "./sheet.ts";
import { figure, sheetIndicator } from "#tests/support/builders/figures.ts";

const sheet = (parts: Partial<PlanSheet>): PlanSheet => ({
  plan: {
    id: "plan",
    title: "試験の計画",
    firstFiscalYear: 2022,
    lastFiscalYear: 2026,
    source: "",
    levelNames: { basicPolicy: "基本方針", strategy: "戦略", project: "推進事業" },
  },
  asOf: "2025-01-31",
  knownOn: new Date("2025-03-10T00:00:00Z"),
  fiscalYear: 2024,
  planIndicators: [],
  policies: [],
  summary: {
    indicators: 0,
    reached: 0,
    notReached: 0,
    undecided: 0,
    grades: { A: 0, B: 0, C: 0, D: 0 },
    ungraded: 0,
  },
  ...parts,
});

const employees = sheetIndicator({
  name: "従業者数",
  unit: "人",
  actual: figure({ value: 10_452, fiscalYear: 2021 }),
  target: { fiscalYear: 2026, value: 10_100, text: null },
  reached: true,
});
const rate = sheetIndicator({
  name: "管内就職率",
  unit: "%",
  decimals: 1,
  actual: figure({ value: 48.2, fiscalYear: 2023 }),
  target: { fiscalYear: 2026, value: 55, text: null },
  reached: false,
});

test("the plan's state is told in three sentences made from its figures", () => {
  const told = howThePlanStands(
    sheet({
      planIndicators: [employees, rate, sheetIndicator({ reached: null })],
      summary: {
        indicators: 70,
        reached: 31,
        notReached: 26,
        undecided: 13,
        grades: { A: 34, B: 13, C: 5, D: 0 },
        ungraded: 0,
      },
    }),
  );
  expect(told).toEqual([
    "令和6年度の事業の指標70件のうち、目標に届いたのは31件、届いていないのは26件です(残りの13件は、数値で比べられません)。",
    "担当課の自己評価がある52事業の内訳は、A(順調)が34、B(おおむね順調)が13、C(やや遅れ)が5です。",
    "計画全体の指標3件のうち、「従業者数」(10,452人、目標10,100人(令和8年度))は目標に届いていますが、「管内就職率」(48.2%、目標55.0%(令和8年度))はまだ届いていません。残りの1件は、最新の値がまだ公表されていません。",
  ]);
});

test("a plan with one indicator and no projects says only what it has", () => {
  expect(howThePlanStands(sheet({ planIndicators: [rate] }))).toEqual([
    "この計画には、事業ごとの年度の指標はありません。",
    "「管内就職率」の最新の値は48.2%、目標は55.0%(令和8年度)です。",
  ]);
  expect(whatThePlanWants(sheet({}))).toBe("試験の計画は、令和4年度から令和8年度までの計画です。");
});

test("before a grade is given nothing is said of grades", () => {
  const told = howThePlanStands(
    sheet({ summary: { ...sheet({}).summary, indicators: 4, reached: 0, notReached: 4, ungraded: 4 } }),
  );
  expect(told[1]).toBe("令和6年度の自己評価は、まだ公表していません。");
});
