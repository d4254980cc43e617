import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import type { EvaluationRecord, PlanNode } from "#app/domain/indicators/plan.rules.ts";
import { expectedCell, figureCell, targetCell, textCell } from "./cells.ts";
import type {
  DocumentColumn,
  DocumentRow,
  DocumentTable,
  DrawnDocument,
  Relation,
} from "./document.rules.ts";
import { headOf } from "./heads.ts";
import { measureSums, partRows } from "./parts.ts";
import {
  type DocumentSource,
  type DrawnIndicator,
  evaluationOfYear,
  indicatorsOf,
  treeOf,
} from "./source.ts";

/** 資料№1: strategy by strategy every project with its figures, grade, results, issues and direction. */
export function drawUpResults(source: DocumentSource): DrawnDocument {
  const relations: Relation[] = [];
  const tables: DocumentTable[] = [];
  const { levelNames } = source.records.plan;
  let number = 0;
  for (const policy of treeOf(source, source.sheet.fiscalYear))
    for (const strategy of policy.strategies) {
      if (strategy.projects.length === 0) continue;
      const key = strategy.node.id;
      const drawn = strategy.projects.map((project) =>
        projectRows(source, project, { table: key, number: ++number }),
      );
      const rows = drawn.flatMap((one) => one.rows);
      relations.push(...drawn.flatMap((one) => one.relations));
      const indicators = drawn.flatMap((one) => one.indicators);
      for (const column of ["previous", "expected"])
        relations.push(...measureSums(rows, indicators, { document: "results", table: key, column }));
      tables.push({
        key,
        title: [
          words.heading(levelNames.basicPolicy, policy.node.code, policy.node.title),
          words.heading(levelNames.strategy, strategy.node.code, strategy.node.title),
        ].join("  "),
        columns: columnsOf(source),
        rows,
      });
    }
  return {
    document: {
      ...headOf(source, "results"),
      paper: { size: "A3", orientation: "landscape" },
      tables,
      notes: [],
    },
    relations,
  };
}

function columnsOf({ sheet, records }: DocumentSource): DocumentColumn[] {
  const { columns } = words;
  const year = sheet.fiscalYear;
  return [
    { key: "no", label: columns.no, share: 3, align: "end" },
    { key: "project", label: records.plan.levelNames.project, share: 17, align: "start" },
    { key: "indicator", label: columns.indicator, share: 13, align: "start" },
    { key: "previous", label: columns.previous(year), share: 8, align: "end" },
    { key: "grade", label: columns.grade, share: 4, align: "start" },
    { key: "target", label: columns.target(year), share: 8, align: "end" },
    { key: "expected", label: columns.expected(year), share: 9, align: "end" },
    { key: "results", label: columns.results, share: 15, align: "start" },
    { key: "issues", label: columns.issues, share: 11, align: "start" },
    { key: "direction", label: columns.direction, share: 12, align: "start" },
  ];
}

function projectRows(
  source: DocumentSource,
  project: PlanNode,
  { table, number }: { table: string; number: number },
): { rows: DocumentRow[]; relations: Relation[]; indicators: DrawnIndicator[] } {
  const evaluation = evaluationOfYear(source, project.id);
  const indicators = indicatorsOf(source, project.id);
  const group = project.id;
  const head: DocumentRow = {
    id: project.id,
    kind: "line",
    level: 3,
    heading: "",
    isChanged: false,
    group,
    cells: {
      no: textCell(String(number)),
      project: textCell(
        [
          words.project(project.code, project.title),
          project.description && words.summary(project.description),
        ]
          .filter(Boolean)
          .join("\n"),
      ),
      grade: textCell(evaluation?.grade ?? words.noGrade, evaluation?.gradeReason),
      results: textCell(resultsText(evaluation)),
      issues: textCell(evaluation?.issues ?? ""),
      direction: textCell(directionText(evaluation)),
      ...(indicators.length === 0 && { indicator: textCell(words.noIndicator) }),
    },
  };
  const parts = indicators.map((indicator) => {
    const place = { document: "results", table, column: "expected", group } as const;
    const { rows, relations } = partRows(source, indicator, place);
    return { rows: [indicatorRow(source, indicator, group), ...rows], relations };
  });
  return {
    rows: [head, ...parts.flatMap((one) => one.rows)],
    relations: parts.flatMap((one) => one.relations),
    indicators,
  };
}

function indicatorRow(source: DocumentSource, indicator: DrawnIndicator, group: string): DocumentRow {
  const { definition, line } = indicator;
  return {
    id: definition.id,
    kind: "line",
    level: 3,
    heading: "",
    isChanged: false,
    group,
    cells: {
      indicator: textCell(definition.name),
      previous: figureCell(source, indicator, line.previous),
      target: targetCell(indicator, line.target, source.sheet.fiscalYear),
      expected: expectedCell(source, indicator),
    },
  };
}

/** What the section wrote about how it went; the factors only where it named any. */
export function resultsText(evaluation: EvaluationRecord | null): string {
  if (!evaluation) return "";
  const { results, pushingFactors, gapFactors } = evaluation;
  return [
    results,
    pushingFactors && `【${words.policy.pushing}】${pushingFactors}`,
    gapFactors && `【${words.policy.gap}】${gapFactors}`,
  ]
    .filter(Boolean)
    .join("\n");
}

function directionText(evaluation: EvaluationRecord | null): string {
  const direction = evaluation?.futureDirection;
  if (!direction) return words.noDirection;
  return [indicatorWords.directions[direction], evaluation.nextYearNote].filter(Boolean).join("\n");
}
