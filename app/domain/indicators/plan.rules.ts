import type { CivilDate } from "#app/platform/calendar.ts";
import type { DatedObservation, DatedTarget, IndicatorDirection, MethodChoice } from "./rules.ts";

/** What a sheet is about and when we knew it: figures up to the end of `asOf`, recorded by the instant `knownOn`. */
export type Cut = { asOf: CivilDate; knownOn: Date };

/** A row that holds from a fiscal year on, as it was recorded at an instant. */
export type Version = { effectiveFrom: number; recordedAt: Date };

export type Grade = "A" | "B" | "C" | "D";
export type FutureDirection = "continue" | "expand" | "revise" | "end" | "new";
export type PlanLevel = "basicPolicy" | "strategy" | "project";

/** The rows of a plan as the store reads them, ordered by position. */
export type PlanRecords = {
  plan: {
    id: string;
    title: string;
    firstFiscalYear: number;
    lastFiscalYear: number;
    source: string;
    levelNames: Record<PlanLevel, string>;
  };
  nodes: { id: string; level: PlanLevel; versions: PlanNodeVersion[] }[];
  indicators: IndicatorRecord[];
  evaluations: EvaluationRecord[];
};

/** How a node reads from a fiscal year on. */
export type PlanNodeVersion = Version & {
  parentId: string | null;
  code: string;
  title: string;
  description: string;
  object: string;
  intent: string;
  owner: string;
  weight: number | null;
  position: number;
  lastFiscalYear: number | null;
  change: NodeChange;
  successorId: string | null;
  note: string;
};
export type NodeChange = "added" | "none" | "changed" | "renamed" | "expanded" | "merged" | "ended";

/** A node with the version that holds for the year asked. */
export type PlanNode = PlanNodeVersion & { id: string; level: PlanLevel };

export type EvaluationRecord = {
  nodeId: string;
  fiscalYear: number;
  revision: number;
  grade: Grade | null;
  computedGrade: Grade | null;
  computedScore: number | null;
  coverage: number | null;
  gradeReason: string;
  results: string;
  issues: string;
  pushingFactors: string;
  gapFactors: string;
  futureDirection: FutureDirection | null;
  nextYearNote: string;
  recordedAt: Date;
};

/** An indicator as the store reads it, with every version of its definition. */
export type IndicatorRecord = {
  id: string;
  nodeId: string | null;
  position: number;
  versions: IndicatorVersion[];
  targets: DatedTarget[];
  observations: DatedObservation[];
};

/** What an indicator counts from a fiscal year on. */
export type IndicatorVersion = Version & {
  name: string;
  unit: string;
  direction: IndicatorDirection;
  decimals: number;
  aggregation: "sum" | "last" | "ratioOfSums" | "distinct" | "none";
  achievementMethod: MethodChoice;
  bandLow: number | null;
  bandHigh: number | null;
  definition: string;
  numerator: string;
  denominator: string;
  unknownRule: string;
  source: string;
  measureKey: string | null;
  measureVersion: number | null;
  /** What the measure is asked with, for example the class or the number of months. */
  parameters?: Readonly<Record<string, string | number>>;
  lastFiscalYear: number | null;
  breaksSeries: boolean;
  reason: string;
};

/** An indicator with the version that holds for the year asked. */
export type PlanIndicator = Omit<IndicatorRecord, "versions"> &
  IndicatorVersion & { versions: IndicatorVersion[] };

/** What a plan calls its levels; a level without a name keeps the usual one. */
export function readLevelNames(value: unknown): Record<PlanLevel, string> {
  const usual: Record<PlanLevel, string> = { basicPolicy: "基本方針", strategy: "戦略", project: "推進事業" };
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const nameOf = (level: PlanLevel) => (typeof given[level] === "string" ? given[level] : usual[level]);
  return { basicPolicy: nameOf("basicPolicy"), strategy: nameOf("strategy"), project: nameOf("project") };
}

/** The parameters of a measure as they are stored; what is neither a text nor a number is left out. */
export function readParameters(value: unknown): Record<string, string | number> {
  const given = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    given.filter((entry): entry is [string, string | number] =>
      ["string", "number"].includes(typeof entry[1]),
    ),
  );
}

/** True when both ask a measure for the same, in whatever order it is written. */
export function isSameParameters(
  one: Readonly<Record<string, string | number>>,
  other: Readonly<Record<string, string | number>>,
): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
