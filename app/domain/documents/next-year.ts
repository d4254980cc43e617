import { documentWords as words } from "#app/locales/ja/documents.ts";
import { evaluationFor } from "#app/domain/indicators/sheet.ts";
import type { EvaluationRecord, NodeChange, PlanNode } from "#app/domain/indicators/plan.rules.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { textCell } from "./cells.ts";
import type { DocumentColumn, DocumentRow, DrawnDocument } from "./document.rules.ts";
import { directionButContinue, headingRow } from "./evaluations.ts";
import { headOf } from "./heads.ts";
import { type DocumentSource, treeOf } from "./source.ts";

/**
 * 資料№3: this year's projects beside those of the next year. Changed rows are marked; the remarks are those of the next
 * year's versions, or of the evaluation where the next year's list is not entered yet.
 */
export function drawUpNextYear(source: DocumentSource): DrawnDocument {
  const { records, cut, sheet } = source;
  const { fiscalYear } = sheet;
  const thisYear = treeOf(source, fiscalYear);
  const later = nodesAt(records, { fiscalYear: fiscalYear + 1, knownOn: cut.knownOn });
  const here = new Set(
    thisYear.flatMap((policy) => policy.strategies.flatMap(({ projects }) => projects.map(({ id }) => id))),
  );
  const rows: DocumentRow[] = later
    .filter((node) => node.level === "basicPolicy")
    .flatMap((policy) => {
      const strategies = later.filter((node) => node.parentId === policy.id);
      const listed = strategies.flatMap((strategy) => {
        const now =
          thisYear.flatMap((one) => one.strategies).find(({ node }) => node.id === strategy.id)?.projects ??
          [];
        const added = later.filter((node) => node.parentId === strategy.id && !here.has(node.id));
        const begun = added.filter(
          (node) => node.lastFiscalYear === null || node.lastFiscalYear > fiscalYear,
        );
        const projects = [
          ...now.map((node, index) => projectRow(source, { now: node, later, number: index + 1 })),
          ...begun
            .filter((node) => isNewIn(node, fiscalYear + 1))
            .map((node, index) =>
              projectRow(source, { now: null, node, later, number: now.length + index + 1 }),
            ),
        ];
        return projects.length === 0
          ? []
          : [headingRow(records.plan.levelNames.strategy, strategy, 2), ...projects];
      });
      return listed.length === 0
        ? []
        : [headingRow(records.plan.levelNames.basicPolicy, policy, 1), ...listed];
    });
  return {
    document: {
      ...headOf(source, "nextYear"),
      paper: { size: "A4", orientation: "landscape" },
      tables: [
        { key: "projects", title: words.titles.nextYear(fiscalYear), columns: columnsOf(fiscalYear), rows },
      ].filter((table) => table.rows.length > 0),
      notes: [words.nextYear.note],
    },
    relations: [],
  };
}

function columnsOf(fiscalYear: number): DocumentColumn[] {
  const { columns } = words;
  return [
    { key: "thisYear", label: columns.thisYear(fiscalYear), share: 30, align: "start" },
    { key: "grade", label: columns.grade, share: 7, align: "start" },
    { key: "direction", label: columns.direction, share: 8, align: "start" },
    { key: "nextYear", label: columns.nextYear(fiscalYear), share: 30, align: "start" },
    { key: "remarks", label: columns.remarks, share: 25, align: "start" },
  ];
}

function isNewIn(node: PlanNode, fiscalYear: number): boolean {
  return node.change === "added" && node.effectiveFrom === fiscalYear;
}

function projectRow(
  source: DocumentSource,
  place: { later: readonly PlanNode[]; number: number } & (
    | { now: PlanNode; node?: undefined }
    | { now: null; node: PlanNode }
  ),
): DocumentRow {
  const { records, cut, sheet } = source;
  const { fiscalYear } = sheet;
  const { now, later, number } = place;
  const id = now?.id ?? place.node!.id;
  const next = later.find((node) => node.id === id) ?? null;
  const judged = evaluationFor(records.evaluations, id, { fiscalYear, knownOn: cut.knownOn });
  const evaluation = judged?.fiscalYear === fiscalYear ? judged : null;
  const change = next ? changeOf(next, evaluation, fiscalYear) : "ended";
  const isPlanStart = fiscalYear === records.plan.firstFiscalYear;
  const mark = now && isNewIn(now, fiscalYear) && !isPlanStart ? words.nextYear.marks.added : "";
  return {
    id,
    kind: "line",
    level: 3,
    heading: "",
    isChanged: change !== "none" || lastYear(next) === fiscalYear + 1,
    cells: {
      thisYear: textCell(now ? `${mark}${number} ${now.title}` : ""),
      grade: textCell(now ? (evaluation?.grade ?? words.noGrade) : ""),
      direction: textCell(now ? directionButContinue(evaluation?.futureDirection ?? null) : ""),
      nextYear: textCell(nextText(next, { change, fiscalYear, number })),
      remarks: textCell(remarksOf({ now, next, later, evaluation, change, fiscalYear })),
    },
  };
}

function lastYear(node: PlanNode | null): number | null {
  return node?.lastFiscalYear ?? null;
}

/** What the next year does with the project: its version for that year; without one, what the evaluation decided. */
function changeOf(node: PlanNode, evaluation: EvaluationRecord | null, fiscalYear: number): NodeChange {
  if (node.lastFiscalYear !== null && node.lastFiscalYear <= fiscalYear)
    return node.change === "merged" ? "merged" : "ended";
  if (node.effectiveFrom === fiscalYear + 1) return node.change === "ended" ? "none" : node.change;
  if (evaluation?.futureDirection === "end") return "ended";
  return evaluation?.futureDirection === "expand" ? "expanded" : "none";
}

function nextText(
  node: PlanNode | null,
  { change, fiscalYear, number }: { change: NodeChange; fiscalYear: number; number: number },
): string {
  if (!node) return words.nextYear.marks.ended;
  const until = node.lastFiscalYear === fiscalYear + 1 ? words.nextYear.until(fiscalYear + 1) : "";
  const mark = change === "none" ? until : words.nextYear.marks[change];
  return `${mark}${number} ${node.title}`;
}

function remarksOf({
  now,
  next,
  later,
  evaluation,
  change,
  fiscalYear,
}: {
  now: PlanNode | null;
  next: PlanNode | null;
  later: readonly PlanNode[];
  evaluation: EvaluationRecord | null;
  change: NodeChange;
  fiscalYear: number;
}): string {
  const { nextYear } = words;
  const written = next?.effectiveFrom === fiscalYear + 1 ? next.note : "";
  const remark =
    written || (evaluation?.nextYearNote ?? "") || (now === null ? (next?.description ?? "") : "");
  const heir = later.find((node) => node.id === next?.successorId);
  const said = [
    change === "merged" && heir && !remark.includes(heir.title) ? nextYear.mergedInto(heir.title) : "",
    change === "renamed" && now && next && now.title !== next.title ? nextYear.renamedFrom(now.title) : "",
    remark,
  ];
  return said.filter(Boolean).join("\n");
}
