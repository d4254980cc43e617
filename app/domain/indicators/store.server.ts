import { chosenText } from "#app/locales/ja/measure-parameters.ts";
import { type CivilDate, civilDateOf, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import type { DisclosurePolicy } from "../disclosure/rules.ts";
import { computeFrom, measureOf } from "./compute.server.ts";
import { type DatedObservation, type DatedTarget, sheetDate, targetFor, yearEnd } from "./rules.ts";
import {
  type ComputeIndicator,
  type Counted,
  drawUpIndicator,
  type Figure,
  figureOfYear,
  type SheetIndicator,
} from "./figures.ts";
import { drawUpSheet, evaluationFor, type PlanSheet } from "./sheet.ts";
import type { Cut, EvaluationRecord, PlanIndicator, PlanNode } from "./plan.rules.ts";
import type { ReleasedState } from "./public-cut.ts";
import { computeRunning } from "./running.ts";
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
  /** What papers of the plan made public, the newest first. */
  releases: readonly ReleasedState[];
  /** As known now, unless `knownOn` says otherwise; with `steps` as a visitor may see what papers do not show yet. */
  sheet(asOf: CivilDate, knownOn?: Date, steps?: DisclosurePolicy): PlanSheet;
  /** Null for an unknown id. */
  indicator(id: string, asOf: CivilDate, knownOn?: Date, steps?: DisclosurePolicy): IndicatorDetail | null;
  /** The exact figures of everything at the same place of the plan, for what is said about them together. */
  besides(id: string, asOf: CivilDate, knownOn?: Date): IndicatorDetail[];
};

/** Opens the plan (without `planId` the town's own, of the lowest position); null when the town has none. */
export async function openPlan(town: Reader, { planId }: { planId?: string } = {}): Promise<OpenPlan | null> {
  const today = civilDateOf(town.clock.now());
  const snapshot = await readSnapshot(town, { planId });
  if (!snapshot) return null;
  return {
    dates: sheetDates(snapshot, today),
    releases: snapshot.releases,
    sheet: (asOf, knownOn = town.clock.now(), steps) => sheetOf(snapshot, { asOf, knownOn }, steps),
    indicator: (id, asOf, knownOn = town.clock.now(), steps) =>
      detailOf(snapshot, id, { asOf, knownOn }, steps),
    besides: (id, asOf, knownOn = town.clock.now()) => {
      const { indicators } = snapshot.records;
      const nodeId = indicators.find((one) => one.id === id)?.nodeId;
      const others = indicators.filter((one) => nodeId != null && one.nodeId === nodeId);
      return others.flatMap((one) => detailOf(snapshot, one.id, { asOf, knownOn }) ?? []);
    },
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

function sheetOf(snapshot: Snapshot, cut: Cut, steps?: DisclosurePolicy): PlanSheet {
  const isNow = cut.knownOn >= snapshot.lastKnownAt;
  const known = isNow ? snapshot.facts.knowledgeAt(cut.knownOn) : cut.knownOn.toISOString();
  const moment = `${cut.asOf} ${known}`;
  const key = steps ? `${moment} in steps ${steps.version}` : moment;
  const kept = snapshot.sheets.get(key);
  if (kept) return { ...kept, knownOn: cut.knownOn };
  const sheet = drawUpSheet(snapshot.records, cut, computeOf(snapshot, steps));
  if (snapshot.sheets.size >= SHEETS_KEPT) snapshot.sheets.clear();
  snapshot.sheets.set(key, sheet);
  return sheet;
}

function computeOf({ facts, releases }: Snapshot, steps: DisclosurePolicy | undefined): ComputeIndicator {
  const compute = computeFrom(facts);
  return steps ? computeRunning(compute, { released: releases[0] ?? null, limits: steps }) : compute;
}

/**
 * A fiscal year's sheet is released with the evaluation of its projects; its figures are as of 31 January. Without any
 * evaluation today stands in.
 */
function sheetDates({ records, releases }: Snapshot, today: CivilDate): SheetDates {
  const evaluated = records.evaluations
    .map((evaluation) => sheetDate(evaluation.fiscalYear))
    .filter((day) => day <= today)
    .toSorted()
    .at(-1);
  // A plan whose papers were never released here shows the sheet of its last evaluated year.
  const released = releases[0]?.asOf ?? evaluated ?? today;
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
  computed: Counted | null;
  history: { fiscalYear: number; figure: Figure; target: DatedTarget | null }[];
  targets: DatedTarget[];
  observations: DatedObservation[];
  evaluation: EvaluationRecord | null;
};

function detailOf(
  snapshot: Snapshot,
  indicatorId: string,
  cut: Cut,
  steps?: DisclosurePolicy,
): IndicatorDetail | null {
  const { asOf, knownOn } = cut;
  const fiscalYear = fiscalYearOf(asOf);
  const record = snapshot.records.indicators.find(({ id }) => id === indicatorId);
  const indicator = record && indicatorAt(record, { fiscalYear, knownOn });
  if (!indicator) return null;
  const { plan, evaluations } = snapshot.records;
  const nodes = nodesAt(snapshot.records, { fiscalYear, knownOn });
  const node = nodes.find(({ id }) => id === indicator.nodeId) ?? null;
  const computeIndicator = computeOf(snapshot, steps);
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
      definition: measure.definition + chosenText(indicator.parameters),
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
