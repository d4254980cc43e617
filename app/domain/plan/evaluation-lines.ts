import { achievementText, figureText, targetText } from "#app/domain/indicators/lines.ts";
import { formatRatio } from "#app/domain/indicators/rules.ts";
import type { SheetIndicator } from "#app/domain/indicators/figures.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { type Desk, type EvaluationRow, isRunning } from "./desk.rules.ts";
import {
  type ComputedGrade,
  EVALUATION_FIELDS,
  type EvaluationFields,
  lastRevision,
} from "./evaluation-draft.rules.ts";
import type { EvaluationSheet } from "./evaluations.server.ts";
import { nameOf } from "./node-lines.ts";
import { nodeLabel } from "./preview.ts";

const words = planForms.evaluation;

/** Who has a grade for the year and who lacks one, strategy by strategy, with the computed grade beside it. */
export function evaluationList(
  desk: Desk,
  { sheet, scores }: EvaluationSheet,
  names: ReadonlyMap<string, string>,
) {
  const { fiscalYear, knownOn } = sheet;
  const nodes = nodesAt(desk.records, { fiscalYear, knownOn }).filter((node) => isRunning(node, fiscalYear));
  const line = (node: (typeof nodes)[number]) => {
    const evaluation = lastRevision(desk.records.evaluations, node.id, fiscalYear);
    const computed = scores.get(node.id)?.grade ?? null;
    return {
      id: node.id,
      label: nodeLabel(node),
      level: node.level,
      computed: computed ?? deskWords.noGrade,
      grade: evaluation?.grade ?? null,
      differs: evaluation?.grade != null && computed !== null && evaluation.grade !== computed,
      direction: evaluation?.futureDirection ? deskWords.directions[evaluation.futureDirection] : "",
      recorded: evaluation
        ? planForms.node.recorded(
            `${planForms.evaluations.revision(evaluation.revision)} ${longDate(evaluation.recordedAt)}`,
            nameOf(evaluation.recordedById, names),
          )
        : "",
    };
  };
  const groups = nodes
    .filter(({ level }) => level === "strategy")
    .map((strategy) => ({
      strategy: line(strategy),
      projects: nodes.filter(({ parentId }) => parentId === strategy.id).map(line),
    }));
  const projects = groups.flatMap((group) => group.projects);
  return { groups, total: projects.length, missing: projects.filter(({ grade }) => grade === null).length };
}

/** What the computed grade of a node rests on: its indicators, or for a strategy and a policy the nodes below. */
export function scoreParts(desk: Desk, { sheet, scores }: EvaluationSheet, nodeId: string) {
  const { fiscalYear, knownOn } = sheet;
  const nodes = nodesAt(desk.records, { fiscalYear, knownOn });
  const node = nodes.find(({ id }) => id === nodeId);
  const project = sheet.policies
    .flatMap(({ strategies }) => strategies.flatMap(({ projects }) => projects))
    .find(({ id }) => id === nodeId);
  if (project) return project.indicators.map((indicator) => indicatorPart(indicator, fiscalYear));
  if (!node) return [];
  return nodes
    .filter((child) => child.parentId === nodeId && isRunning(child, fiscalYear))
    .map((child) => ({
      id: child.id,
      name: nodeLabel(child),
      weight: child.weight === null ? "" : deskWords.percent(child.weight),
      actual: "",
      target: "",
      score: scoreText(scores.get(child.id)),
    }));
}

function indicatorPart(indicator: SheetIndicator, fiscalYear: number) {
  const { actual, expected, comparedWith } = indicator;
  const compared = comparedWith === "expected" && expected ? expected : actual;
  const mark = comparedWith === "expected" ? deskWords.expectedMark : "";
  return {
    id: indicator.id,
    name: indicator.name,
    weight: "",
    actual: figureText(compared, indicator).text + mark,
    target: targetText(indicator, fiscalYear),
    score: achievementText(indicator),
  };
}

/** A score in words: a percentage, uncapped, or that there is none. */
export function scoreText(computed: ComputedGrade | undefined): string {
  return computed?.score == null ? deskWords.noScore : formatRatio(computed.score);
}

/** An evaluation as the form shows it. */
export function evaluationValues(row: EvaluationFields | null): Record<keyof EvaluationFields, string> {
  return {
    grade: row?.grade ?? "",
    gradeReason: row?.gradeReason ?? "",
    results: row?.results ?? "",
    issues: row?.issues ?? "",
    pushingFactors: row?.pushingFactors ?? "",
    gapFactors: row?.gapFactors ?? "",
    futureDirection: row?.futureDirection ?? "",
    nextYearNote: row?.nextYearNote ?? "",
  };
}

type Typed = Record<keyof EvaluationFields, string>;

/** Field by field in which two evaluations of the same node differ, in words. */
export function evaluationDifferences(theirs: Typed, mine: Typed) {
  return EVALUATION_FIELDS.filter((field) => theirs[field] !== mine[field]).map((field) => ({
    field,
    label: words.fields[field],
    theirs: fieldWords(field, theirs[field]),
    mine: fieldWords(field, mine[field]),
  }));
}

/** What somebody else recorded beside what was typed meanwhile. */
export function conflictOf(theirs: Typed, typed: Record<string, string | string[]>) {
  const mine = Object.fromEntries(
    EVALUATION_FIELDS.map((field) => [field, [typed[field] ?? ""].flat()[0] ?? ""]),
  ) as Typed;
  return evaluationDifferences(theirs, mine);
}

function fieldWords(field: keyof EvaluationFields, text: string): string {
  if (text === "") return words.blank;
  const directions: Record<string, string> = deskWords.directions;
  return field === "futureDirection" ? (directions[text] ?? text) : text;
}

/** The grades to choose from, with what the plan's scheme says of each; without a scheme A to D. */
export function gradeOptions({ scheme }: Desk): { value: string; label: string }[] {
  if (scheme.length === 0) return ["A", "B", "C", "D"].map((grade) => ({ value: grade, label: grade }));
  return scheme.map(({ grade, meaning }) => ({ value: grade, label: words.gradeOption(grade, meaning) }));
}

/** The steps of a grade scheme in words. */
export function stepLines(steps: Desk["scheme"]): string[] {
  return steps.map(({ grade, from, meaning }) =>
    from === null ? words.lowest(grade, meaning) : words.from(formatRatio(from), grade, meaning),
  );
}

/** What the scheme gives for a node, in words, with what it was computed from. */
export function computedFacts(desk: Desk, opened: EvaluationSheet, nodeId: string) {
  const computed = opened.scores.get(nodeId);
  return {
    score: scoreText(computed),
    coverage: formatRatio(computed?.coverage ?? 0),
    grade: computed?.grade ?? deskWords.noScore,
    asOf: longDate(opened.asOf),
    steps: stepLines(desk.scheme),
    parts: scoreParts(desk, opened, nodeId),
  };
}

/** Every revision, the newest first, with what changed against the one before. */
export function revisionLines(rows: readonly EvaluationRow[], names: ReadonlyMap<string, string>) {
  const ascending = rows.toSorted((a, b) => a.revision - b.revision);
  return ascending
    .map((row, index) => {
      const filled = evaluationValues(row);
      const before = ascending[index - 1];
      const changed = before
        ? evaluationDifferences(evaluationValues(before), filled).map(({ field }) => field)
        : EVALUATION_FIELDS.filter((field) => filled[field] !== "");
      return {
        id: row.id,
        title: words.historyLine(
          row.revision,
          `${longDate(row.recordedAt)} ${timeOf(row.recordedAt)}`,
          nameOf(row.recordedById, names),
        ),
        computed:
          row.computedGrade === null
            ? ""
            : `${row.computedGrade}(${scoreText({ score: row.computedScore, coverage: row.coverage ?? 0, grade: row.computedGrade })})`,
        fields: EVALUATION_FIELDS.filter((field) => filled[field] !== "").map((field) => ({
          field,
          label: words.fields[field],
          text: fieldWords(field, filled[field]),
          isChanged: changed.includes(field),
        })),
      };
    })
    .toReversed();
}
