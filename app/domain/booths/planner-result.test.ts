import { expect, test } from "vitest";
import { reasonWords, declineNote, points, change } from "#app/locales/ja/booth-planner.ts";
import { reasonsOf } from "./planner-reasons.rules.ts";
import { describePlan, figuresOf } from "./planner-result.rules.ts";
import { DEFAULT_WEIGHTS, inOrder, type PlannerApplication, type PlannerInput } from "./planner.rules.ts";

const one = (id: string, more: Partial<PlannerApplication> = {}): PlannerApplication => ({
  id,
  companyId: id,
  name: `株式会社${id}`,
  appliedAt: "2026-11-01T00:00:00.000Z",
  industry: "24",
  interest: "metal",
  area: "一関",
  departments: ["機械・知能系"],
  power: 0,
  space: 1,
  sessions: [],
  leftOut: 0,
  fixed: null,
  decided: false,
  ...more,
});

const input: PlannerInput = inOrder({
  version: 1,
  limit: 5,
  sessions: ["day"],
  power: 1000,
  space: null,
  people: [
    { key: "kosen-machines", people: 40 },
    { key: "kosen-information", people: 38 },
  ],
  interests: [{ key: "programming", people: 25 }],
  weights: DEFAULT_WEIGHTS,
  applications: [
    one("a"),
    one("b"),
    one("c"),
    one("software", {
      industry: "39",
      interest: "programming",
      area: "千厩",
      departments: ["情報・ソフトウェア系"],
      power: 500,
    }),
    one("waited", { leftOut: 2 }),
    one("crowded", { power: 300 }),
    one("nobody", { departments: ["普通科"], area: "藤沢" }),
    one("hungry", { industry: "26", departments: ["学科不問"], power: 900 }),
    one("out", { fixed: "out" }),
  ],
});
const plan = describePlan(input, new Set(["a", "b", "c", "software", "waited"]), true);
const company = (id: string) => plan.companies.find((candidate) => candidate.id === id)!;
const said = (id: string) =>
  reasonsOf(input, plan, company(id)).map((reason) => reasonWords(reason, (_, key) => key));

test("a company that is in reads why, with figures and points", () => {
  expect(said("software")).toEqual([
    "kosen-informationの参加予定38人に対し、会える企業が1社と少ないため(48.7点)",
    "「programming」仕事に関心のある25人に対し、企業が1社のため(40.0点)",
    "同じ業種「39」の企業がほかにないため(33.3点)",
    "同じ地域「千厩」の企業がほかにないため(33.3点)",
  ]);
  expect(said("waited")).toContain("直近の2回続けて見送られたため(4.0点)");
});

test("a company that is out reads why, and what an exchange would change and for whom", () => {
  expect(said("crowded")).toContain("同じ業種「24」の企業がすでに4社入っているため(加えても6.7点)");
  expect(said("crowded")).toContain(
    "kosen-machinesに会いたい企業が、すでに4社以上入っているため(加えても10.3点)",
  );
  expect(said("nobody")).toContain("参加する人の学科に、会いたい学科が当てはまらないため");
  expect(said("out")).toEqual(["職員が「入れない」にしたため"]);
  const { swap } = company("nobody");
  expect(swap).toMatchObject({ otherId: "a" });
  expect(swap!.parts.map(({ term, key }) => `${term} ${key}`)).toEqual([
    "coverage kosen-machines",
    "area 一関",
    "area 藤沢",
  ]);
  expect(swap!.parts.reduce((sum, part) => sum + part.change, 0)).toBe(swap!.change);
});

test("a company for which no exchange leaves enough electricity says so", () => {
  const tight = describePlan({ ...input, power: 600 }, new Set(["a", "b", "c", "software", "waited"]), true);
  const hungry = tight.companies.find(({ id }) => id === "hungry")!;
  expect(hungry).toMatchObject({ swap: null, blockedBy: "booths" });
  const few = { ...input, limit: 6, power: 600 };
  const blocked = describePlan(few, new Set(["a", "b", "c", "software", "waited"]), true);
  const reasons = reasonsOf(
    few,
    blocked,
    blocked.companies.find(({ id }) => id === "hungry")!,
  );
  expect(reasons[0]).toEqual({ code: "blocked", by: "power" });
});

test("the figures are those of the choice", () => {
  const figures = figuresOf(input, new Set(["a", "b", "c", "software", "waited"]));
  expect(figures).toMatchObject({
    companies: 5,
    departments: 2,
    departmentsCovered: 2,
    mostPeoplePerCompany: 38,
    divisions: 2,
    industries: 2,
    areas: 2,
    largestIndustry: 4,
    evenIndustries: 1.5,
    leftOutChosen: 1,
    leftOutApplied: 1,
    power: 500,
    space: 5,
  });
  expect(figuresOf(input, new Set(["a"])).mostPeoplePerCompany).toBeNull();
  expect(figuresOf(input, new Set()).evenIndustries).toBe(0);
});

test("what a company reads names no other company", () => {
  const note = declineNote({ applied: 9, limit: 5, reasons: reasonsOf(input, plan, company("crowded")) });
  expect(note).toContain("9社からお申し込みがあり、5ブースに");
  expect(note).toContain("同じ業種の企業がすでに4社ありました");
  expect(note).not.toContain("株式会社");
  expect(
    declineNote({ applied: 9, limit: 5, reasons: reasonsOf(input, plan, company("out")) }),
  ).not.toContain("主な理由");
});

test("points are shown with one decimal and changes with their sign", () => {
  expect([points(12_345), points(0), change(-1234), change(500), change(-20)]).toEqual([
    "12.3点",
    "0.0点",
    "−1.2点",
    "+0.5点",
    "±0.0点",
  ]);
});
