import { isCivilDate, jst } from "#app/platform/calendar.ts";
import { dateColumn } from "../days.ts";
import type { TownRows } from "../rows.ts";
import { CARRIED_ON, COMPUTED_SINCE, COUNTED_BESIDE, MEASURE_KEYS } from "./computed-indicators.ts";
import { addAnsweredEvaluation, addEvaluation, addNewProject, SHEET_AT } from "./evaluation-rows.ts";
import { GRADE_SCHEME } from "./grade-scheme.ts";
import { addNextYear, BEGUN_IN_2024 } from "./next-year.ts";
import { loadPlanData, type PlanData } from "./plan-data.ts";

/** The plan was adopted in March 2022; the yearly sheets were laid before the council on 10 March 2025. */
const ADOPTED_ON = "2022-03-31";
/** Figures of the years before the plan are read by its definitions, too. */
const FIRST_DEFINED_FOR = 2000;
const ADOPTED_AT = jst(ADOPTED_ON, "15:00");
const SHEET_AS_OF = "2025-01-31";
const SHEET_SOURCE = "令和6年度事業実績(令和7年1月31日現在) 資料№1";
const REVIEW_SOURCE = "工業振興計画事業点検評価一覧 資料№2";
const PLAN_SOURCE = "一関市工業振興計画(令和4年度〜令和8年度)";

export const OWN_AREA = "own";
/** When a year's new projects were entered. */
const RECORDED_AT: Readonly<Record<number, Date>> = { 2024: jst("2024-04-01", "10:00"), 2025: SHEET_AT };

type PlanIndicator = PlanData["planIndicators"][number];
type Project = PlanData["policies"][number]["strategies"][number]["projects"][number];
type ProjectIndicator = Project["indicators"][number];

/** Adds the plan's tree with indicators, targets, entered figures and the evaluations of fiscal 2024. */
export function addPlan(rows: TownRows): void {
  const data = loadPlanData();
  const { key: planId, title, firstFiscalYear, lastFiscalYear, source } = data.plan;
  rows.gradeScheme.push(GRADE_SCHEME);
  rows.plan.push({
    id: planId,
    title,
    firstFiscalYear,
    lastFiscalYear,
    source,
    areaId: OWN_AREA,
    gradeSchemeId: GRADE_SCHEME.id,
    levelNames: { basicPolicy: "基本方針", strategy: "戦略", project: "推進事業" },
    position: 0,
  });
  rows.targetSet.push({
    id: targetSetId(planId, ""),
    planId,
    adoptedOn: dateColumn(ADOPTED_ON),
    decidedBy: "",
    reason: "",
    recordedAt: ADOPTED_AT,
  });
  const addNode = (
    level: "basicPolicy" | "strategy" | "project",
    node: { code: string; title: string; description: string },
    parentId: string | null,
    effectiveFrom = firstFiscalYear,
  ) => {
    const id = `${planId}/${node.code}`;
    const position = Number(node.code.split("-").at(-1));
    rows.planNode.push({ id, planId, level });
    rows.planNodeVersion.push({
      id: `${id}/${effectiveFrom}`,
      nodeId: id,
      effectiveFrom,
      parentId,
      code: node.code,
      title: node.title,
      description: node.description,
      position,
      change: "added",
      recordedAt: RECORDED_AT[effectiveFrom] ?? ADOPTED_AT,
    });
    return id;
  };
  data.planIndicators.forEach((indicator, position) =>
    addPlanIndicator(rows, indicator, { planId, nodeId: null, position }),
  );
  for (const policy of data.policies) {
    const policyId = addNode("basicPolicy", policy, null);
    for (const strategy of policy.strategies) {
      const strategyId = addNode("strategy", strategy, policyId);
      strategy.indicators.forEach((indicator, position) =>
        addPlanIndicator(rows, original(data, indicator), { planId, nodeId: strategyId, position }),
      );
      for (const project of strategy.projects) {
        const nodeId = addNode(
          "project",
          { ...project, description: project.summary },
          strategyId,
          BEGUN_IN_2024.has(project.code) ? 2024 : firstFiscalYear,
        );
        project.indicators.forEach((indicator, position) =>
          addProjectIndicator(rows, indicator, { planId, nodeId, position }),
        );
        addCountedBeside(rows, project.code, { planId, nodeId, position: project.indicators.length });
        addEvaluation(rows, project, nodeId);
        addNextYear(rows, project, { planId, nodeId });
      }
      for (const project of data.nextYearNewProjects.filter(
        ({ strategyCode }) => strategyCode === strategy.code,
      ))
        addNewProject(
          rows,
          project,
          addNode("project", { ...project, description: project.note ?? "" }, strategyId, 2025),
        );
    }
  }
  addAnsweredEvaluation(rows, planId);
}

type Place = { planId: string; nodeId: string | null; position: number };

/** An indicator that is printed again under a strategy keeps its own key and takes the figures of the original. */
function original(data: PlanData, indicator: PlanIndicator): PlanIndicator {
  const first = data.planIndicators.find(({ key }) => key === indicator.sameAs);
  return first ? { ...first, key: indicator.key } : indicator;
}

function addPlanIndicator(rows: TownRows, indicator: PlanIndicator, place: Place): void {
  const { key: id, name, unit, direction, decimals, source, baseline, target } = indicator;
  const definition = [indicator.definition, indicator.method, indicator.note].filter(Boolean).join(" ");
  addIndicator(
    rows,
    { id, ...place },
    { name, unit, direction, decimals, definition, source, measureKey: null },
  );
  addComputedDefinition(rows, id);
  addTarget(rows, place.planId, id, { fiscalYear: target.fiscalYear, value: target.value, text: null });
  if (baseline)
    addObservation(rows, id, {
      kind: "baseline",
      fiscalYear: baseline.fiscalYear,
      asOf: dayOrNull(baseline.asOf),
      value: baseline.value,
      source: `${PLAN_SOURCE} ${source}`,
      note: baseline.asOf,
      recordedAt: ADOPTED_AT,
    });
  for (const actual of indicator.actuals)
    addObservation(rows, id, {
      kind: "actual",
      fiscalYear: actual.fiscalYear,
      asOf: dayOrNull(actual.asOf),
      value: actual.value,
      missingReason: actual.value === null ? (actual.note ?? "資料に値がない") : null,
      source: `${REVIEW_SOURCE} ${source}`,
      note: [dayOrNull(actual.asOf) ? null : actual.asOf, actual.value === null ? null : actual.note]
        .filter(Boolean)
        .join(" "),
      recordedAt: SHEET_AT,
    });
}

function addProjectIndicator(rows: TownRows, indicator: ProjectIndicator, place: Place): void {
  const { key: id, name, unit, direction, decimals } = indicator;
  const measureKey = MEASURE_KEYS[id] ?? null;
  addIndicator(
    rows,
    { id, ...place },
    {
      name,
      unit,
      direction,
      decimals,
      definition: indicator.note ?? "",
      source: SHEET_SOURCE,
      measureKey,
    },
  );
  if (indicator.target2024 !== null || indicator.target2024Text !== null)
    addTarget(rows, place.planId, id, {
      fiscalYear: 2024,
      value: indicator.target2024,
      text: indicator.target2024Text,
    });
  if (indicator.target2025 !== null)
    addTarget(rows, place.planId, id, { fiscalYear: 2025, value: indicator.target2025, text: null });
  const carried = CARRIED_ON[id];
  if (carried) addTarget(rows, place.planId, id, { ...carried, text: null });

  const fromSheet = { source: SHEET_SOURCE, note: "", recordedAt: SHEET_AT };
  const { actual2023, actual2023Text, expected2024, expected2024Text } = indicator;
  if (actual2023 !== null || actual2023Text !== null)
    addObservation(rows, id, {
      ...fromSheet,
      kind: "actual",
      fiscalYear: 2023,
      asOf: "2024-03-31",
      value: actual2023,
      text: actual2023Text,
    });
  const expected = measureKey === null ? expected2024 : null;
  if (expected !== null || expected2024Text !== null)
    addObservation(rows, id, {
      ...fromSheet,
      kind: "expected",
      fiscalYear: 2024,
      asOf: SHEET_AS_OF,
      value: expected,
      text: expected2024Text,
    });
}

function addCountedBeside(rows: TownRows, code: string, place: Place): void {
  (COUNTED_BESIDE[code] ?? []).forEach(({ key, measureKey, name, unit }, at) =>
    addIndicator(
      rows,
      { id: key, ...place, position: place.position + at },
      {
        name,
        unit,
        direction: "increase",
        decimals: 0,
        definition: "事業の実施状況に載る数で、目標は定めていない。",
        source: SHEET_SOURCE,
        measureKey,
      },
    ),
  );
}

/** The indicator with the first version of its definition. */
function addIndicator(
  rows: TownRows,
  place: Place & { id: string },
  version: Pick<
    TownRows["indicatorVersion"][number],
    "name" | "unit" | "direction" | "decimals" | "definition" | "source" | "measureKey"
  >,
): void {
  rows.indicator.push(place);
  rows.indicatorVersion.push({
    id: `${place.id}/version/1`,
    indicatorId: place.id,
    effectiveFrom: FIRST_DEFINED_FOR,
    ...version,
    recordedAt: ADOPTED_AT,
  });
}

/** The version from which on a measure computes the indicator: it counts otherwise, so the series breaks. */
function addComputedDefinition(rows: TownRows, indicatorId: string): void {
  const computed = COMPUTED_SINCE[indicatorId];
  if (!computed) return;
  const standing = rows.indicatorVersion.findLast((version) => version.indicatorId === indicatorId)!;
  const { fiscalYear, ...definition } = computed;
  rows.indicatorVersion.push({
    ...standing,
    ...definition,
    id: `${indicatorId}/version/2`,
    effectiveFrom: fiscalYear,
    breaksSeries: true,
    recordedAt: SHEET_AT,
  });
}

function addTarget(
  rows: TownRows,
  planId: string,
  indicatorId: string,
  target: { fiscalYear: number; value: number | null; text: string | null },
): void {
  rows.target.push({
    id: `${indicatorId}/target/${target.fiscalYear}`,
    setId: targetSetId(planId, ""),
    indicatorId,
    ...target,
  });
}

function targetSetId(planId: string, suffix: string): string {
  return `${planId}/targets${suffix}`;
}

type Entry = {
  kind: "baseline" | "actual" | "expected";
  fiscalYear: number;
  asOf: string | null;
  value: number | null;
  text?: string | null;
  missingReason?: string | null;
  source: string;
  note: string;
  recordedAt: Date;
};

function addObservation(rows: TownRows, indicatorId: string, entry: Entry): void {
  rows.observation.push({
    id: `${indicatorId}/${entry.kind}/${entry.fiscalYear}`,
    indicatorId,
    ...entry,
    asOf: entry.asOf && dateColumn(entry.asOf),
    status: entry.kind === "expected" ? "estimated" : "final",
  });
}

function dayOrNull(text: string): string | null {
  return isCivilDate(text) ? text : null;
}
