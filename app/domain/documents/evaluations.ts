import { targetFor } from "#app/domain/indicators/rules.ts";
import { achievementText } from "#app/domain/indicators/lines.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import type { PlanNode } from "#app/domain/indicators/plan.rules.ts";
import { figureCell, targetCell, textCell } from "./cells.ts";
import {
  cellName,
  type DocumentCell,
  type DocumentColumn,
  type DocumentRow,
  type DocumentTable,
  type DrawnDocument,
} from "./document.rules.ts";
import { headOf } from "./heads.ts";
import {
  type DocumentSource,
  type DrawnIndicator,
  evaluationOfYear,
  indicatorsOf,
  treeOf,
} from "./source.ts";

/** 資料№2: the indicators of the plan and of its strategies, then all projects with grade and direction. */
export function drawUpEvaluations(source: DocumentSource): DrawnDocument {
  const tree = treeOf(source, source.sheet.fiscalYear);
  const { levelNames } = source.records.plan;
  const rowsOf = (table: string, nodeId: string | null) =>
    indicatorsOf(source, nodeId).map((indicator) => indicatorRow(source, indicator, table));
  const strategyRows = tree.flatMap((policy) => {
    const ofPolicy = rowsOf("strategies", policy.node.id);
    const ofStrategies = policy.strategies.flatMap(({ node }) => {
      const rows = rowsOf("strategies", node.id);
      return rows.length === 0 ? [] : [headingRow(levelNames.strategy, node, 2), ...rows];
    });
    const rows = [...ofPolicy, ...ofStrategies];
    return rows.length === 0 ? [] : [headingRow(levelNames.basicPolicy, policy.node, 1), ...rows];
  });
  const projectRows = tree.flatMap((policy) => {
    const rows = policy.strategies.flatMap(({ node, projects }) =>
      projects.length === 0
        ? []
        : [
            headingRow(levelNames.strategy, node, 2),
            ...projects.map((project, index) => projectRow(source, project, index + 1)),
          ],
    );
    return rows.length === 0 ? [] : [headingRow(levelNames.basicPolicy, policy.node, 1), ...rows];
  });
  const { evaluations } = words;
  const tables: DocumentTable[] = [
    { key: "plan", title: evaluations.plan, columns: indicatorColumns(source), rows: rowsOf("plan", null) },
    {
      key: "strategies",
      title: evaluations.strategies,
      columns: indicatorColumns(source),
      rows: strategyRows,
    },
    { key: "projects", title: evaluations.projects, columns: projectColumns(source), rows: projectRows },
  ];
  return {
    document: {
      ...headOf(source, "evaluations"),
      paper: { size: "A4", orientation: "landscape" },
      tables: tables.filter(({ rows }) => rows.length > 0),
      notes: [evaluations.continueNote],
    },
    relations: [],
  };
}

function indicatorColumns({ records }: DocumentSource): DocumentColumn[] {
  const { columns } = words;
  return [
    { key: "indicator", label: columns.indicator, share: 18, align: "start" },
    { key: "definition", label: columns.definition, share: 26, align: "start" },
    { key: "baseline", label: columns.baseline, share: 12, align: "end" },
    { key: "target", label: columns.finalTarget(records.plan.lastFiscalYear), share: 9, align: "end" },
    { key: "actual", label: columns.actual, share: 12, align: "end" },
    { key: "achievement", label: columns.achievement, share: 8, align: "end" },
    { key: "method", label: columns.method, share: 15, align: "start" },
  ];
}

function projectColumns({ records }: DocumentSource): DocumentColumn[] {
  const { columns } = words;
  return [
    { key: "no", label: columns.no, share: 6, align: "end" },
    { key: "project", label: records.plan.levelNames.project, share: 60, align: "start" },
    { key: "grade", label: columns.grade, share: 14, align: "start" },
    { key: "direction", label: columns.direction, share: 20, align: "start" },
  ];
}

/** A heading of the plan's tree over the columns. */
export function headingRow(levelName: string, node: PlanNode, level: number): DocumentRow {
  return {
    id: node.id,
    kind: "heading",
    level,
    heading: words.heading(levelName, node.code, node.title),
    cells: {},
    isChanged: false,
  };
}

function indicatorRow(source: DocumentSource, indicator: DrawnIndicator, table: string): DocumentRow {
  const { definition, line } = indicator;
  const { lastFiscalYear } = source.records.plan;
  const finalTarget = targetFor(definition.targets, { fiscalYear: lastFiscalYear, ...source.cut });
  const actual = figureCell(source, indicator, line.actual, { withYear: true });
  return {
    id: definition.id,
    kind: "line",
    level: 3,
    heading: "",
    isChanged: false,
    cells: {
      indicator: textCell(definition.name),
      definition: textCell(definition.definition),
      // People who were counted before the plan began are as protected as those of today.
      baseline: line.baseline
        ? figureCell(source, indicator, line.baseline, { kind: "baseline", withYear: true })
        : textCell(words.notGiven),
      target: targetCell(indicator, finalTarget, lastFiscalYear),
      actual,
      achievement: achievementCell(indicator, cellName("evaluations", table, definition.id, "actual")),
      method: textCell(definition.source),
    },
  };
}

/** The achievement as a share of 1, or in words why there is none. It goes when its actual is hidden. */
function achievementCell({ definition, line }: DrawnIndicator, actual: string): DocumentCell {
  return {
    ...textCell(achievementText(line)),
    value: line.achievement.ok ? line.achievement.ratio : null,
    marker: line.achievement.ok ? "computed" : null,
    indicatorId: definition.id,
    derivedFrom: [actual],
  };
}

function projectRow(source: DocumentSource, project: PlanNode, number: number): DocumentRow {
  const evaluation = evaluationOfYear(source, project.id);
  return {
    id: project.id,
    kind: "line",
    level: 3,
    heading: "",
    isChanged: false,
    cells: {
      no: textCell(String(number)),
      project: textCell(project.title),
      grade: textCell(evaluation?.grade ?? words.noGrade),
      direction: textCell(directionButContinue(evaluation?.futureDirection ?? null)),
    },
  };
}

/** The direction as №2 and №3 print it: 継続 stays blank. */
export function directionButContinue(direction: keyof typeof indicatorWords.directions | null): string {
  if (direction === null) return words.noDirection;
  return direction === "continue" ? "" : indicatorWords.directions[direction];
}
