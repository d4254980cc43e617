import type { Computed, MeasureParameters, Member } from "#app/analytics/measure.ts";
import type { ComputeIndicator, SheetIndicator } from "#app/domain/indicators/figures.ts";
import type {
  Cut,
  EvaluationRecord,
  PlanIndicator,
  PlanNode,
  PlanRecords,
} from "#app/domain/indicators/plan.rules.ts";
import { evaluationFor, hasEnded, type PlanSheet } from "#app/domain/indicators/sheet.ts";
import { indicatorsAt, nodesAt } from "#app/domain/indicators/versions.rules.ts";

export type RoleActor = "city" | "nationalPrefecture" | "citizensNpo" | "companies";
export type RoleShareRecord = {
  nodeId: string;
  fiscalYear: number;
  actor: RoleActor;
  percent: number;
  role: string;
  recordedAt: Date;
};

/** A place that figures are about; `isOwn` for the plan's own. */
export type AreaRecord = { id: string; name: string; position: number; isOwn: boolean };

/** Everything that a paper is drawn up from, read together, and the cut at which it is read. */
export type DocumentSource = {
  records: PlanRecords;
  sheet: PlanSheet;
  cut: Cut;
  compute: ComputeIndicator;
  /** The computation again with the records that it counted; null for an indicator without a measure. */
  trace(indicator: PlanIndicator, cut: Cut): Traced | null;
  areas: readonly AreaRecord[];
  roleShares: readonly RoleShareRecord[];
};

export type Traced = { computed: Computed; members: readonly Member[]; parameters: MeasureParameters };

export type TreeStrategy = { node: PlanNode; projects: PlanNode[] };
export type PlanTree = { node: PlanNode; strategies: TreeStrategy[] }[];

/** The plan's tree for a fiscal year as known at the cut. Projects that ended before it are left out. */
export function treeOf({ records, cut }: DocumentSource, fiscalYear: number): PlanTree {
  const nodes = nodesAt(records, { fiscalYear, knownOn: cut.knownOn });
  const childrenOf = (parentId: string | null) => nodes.filter((node) => node.parentId === parentId);
  const isRunning = (node: PlanNode) => {
    const evaluation = evaluationFor(records.evaluations, node.id, { fiscalYear, knownOn: cut.knownOn });
    return !hasEnded({ evaluation, lastFiscalYear: node.lastFiscalYear }, fiscalYear);
  };
  return childrenOf(null).map((node) => ({
    node,
    strategies: childrenOf(node.id).map((strategy) => ({
      node: strategy,
      projects: childrenOf(strategy.id).filter(isRunning),
    })),
  }));
}

/** An indicator of the sheet: its definition and its figures. */
export type DrawnIndicator = { definition: PlanIndicator; line: SheetIndicator };

/** The indicators of a node (null: of the whole plan) in the sheet's order. */
export function indicatorsOf(source: DocumentSource, nodeId: string | null): DrawnIndicator[] {
  const { records, sheet, cut } = source;
  const lines = linesOf(sheet);
  return indicatorsAt(records, { fiscalYear: sheet.fiscalYear, knownOn: cut.knownOn })
    .filter((definition) => definition.nodeId === nodeId)
    .flatMap((definition) => {
      const line = lines.get(definition.id);
      return line ? [{ definition, line }] : [];
    });
}

const linesOfSheet = new WeakMap<PlanSheet, Map<string, SheetIndicator>>();

function linesOf(sheet: PlanSheet): Map<string, SheetIndicator> {
  const known = linesOfSheet.get(sheet);
  if (known) return known;
  const all = [
    ...sheet.planIndicators,
    ...sheet.policies.flatMap((policy) => [
      ...policy.indicators,
      ...policy.strategies.flatMap((strategy) => [
        ...strategy.indicators,
        ...strategy.projects.flatMap((project) => project.indicators),
      ]),
    ]),
  ];
  const lines = new Map(all.map((line) => [line.id, line]));
  linesOfSheet.set(sheet, lines);
  return lines;
}

/** The evaluation of the sheet's own year; null where only an earlier year has one. */
export function evaluationOfYear(
  { records, sheet, cut }: DocumentSource,
  nodeId: string,
): EvaluationRecord | null {
  const { fiscalYear } = sheet;
  const found = evaluationFor(records.evaluations, nodeId, { fiscalYear, knownOn: cut.knownOn });
  return found?.fiscalYear === fiscalYear ? found : null;
}

/** The role shares of a node for the year, of the recording that was known last; empty where none were set. */
export function roleSharesOf({ roleShares, sheet, cut }: DocumentSource, nodeId: string): RoleShareRecord[] {
  const known = roleShares.filter(
    (share) =>
      share.nodeId === nodeId && share.fiscalYear <= sheet.fiscalYear && share.recordedAt <= cut.knownOn,
  );
  const year = Math.max(...known.map((share) => share.fiscalYear));
  const ofYear = known.filter((share) => share.fiscalYear === year);
  const last = Math.max(...ofYear.map((share) => share.recordedAt.getTime()));
  return ofYear.filter((share) => share.recordedAt.getTime() === last);
}
