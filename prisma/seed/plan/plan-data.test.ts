import { expect, test } from "vitest";
import { loadPlanData } from "./plan-data.ts";

const data = loadPlanData();
const strategies = data.policies.flatMap((policy) => policy.strategies);
const projects = strategies.flatMap((strategy) => strategy.projects);
const projectIndicators = projects.flatMap((project) => project.indicators);
const planIndicators = [...data.planIndicators, ...strategies.flatMap((strategy) => strategy.indicators)];

function project(code: string) {
  const found = projects.find((candidate) => candidate.code === code);
  if (!found) throw new Error(`no project ${code}`);
  return found;
}

function count(values: readonly (string | null)[]) {
  return values.reduce<Record<string, number>>((counts, value) => {
    const name = value ?? "null";
    counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  }, {});
}

test("the plan has 3 policies, 6 strategies and 55 projects in the sheet's order", () => {
  expect(data.policies).toHaveLength(3);
  expect(strategies.map((strategy) => [strategy.code, strategy.projects.length])).toEqual([
    ["1-1", 21],
    ["1-2", 6],
    ["2-3", 8],
    ["2-4", 6],
    ["3-5", 7],
    ["3-6", 7],
  ]);
  for (const policy of data.policies)
    for (const strategy of policy.strategies) {
      expect(strategy.code.startsWith(`${policy.code}-`)).toBe(true);
      expect(strategy.projects.map((entry) => entry.code)).toEqual(
        strategy.projects.map((_, index) => `${strategy.code}-${index + 1}`),
      );
    }
});

test("codes are unique, next year's new ones included", () => {
  const codes = [...data.policies, ...strategies, ...projects, ...data.nextYearNewProjects].map(
    (entry) => entry.code,
  );
  expect(new Set(codes).size).toBe(codes.length);
});

test("indicator keys are unique, and a project's keys begin with its code", () => {
  const keys = [...planIndicators, ...projectIndicators].map((indicator) => indicator.key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const entry of projects)
    for (const indicator of entry.indicators) expect(indicator.key.startsWith(`${entry.code}-`)).toBe(true);
});

test("a restated indicator has the figures of the one it restates", () => {
  const restated = planIndicators.filter((indicator) => indicator.sameAs !== null);
  expect(restated).toHaveLength(2);
  for (const indicator of restated) {
    const original = planIndicators.find((candidate) => candidate.key === indicator.sameAs);
    expect(indicator.baseline).toEqual(original?.baseline);
    expect(indicator.target).toEqual(original?.target);
    expect(indicator.actuals).toEqual(original?.actuals);
  }
});

test.each([
  ["1-1-2-registered-companies", 167, 267, 174, "B"],
  ["1-1-5-fair-participants", 36, 20, 70, "A"],
  ["1-1-5-fair-participants-march", 25, null, null, "A"],
  ["1-1-5-fair-booths", null, null, 51, "A"],
  ["1-1-6-information-fairs-held", 1, 1, 1, "A"],
  ["1-1-7-job-cafe-placements", 57, 80, 25, "B"],
  ["1-1-8-support-station-placements", 75, 50, 71, "A"],
  ["1-1-9-company-visits-held", 1, 1, 1, "A"],
  ["1-1-12-training-subsidy-graduates", 40, 52, 11, "C"],
  ["1-1-12-training-subsidy-young-people", 26, 19, 2, "C"],
  ["1-1-13-visit-tour-participants", 6, 15, 6, "C"],
  ["1-1-14-internship-subsidy-people", 3, 30, 1, "C"],
  ["1-1-15-outreach-booth-visitors", 49, 20, 13, "B"],
  ["2-3-3-manufacturing-directory", 112, 120, 112, "B"],
])(
  "%s has the sheet's actual, target, expected value and grade",
  (key, actual2023, target2024, expected2024, grade) => {
    const owner = projects.find((entry) => entry.indicators.some((indicator) => indicator.key === key));
    const indicator = owner?.indicators.find((candidate) => candidate.key === key);
    expect(indicator).toMatchObject({ actual2023, target2024, expected2024 });
    expect(owner?.grade2024).toBe(grade);
  },
);

test.each([
  ["employees", 10_796, 10_100, 10_452],
  ["local-employment-rate", 47.4, 55, 48.2],
  ["value-added-per-employee", 765, 850, undefined],
  ["attracted-companies", 27, 39, undefined],
  ["attracted-company-new-jobs", 582, 200, undefined],
  ["training-subsidy-new-hires", 74, 110, 66],
  ["local-company-new-hires", 331, 330, undefined],
  ["training-program-participants", 52, 60, 71],
  ["new-product-developments", 138, 180, undefined],
  ["sdgs-companies", undefined, 150, undefined],
  ["manufacturing-shipments", 1884, 1940, undefined],
  ["test-analyses", 1117, 1100, null],
  ["bcp-company-rate", 20, 30, undefined],
])("%s has the plan's baseline and target and the latest actual", (key, baseline, target, actual) => {
  const indicator = planIndicators.find((candidate) => candidate.key === key);
  expect(indicator?.baseline?.value).toBe(baseline);
  expect(indicator?.target).toEqual({ fiscalYear: 2026, value: target });
  expect(indicator?.actuals.at(-1)?.value).toBe(actual);
});

test("the grades are those of the sheet", () => {
  expect(count(projects.map((entry) => entry.grade2024))).toEqual({ A: 34, B: 13, C: 5, D: 3 });
  expect(projects.filter((entry) => entry.grade2024 === "D").map((entry) => entry.code)).toEqual([
    "1-1-11",
    "1-1-19",
    "2-4-1",
  ]);
});

test("every project has a direction, and those that do not simply continue are the sheet's", () => {
  expect(count(projects.map((entry) => entry.futureDirection))).toEqual({
    continue: 47,
    end: 5,
    expand: 3,
  });
  expect(projects.filter((entry) => entry.futureDirection === "end").map((entry) => entry.code)).toEqual([
    "1-1-3",
    "1-1-4",
    "1-1-17",
    "1-1-19",
    "2-3-6",
  ]);
  expect(projects.filter((entry) => entry.futureDirection === "expand").map((entry) => entry.code)).toEqual([
    "1-1-21",
    "3-5-7",
    "3-6-7",
  ]);
});

test("next year's list says what is merged, ended and new", () => {
  const changed = (change: string) =>
    projects.filter((entry) => entry.nextYear?.change === change).map((entry) => entry.code);
  expect(changed("merged")).toEqual(["1-1-5", "1-1-15"]);
  expect(project("1-1-5").nextYear?.code).toBe("1-1-10");
  expect(project("1-1-15").nextYear?.code).toBe("1-1-10");
  expect(changed("changed")).toEqual(["1-1-10", "3-5-4"]);
  expect(changed("expanded")).toEqual(["1-1-21", "3-5-7", "3-6-7"]);
  expect(changed("renamed")).toEqual(["2-4-1"]);
  const ended = projects.filter((entry) => entry.nextYear?.change === "ended");
  expect(ended.map((entry) => [entry.code, entry.nextYear?.lastFiscalYear])).toEqual([
    ["1-1-3", 2024],
    ["1-1-4", 2024],
    ["1-1-17", 2025],
    ["1-1-19", 2024],
    ["2-3-6", 2024],
    ["2-3-7", 2025],
  ]);
  expect(data.nextYearNewProjects.map((entry) => entry.code)).toEqual([
    "1-1-22",
    "1-1-23",
    "1-1-24",
    "2-3-9",
  ]);
});

test("a figure without a number is explained by the sheet's wording or a note", () => {
  for (const indicator of projectIndicators) {
    const missing =
      (indicator.actual2023 === null && indicator.actual2023Text === null) ||
      (indicator.target2024 === null && indicator.target2024Text === null) ||
      (indicator.expected2024 === null && indicator.expected2024Text === null);
    if (missing) expect(indicator.note, indicator.key).not.toBeNull();
  }
});
