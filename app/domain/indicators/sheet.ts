import { type CivilDate, fiscalYearOf } from "#app/platform/calendar.ts";
import { type ComputeIndicator, drawUpIndicator, type SheetIndicator } from "./figures.ts";
import type { Cut, EvaluationRecord, Grade, PlanLevel, PlanRecords } from "./plan.rules.ts";
import { indicatorsAt, nodesAt } from "./versions.rules.ts";

export type SheetProject = {
  id: string;
  code: string;
  title: string;
  description: string;
  /** Percent of the strategy; null where the plan gives none. */
  weight: number | null;
  lastFiscalYear: number | null;
  indicators: SheetIndicator[];
  /** The evaluation of the sheet's fiscal year or, before there is one, of the last year that has one. */
  evaluation: EvaluationRecord | null;
};

export type SheetStrategy = {
  code: string;
  title: string;
  weight: number | null;
  indicators: SheetIndicator[];
  projects: SheetProject[];
};
export type SheetPolicy = {
  code: string;
  title: string;
  description: string;
  indicators: SheetIndicator[];
  strategies: SheetStrategy[];
};

export type SheetSummary = {
  indicators: number;
  reached: number;
  notReached: number;
  /** Without a number for the target or for the figure: not counted as either. */
  undecided: number;
  grades: Record<Grade, number>;
  ungraded: number;
};

export type PlanSheet = {
  plan: PlanRecords["plan"];
  asOf: CivilDate;
  knownOn: Date;
  fiscalYear: number;
  planIndicators: SheetIndicator[];
  policies: SheetPolicy[];
  summary: SheetSummary;
};

/** Draws up the plan's sheet as of a day, as known at an instant: tree, figures, achievement, grades. */
export function drawUpSheet(records: PlanRecords, cut: Cut, compute: ComputeIndicator): PlanSheet {
  const { asOf, knownOn } = cut;
  const fiscalYear = fiscalYearOf(asOf);
  // What the plan ended before this year is no line of its sheet any more.
  const nodes = nodesAt(records, { fiscalYear, knownOn }).filter(
    ({ lastFiscalYear }) => lastFiscalYear === null || lastFiscalYear >= fiscalYear,
  );
  const indicators = indicatorsAt(records, { fiscalYear, knownOn });
  const indicatorsOf = (nodeId: string | null, level: PlanLevel | null) =>
    indicators
      .filter((indicator) => indicator.nodeId === nodeId)
      .map((indicator) => drawUpIndicator(indicator, { ...cut, yearly: level === "project" }, compute));
  const childrenOf = (parentId: string | null) => nodes.filter((node) => node.parentId === parentId);

  const policies = childrenOf(null).map((policy) => ({
    code: policy.code,
    title: policy.title,
    description: policy.description,
    indicators: indicatorsOf(policy.id, policy.level),
    strategies: childrenOf(policy.id).map((strategy) => ({
      code: strategy.code,
      title: strategy.title,
      weight: strategy.weight,
      indicators: indicatorsOf(strategy.id, strategy.level),
      projects: childrenOf(strategy.id).map(
        ({ id, code, title, description, weight, level, lastFiscalYear }) => ({
          id,
          code,
          title,
          description,
          weight,
          lastFiscalYear,
          indicators: indicatorsOf(id, level),
          evaluation: evaluationFor(records.evaluations, id, { fiscalYear, knownOn }),
        }),
      ),
    })),
  }));
  const projects = policies.flatMap((policy) => policy.strategies.flatMap((strategy) => strategy.projects));
  return {
    plan: records.plan,
    asOf,
    knownOn,
    fiscalYear,
    planIndicators: indicatorsOf(null, null),
    policies,
    summary: summarise(projects, fiscalYear),
  };
}

/**
 * True for a project that the plan or an earlier year's evaluation ended: it stays readable, but nobody works on it.
 */
export function hasEnded(
  { evaluation, lastFiscalYear }: Pick<SheetProject, "evaluation" | "lastFiscalYear">,
  fiscalYear: number,
): boolean {
  if (lastFiscalYear !== null) return lastFiscalYear < fiscalYear;
  return evaluation !== null && evaluation.fiscalYear < fiscalYear && evaluation.futureDirection === "end";
}

/** The latest evaluation of the fiscal year, or of the last one before it. */
export function evaluationFor(
  evaluations: readonly EvaluationRecord[],
  nodeId: string,
  { fiscalYear, knownOn }: { fiscalYear: number; knownOn: Date },
): EvaluationRecord | null {
  return (
    evaluations
      .filter((row) => row.nodeId === nodeId && row.fiscalYear <= fiscalYear && row.recordedAt <= knownOn)
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.revision - b.revision)
      .at(-1) ?? null
  );
}

/** How the indicators of projects stand against their targets, and the grades of the projects. */
export function summarise(projects: readonly SheetProject[], fiscalYear: number): SheetSummary {
  const indicators = projects.flatMap((project) => project.indicators);
  const gradeOf = ({ evaluation }: SheetProject) =>
    evaluation?.fiscalYear === fiscalYear ? evaluation.grade : null;
  const graded = (grade: Grade) => projects.filter((project) => gradeOf(project) === grade).length;
  // A project that begins next year has nothing to be graded yet.
  const running = projects.filter(({ evaluation }) => evaluation?.futureDirection !== "new");
  return {
    indicators: indicators.length,
    reached: indicators.filter(({ reached }) => reached === true).length,
    notReached: indicators.filter(({ reached }) => reached === false).length,
    undecided: indicators.filter(({ reached }) => reached === null).length,
    grades: { A: graded("A"), B: graded("B"), C: graded("C"), D: graded("D") },
    ungraded: running.filter((project) => gradeOf(project) === null).length,
  };
}
