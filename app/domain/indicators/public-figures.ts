import type { Breakdown, Computed } from "#app/analytics/measure.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { hideParts, partName } from "../disclosure/breakdowns.rules.ts";
import { type DisclosureLimits, type DisclosurePolicy, isSmall } from "../disclosure/rules.ts";
import type { DisclosedAs } from "../documents/document.rules.ts";
import type { Figure, SheetIndicator } from "./figures.ts";
import { heldBack, type HeldBackPart, type ReleasedState } from "./public-cut.ts";
import { type DatedObservation, isBehindPace, isReached } from "./rules.ts";
import { countedAs } from "./running.ts";
import { type PlanSheet, summarise } from "./sheet.ts";
import type { IndicatorDetail } from "./store.server.ts";

/** What an entered figure counts is only said by its unit. */
const UNIT_AS: Readonly<Record<string, DisclosedAs>> = { 人: "people", 名: "people", 社: "companies" };

type Counted = { unit: string; measureKey: string | null };

/** Whether a number of this unit says too much about too few to stand on a public page. */
export function isHidden(value: number | null, unit: string, limits: DisclosureLimits): boolean {
  return isSmall({ value, disclosedAs: UNIT_AS[unit] ?? "other" }, limits);
}

/** Whether an entered figure says too much about too few, by its unit or by the parts of its rate. */
export function isEnteredHidden(
  {
    value,
    numerator = null,
    denominator = null,
  }: Pick<DatedObservation, "value" | "numerator" | "denominator">,
  unit: string,
  limits: DisclosureLimits,
): boolean {
  const rate = numerator !== null && denominator !== null ? { numerator, denominator } : undefined;
  return isSmall({ value, rate, disclosedAs: UNIT_AS[unit] ?? (rate ? "rate" : "other") }, limits);
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
  const disclosedAs = counts === undefined ? entered : rate ? "rate" : countedAs(counts);
  const official = isHidden(figure.official?.value ?? null, unit, limits) ? null : figure.official;
  return isSmall({ value, disclosedAs, rate }, limits) ? withheld(figure) : { ...figure, official };
}

/** The figure without anything from which it could be read. */
function withheld(figure: Figure): Figure {
  return {
    ...figure,
    value: null,
    step: null,
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

const NOTHING: ReadonlySet<string> = new Set();

/**
 * One line of the sheet as the public may see it; what could be worked back to a hidden figure goes with it. `heldBackInPapers`
 * are the figures that the papers of the shown state keep back, also those that are not small themselves.
 */
export function publicIndicator(
  indicator: SheetIndicator,
  limits: DisclosureLimits,
  heldBackInPapers: ReadonlySet<string> = NOTHING,
): SheetIndicator {
  const shown = (figure: Figure, part: HeldBackPart) => {
    const isHeldBack = figure.value !== null && heldBackInPapers.has(heldBack(indicator.id, part));
    return isHeldBack ? withheld(figure) : publicFigure(figure, indicator, limits);
  };
  const previous = shown(indicator.previous, "previous");
  const actual = shown(indicator.actual, "current");
  const expected = indicator.expected && shown(indicator.expected, "current");
  const baseline = indicator.baseline && shown(indicator.baseline, "baseline");
  const compared = indicator.comparedWith === "expected" ? expected : actual;
  const givesAway = compared?.gap === "suppressed" || baseline?.gap === "suppressed";
  // The line from last year's end to the target tells where it began.
  const pace = previous.gap === "suppressed" || actual.gap === "suppressed" ? null : indicator.pace;
  const line: SheetIndicator = {
    ...indicator,
    previous,
    actual,
    expected,
    baseline,
    pace,
    behind: pace === null ? null : indicator.behind,
    ...(givesAway && { achievement: { ok: false, reason: "suppressed" }, reached: null }),
  };
  return actual.step === null ? line : inSteps(line, actual.step);
}

/** What can be said of a figure that is known to a step: only what holds for its least and its largest value. */
function inSteps(line: SheetIndicator, step: number): SheetIndicator {
  const { direction, method, target, pace, actual } = line;
  const least = actual.value ?? 0;
  const sure = (holds: (value: number) => boolean | null) => {
    const atLeast = holds(least);
    return atLeast === holds(least + step - 1) ? atLeast : null;
  };
  const reached = sure((value) =>
    isReached({ direction, method, actual: value, target: target?.value ?? null }),
  );
  const isLeastShare =
    direction === "increase" && (method === "milestone" ? reached !== null : method !== "inverse");
  return {
    ...line,
    reached,
    behind: sure((value) => isBehindPace({ direction, actual: value, pace })),
    ...(!isLeastShare && line.achievement.ok && { achievement: { ok: false, reason: "not-released" } }),
  };
}

// A sheet is drawn up once and shown to many; the arrays in it stay the same.
const publicSheets = new WeakMap<object, Map<string, PlanSheet>>();

/** The sheet as the public may see it under a policy and with the papers of its state; the same ones give the same object. */
export function publicSheet(
  sheet: PlanSheet,
  policy: DisclosurePolicy,
  released: ReleasedState | null = null,
): PlanSheet {
  const kept = publicSheets.get(sheet.policies) ?? new Map<string, PlanSheet>();
  publicSheets.set(sheet.policies, kept);
  const key = `${policy.version} ${released?.fiscalYear} ${released?.version}`;
  const known = kept.get(key);
  if (known) return known;
  const shown = (indicators: readonly SheetIndicator[]) =>
    indicators.map((indicator) => publicIndicator(indicator, policy, released?.hidden));
  const policies = sheet.policies.map((part) => ({
    ...part,
    indicators: shown(part.indicators),
    strategies: part.strategies.map((strategy) => ({
      ...strategy,
      indicators: shown(strategy.indicators),
      projects: strategy.projects.map((project) => ({ ...project, indicators: shown(project.indicators) })),
    })),
  }));
  const projects = policies.flatMap(({ strategies }) => strategies.flatMap((strategy) => strategy.projects));
  const result: PlanSheet = {
    ...sheet,
    planIndicators: shown(sheet.planIndicators),
    policies,
    // Counted again: whether a hidden figure reached its target must not be told by the sum.
    summary: summarise(projects, sheet.fiscalYear),
  };
  kept.set(key, result);
  return result;
}

/** The page of one indicator as the public may see it. How many records a hidden figure has would tell it. */
export function publicDetail(
  detail: IndicatorDetail,
  limits: DisclosureLimits,
  heldBackInPapers: ReadonlySet<string> = NOTHING,
): IndicatorDetail {
  const line = publicIndicator(detail.line, limits, heldBackInPapers);
  const { id } = detail.line;
  const isHeldBack = (fiscalYear: number) =>
    (fiscalYear === detail.fiscalYear && heldBackInPapers.has(heldBack(id, "current"))) ||
    (fiscalYear === detail.fiscalYear - 1 && heldBackInPapers.has(heldBack(id, "previous")));
  return {
    ...detail,
    line,
    // A figure in steps has no breakdown and no records that may be counted.
    computed: line.actual.gap === "suppressed" || line.actual.step !== null ? null : detail.computed,
    history: detail.history.map(({ figure, ...year }) => ({
      ...year,
      figure:
        figure.value !== null && isHeldBack(year.fiscalYear)
          ? withheld(figure)
          : publicFigure(figure, detail.line, limits),
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
  hiddenBefore: ReadonlySet<string> = NOTHING,
): PublicBreakdown[] {
  const divisions = breakdowns.map((breakdown) => ({
    ...breakdown,
    disclosedAs: disclosedAsOf(breakdown, key),
  }));
  const hidden = hideParts(value, divisions, limits, hiddenBefore);
  return breakdowns.map((breakdown) => ({
    ...breakdown,
    cells: breakdown.cells.map((cell) =>
      hidden.has(partName(breakdown.by, cell.key)) ? { ...cell, value: null } : cell,
    ),
  }));
}

/**
 * The cells that earlier versions of the same state hide, oldest version first. They stay hidden: what a correction left
 * alone would otherwise tell what stood there before.
 */
export function hiddenInVersions(
  versions: readonly (Pick<Computed, "key" | "value" | "breakdowns"> | null)[],
  limits: DisclosureLimits,
): ReadonlySet<string> {
  let hidden: ReadonlySet<string> = NOTHING;
  for (const version of versions)
    if (version)
      hidden = new Set(
        publicBreakdownsOf(version, limits, hidden).flatMap(({ by, cells }) =>
          cells.flatMap(({ key, value }) => (value === null ? [partName(by, key)] : [])),
        ),
      );
  return hidden;
}

function disclosedAsOf({ by, counts }: Breakdown, measureKey: string): DisclosedAs {
  // The days of the discovery fair are told apart by school, so the limit for minors counts.
  if (by === "event" && measureKey === "discovery-fair-students") return "minorsBySchool";
  // Which companies came onto the public list or left it is public anyway.
  return by === "movement" ? "other" : countedAs(counts);
}
