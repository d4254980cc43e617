import type { Breakdown, Computed, CountUnit } from "#app/analytics/measure.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { hideParts, partName } from "../disclosure/breakdowns.rules.ts";
import { type DisclosureLimits, type DisclosurePolicy, isSmall } from "../disclosure/rules.ts";
import type { DisclosedAs } from "../documents/document.rules.ts";
import type { Figure, SheetIndicator } from "./figures.ts";
import type { PlanSheet } from "./sheet.ts";
import type { IndicatorDetail } from "./store.server.ts";

const COUNTED_AS: Partial<Record<CountUnit, DisclosedAs>> = {
  people: "people",
  "person-times": "people",
  placements: "people",
  companies: "companies",
  booths: "companies",
};
/** What an entered figure counts is only said by its unit. */
const UNIT_AS: Readonly<Record<string, DisclosedAs>> = { 人: "people", 名: "people", 社: "companies" };

type Counted = { unit: string; measureKey: string | null };

/** Whether a number of this unit says too much about too few to stand on a public page. */
export function isHidden(value: number | null, unit: string, limits: DisclosureLimits): boolean {
  return isSmall({ value, disclosedAs: UNIT_AS[unit] ?? "other" }, limits);
}

/** The figure as the public may see it: one about too few keeps its place and says that it is not published. */
export function publicFigure(
  figure: Figure,
  { unit, measureKey }: Counted,
  limits: DisclosureLimits,
): Figure {
  const { value, numerator, denominator } = figure;
  const counts =
    figure.origin === "computed" && measureKey !== null ? findMeasure(measureKey)?.counts : undefined;
  const rate = numerator !== null && denominator !== null ? { numerator, denominator } : undefined;
  const entered = UNIT_AS[unit] ?? (rate ? "rate" : "other");
  const disclosedAs = counts === undefined ? entered : rate ? "rate" : (COUNTED_AS[counts] ?? "other");
  const official = isHidden(figure.official?.value ?? null, unit, limits) ? null : figure.official;
  if (!isSmall({ value, disclosedAs, rate }, limits)) return { ...figure, official };
  return {
    ...figure,
    value: null,
    text: null,
    gap: "suppressed",
    note: "",
    numerator: null,
    denominator: null,
    unknown: null,
    bounds: null,
    official: null,
  };
}

/** One line of the sheet as the public may see it; what could be worked back to a hidden figure goes with it. */
export function publicIndicator(indicator: SheetIndicator, limits: DisclosureLimits): SheetIndicator {
  const shown = (figure: Figure) => publicFigure(figure, indicator, limits);
  const actual = shown(indicator.actual);
  const expected = indicator.expected && shown(indicator.expected);
  const baseline = indicator.baseline && shown(indicator.baseline);
  const compared = indicator.comparedWith === "expected" ? expected : actual;
  const givesAway = compared?.gap === "suppressed" || baseline?.gap === "suppressed";
  return {
    ...indicator,
    previous: shown(indicator.previous),
    actual,
    expected,
    baseline,
    ...(givesAway && { achievement: { ok: false, reason: "suppressed" }, reached: null, behind: null }),
  };
}

// A sheet is drawn up once and shown to many; the arrays in it stay the same.
const publicSheets = new WeakMap<object, Map<number, PlanSheet>>();

/** The sheet as the public may see it under a policy; the same sheet and policy give the same object. */
export function publicSheet(sheet: PlanSheet, policy: DisclosurePolicy): PlanSheet {
  const kept = publicSheets.get(sheet.policies) ?? new Map<number, PlanSheet>();
  publicSheets.set(sheet.policies, kept);
  const known = kept.get(policy.version);
  if (known) return known;
  const shown = (indicators: readonly SheetIndicator[]) =>
    indicators.map((indicator) => publicIndicator(indicator, policy));
  const result: PlanSheet = {
    ...sheet,
    planIndicators: shown(sheet.planIndicators),
    policies: sheet.policies.map((part) => ({
      ...part,
      indicators: shown(part.indicators),
      strategies: part.strategies.map((strategy) => ({
        ...strategy,
        indicators: shown(strategy.indicators),
        projects: strategy.projects.map((project) => ({ ...project, indicators: shown(project.indicators) })),
      })),
    })),
  };
  kept.set(policy.version, result);
  return result;
}

/** The page of one indicator as the public may see it. How many records a hidden figure has would tell it. */
export function publicDetail(detail: IndicatorDetail, limits: DisclosureLimits): IndicatorDetail {
  const line = publicIndicator(detail.line, limits);
  const isSuppressed = line.actual.gap === "suppressed";
  return {
    ...detail,
    line,
    computed: isSuppressed ? null : detail.computed,
    history: detail.history.map((year) => ({
      ...year,
      figure: publicFigure(year.figure, detail.line, limits),
    })),
  };
}

type PublicBreakdown = Omit<Breakdown, "cells"> & {
  cells: { key: string; label?: string; value: number | null }[];
};

/** The breakdowns of a figure as the public may see them, looked at together: a hidden cell has no value. */
export function publicBreakdownsOf(
  { key, value, breakdowns }: Pick<Computed, "key" | "value" | "breakdowns">,
  limits: DisclosureLimits,
): PublicBreakdown[] {
  const divisions = breakdowns.map((breakdown) => ({
    ...breakdown,
    disclosedAs: disclosedAsOf(breakdown, key),
  }));
  const hidden = hideParts(value, divisions, limits);
  return breakdowns.map((breakdown) => ({
    ...breakdown,
    cells: breakdown.cells.map((cell) =>
      hidden.has(partName(breakdown.by, cell.key)) ? { ...cell, value: null } : cell,
    ),
  }));
}

function disclosedAsOf({ by, counts }: Breakdown, measureKey: string): DisclosedAs {
  // The days of the discovery fair are told apart by school, so the limit for minors counts.
  if (by === "event" && measureKey === "discovery-fair-students") return "minorsBySchool";
  // Which companies came onto the public list or left it is public anyway.
  return by === "movement" ? "other" : (COUNTED_AS[counts] ?? "other");
}
