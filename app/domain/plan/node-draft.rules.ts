import type { PlanLevel } from "#app/domain/indicators/plan.rules.ts";
import { nodesAt } from "#app/domain/indicators/versions.rules.ts";
import {
  type Desk,
  type Draft,
  isRunning,
  NO_ROWS,
  type NodeVersionRow,
  outsidePlan,
  rowId,
  runningUnder,
  type Signature,
  weightState,
} from "./desk.rules.ts";
import {
  draftVersion,
  fieldsOf,
  heldVersion,
  leadsTo,
  markOf,
  type NodeFields,
} from "./node-version.rules.ts";
import { takenBack } from "./version-return.rules.ts";

const FIELDS = [
  "parentId",
  "code",
  "title",
  "description",
  "object",
  "intent",
  "owner",
  "weight",
  "position",
  "lastFiscalYear",
] as const satisfies readonly (keyof NodeFields)[];

/** A new node of the plan from a fiscal year on. */
export function draftNewNode(
  desk: Desk,
  change: { level: PlanLevel; effectiveFrom: number; fields: NodeFields; note: string },
  signature: Signature,
): Draft {
  const id = signature.entryId;
  return draftVersion(
    desk,
    { id, level: change.level, versions: [] },
    { ...change, change: "added" },
    signature,
  );
}

/** A node that reads differently from a fiscal year on: changed, renamed or expanded. */
export function draftNodeChange(
  desk: Desk,
  change: {
    nodeId: string;
    effectiveFrom: number;
    change: "changed" | "renamed" | "expanded";
    fields: NodeFields;
    note: string;
  },
  signature: Signature,
): Draft {
  const node = desk.records.nodes.find(({ id }) => id === change.nodeId);
  const held = node && heldVersion(node.versions, change.effectiveFrom, signature);
  if (!node || !held)
    return {
      ok: false,
      errors: { effectiveFrom: outsidePlan(desk, change.effectiveFrom) ?? "plan-not-yet" },
    };
  if (FIELDS.every((field) => held[field] === change.fields[field]))
    return { ok: false, errors: { form: "plan-nothing-changed" } };
  if (change.change === "renamed" && held.title === change.fields.title)
    return { ok: false, errors: { title: "plan-not-renamed" } };
  return draftVersion(desk, node, { ...change, change: markOf(held, change) }, signature);
}

/** A node that ends with a fiscal year; merged: another one goes on with its work. */
export function draftNodeEnd(
  desk: Desk,
  change: {
    nodeId: string;
    change: "ended" | "merged";
    lastFiscalYear: number;
    successorId: string | null;
    note: string;
  },
  signature: Signature,
): Draft {
  const { nodeId, lastFiscalYear, successorId } = change;
  const effectiveFrom = lastFiscalYear + 1;
  const { plan, nodes } = desk.records;
  if (lastFiscalYear < plan.firstFiscalYear || effectiveFrom > plan.lastFiscalYear)
    return {
      ok: false,
      errors: { lastFiscalYear: `plan-year-outside:${plan.firstFiscalYear}:${plan.lastFiscalYear - 1}` },
    };
  const node = nodes.find(({ id }) => id === nodeId);
  const held = node && heldVersion(node.versions, effectiveFrom, signature);
  if (!node || !held) return { ok: false, errors: { lastFiscalYear: "plan-not-yet" } };
  const at = { fiscalYear: effectiveFrom, knownOn: signature.at };
  if (runningUnder(desk.records, nodeId, at).length > 0)
    return { ok: false, errors: { form: "plan-has-children" } };
  if (change.change === "merged" && successorId === null)
    return { ok: false, errors: { successorId: "plan-successor-missing" } };
  if (successorId !== null) {
    const now = nodesAt(desk.records, at);
    const successor = now.find(({ id }) => id === successorId);
    if (!successor || successor.level !== node.level || !isRunning(successor, effectiveFrom))
      return { ok: false, errors: { successorId: "plan-successor" } };
    if (leadsTo(now, successorId, nodeId, "successorId"))
      return { ok: false, errors: { successorId: "plan-cycle" } };
  }
  const fields = { ...fieldsOf(held), lastFiscalYear };
  return draftVersion(desk, node, { ...change, effectiveFrom, fields, successorId }, signature);
}

/** Takes the newest version of a node back: a further version says again what held before. */
export function draftNodeReturn(
  desk: Desk,
  { nodeId, versionId, note }: { nodeId: string; versionId: string; note: string },
  signature: Signature,
): Draft {
  const node = desk.records.nodes.find(({ id }) => id === nodeId);
  if (!node) return { ok: false, errors: { form: "plan-not-yet" } };
  const taken = takenBack(node.versions, versionId, signature);
  if (!taken.ok) return taken;
  const { effectiveFrom, before } = taken;
  const change = before.effectiveFrom === effectiveFrom ? before.change : "none";
  const { successorId } = before;
  return draftVersion(
    desk,
    node,
    { effectiveFrom, change, fields: fieldsOf(before), note, successorId },
    signature,
  );
}

/** The weights of all running siblings from a fiscal year on: all empty, or 100 together. */
export function draftWeights(
  desk: Desk,
  change: {
    parentId: string | null;
    effectiveFrom: number;
    weights: Record<string, number | null>;
    note: string;
  },
  signature: Signature,
): Draft {
  const { parentId, effectiveFrom, weights, note } = change;
  const siblings = runningUnder(desk.records, parentId, { fiscalYear: effectiveFrom, knownOn: signature.at });
  const asked = siblings.map((node) => ({ ...node, weight: weights[node.id] ?? null }));
  const { state, sum } = weightState(asked);
  if (state === "wrong") {
    const missing = asked.find(({ weight }) => weight === null);
    return missing
      ? { ok: false, errors: { [`weight.${missing.id}`]: "weight-missing" } }
      : { ok: false, errors: { sum: `weight-sum:${sum}` } };
  }
  const changed = asked.filter((node, index) => node.weight !== siblings[index]!.weight);
  if (changed.length === 0) return { ok: false, errors: { form: "plan-nothing-changed" } };
  const rows: NodeVersionRow[] = [];
  const warnings = new Set<string>();
  const years = new Set<number>();
  for (const [index, asNew] of changed.entries()) {
    const node = desk.records.nodes.find(({ id }) => id === asNew.id)!;
    const mark = markOf(asNew, { effectiveFrom, change: "changed" });
    const fields = { ...fieldsOf(asNew), weight: asNew.weight };
    const { successorId } = asNew;
    const draft = draftVersion(
      desk,
      node,
      { effectiveFrom, change: mark, fields, note, successorId },
      { ...signature, entryId: rowId(signature, index) },
    );
    if (!draft.ok) return draft;
    rows.push(...draft.rows.nodeVersions);
    // The sum was checked for all siblings together.
    for (const warning of draft.warnings) if (!warning.startsWith("weights")) warnings.add(warning);
    for (const year of draft.years) years.add(year);
  }
  return { ok: true, rows: { ...NO_ROWS, nodeVersions: rows }, years: [...years], warnings: [...warnings] };
}
