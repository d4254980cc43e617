import { impossibleFigure, isPercent } from "#app/domain/indicators/possible.rules.ts";
import { observationFor, targetFor } from "#app/domain/indicators/rules.ts";
import { indicatorAt, nodesAt } from "#app/domain/indicators/versions.rules.ts";
import type { PlanIndicator } from "#app/domain/indicators/plan.rules.ts";
import { normaliseLine } from "#app/domain/text/rules.ts";
import {
  type Desk,
  type Draft,
  firstLocked,
  NO_ROWS,
  rowId,
  type Signature,
  type TargetRow,
  type TargetSetRow,
} from "./desk.rules.ts";

/** A dated decision: what staff typed for indicator and fiscal year, as it was typed. Blank changes nothing. */
export type TargetDecision = {
  adoptedOn: string;
  decidedBy: string;
  reason: string;
  cells: { indicatorId: string; fiscalYear: number; typed: string | string[] }[];
};

/** The field of a target in the form. */
export function targetField(indicatorId: string, fiscalYear: number): string {
  return `target.${indicatorId}.${fiscalYear}`;
}

/**
 * Reads one target: a number (full-width digits and separators understood), a wording in 「」 where the target is no
 * number, 取消 to take an earlier target back. Null for a blank.
 */
export function readTarget(
  typed: string | string[],
):
  | { ok: true; target: { value: number | null; text: string | null; decimals: number } | null }
  | { ok: false; error: string } {
  const filled = (Array.isArray(typed) ? typed : [typed]).filter((text) => normaliseLine(text) !== "");
  if (filled.length > 1) return { ok: false, error: "target-twice" };
  const text = normaliseLine(filled[0] ?? "");
  if (text === "") return { ok: true, target: null };
  if (text === "取消") return { ok: true, target: { value: null, text: null, decimals: 0 } };
  const words = /^「(.{1,100})」$/.exec(text)?.[1];
  if (words !== undefined) return { ok: true, target: { value: null, text: words, decimals: 0 } };
  const plain = text.replace(/,/g, "");
  if (/^-?\d+(\.\d+)?[\s/~〜、].*\d/.test(plain)) return { ok: false, error: "target-twice" };
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(plain)) return { ok: false, error: "target-number" };
  const decimals = plain.split(".")[1]?.replace(/0+$/, "").length ?? 0;
  return { ok: true, target: { value: Number(plain), text: null, decimals } };
}

/** The rows of a decision about targets. The earlier ones stay; the decision with the latest day counts. */
export function draftTargets(desk: Desk, decision: TargetDecision, signature: Signature): Draft {
  const { plan } = desk.records;
  const errors: Record<string, string> = {};
  const warnings: string[] = [];
  const targets: TargetRow[] = [];
  const { adoptedOn, decidedBy, reason } = decision;
  for (const { indicatorId, fiscalYear, typed } of decision.cells) {
    const field = targetField(indicatorId, fiscalYear);
    const read = readTarget(typed);
    if (!read.ok) {
      errors[field] = read.error;
      continue;
    }
    const { target } = read;
    if (target === null) continue;
    if (fiscalYear < plan.firstFiscalYear || fiscalYear > plan.lastFiscalYear) {
      errors[field] = `plan-year-outside:${plan.firstFiscalYear}:${plan.lastFiscalYear}`;
      continue;
    }
    const record = desk.records.indicators.find(({ id }) => id === indicatorId);
    const indicator = record && indicatorAt(record, { fiscalYear, knownOn: signature.at });
    if (!indicator) {
      errors[field] = "plan-not-yet";
      continue;
    }
    const problem = problemOf(target, indicator);
    if (firstLocked(desk.locks, [fiscalYear]) !== null) errors[field] = `period-locked:${fiscalYear}`;
    else if (problem) errors[field] = problem;
    else if (targets.some((row) => row.indicatorId === indicatorId && row.fiscalYear === fiscalYear))
      errors[field] = "target-twice";
    else {
      targets.push({
        id: rowId(signature, targets.length),
        setId: signature.entryId,
        indicatorId,
        fiscalYear,
        value: target.value,
        text: target.text,
        adoptedOn,
        reason,
        recordedAt: signature.at,
      });
      warnings.push(...warningsOf(desk, targets.at(-1)!, indicator, signature));
    }
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  if (targets.length === 0) return { ok: false, errors: { form: "target-none" } };
  const set: TargetSetRow = {
    id: signature.entryId,
    adoptedOn,
    decidedBy,
    reason,
    recordedAt: signature.at,
    recordedById: signature.actorId,
  };
  return {
    ok: true,
    rows: { ...NO_ROWS, targetSets: [set], targets },
    years: [...new Set(targets.map(({ fiscalYear }) => fiscalYear))],
    warnings: [...new Set(warnings)],
  };
}

function problemOf(
  { value, decimals }: { value: number | null; decimals: number },
  indicator: PlanIndicator,
): string | null {
  if (value === null) return null;
  if (decimals > indicator.decimals) return `too-many-decimals:${indicator.decimals}`;
  const problem = impossibleFigure(value, indicator);
  if (problem === "negative-count") return `target-negative-count:${indicator.unit}`;
  return problem && "target-over-100";
}

function warningsOf(desk: Desk, row: TargetRow, indicator: PlanIndicator, signature: Signature): string[] {
  const { fiscalYear, value, adoptedOn } = row;
  const label = `${indicator.name}:${fiscalYear}`;
  const warnings: string[] = [];
  const baseline = observationFor(indicator.observations, {
    kind: "baseline",
    asOf: adoptedOn,
    knownOn: signature.at,
  })?.value;
  if (value === 0) warnings.push(`target-zero:${label}`);
  if (value !== null && value === baseline) warnings.push(`target-is-baseline:${label}`);
  if (value !== null && value < 0) warnings.push(`target-negative:${label}`);
  if (value !== null && isPercent(indicator.unit) && value > 100) warnings.push(`target-over-100:${label}`);
  const rival = indicator.targets.find(
    (target) => target.fiscalYear === fiscalYear && target.adoptedOn > adoptedOn,
  );
  if (rival) warnings.push(`target-later-decision:${label}:${rival.adoptedOn}`);
  const runs = nodesAt(desk.records, { fiscalYear, knownOn: signature.at }).find(
    ({ id }) => id === indicator.nodeId,
  )?.lastFiscalYear;
  if (runs != null && runs < fiscalYear) warnings.push(`target-ended-node:${label}`);
  return warnings;
}

/** Both lines of an indicator: what holds for each year of the plan as decided, newest decision first. */
export function targetLines(
  targets: readonly TargetRow[],
  years: readonly number[],
): { fiscalYear: number; decisions: TargetRow[] }[] {
  return years.flatMap((fiscalYear) => {
    const decisions = targets
      .filter((target) => target.fiscalYear === fiscalYear)
      .toSorted(
        (a, b) => b.adoptedOn.localeCompare(a.adoptedOn) || b.recordedAt.getTime() - a.recordedAt.getTime(),
      );
    return decisions.length === 0 ? [] : [{ fiscalYear, decisions }];
  });
}

/** The target that holds for exactly this year now, or null. */
export function currentTarget(
  targets: readonly TargetRow[],
  fiscalYear: number,
  asOf: string,
): TargetRow | null {
  const target = targetFor(targets, { fiscalYear, asOf });
  return target?.fiscalYear === fiscalYear ? target : null;
}

/** The targets of the form: every field `target.<indicator id>.<fiscal year>` of an indicator of the plan. */
export function readTargetFields(
  values: Record<string, string | string[]>,
  indicatorIds: readonly string[],
): TargetDecision["cells"] {
  const known = new Set(indicatorIds);
  return Object.entries(values).flatMap(([field, typed]) => {
    const match = /^target\.(.+)\.(\d{4})$/.exec(field);
    const indicatorId = match?.[1];
    return indicatorId !== undefined && known.has(indicatorId)
      ? [{ indicatorId, fiscalYear: Number(match![2]), typed }]
      : [];
  });
}
