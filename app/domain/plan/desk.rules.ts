import type { GradeStep } from "../indicators/scores.rules.ts";
import type {
  EvaluationRecord,
  IndicatorRecord,
  IndicatorVersion,
  PlanLevel,
  PlanNode,
  PlanNodeVersion,
  PlanRecords,
} from "#app/domain/indicators/plan.rules.ts";
import type { DatedTarget } from "#app/domain/indicators/rules.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";

/** A row that says who recorded it; null for the seed and for the system. */
type Signed = { id: string; recordedById: string | null };

export type NodeVersionRow = PlanNodeVersion & Signed & { nodeId: string };
export type IndicatorVersionRow = IndicatorVersion &
  Required<Pick<IndicatorVersion, "parameters">> &
  Signed & { indicatorId: string };
export type TargetRow = DatedTarget & { id: string; setId: string; indicatorId: string };
export type EvaluationRow = EvaluationRecord & Signed;
export type TargetSetRow = Signed & {
  adoptedOn: string;
  decidedBy: string;
  reason: string;
  recordedAt: Date;
};

export const ROLE_ACTORS = ["city", "nationalPrefecture", "citizensNpo", "companies"] as const;
export type RoleActor = (typeof ROLE_ACTORS)[number];
export type ShareRow = Signed & {
  nodeId: string;
  fiscalYear: number;
  actor: RoleActor;
  percent: number;
  role: string;
  recordedAt: Date;
};

export type LockRow = Signed & { fiscalYear: number; locked: boolean; reason: string; recordedAt: Date };

/** The records of a plan with ids and authors, as the desk reads and writes them. */
export type DeskRecords = {
  plan: PlanRecords["plan"];
  nodes: { id: string; level: PlanLevel; versions: NodeVersionRow[] }[];
  indicators: (Omit<IndicatorRecord, "versions" | "targets"> & {
    versions: IndicatorVersionRow[];
    targets: TargetRow[];
  })[];
  evaluations: EvaluationRow[];
};

/** Everything that staff may change about a plan, with what the changes must respect. */
export type Desk = {
  records: DeskRecords;
  targetSets: TargetSetRow[];
  shares: ShareRow[];
  locks: LockRow[];
  scheme: GradeStep[];
};

/** A change in rows, before or after it is recorded. All of them are only ever added. */
export type PlanRows = {
  nodes: { id: string; level: PlanLevel }[];
  nodeVersions: NodeVersionRow[];
  indicators: { id: string; nodeId: string | null; position: number }[];
  indicatorVersions: IndicatorVersionRow[];
  targetSets: TargetSetRow[];
  targets: TargetRow[];
  shares: ShareRow[];
  evaluations: EvaluationRow[];
};

export const NO_ROWS: PlanRows = {
  nodes: [],
  nodeVersions: [],
  indicators: [],
  indicatorVersions: [],
  targetSets: [],
  targets: [],
  shares: [],
  evaluations: [],
};

/** What a change consists of, the fiscal years that it is about, and what staff should know before they record it. */
export type Draft =
  | { ok: true; rows: PlanRows; years: number[]; warnings: string[] }
  | { ok: false; errors: Record<string, string> };

/** The signature of the rows of one change: the first row of each kind takes the id, the others follow it. */
export type Signature = { entryId: string; actorId: string | null; at: Date };

/** The id of the n-th row of one kind within a change. */
export function rowId({ entryId }: Signature, index: number): string {
  return index === 0 ? entryId : `${entryId}-${index}`;
}

/** The desk as it would be with the rows of a change. */
export function withRows(desk: Desk, rows: PlanRows): Desk {
  const { records } = desk;
  const nodes = [...records.nodes, ...rows.nodes.map((node) => ({ ...node, versions: [] }))];
  const indicators = [
    ...records.indicators,
    ...rows.indicators.map((indicator) => ({ ...indicator, versions: [], targets: [], observations: [] })),
  ];
  return {
    ...desk,
    records: {
      ...records,
      nodes: nodes.map((node) => ({
        ...node,
        versions: [...node.versions, ...rows.nodeVersions.filter(({ nodeId }) => nodeId === node.id)],
      })),
      indicators: indicators.map((indicator) => ({
        ...indicator,
        versions: [
          ...indicator.versions,
          ...rows.indicatorVersions.filter(({ indicatorId }) => indicatorId === indicator.id),
        ],
        targets: [
          ...indicator.targets,
          ...rows.targets.filter(({ indicatorId }) => indicatorId === indicator.id),
        ],
      })),
      evaluations: [...records.evaluations, ...rows.evaluations],
    },
    targetSets: [...desk.targetSets, ...rows.targetSets],
    shares: [...desk.shares, ...rows.shares],
  };
}

/** How many rows of each kind there are: two desks of one plan with the same text hold the same plan. */
export function basisOf({ records, targetSets, shares, locks }: Desk): string {
  const versions = (things: readonly { versions: readonly unknown[] }[]) =>
    things.reduce((sum, { versions: rows }) => sum + rows.length, 0);
  return [
    versions(records.nodes),
    versions(records.indicators),
    targetSets.length,
    shares.length,
    locks.length,
  ].join(".");
}

/** The last word on a fiscal year: closed or open, by whom and why; null when it was never closed. */
export function lockOf(locks: readonly LockRow[], fiscalYear: number): LockRow | null {
  return (
    locks
      .filter((row) => row.fiscalYear === fiscalYear)
      .toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
      .at(-1) ?? null
  );
}

/** The first closed fiscal year among these; null when all of them are open. */
export function firstLocked(locks: readonly LockRow[], years: readonly number[]): number | null {
  return years.toSorted((a, b) => a - b).find((year) => lockOf(locks, year)?.locked) ?? null;
}

/** The refusal of a fiscal year that the plan does not have; null for one of its years. */
export function outsidePlan(
  { records: { plan } }: Desk,
  fiscalYear: number,
  lastFiscalYear = plan.lastFiscalYear,
): string | null {
  const isWithin = fiscalYear >= plan.firstFiscalYear && fiscalYear <= lastFiscalYear;
  return isWithin ? null : `plan-year-outside:${plan.firstFiscalYear}:${lastFiscalYear}`;
}

/** The fiscal years from the first to the last one. */
export function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The fiscal years in which a version that begins in `effectiveFrom` would hold: until a later one begins. */
export function yearsHeld(
  versions: readonly { effectiveFrom: number }[],
  effectiveFrom: number,
  lastFiscalYear: number,
): number[] {
  const next = versions
    .map((version) => version.effectiveFrom)
    .filter((year) => year > effectiveFrom)
    .toSorted((a, b) => a - b)[0];
  return yearsFrom(effectiveFrom, next === undefined ? lastFiscalYear : Math.min(lastFiscalYear, next - 1));
}

/** True while the node's work goes on in the fiscal year. */
export function isRunning(node: Pick<PlanNode, "lastFiscalYear">, fiscalYear: number): boolean {
  return node.lastFiscalYear === null || node.lastFiscalYear >= fiscalYear;
}

/** The running nodes under a parent (null: the policies) in a fiscal year. */
export function runningUnder(
  records: PlanRecords,
  parentId: string | null,
  at: { fiscalYear: number; knownOn: Date },
): PlanNode[] {
  return nodesAt(records, at).filter((node) => node.parentId === parentId && isRunning(node, at.fiscalYear));
}

/** What the weights of siblings come to: none given, complete (100), or a sum that needs care. */
export function weightState(siblings: readonly { weight: number | null }[]): {
  state: "none" | "complete" | "wrong";
  sum: number;
} {
  const given = siblings.flatMap(({ weight }) => (weight === null ? [] : [weight]));
  // Decimals like 33.3 + 33.3 + 33.4 must come to 100.
  const sum = Math.round(given.reduce((total, weight) => total + weight, 0) * 1000) / 1000;
  if (given.length === 0) return { state: "none", sum: 0 };
  return { state: given.length === siblings.length && sum === 100 ? "complete" : "wrong", sum };
}

/** The shares of the last recording for the node and year; empty when there is none. */
export function sharesOf(shares: readonly ShareRow[], nodeId: string, fiscalYear: number): ShareRow[] {
  const rows = shares.filter((row) => row.nodeId === nodeId && row.fiscalYear === fiscalYear);
  const latest = Math.max(...rows.map(({ recordedAt }) => recordedAt.getTime()));
  return rows
    .filter(({ recordedAt }) => recordedAt.getTime() === latest)
    .toSorted((a, b) => ROLE_ACTORS.indexOf(a.actor) - ROLE_ACTORS.indexOf(b.actor));
}
