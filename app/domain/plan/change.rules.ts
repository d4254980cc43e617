import type { Desk, Draft, PlanRows, Signature } from "./desk.rules.ts";
import { draftEvaluation } from "./evaluation-draft.rules.ts";
import {
  draftIndicatorEnd,
  draftIndicatorReturn,
  draftIndicatorVersion,
  draftNewIndicator,
} from "./indicator-draft.rules.ts";
import {
  draftNewNode,
  draftNodeChange,
  draftNodeEnd,
  draftNodeReturn,
  draftWeights,
} from "./node-draft.rules.ts";
import { draftShares } from "./share-draft.rules.ts";
import { draftTargets } from "./target-draft.rules.ts";

/** Every way in which staff change a plan. A kind is a line here; its rule turns what was typed into rows. */
const DRAFTS = {
  "node-added": draftNewNode,
  "node-changed": draftNodeChange,
  "node-ended": draftNodeEnd,
  "node-returned": draftNodeReturn,
  "weights-set": draftWeights,
  "indicator-added": draftNewIndicator,
  "indicator-changed": draftIndicatorVersion,
  "indicator-ended": draftIndicatorEnd,
  "indicator-returned": draftIndicatorReturn,
  "targets-adopted": draftTargets,
  "shares-set": draftShares,
  evaluated: draftEvaluation,
} as const;

type Kind = keyof typeof DRAFTS;

/** A change as staff ask for it: its kind and what its rule needs. */
export type PlanChange = {
  [K in Kind]: { kind: K; input: Parameters<(typeof DRAFTS)[K]>[1] };
}[Kind];

/** The rows of a change, or field by field why it cannot be. */
export function draftChange(desk: Desk, change: PlanChange, signature: Signature): Draft {
  const draft = DRAFTS[change.kind] as (desk: Desk, input: PlanChange["input"], by: Signature) => Draft;
  return draft(desk, change.input, signature);
}

/** The node or the indicator that a change alters; null for what is new and for what is about several. */
export function subjectOf({ kind, input }: PlanChange): string | null {
  if (kind === "evaluated") return null;
  if ("indicatorId" in input) return input.indicatorId;
  return kind.startsWith("node-") && "nodeId" in input ? input.nodeId : null;
}

/** The fiscal years whose sheets a preview shows: those that the change is about, from its first one, and the current. */
export function previewYears(years: readonly number[], current: number, most = 6): number[] {
  const sorted = [...new Set(years)].toSorted((a, b) => a - b);
  const shown = sorted.slice(0, most);
  return [...new Set([...shown, current])].toSorted((a, b) => a - b);
}

/** The facts of a change for the record of events: ids and codes only. */
export type ChangeFact =
  | {
      kind: "plan-node.changed";
      subjectId: string;
      data: { planId: string; change: string; effectiveFrom: number };
    }
  | {
      kind: "indicator.defined";
      subjectId: string;
      data: { planId: string; effectiveFrom: number; breaksSeries: boolean; ends: boolean };
    }
  | { kind: "targets.adopted"; subjectId: string; data: { planId: string; targets: number } }
  | { kind: "role-shares.recorded"; subjectId: string; data: { planId: string; fiscalYear: number } }
  | {
      kind: "evaluation.recorded";
      subjectId: string;
      data: { planId: string; fiscalYear: number; revision: number };
    };

/** What the rows of a change say happened, one fact each. */
export function factsOf(rows: PlanRows, planId: string): ChangeFact[] {
  return [
    ...rows.nodeVersions.map(({ nodeId, change, effectiveFrom }): ChangeFact => ({
      kind: "plan-node.changed",
      subjectId: nodeId,
      data: { planId, change, effectiveFrom },
    })),
    ...rows.indicatorVersions.map(
      ({ indicatorId, effectiveFrom, breaksSeries, lastFiscalYear }): ChangeFact => ({
        kind: "indicator.defined",
        subjectId: indicatorId,
        data: { planId, effectiveFrom, breaksSeries, ends: lastFiscalYear !== null },
      }),
    ),
    ...rows.targetSets.map(({ id }): ChangeFact => ({
      kind: "targets.adopted",
      subjectId: id,
      data: { planId, targets: rows.targets.length },
    })),
    // The rows of one recording are one fact.
    ...rows.shares.slice(0, 1).map(({ nodeId, fiscalYear }): ChangeFact => ({
      kind: "role-shares.recorded",
      subjectId: nodeId,
      data: { planId, fiscalYear },
    })),
    ...rows.evaluations.map(({ nodeId, fiscalYear, revision }): ChangeFact => ({
      kind: "evaluation.recorded",
      subjectId: nodeId,
      data: { planId, fiscalYear, revision },
    })),
  ];
}
