import { openFacts } from "#app/analytics/facts.server.ts";
import type { MeasureParameters } from "#app/analytics/measure.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { computeKept } from "#app/analytics/run.server.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { readDisclosurePolicy } from "../disclosure/policy.store.server.ts";
import type { DisclosurePolicy } from "../disclosure/rules.ts";
import {
  chooseState,
  classesUpTo,
  estimateCut,
  releasedDays,
  settledCut,
  versionsOf,
} from "./employment-states.ts";
import {
  type AskMeasure,
  drawFlows,
  drawRetention,
  HORIZONS,
  type RetentionCell,
  SUPPORTERS,
} from "./employment-tables.ts";
import { figureName, publish, type ReadNumber } from "./figure-draft.ts";
import type { Cut } from "./plan.rules.ts";
import { heldBack, type ReleasedState } from "./public-cut.ts";
import type { PlanSheet } from "./sheet.ts";
import { type OpenPlan, openPlan } from "./store.server.ts";

/** As many classes stand beside each other. */
const CLASSES_SHOWN = 5;

/** A retention figure with the bounds that what is not known leaves, in percent. */
export type SettledFigure = Cut & {
  row: string;
  months: number;
  bounds: { low: number; high: number } | null;
  /** The day on which it may be settled lies ahead. */
  isAhead: boolean;
};

export type EmploymentPage = {
  /** The released state of the figures of a year; null before the first release. */
  state: ReleasedState | null;
  isUnknownDay: boolean;
  states: readonly ReleasedState[];
  flows: ReadNumber;
  classes: { graduationYear: number; horizons: SettledFigure[] }[];
  estimates: SettledFigure[];
  stays: ReadNumber;
  limits: DisclosurePolicy;
};

/**
 * Who finds work, by which way, and who stays, as the public may see it: the year's figures of a released state, the
 * figures of a class of graduates of the day on which they were settled. Nothing follows a day that a reader chooses.
 */
export async function openEmployment(
  town: Pick<Town, "database" | "clock">,
  { asOf }: { asOf: string | null },
): Promise<EmploymentPage> {
  const [book, plan, limits] = await Promise.all([
    openFacts(town),
    openPlan(town),
    readDisclosurePolicy(town),
  ]);
  const now = town.clock.now();
  const releases = plan?.releases ?? [];
  const { state, isUnknown } = chooseState(releases, asOf);
  const askAt =
    (cut: Cut): AskMeasure =>
    (key, parameters?: MeasureParameters) =>
      computeKept(findMeasure(key)!, book, { asOf: cut.asOf, knownOn: cut.knownOn, parameters });
  const versions = state ? versionsOf(releases, state) : [];
  const flows = publish(
    versions.map((version) => ({ draft: drawFlows(askAt(version)), heldBack: heldBackOf(plan!, version) })),
    limits,
  );
  const today = civilDateOf(now);
  const classes = classesUpTo(today, CLASSES_SHOWN)
    .map((graduationYear) => ({
      graduationYear,
      horizons: HORIZONS.map((months) => {
        const cut = settledCut(graduationYear, months);
        const isAhead = cut.knownOn > now;
        const ask = () => askAt(cut)(`retention-${months}-months`, { graduationYear });
        return figureOf(`${graduationYear}-${months}`, months, cut, isAhead ? null : ask());
      }),
    }))
    .filter(({ horizons }) => horizons.some(({ computed }) => computed?.rate));
  const cut = estimateCut(now, today);
  const estimates = HORIZONS.map((months) =>
    figureOf(`estimate-${months}`, months, cut, askAt(cut)(`retention-estimate-${months}-months`)),
  );
  const draft = drawRetention(
    classes.map(({ horizons }) => horizons.filter(isComputed)),
    estimates.filter(isComputed),
    limits,
  );
  return {
    state,
    isUnknownDay: isUnknown,
    states: releasedDays(releases),
    flows,
    classes: classes.map(({ graduationYear, horizons }) => ({
      graduationYear,
      horizons: horizons.map(withoutFacts),
    })),
    estimates: estimates.map(withoutFacts),
    stays: publish([{ draft, heldBack: new Set() }], limits),
    limits,
  };
}

type Figure = SettledFigure & { computed: RetentionCell["computed"] | null };

function figureOf(row: string, months: number, cut: Cut, computed: Figure["computed"]): Figure {
  return {
    row,
    months,
    asOf: cut.asOf,
    knownOn: cut.knownOn,
    computed,
    bounds: computed?.bounds ?? null,
    isAhead: computed === null,
  };
}

function isComputed(figure: Figure): figure is Figure & RetentionCell {
  return figure.computed !== null;
}

function withoutFacts({ row, months, asOf, knownOn, bounds, isAhead }: Figure): SettledFigure {
  return { row, months, asOf, knownOn, bounds, isAhead };
}

/** The figures of the page that papers of the version keep back, by the indicators that count the same. */
function heldBackOf(plan: OpenPlan, version: ReleasedState): Set<string> {
  const keyOf = { jobCafe: "job-cafe", supportStation: "support-station" } as const;
  const places = SUPPORTERS.flatMap((supporter) => [
    { key: `${keyOf[supporter]}-placements`, name: figureName("placed", supporter, "placements") },
    { key: `${keyOf[supporter]}-people-placed`, name: figureName("placed", supporter, "people") },
    { key: `${keyOf[supporter]}-first-time-people`, name: figureName("placed", supporter, "first") },
    { key: `${keyOf[supporter]}-consultations`, name: figureName("support", supporter, "consultations") },
    { key: `${keyOf[supporter]}-registrations`, name: figureName("support", supporter, "registrations") },
  ]);
  const hidden = new Set(
    indicatorsOf(plan.sheet(version.asOf, version.knownOn)).flatMap(({ id, measureKey }) =>
      measureKey !== null && version.hidden.has(heldBack(id, "current")) ? [measureKey] : [],
    ),
  );
  return new Set(places.filter(({ key }) => hidden.has(key)).map(({ name }) => name));
}

/** Every indicator of a sheet, in the order of the plan. */
export function indicatorsOf({ planIndicators, policies }: PlanSheet) {
  return [
    ...planIndicators,
    ...policies.flatMap((policy) => [
      ...policy.indicators,
      ...policy.strategies.flatMap((strategy) => [
        ...strategy.indicators,
        ...strategy.projects.flatMap((project) => project.indicators),
      ]),
    ]),
  ];
}
