// The cells of the plans' data beside what a filled database answers for them.
import { loadFacts } from "#app/analytics/facts.server.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { compute } from "#app/analytics/run.server.ts";
import type { Database } from "#app/platform/database.server.ts";
import { loadComparisonPlan } from "#prisma/seed/plan/comparison-plans.ts";
import { readFigures } from "#prisma/seed/plan/figures/read-figures.ts";
import { loadPlanData, type PlanData } from "#prisma/seed/plan/plan-data.ts";

/** `place` names the row and the column; both values as text, "(none)" where there is none. */
export type SeedCell = { plan: string; place: string; seed: string; stored: string };

const NONE = "(none)";
const SHEET_DAY = "2025-01-31";
const YEAR_BEFORE = "2024-03-31";

type Cell = string | number | null | undefined;

const show = (value: Cell): string =>
  value === null || value === undefined || value === "" ? NONE : String(value);

/** Every cell of the three plans; figures that a measure counts are counted, the others read. */
export async function seedCells(database: Database): Promise<SeedCell[]> {
  const stored = await readStored(database);
  return [...ichinosekiCells(loadPlanData(), stored), ...comparisonCells(stored)];
}

type Stored = Awaited<ReturnType<typeof readStored>>;

/** What the database holds, looked up by ids. */
async function readStored(database: Database) {
  const [plans, versions, definitions, targets, observations, evaluations, shares, before, facts] =
    await Promise.all([
      database.plan.findMany(),
      database.planNodeVersion.findMany({ orderBy: { effectiveFrom: "asc" } }),
      database.indicatorVersion.findMany(),
      database.target.findMany({ orderBy: { set: { adoptedOn: "asc" } } }),
      database.observation.findMany({ orderBy: { recordedAt: "asc" } }),
      database.evaluation.findMany({ orderBy: { revision: "asc" } }),
      database.roleShare.findMany(),
      loadFacts({ database }, { asOf: YEAR_BEFORE }),
      loadFacts({ database }, { asOf: SHEET_DAY }),
    ]);
  return {
    plan: (id: string) => plans.find((plan) => plan.id === id),
    node: (id: string, year: number) =>
      versions.findLast(({ nodeId, effectiveFrom }) => nodeId === id && effectiveFrom <= year),
    name: (id: string) => definitions.find(({ indicatorId }) => indicatorId === id)?.name,
    target: (id: string, year: number) =>
      targets.findLast(({ indicatorId, fiscalYear }) => indicatorId === id && fiscalYear === year),
    figure: (id: string, kind: string, year: number, areaId: string | null = null) => {
      const row = observations.find(
        (one) =>
          one.indicatorId === id && one.kind === kind && one.fiscalYear === year && one.areaId === areaId,
      );
      return row && (row.value?.toString() ?? row.text);
    },
    /** The first evaluation of the year, as the council saw it. */
    evaluation: (nodeId: string, year: number) =>
      evaluations.find((row) => row.nodeId === nodeId && row.fiscalYear === year),
    share: (nodeId: string, actor: string) =>
      shares.find((row) => row.nodeId === nodeId && row.actor === actor)?.percent,
    counted: (id: string, asOf: string) => {
      const key = definitions.find(({ indicatorId }) => indicatorId === id)?.measureKey;
      const measure = key ? findMeasure(key) : null;
      return measure && compute(measure, asOf === YEAR_BEFORE ? before : facts, { asOf }).value;
    },
  };
}

function ichinosekiCells(data: PlanData, stored: Stored): SeedCell[] {
  const planId = data.plan.key;
  const cells: SeedCell[] = [];
  const add = (place: string, seed: Cell, found: Cell) =>
    cells.push({ plan: planId, place, seed: show(seed), stored: show(found) });
  const plan = stored.plan(planId);
  add("plan title", data.plan.title, plan?.title);
  add("plan first fiscal year", data.plan.firstFiscalYear, plan?.firstFiscalYear);
  add("plan last fiscal year", data.plan.lastFiscalYear, plan?.lastFiscalYear);
  const longTerm = (indicator: PlanData["planIndicators"][number]) => {
    const { key, baseline, target, actuals } = indicator;
    add(`${key} name`, indicator.name, stored.name(key));
    if (baseline)
      add(
        `${key} baseline ${baseline.fiscalYear}`,
        baseline.value,
        stored.figure(key, "baseline", baseline.fiscalYear),
      );
    add(
      `${key} target ${target.fiscalYear}`,
      target.value,
      stored.target(key, target.fiscalYear)?.value?.toString(),
    );
    for (const { fiscalYear, value } of actuals)
      add(`${key} actual ${fiscalYear}`, value, stored.figure(key, "actual", fiscalYear));
  };
  data.planIndicators.forEach(longTerm);
  for (const policy of data.policies) {
    add(`${policy.code} title`, policy.title, stored.node(`${planId}/${policy.code}`, 2024)?.title);
    for (const strategy of policy.strategies) {
      add(`${strategy.code} title`, strategy.title, stored.node(`${planId}/${strategy.code}`, 2024)?.title);
      strategy.indicators.filter(({ sameAs }) => sameAs === null).forEach(longTerm);
      for (const project of strategy.projects) projectCells(project, { planId, stored, add });
    }
  }
  for (const { code, title } of data.nextYearNewProjects)
    add(`${code} title in 2025 (new)`, title, stored.node(`${planId}/${code}`, 2025)?.title);
  return cells;
}

type Project = PlanData["policies"][number]["strategies"][number]["projects"][number];
type Adding = {
  planId: string;
  stored: Stored;
  add: (place: string, seed: Cell, found: Cell) => void;
};

function projectCells(project: Project, { planId, stored, add }: Adding): void {
  const { code, nextYear } = project;
  const nodeId = `${planId}/${code}`;
  const evaluation = stored.evaluation(nodeId, 2024);
  add(`${code} title`, project.title, stored.node(nodeId, 2024)?.title);
  add(`${code} grade 2024`, project.grade2024, evaluation?.grade);
  add(`${code} direction`, project.futureDirection, evaluation?.futureDirection);
  const next = stored.node(nodeId, 2025);
  if (nextYear && nextYear.change !== "none") {
    add(`${code} change for 2025`, nextYear.change, next?.change);
    if (nextYear.lastFiscalYear !== null)
      add(`${code} last fiscal year`, nextYear.lastFiscalYear, next?.lastFiscalYear);
    if (nextYear.change === "merged")
      add(`${code} goes on in`, nextYear.code, next?.successorId?.replace(`${planId}/`, ""));
    else add(`${code} title in 2025`, nextYear.title, next?.title);
  }
  for (const indicator of project.indicators) {
    const { key } = indicator;
    const target = stored.target(key, 2024);
    const before = indicator.actual2023 ?? indicator.actual2023Text;
    if (before !== null) add(`${key} actual 2023`, before, stored.figure(key, "actual", 2023));
    // Years that the portal has records of are counted, too.
    const countedBefore = stored.counted(key, YEAR_BEFORE);
    if (indicator.actual2023 !== null && countedBefore !== null)
      add(`${key} actual 2023, counted`, indicator.actual2023, countedBefore);
    const wanted = indicator.target2024 ?? indicator.target2024Text;
    if (wanted !== null) add(`${key} target 2024`, wanted, target?.value?.toString() ?? target?.text);
    const expected = indicator.expected2024;
    const counted = expected === null ? null : stored.counted(key, SHEET_DAY);
    if (expected !== null)
      add(
        `${key} 2024 up to ${SHEET_DAY}${counted === null ? "" : ", counted"}`,
        expected,
        counted ?? stored.figure(key, "expected", 2024),
      );
    if (indicator.expected2024Text !== null)
      add(`${key} expected 2024`, indicator.expected2024Text, stored.figure(key, "expected", 2024));
  }
}

function comparisonCells(stored: Stored): SeedCell[] {
  const cells: SeedCell[] = [];
  for (const name of ["morioka", "yamagata"] as const) {
    const told = loadComparisonPlan(name);
    const plan = told.plan.key;
    const add = (place: string, seed: Cell, found: Cell) =>
      cells.push({ plan, place, seed: show(seed), stored: show(found) });
    add("plan title", told.plan.title, stored.plan(plan)?.title);
    for (const node of told.nodes) {
      const id = `${plan}/${node.code}${node.effectiveFrom === undefined ? "" : `@${node.effectiveFrom}`}`;
      const version = stored.node(id, told.plan.lastFiscalYear);
      add(
        `${node.code} title${node.effectiveFrom ? ` from ${node.effectiveFrom}` : ""}`,
        node.title,
        version?.title,
      );
      if (node.weight !== null) add(`${node.code} weight`, node.weight, version?.weight?.toString());
    }
    for (const { node, shares } of told.roleShares)
      for (const { actor, percent } of shares)
        add(`${node} role of ${actor}`, percent, stored.share(`${plan}/${node}`, actor));
    const areas = new Map(told.areas.map(({ key, name: area }) => [area, key]));
    for (const table of TABLES[name])
      for (const { indicatorId, area, fiscalYear, value } of readFigures(table.file))
        add(
          `${indicatorId} ${table.kind} ${fiscalYear} ${area}`.trim(),
          value,
          table.kind === "target"
            ? stored.target(indicatorId, fiscalYear)?.value?.toString()
            : stored.figure(indicatorId, table.kind, fiscalYear, area === "" ? null : areas.get(area)),
        );
  }
  return cells;
}

const TABLES = {
  morioka: [
    { file: "morioka-targets-2012", kind: "target" },
    { file: "morioka-actuals", kind: "actual" },
    { file: "morioka-capitals", kind: "actual" },
  ],
  yamagata: [
    { file: "yamagata-baseline", kind: "baseline" },
    { file: "yamagata-targets-2014", kind: "target" },
    { file: "yamagata-targets-2020", kind: "target" },
    { file: "yamagata-targets-2025", kind: "target" },
    { file: "yamagata-actuals", kind: "actual" },
  ],
} as const;
