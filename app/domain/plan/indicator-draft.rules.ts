import { isSameParameters } from "#app/domain/indicators/plan.rules.ts";
import { versionFor } from "#app/domain/indicators/versions.rules.ts";
import {
  type Desk,
  type Draft,
  firstLocked,
  type IndicatorVersionRow,
  NO_ROWS,
  outsidePlan,
  type Signature,
  yearsHeld,
} from "./desk.rules.ts";
import { takenBack } from "./version-return.rules.ts";

/** What staff type about an indicator; everything that a version holds except when, why and by whom. */
export type IndicatorFields = Pick<
  IndicatorVersionRow,
  | "name"
  | "unit"
  | "direction"
  | "decimals"
  | "aggregation"
  | "achievementMethod"
  | "bandLow"
  | "bandHigh"
  | "definition"
  | "numerator"
  | "denominator"
  | "unknownRule"
  | "source"
  | "measureKey"
  | "parameters"
>;

const FIELDS = [
  "name",
  "unit",
  "direction",
  "decimals",
  "aggregation",
  "achievementMethod",
  "bandLow",
  "bandHigh",
  "definition",
  "numerator",
  "denominator",
  "unknownRule",
  "source",
  "measureKey",
] as const satisfies readonly (keyof IndicatorFields)[];

/** A change of one of these may make the figures before and after it incomparable. */
const BREAKING = ["unit", "aggregation", "measureKey", "numerator", "denominator"] as const;

/** True when both take their figures from the same measure, asked in the same way. */
function countsTheSame(one: IndicatorFields, other: IndicatorFields): boolean {
  return one.measureKey === other.measureKey && isSameParameters(one.parameters, other.parameters);
}

type Definition = { effectiveFrom: number; fields: IndicatorFields; breaksSeries: boolean; reason: string };

/** A new indicator of a node (null: of the whole plan) from a fiscal year on. */
export function draftNewIndicator(
  desk: Desk,
  change: Definition & { nodeId: string | null },
  signature: Signature,
): Draft {
  const { nodeId } = change;
  if (nodeId !== null && !desk.records.nodes.some(({ id }) => id === nodeId))
    return { ok: false, errors: { form: "plan-no-such-node" } };
  const siblings = desk.records.indicators.filter((indicator) => indicator.nodeId === nodeId);
  const position = Math.max(-1, ...siblings.map((indicator) => indicator.position)) + 1;
  const draft = draftVersion(desk, { id: signature.entryId, versions: [] }, change, signature);
  if (!draft.ok) return draft;
  return {
    ...draft,
    rows: { ...draft.rows, indicators: [{ id: signature.entryId, nodeId, position }] },
  };
}

/** A further version of an indicator's definition. What cannot be compared with before must break the series. */
export function draftIndicatorVersion(
  desk: Desk,
  change: Definition & { indicatorId: string },
  signature: Signature,
): Draft {
  const indicator = desk.records.indicators.find(({ id }) => id === change.indicatorId);
  const held = indicator && heldFor(indicator.versions, change.effectiveFrom, signature);
  if (!indicator || !held)
    return {
      ok: false,
      errors: { effectiveFrom: outsidePlan(desk, change.effectiveFrom) ?? "plan-not-yet" },
    };
  const { fields } = change;
  const isSame =
    FIELDS.every((field) => held[field] === fields[field]) &&
    isSameParameters(held.parameters, fields.parameters) &&
    held.breaksSeries === change.breaksSeries &&
    held.lastFiscalYear === null;
  if (isSame) return { ok: false, errors: { form: "plan-nothing-changed" } };
  const before = heldFor(indicator.versions, change.effectiveFrom - 1, signature);
  // Another choice of what the measure counts is another figure; a correction of the first year breaks nothing.
  const isForced =
    before !== null && before.measureKey === fields.measureKey && !countsTheSame(before, fields);
  const breaksSeries = change.breaksSeries || isForced;
  const draft = draftVersion(desk, indicator, { ...change, breaksSeries }, signature, held);
  if (!draft.ok) return draft;
  const warn = (code: string) => ({ ...draft, warnings: [...draft.warnings, code] });
  if (isForced && !change.breaksSeries) return warn("series-breaks");
  const isBreaking = BREAKING.some((field) => held[field] !== fields[field]);
  return isBreaking && !breaksSeries ? warn("series-goes-on") : draft;
}

/** Takes the newest version of a definition back: a further version says again what held before. */
export function draftIndicatorReturn(
  desk: Desk,
  { indicatorId, versionId, note }: { indicatorId: string; versionId: string; note: string },
  signature: Signature,
): Draft {
  const indicator = desk.records.indicators.find(({ id }) => id === indicatorId);
  if (!indicator) return { ok: false, errors: { form: "plan-not-yet" } };
  const taken = takenBack(indicator.versions, versionId, signature);
  if (!taken.ok) return taken;
  const { effectiveFrom, before } = taken;
  const breaksSeries = before.effectiveFrom === effectiveFrom && before.breaksSeries;
  const lastFiscalYear = before.lastFiscalYear ?? undefined;
  const change = { effectiveFrom, fields: before, breaksSeries, reason: note, lastFiscalYear };
  return draftVersion(desk, indicator, change, signature, before);
}

/** An indicator that ends with a fiscal year; its figures up to then stay. */
export function draftIndicatorEnd(
  desk: Desk,
  { indicatorId, lastFiscalYear, reason }: { indicatorId: string; lastFiscalYear: number; reason: string },
  signature: Signature,
): Draft {
  const { plan, indicators } = desk.records;
  const effectiveFrom = lastFiscalYear + 1;
  if (lastFiscalYear < plan.firstFiscalYear || effectiveFrom > plan.lastFiscalYear)
    return {
      ok: false,
      errors: { lastFiscalYear: `plan-year-outside:${plan.firstFiscalYear}:${plan.lastFiscalYear - 1}` },
    };
  const indicator = indicators.find(({ id }) => id === indicatorId);
  const held = indicator && heldFor(indicator.versions, effectiveFrom, signature);
  if (!indicator || !held) return { ok: false, errors: { lastFiscalYear: "plan-not-yet" } };
  return draftVersion(
    desk,
    indicator,
    { effectiveFrom, fields: held, breaksSeries: false, reason, lastFiscalYear },
    signature,
    held,
  );
}

function heldFor(versions: readonly IndicatorVersionRow[], fiscalYear: number, { at }: Signature) {
  return versionFor(versions, { fiscalYear, knownOn: at });
}

function draftVersion(
  desk: Desk,
  indicator: { id: string; versions: IndicatorVersionRow[] },
  change: Definition & { lastFiscalYear?: number },
  signature: Signature,
  held: IndicatorVersionRow | null = null,
): Draft {
  const { effectiveFrom, fields, breaksSeries, reason, lastFiscalYear = null } = change;
  const { plan } = desk.records;
  if (effectiveFrom < plan.firstFiscalYear || effectiveFrom > plan.lastFiscalYear)
    return {
      ok: false,
      errors: { effectiveFrom: `plan-year-outside:${plan.firstFiscalYear}:${plan.lastFiscalYear}` },
    };
  const years = yearsHeld(indicator.versions, effectiveFrom, plan.lastFiscalYear);
  const locked = firstLocked(desk.locks, years);
  if (locked !== null) return { ok: false, errors: { form: `period-locked:${locked}` } };
  const row: IndicatorVersionRow = {
    ...pick(fields),
    id: signature.entryId,
    indicatorId: indicator.id,
    effectiveFrom,
    // A definition that names a version of its measure keeps it as long as it keeps the measure.
    measureVersion: held?.measureKey === fields.measureKey ? held.measureVersion : null,
    lastFiscalYear,
    breaksSeries,
    reason,
    recordedAt: signature.at,
    recordedById: signature.actorId,
  };
  const last = years.at(-1);
  const isCutShort = last !== undefined && last < plan.lastFiscalYear;
  const warnings = isCutShort ? [`later-version:${last + 1}`] : [];
  return { ok: true, rows: { ...NO_ROWS, indicatorVersions: [row] }, years, warnings };
}

function pick(fields: IndicatorFields): IndicatorFields {
  const { name, unit, direction, decimals, aggregation, achievementMethod, bandLow, bandHigh } = fields;
  const { definition, numerator, denominator, unknownRule, source, measureKey, parameters } = fields;
  const figures = { name, unit, direction, decimals, aggregation, achievementMethod, bandLow, bandHigh };
  return { ...figures, definition, numerator, denominator, unknownRule, source, measureKey, parameters };
}
