import { type ComputeIndicator, type SheetIndicator } from "#app/domain/indicators/figures.ts";
import { achievementText, figureText, gradeText, targetText } from "#app/domain/indicators/lines.ts";
import { formatRatio } from "#app/domain/indicators/rules.ts";
import type { Cut, PlanNode } from "#app/domain/indicators/plan.rules.ts";
import { drawUpSheet, evaluationFor, type PlanSheet } from "#app/domain/indicators/sheet.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { deskWords as words } from "#app/locales/ja/plan.ts";
import { fiscalYearLabel, fiscalYearOf } from "#app/platform/calendar.ts";
import { type Desk, sharesOf } from "./desk.rules.ts";
import { measureDefinition, originText } from "./measure-lines.ts";
import { scoresOf } from "./scores.ts";

/** One cell of the sheet of a year as the desk compares it: what it is about, which column, its text. */
export type SheetCell = { row: string; rowLabel: string; column: string; text: string };

/** A cell that a change alters. A cell that is not there reads as null. */
export type CellDifference = Omit<SheetCell, "text"> & { before: string | null; after: string | null };

/** What a change does to the sheet of one fiscal year: the cells that change, and how many stay as they are. */
export type YearPreview = {
  fiscalYear: number;
  asOf: string;
  differences: CellDifference[];
  unchanged: number;
};

/** The year's sheet before and after, cell by cell. */
export function compareDesks(before: Desk, after: Desk, cut: Cut, compute: ComputeIndicator): YearPreview {
  const old = cellsOf(before, cut, compute);
  const next = cellsOf(after, cut, compute);
  const key = ({ row, column }: SheetCell) => `${row} ${column}`;
  const oldByKey = new Map(old.map((cell) => [key(cell), cell]));
  const nextByKey = new Map(next.map((cell) => [key(cell), cell]));
  const differences: CellDifference[] = [];
  let unchanged = 0;
  const all = [...next, ...old.filter((cell) => !nextByKey.has(key(cell)))];
  for (const cell of all) {
    const [was, is] = [oldByKey.get(key(cell))?.text ?? null, nextByKey.get(key(cell))?.text ?? null];
    if (was === is) unchanged += 1;
    // A blank cell of what is added or taken out says nothing.
    else if ((was ?? "") !== (is ?? "")) {
      const { row, rowLabel, column } = cell;
      differences.push({ row, rowLabel, column, before: was, after: is });
    }
  }
  return { fiscalYear: fiscalYearOf(cut.asOf), asOf: cut.asOf, differences, unchanged };
}

/** Every cell of the sheet of the year that the day falls in: tree, indicators, figures, grades, scores, role shares. */
export function cellsOf(desk: Desk, cut: Cut, compute: ComputeIndicator): SheetCell[] {
  const sheet = drawUpSheet(desk.records, cut, compute);
  const at = { fiscalYear: sheet.fiscalYear, knownOn: cut.knownOn };
  const nodes = nodesAt(desk.records, at);
  const scores = scoresOf(desk, sheet, nodes);
  const indicators = indicatorsByNode(sheet, nodes);
  return [
    ...sheet.planIndicators.flatMap((line) => indicatorCells(desk, line, sheet.fiscalYear, true)),
    ...inTreeOrder(nodes, null).flatMap((node) => [
      ...nodeCells(desk, node, nodes, at),
      ...scoreCells(node, scores.get(node.id)),
      ...(indicators.get(node.id) ?? []).flatMap((line) =>
        indicatorCells(desk, line, sheet.fiscalYear, node.level !== "project"),
      ),
    ]),
  ];
}

/** Each node before what is under it. */
function inTreeOrder(nodes: readonly PlanNode[], parentId: string | null): PlanNode[] {
  return nodes.flatMap((node) => (node.parentId === parentId ? [node, ...inTreeOrder(nodes, node.id)] : []));
}

/** The sheet knows policies and strategies by their place only; nodes stand in the same order. */
function indicatorsByNode(sheet: PlanSheet, nodes: readonly PlanNode[]): Map<string, SheetIndicator[]> {
  const found = new Map<string, SheetIndicator[]>();
  const under = (parentId: string | null) => nodes.filter((node) => node.parentId === parentId);
  for (const [p, policy] of under(null).entries()) {
    found.set(policy.id, sheet.policies[p]?.indicators ?? []);
    for (const [s, strategy] of under(policy.id).entries())
      found.set(strategy.id, sheet.policies[p]?.strategies[s]?.indicators ?? []);
  }
  for (const { strategies } of sheet.policies)
    for (const { projects } of strategies)
      for (const project of projects) found.set(project.id, project.indicators);
  return found;
}

function nodeCells(
  desk: Desk,
  node: PlanNode,
  nodes: readonly PlanNode[],
  at: { fiscalYear: number; knownOn: Date },
): SheetCell[] {
  const { columns } = words;
  const parent = nodes.find(({ id }) => id === node.parentId);
  const successor = nodes.find(({ id }) => id === node.successorId);
  const evaluation = evaluationFor(desk.records.evaluations, node.id, at);
  const own = evaluation?.fiscalYear === at.fiscalYear ? evaluation : null;
  const isMarked = node.effectiveFrom === at.fiscalYear && node.change !== "none";
  const texts: [string, string][] = [
    [columns.code, node.code],
    [columns.title, node.title],
    [columns.parent, parent ? nodeLabel(parent) : words.topLevel],
    [columns.position, String(node.position)],
    [columns.owner, node.owner],
    [columns.weight, node.weight === null ? "" : words.percent(node.weight)],
    [columns.runs, node.lastFiscalYear === null ? "" : words.runsUntil(node.lastFiscalYear)],
    [columns.change, isMarked ? words.changes[node.change] : ""],
    [columns.successor, successor ? nodeLabel(successor) : ""],
    [columns.note, isMarked ? node.note : ""],
    [columns.description, node.description],
    [columns.object, node.object],
    [columns.intent, node.intent],
    [columns.shares, sharesText(desk, node.id, at.fiscalYear)],
    [columns.grade, gradeText(evaluation, at.fiscalYear)],
    [columns.gradeReason, own?.gradeReason ?? ""],
    [columns.results, own?.results ?? ""],
    [columns.issues, own?.issues ?? ""],
    [columns.pushingFactors, own?.pushingFactors ?? ""],
    [columns.gapFactors, own?.gapFactors ?? ""],
    [columns.direction, own?.futureDirection ? words.directions[own.futureDirection] : ""],
    [columns.nextYearNote, own?.nextYearNote ?? ""],
  ];
  return texts.map(([column, text]) => ({ row: node.id, rowLabel: nodeLabel(node), column, text }));
}

function scoreCells(
  node: PlanNode,
  computed: ReturnType<typeof scoresOf> extends Map<string, infer C> ? C | undefined : never,
): SheetCell[] {
  if (!computed) return [];
  const { columns } = words;
  const isProject = node.level === "project";
  const score = computed.score === null ? words.noScore : formatRatio(computed.score);
  const cell = (column: string, text: string) => ({ row: node.id, rowLabel: nodeLabel(node), column, text });
  return [
    cell(isProject ? columns.score : columns.rolledUp, score),
    cell(columns.coverage, formatRatio(computed.coverage)),
    cell(columns.computedGrade, computed.grade ?? words.noGrade),
  ];
}

function indicatorCells(
  desk: Desk,
  line: SheetIndicator,
  fiscalYear: number,
  withYear: boolean,
): SheetCell[] {
  const { columns } = words;
  const whole = (text: { text: string; mark: string | null; note: string | null }) =>
    [text.text, text.mark && `(${text.mark})`, text.note].filter(Boolean).join(" ");
  const texts: [string, string][] = [
    [columns.indicator, line.name],
    [columns.unit, line.unit],
    [columns.counting, countingText(desk, line.id, fiscalYear)],
    [columns.previous, whole(figureText(line.previous, line))],
    [columns.baseline, line.baseline ? whole(figureText(line.baseline, line)) : ""],
    [columns.target, targetText(line, fiscalYear)],
    [columns.actual, whole(figureText(line.actual, line, { withYear }))],
    [columns.expected, line.expected ? whole(figureText(line.expected, line)) : ""],
    [columns.achievement, achievementText(line)],
  ];
  return texts.map(([column, text]) => ({ row: line.id, rowLabel: line.name, column, text }));
}

/** The definition that holds for the year, in one text: direction, method, measure, words, break of the series. */
function countingText(desk: Desk, indicatorId: string, fiscalYear: number): string {
  const versions = desk.records.indicators.find(({ id }) => id === indicatorId)?.versions ?? [];
  const held = versions
    .filter(({ effectiveFrom }) => effectiveFrom <= fiscalYear)
    .toSorted((a, b) => a.effectiveFrom - b.effectiveFrom || a.recordedAt.getTime() - b.recordedAt.getTime())
    .at(-1);
  if (!held) return "";
  const { numerator, denominator, unknownRule } = held;
  return [
    `${words.indicatorDirections[held.direction]}・${words.aggregations[held.aggregation]}・${words.methods[held.achievementMethod]}`,
    held.bandLow !== null || held.bandHigh !== null ? words.band(held.bandLow, held.bandHigh) : "",
    originText(held),
    measureDefinition(held.measureKey),
    held.definition,
    numerator && `${words.indicatorFields.numerator}:${numerator}`,
    denominator && `${words.indicatorFields.denominator}:${denominator}`,
    unknownRule && `${words.indicatorFields.unknownRule}:${unknownRule}`,
    held.breaksSeries ? words.seriesBreaksFrom(fiscalYearLabel(held.effectiveFrom)) : "",
  ]
    .filter(Boolean)
    .join("\n");
}

function sharesText(desk: Desk, nodeId: string, fiscalYear: number): string {
  return sharesOf(desk.shares, nodeId, fiscalYear)
    .map(
      ({ actor, percent, role }) => `${words.actors[actor]} ${words.percent(percent)}${role && `:${role}`}`,
    )
    .join("\n");
}

/** A node as people name it: 1-1-2 地元企業情報の発信. */
export function nodeLabel({ code, title }: { code: string; title: string }): string {
  return `${code} ${title}`;
}
