import { compute } from "#app/analytics/run.server.ts";
import type { Computed } from "#app/analytics/measure.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { type CivilDate, civilDateOf, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { type DatedObservation, type DatedTarget, sheetDate, targetFor, yearEnd } from "./rules.ts";
import {
  type ComputeIndicator,
  drawUpIndicator,
  type Figure,
  figureOfYear,
  type IndicatorRecord,
  type SheetIndicator,
} from "./figures.ts";
import { drawUpSheet, evaluationFor, type EvaluationRecord, type PlanSheet } from "./sheet.ts";
import { readSnapshot, type Snapshot } from "./snapshot.store.server.ts";

type Reader = Pick<Town, "database" | "clock">;

/** As many as-of days keep their sheet in one snapshot; a reader who walks through dates cannot fill the memory. */
const SHEETS_KEPT = 24;

/** The days that a reader may choose: from the plan's first day to today, and the day of the newest released sheet. */
export type SheetDates = { first: CivilDate; today: CivilDate; released: CivilDate };

/** A plan with everything that its pages are computed from, read once: what is asked of it costs no further query. */
export type OpenPlan = {
  dates: SheetDates;
  sheet(asOf: CivilDate): PlanSheet;
  /** Null for an unknown id. */
  indicator(id: string, asOf: CivilDate): IndicatorDetail | null;
};

/** Opens the plan (without `planId` the one with the latest end); null when the town has none. */
export async function openPlan(
  town: Reader,
  { planId, asOf }: { planId?: string; asOf?: CivilDate } = {},
): Promise<OpenPlan | null> {
  const today = civilDateOf(town.clock.now());
  const snapshot = await readSnapshot(town, { planId, asOf: asOf ?? today });
  if (!snapshot) return null;
  return {
    dates: sheetDates(snapshot, today),
    sheet: (day) => sheetOf(snapshot, day),
    indicator: (id, day) => detailOf(snapshot, id, day),
  };
}

/** The plan's sheet as of a day (JST); null when the town has no plan. */
export async function readPlanSheet(
  town: Reader,
  { planId, asOf }: { planId?: string; asOf: CivilDate },
): Promise<PlanSheet | null> {
  return (await openPlan(town, { planId, asOf }))?.sheet(asOf) ?? null;
}

/** One indicator walked back to its definition and its records, as of a day; null when there is none with this id. */
export async function readIndicator(
  town: Reader,
  { indicatorId, asOf }: { indicatorId: string; asOf: CivilDate },
): Promise<IndicatorDetail | null> {
  return (await openPlan(town, { asOf }))?.indicator(indicatorId, asOf) ?? null;
}

function sheetOf(snapshot: Snapshot, asOf: CivilDate): PlanSheet {
  const known = snapshot.sheets.get(asOf);
  if (known) return known;
  const sheet = drawUpSheet(snapshot.records, asOf, computeFrom(snapshot));
  if (snapshot.sheets.size >= SHEETS_KEPT) snapshot.sheets.clear();
  snapshot.sheets.set(asOf, sheet);
  return sheet;
}

function computeFrom(snapshot: Snapshot): ComputeIndicator {
  return (indicator, asOf) => {
    const measure = indicator.measureKey === null ? null : findMeasure(indicator.measureKey);
    return measure && compute(measure, snapshot.facts, asOf);
  };
}

/**
 * A fiscal year's sheet is released with the evaluation of its projects; its figures are as of 31 January. Without any
 * evaluation today stands in.
 */
function sheetDates({ records }: Snapshot, today: CivilDate): SheetDates {
  const released = records.evaluations
    .map((evaluation) => sheetDate(evaluation.fiscalYear))
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
  return { first: fiscalYearRange(records.plan.firstFiscalYear).first, today, released: released ?? today };
}

export type IndicatorDetail = {
  indicator: IndicatorRecord;
  plan: PlanSheet["plan"];
  /** From the policy down to the node of the indicator; empty for one of the whole plan. */
  path: { code: string; title: string }[];
  asOf: CivilDate;
  fiscalYear: number;
  line: SheetIndicator;
  measure: { key: string; version: number; name: string; definition: string } | null;
  computed: Computed | null;
  history: { fiscalYear: number; figure: Figure; target: DatedTarget | null }[];
  targets: DatedTarget[];
  observations: DatedObservation[];
  evaluation: EvaluationRecord | null;
};

function detailOf(snapshot: Snapshot, indicatorId: string, asOf: CivilDate): IndicatorDetail | null {
  const indicator = snapshot.records.indicators.find(({ id }) => id === indicatorId);
  if (!indicator) return null;
  const { plan, nodes, evaluations } = snapshot.records;
  const node = nodes.find(({ id }) => id === indicator.nodeId) ?? null;
  const computeIndicator = computeFrom(snapshot);
  const measure = indicator.measureKey === null ? null : findMeasure(indicator.measureKey);
  const fiscalYear = fiscalYearOf(asOf);
  return {
    indicator,
    plan,
    path: pathTo(nodes, indicator.nodeId),
    asOf,
    fiscalYear,
    line: drawUpIndicator(indicator, { asOf, yearly: node?.level === "project" }, computeIndicator),
    measure: measure && {
      key: measure.key,
      version: measure.version,
      name: measure.name,
      definition: measure.definition,
    },
    computed: computeIndicator(indicator, asOf),
    history: historyOf(indicator, { plan, asOf }, computeIndicator),
    targets: indicator.targets
      .filter((target) => target.adoptedOn <= asOf)
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.adoptedOn.localeCompare(b.adoptedOn)),
    observations: indicator.observations.toSorted(
      (a, b) => a.fiscalYear - b.fiscalYear || a.recordedAt.getTime() - b.recordedAt.getTime(),
    ),
    evaluation: node && evaluationFor(evaluations, node.id, fiscalYear),
  };
}

function pathTo(
  nodes: Snapshot["records"]["nodes"],
  nodeId: string | null,
): { code: string; title: string }[] {
  const node = nodes.find(({ id }) => id === nodeId);
  return node ? [...pathTo(nodes, node.parentId), { code: node.code, title: node.title }] : [];
}

/** Fiscal year by fiscal year: past years as of their 31 March, the running one as of the day; years without a figure are left out. */
function historyOf(
  indicator: IndicatorRecord,
  { plan, asOf }: { plan: PlanSheet["plan"]; asOf: CivilDate },
  computeIndicator: ComputeIndicator,
): IndicatorDetail["history"] {
  const current = fiscalYearOf(asOf);
  const years = new Set(
    indicator.observations.map((row) => row.fiscalYear).filter((year) => year <= current),
  );
  for (let year = plan.firstFiscalYear - 1; year <= current; year++) years.add(year);
  return [...years]
    .toSorted((a, b) => a - b)
    .map((fiscalYear) => {
      const day = fiscalYear === current ? asOf : yearEnd(fiscalYear);
      const figure = figureOfYear(indicator, { fiscalYear, asOf: day, knownBy: asOf }, computeIndicator);
      const target = targetFor(indicator.targets, { fiscalYear, asOf });
      return { fiscalYear, figure, target: target?.fiscalYear === fiscalYear ? target : null };
    })
    .filter(
      ({ fiscalYear, figure, target }) =>
        figure.value !== null || figure.text !== null || target !== null || fiscalYear === current,
    );
}
