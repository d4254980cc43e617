import type { Achievement } from "./achievement.rules.ts";
import type { Grade } from "./plan.rules.ts";

/**
 * How far something has come, 1 being its targets reached. It is not capped: caps are display. `coverage` is the share of
 * the weight that has a score (0 to 1); without any the score is null, which is not 0.
 */
export type Score = { score: number | null; coverage: number };

/** A part of something with its weight; null where the plan gives none. */
export type ScoredPart = Score & { weight: number | null };

/**
 * The weighted mean over the parts that have a score, with its coverage. Where no part has a weight all weigh the same;
 * where only some have one, the others share what is missing to 100 percent.
 */
export function rollUp(parts: readonly ScoredPart[]): Score {
  const weights = weightsOf(parts.map(({ weight }) => weight));
  let all = 0;
  let scored = 0;
  let covered = 0;
  let sum = 0;
  parts.forEach(({ score, coverage }, at) => {
    const weight = weights[at]!;
    all += weight;
    if (score === null) return;
    scored += weight;
    covered += weight * coverage;
    sum += weight * score;
  });
  return { score: scored === 0 ? null : sum / scored, coverage: all === 0 ? 0 : covered / all };
}

/** Percent of the parent where weights are given; a negative weight counts as none. */
function weightsOf(given: readonly (number | null)[]): number[] {
  const weights = given.map((weight) => (weight === null ? null : Math.max(0, weight)));
  const open = weights.filter((weight) => weight === null).length;
  if (open === weights.length) return weights.map(() => 1);
  const sum = weights.reduce<number>((all, weight) => all + (weight ?? 0), 0);
  return weights.map((weight) => weight ?? Math.max(0, 100 - sum) / open);
}

type ScoredIndicator = { achievement: Achievement; target: unknown };

/**
 * The score of a project from its indicators, each with the same weight. An indicator that is only watched (without a
 * method or without any target) has nothing to score and no weight; one whose figure or target is not a number has a
 * weight and no score.
 */
export function scoreOfIndicators(indicators: readonly ScoredIndicator[]): Score {
  const judged = indicators.filter(({ achievement, target }) =>
    achievement.ok ? true : achievement.reason !== "not-applicable" && target !== null,
  );
  return rollUp(
    judged.map(({ achievement }) => ({
      weight: null,
      score: achievement.ok ? achievement.ratio : null,
      coverage: achievement.ok ? 1 : 0,
    })),
  );
}

/** A project, strategy or policy of the sheet, as far as its score needs it. */
export type ScoredNode = {
  weight?: number | null;
  indicators: readonly ScoredIndicator[];
  projects?: readonly ScoredNode[];
  strategies?: readonly ScoredNode[];
};

/**
 * The computed score of a node: of a project from its indicators, of a strategy or policy from what stands below it,
 * weighted. A node with nothing below it is scored by its own indicators.
 */
export function computedScoreOf(node: ScoredNode): Score {
  const below = [...(node.strategies ?? []), ...(node.projects ?? [])];
  if (below.length === 0) return scoreOfIndicators(node.indicators);
  return rollUp(below.map((child) => ({ ...computedScoreOf(child), weight: child.weight ?? null })));
}

/** One step of a grade scheme: the grade is given from this score on; null for the lowest. */
export type GradeStep = { grade: Grade; from: number | null; meaning: string };

/** The best grade whose step the score reaches; null without a score or where no step is low enough. */
export function computedGradeOf(score: number | null, steps: readonly GradeStep[]): Grade | null {
  if (score === null) return null;
  const fromTheTop = steps.toSorted((a, b) => (b.from ?? -Infinity) - (a.from ?? -Infinity));
  return fromTheTop.find(({ from }) => from === null || score >= from)?.grade ?? null;
}

const GRADES: readonly unknown[] = ["A", "B", "C", "D"] satisfies Grade[];

/** The steps of a stored scheme; what is not a step is left out. */
export function readGradeSteps(value: unknown): GradeStep[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((step: unknown) => {
    if (typeof step !== "object" || step === null) return [];
    const { grade, from, meaning } = step as Record<string, unknown>;
    if (!GRADES.includes(grade) || (from !== null && typeof from !== "number")) return [];
    return [{ grade: grade as Grade, from, meaning: typeof meaning === "string" ? meaning : "" }];
  });
}
