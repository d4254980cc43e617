import type { Computed } from "#app/analytics/measure.ts";
import { type CivilDate, civilDateOf, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { computeFrom, measureOf } from "./compute.server.ts";
import { type DatedObservation, type DatedTarget, sheetDate, targetFor, yearEnd } from "./rules.ts";
import {
  type ComputeIndicator,
  drawUpIndicator,
  type Figure,
  figureOfYear,
  type SheetIndicator,
} from "./figures.ts";
import { drawUpSheet, evaluationFor, type PlanSheet } from "./sheet.ts";
import type { Cut, EvaluationRecord, PlanIndicator, PlanNode } from "./plan.rules.ts";
import { indicatorAt, nodesAt } from "./versions.rules.ts";
import { readSnapshot, type Snapshot } from "./snapshot.store.server.ts";

type Reader = Pick<Town, "database" | "clock">;

/** As many as-of days keep their sheet in one snapshot; a reader who walks through dates cannot fill the memory. */
const SHEETS_KEPT = 24;

/** The days that a reader may choose: from the plan's first day to today, and the day of the newest released sheet. */
export type SheetDates = { first: CivilDate; today: CivilDate; released: CivilDate };

/** A plan with everything that its pages are computed from, read once: what is asked of it costs no further query. */
export type OpenPlan = {
  dates: SheetDates;
  /** Whether papers of the plan have been published here. */
  isReleased: boolean;
  /** As known now, unless `knownOn` says otherwise. */
  sheet(asOf: CivilDate, knownOn?: Date): PlanSheet;
  /** Null for an unknown id. */
  indicator(id: string, asOf: CivilDate, knownOn?: Date): IndicatorDetail | null;
};

/** Opens the plan (without `planId` the town's own, of the lowest position); null when the town has none. */
export async function openPlan(town: Reader, { planId }: { planId?: string } = {}): Promise<OpenPlan | null> {
  const today = civilDateOf(town.clock.now());
  const snapshot = await readSnapshot(town, { planId });
  if (!snapshot) return null;
  return {
    dates: sheetDates(snapshot, today),
    isReleased: snapshot.releasedAsOf !== null,
    sheet: (day, knownOn) => sheetOf(snapshot, { asOf: day, knownOn: knownOn ?? town.clock.now() }),
    indicator: (id, day, knownOn) =>
      detailOf(snapshot, id, { asOf: day, knownOn: knownOn ?? town.clock.now() }),
  };
}

/** The plan's sheet as of a day (JST); null when the town has no plan. */
export async function readPlanSheet(
  town: Reader,
  { planId, asOf }: { planId?: string; asOf: CivilDate },
): Promise<PlanSheet | null> {
  return (await openPlan(town, { planId }))?.sheet(asOf) ?? null;
}

/** One indicator walked back to its definition and its records, as of a day; null when there is none with this id. */
export async function readIndicator(
  town: Reader,
  { indicatorId, asOf }: { indicatorId: string; asOf: CivilDate },
): Promise<IndicatorDetail | null> {
  return (await openPlan(town))?.indicator(indicatorId, asOf) ?? null;
}

function sheetOf(snapshot: Snapshot, cut: Cut): PlanSheet {
  const isNow = cut.knownOn >= snapshot.lastKnownAt;
  const known = isNow ? snapshot.facts.knowledgeAt(cut.knownOn) : cut.knownOn.toISOString();
  const key = `${cut.asOf} ${known}`;
  const kept = snapshot.sheets.get(key);
  if (kept) return { ...kept, knownOn: cut.knownOn };
  const sheet = drawUpSheet(snapshot.records, cut, computeFrom(snapshot.facts));
  if (snapshot.sheets.size >= SHEETS_KEPT) snapshot.sheets.clear();
  snapshot.sheets.set(key, sheet);
  return sheet;
}

/**
 * A fiscal year's sheet is released with the evaluation of its projects; its figures are as of 31 January. Without any
 * evaluation today stands in.
 */
function sheetDates({ records, releasedAsOf }: Snapshot, today: CivilDate): SheetDates {
  const evaluated = records.evaluations
    .map((evaluation) => sheetDate(evaluation.fiscalYear))
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
  // A plan whose papers were never released here shows the sheet of its last evaluated year.
  const released = releasedAsOf ?? evaluated ?? today;
  return { first: fiscalYearRange(records.plan.firstFiscalYear).first, today, released };
}

export type IndicatorDetail = {
  indicator: PlanIndicator;
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

function detailOf(snapshot: Snapshot, indicatorId: string, cut: Cut): IndicatorDetail | null {
  const { asOf, knownOn } = cut;
  const fiscalYear = fiscalYearOf(asOf);
  const record = snapshot.records.indicators.find(({ id }) => id === indicatorId);
  const indicator = record && indicatorAt(record, { fiscalYear, knownOn });
  if (!indicator) return null;
  const { plan, evaluations } = snapshot.records;
  const nodes = nodesAt(snapshot.records, { fiscalYear, knownOn });
  const node = nodes.find(({ id }) => id === indicator.nodeId) ?? null;
  const computeIndicator = computeFrom(snapshot.facts);
  const measure = measureOf(indicator);
  return {
    indicator,
    plan,
    path: pathTo(nodes, indicator.nodeId),
    asOf,
    fiscalYear,
    line: drawUpIndicator(indicator, { ...cut, yearly: node?.level === "project" }, computeIndicator),
    measure: measure && {
      key: measure.key,
      version: measure.version,
      name: measure.name,
      definition: measure.definition,
    },
    computed: computeIndicator(indicator, cut),
    history: historyOf(indicator, { plan, ...cut }, computeIndicator),
    targets: indicator.targets
      .filter((target) => target.adoptedOn <= asOf && target.recordedAt <= knownOn)
      .toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.adoptedOn.localeCompare(b.adoptedOn)),
    observations: indicator.observations.toSorted(
      (a, b) => a.fiscalYear - b.fiscalYear || a.recordedAt.getTime() - b.recordedAt.getTime(),
    ),
    evaluation: node && evaluationFor(evaluations, node.id, { fiscalYear, knownOn }),
  };
}

function pathTo(nodes: readonly PlanNode[], nodeId: string | null): { code: string; title: string }[] {
  const node = nodes.find(({ id }) => id === nodeId);
  return node ? [...pathTo(nodes, node.parentId), { code: node.code, title: node.title }] : [];
}

/** Fiscal year by fiscal year: past years as of their 31 March, the running one as of the day; years without a figure are left out. */
function historyOf(
  indicator: PlanIndicator,
  { plan, asOf, knownOn }: Cut & { plan: PlanSheet["plan"] },
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
      const figure = figureOfYear(
        indicator,
        { fiscalYear, asOf: day, knownBy: asOf, knownOn },
        computeIndicator,
      );
      const target = targetFor(indicator.targets, { fiscalYear, asOf, knownOn });
      return { fiscalYear, figure, target: target?.fiscalYear === fiscalYear ? target : null };
    })
    .filter(
      ({ fiscalYear, figure, target }) =>
        figure.value !== null || figure.text !== null || target !== null || fiscalYear === current,
    );
}
