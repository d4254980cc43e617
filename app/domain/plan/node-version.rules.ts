import type { NodeChange, PlanLevel, PlanNode } from "#app/domain/indicators/plan.rules.ts";
import { nodesAt, versionFor } from "#app/domain/indicators/versions.rules.ts";
import {
  type Desk,
  type Draft,
  firstLocked,
  isRunning,
  NO_ROWS,
  type NodeVersionRow,
  runningUnder,
  type Signature,
  weightState,
  yearsHeld,
} from "./desk.rules.ts";

/** What staff type about a node; everything that a version holds except when, why and by whom. */
export type NodeFields = Pick<
  NodeVersionRow,
  | "parentId"
  | "code"
  | "title"
  | "description"
  | "object"
  | "intent"
  | "owner"
  | "weight"
  | "position"
  | "lastFiscalYear"
>;

export const PARENT_LEVEL: Record<PlanLevel, PlanLevel | null> = {
  basicPolicy: null,
  strategy: "basicPolicy",
  project: "strategy",
};

/** What a node reads like, without when and why. */
export function fieldsOf(version: NodeFields): NodeFields {
  const { parentId, code, title, description, object, intent, owner, weight, position, lastFiscalYear } =
    version;
  return { parentId, code, title, description, object, intent, owner, weight, position, lastFiscalYear };
}

/** True when following `link` from a node comes to another one. */
export function leadsTo(
  nodes: readonly PlanNode[],
  from: string,
  to: string,
  link: "parentId" | "successorId",
): boolean {
  const seen = new Set<string>();
  let id: string | null = from;
  while (id !== null && !seen.has(id)) {
    if (id === to) return true;
    seen.add(id);
    const here: string = id;
    id = nodes.find((node) => node.id === here)?.[link] ?? null;
  }
  return false;
}

/** The version of a node that holds for a fiscal year, as known when the change is signed. */
export function heldVersion(versions: readonly NodeVersionRow[], fiscalYear: number, { at }: Signature) {
  return versionFor(versions, { fiscalYear, knownOn: at });
}

/** A second change for the year in which a node was added, renamed or expanded does not take that mark away. */
export function markOf(
  held: { effectiveFrom: number; change: NodeChange },
  { effectiveFrom, change }: { effectiveFrom: number; change: NodeChange },
): NodeChange {
  const isKept = held.effectiveFrom === effectiveFrom && change === "changed" && held.change !== "none";
  return isKept ? held.change : change;
}

/** The checks that every version of a node must pass, and its row. */
export function draftVersion(
  desk: Desk,
  node: { id: string; level: PlanLevel; versions: NodeVersionRow[] },
  change: {
    effectiveFrom: number;
    change: NodeChange;
    fields: NodeFields;
    note: string;
    successorId?: string | null;
  },
  signature: Signature,
): Draft {
  const { effectiveFrom, fields } = change;
  const { plan } = desk.records;
  const errors: Record<string, string> = {};
  if (effectiveFrom < plan.firstFiscalYear || effectiveFrom > plan.lastFiscalYear)
    return {
      ok: false,
      errors: { effectiveFrom: `plan-year-outside:${plan.firstFiscalYear}:${plan.lastFiscalYear}` },
    };
  const isEnd = change.change === "ended" || change.change === "merged";
  if (!isEnd && fields.lastFiscalYear !== null && fields.lastFiscalYear < effectiveFrom)
    errors["lastFiscalYear"] = "plan-ends-before-begin";
  const years = yearsHeld(node.versions, effectiveFrom, plan.lastFiscalYear);
  const locked = firstLocked(desk.locks, years);
  if (locked !== null) errors["form"] = `period-locked:${locked}`;

  const at = { fiscalYear: effectiveFrom, knownOn: signature.at };
  const others = nodesAt(desk.records, at).filter(({ id }) => id !== node.id);
  const parent = others.find(({ id }) => id === fields.parentId) ?? null;
  if (fields.parentId === node.id || (parent && leadsTo(others, parent.id, node.id, "parentId")))
    errors["parentId"] = "plan-cycle";
  else if ((parent?.level ?? null) !== PARENT_LEVEL[node.level]) errors["parentId"] = "plan-level";
  else if (parent && !isEnd && !isRunning(parent, effectiveFrom)) errors["parentId"] = "plan-parent-ended";
  if (!isEnd && hasSameCode(desk, node.id, fields.code, years, signature)) errors["code"] = "plan-code-taken";
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const row: NodeVersionRow = {
    ...fieldsOf(fields),
    id: signature.entryId,
    nodeId: node.id,
    effectiveFrom,
    change: change.change,
    successorId: change.successorId ?? null,
    note: change.note,
    recordedAt: signature.at,
    recordedById: signature.actorId,
  };
  const isNew = node.versions.length === 0;
  return {
    ok: true,
    rows: { ...NO_ROWS, nodes: isNew ? [{ id: node.id, level: node.level }] : [], nodeVersions: [row] },
    years,
    warnings: warningsOf(desk, node, row, years, at),
  };
}

function hasSameCode(desk: Desk, nodeId: string, code: string, years: number[], { at }: Signature): boolean {
  return years.some((fiscalYear) =>
    nodesAt(desk.records, { fiscalYear, knownOn: at }).some(
      (other) => other.id !== nodeId && other.code === code && isRunning(other, fiscalYear),
    ),
  );
}

function warningsOf(
  desk: Desk,
  node: { id: string; versions: NodeVersionRow[] },
  row: NodeVersionRow,
  years: number[],
  at: { fiscalYear: number; knownOn: Date },
): string[] {
  const warnings: string[] = [];
  const last = years.at(-1);
  if (last !== undefined && last < desk.records.plan.lastFiscalYear)
    warnings.push(`later-version:${last + 1}`);
  const others = runningUnder(desk.records, row.parentId, at).filter(({ id }) => id !== node.id);
  const siblings = isRunning(row, at.fiscalYear) ? [...others, row] : others;
  const { state, sum } = weightState(siblings);
  if (state === "wrong") warnings.push(`weights:${sum}`);
  const indicators = desk.records.indicators.filter(({ nodeId }) => nodeId === node.id).length;
  if (!isRunning(row, at.fiscalYear) && indicators > 0) warnings.push(`indicators-go-on:${indicators}`);
  return warnings;
}
