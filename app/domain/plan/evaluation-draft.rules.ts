import type { FutureDirection, Grade } from "#app/domain/indicators/plan.rules.ts";
import {
  type Desk,
  type Draft,
  type EvaluationRow,
  firstLocked,
  NO_ROWS,
  type Signature,
} from "./desk.rules.ts";

/** What staff judge and write about a node for a fiscal year. */
export type EvaluationFields = {
  grade: Grade | null;
  gradeReason: string;
  results: string;
  issues: string;
  pushingFactors: string;
  gapFactors: string;
  futureDirection: FutureDirection | null;
  nextYearNote: string;
};

/** What the plan's scheme gives: the score (1 = 100 %), the share of what has one, the grade that follows. */
export type ComputedGrade = { score: number | null; coverage: number; grade: Grade | null };

/** Of a node that the sheet of the year does not have. */
export const NO_COMPUTED_GRADE: ComputedGrade = { score: null, coverage: 0, grade: null };

/** The last revision of an evaluation; null before the first one. */
export function lastRevision(
  evaluations: readonly EvaluationRow[],
  nodeId: string,
  fiscalYear: number,
): EvaluationRow | null {
  return (
    evaluations
      .filter((row) => row.nodeId === nodeId && row.fiscalYear === fiscalYear)
      .toSorted((a, b) => a.revision - b.revision)
      .at(-1) ?? null
  );
}

/**
 * The next revision of an evaluation. `seen` is the revision that staff had before them (0: none); a newer one refuses,
 * so that nobody's words are replaced unseen. A grade that differs from the computed one needs its reason.
 */
export function draftEvaluation(
  desk: Desk,
  change: {
    nodeId: string;
    fiscalYear: number;
    seen: number;
    fields: EvaluationFields;
    computed: ComputedGrade;
  },
  signature: Signature,
): Draft {
  const { nodeId, fiscalYear, seen, fields, computed } = change;
  const { plan } = desk.records;
  if (fiscalYear < plan.firstFiscalYear || fiscalYear > plan.lastFiscalYear)
    return {
      ok: false,
      errors: { form: `plan-year-outside:${plan.firstFiscalYear}:${plan.lastFiscalYear}` },
    };
  if (firstLocked(desk.locks, [fiscalYear]) !== null)
    return { ok: false, errors: { form: `period-locked:${fiscalYear}` } };
  const last = lastRevision(desk.records.evaluations, nodeId, fiscalYear);
  if ((last?.revision ?? 0) !== seen) return { ok: false, errors: { form: "evaluation-changed" } };
  const differs = fields.grade !== null && computed.grade !== null && fields.grade !== computed.grade;
  if (differs && fields.gradeReason === "")
    return { ok: false, errors: { gradeReason: `grade-reason:${computed.grade}` } };
  if (last && EVALUATION_FIELDS.every((field) => last[field] === fields[field]))
    return { ok: false, errors: { form: "plan-nothing-changed" } };
  const { grade, gradeReason, results, issues, pushingFactors, gapFactors } = fields;
  const { futureDirection, nextYearNote } = fields;
  const row: EvaluationRow = {
    grade,
    gradeReason,
    results,
    issues,
    pushingFactors,
    gapFactors,
    futureDirection,
    nextYearNote,
    id: signature.entryId,
    nodeId,
    fiscalYear,
    revision: seen + 1,
    computedGrade: computed.grade,
    computedScore: computed.score,
    coverage: computed.coverage,
    recordedAt: signature.at,
    recordedById: signature.actorId,
  };
  return { ok: true, rows: { ...NO_ROWS, evaluations: [row] }, years: [fiscalYear], warnings: [] };
}

export const EVALUATION_FIELDS = [
  "grade",
  "gradeReason",
  "results",
  "issues",
  "pushingFactors",
  "gapFactors",
  "futureDirection",
  "nextYearNote",
] as const satisfies readonly (keyof EvaluationFields)[];
