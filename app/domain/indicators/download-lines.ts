import { downloadWords as words } from "#app/locales/ja/indicator-download.ts";
import type { Figure, FigureGap, SheetIndicator } from "./figures.ts";
import type { NoAchievement } from "./rules.ts";
import type { PlanSheet } from "./sheet.ts";

export type DownloadKind = "baseline" | "previous" | "target" | "actual" | "expected" | "achievement";
export type DownloadMarker =
  | "computed"
  | "entered"
  | "provisional"
  | "revised"
  | "estimated"
  | "at-least"
  | "expected"
  | "target"
  | "missing";

/** Where an indicator stands in the plan; empty where it belongs to a wider part. */
type Place = { policy: string; strategy: string; project: string; title: string };

/** One figure of an indicator. A value that is not there has `marker` "missing" and its reason; it is never 0. */
export type DownloadRow = Place & {
  indicatorId: string;
  name: string;
  unit: string;
  kind: DownloadKind;
  fiscalYear: number;
  asOf: string | null;
  value: number | null;
  text: string | null;
  marker: DownloadMarker;
  reason: FigureGap | NoAchievement | "no-target" | null;
  source: string;
  note: string;
};

/** The sheet as open data: one row for each indicator and kind of figure; nothing that the pages hide is in it. */
export function downloadRows(sheet: PlanSheet): DownloadRow[] {
  const whole = { policy: "", strategy: "", project: "", title: sheet.plan.title };
  const rowsAt = (place: Place, indicators: readonly SheetIndicator[]) =>
    indicators.flatMap((indicator) => rowsOf(indicator, place, sheet.fiscalYear));
  return [
    ...rowsAt(whole, sheet.planIndicators),
    ...sheet.policies.flatMap((policy) => {
      const inPolicy = { ...whole, policy: policy.code };
      return [
        ...rowsAt({ ...inPolicy, title: policy.title }, policy.indicators),
        ...policy.strategies.flatMap((strategy) => {
          const inStrategy = { ...inPolicy, strategy: strategy.code };
          return [
            ...rowsAt({ ...inStrategy, title: strategy.title }, strategy.indicators),
            ...strategy.projects.flatMap(({ code, title, indicators }) =>
              rowsAt({ ...inStrategy, project: code, title }, indicators),
            ),
          ];
        }),
      ];
    }),
  ];
}

function rowsOf(indicator: SheetIndicator, place: Place, fiscalYear: number): DownloadRow[] {
  const { id: indicatorId, name, unit, target, achievement } = indicator;
  const head = { ...place, indicatorId, name, unit };
  const figure = (kind: DownloadKind, one: Figure, marker = markerOf(one)): DownloadRow => ({
    ...head,
    kind,
    fiscalYear: one.fiscalYear,
    asOf: one.asOf,
    value: one.value,
    text: one.text,
    marker: one.value === null && one.text === null ? "missing" : marker,
    reason: one.gap,
    source: one.source,
    note: one.note,
  });
  const bare = { ...head, asOf: null, source: "", note: "" };
  return [
    ...(indicator.baseline ? [figure("baseline", indicator.baseline)] : []),
    figure("previous", indicator.previous),
    {
      ...bare,
      kind: "target",
      fiscalYear: target?.fiscalYear ?? fiscalYear,
      value: target?.value ?? null,
      text: target?.text ?? null,
      marker: target ? "target" : "missing",
      reason: target ? null : "no-target",
    },
    figure("actual", indicator.actual),
    ...(indicator.expected ? [figure("expected", indicator.expected, "expected")] : []),
    {
      ...bare,
      kind: "achievement",
      unit: "%",
      fiscalYear,
      // Four decimals of the share are two of the percentage: as much as the figures themselves can carry.
      value: achievement.ok ? Math.round(achievement.ratio * 10_000) / 100 : null,
      text: null,
      marker: !achievement.ok ? "missing" : indicator.actual.step === null ? "computed" : "at-least",
      reason: achievement.ok ? null : achievement.reason,
    },
  ];
}

function markerOf({ origin, status, step }: Figure): DownloadMarker {
  if (step !== null) return "at-least";
  if (status !== null && status !== "final") return status;
  return origin ?? "missing";
}

/** The rows as a table of texts for CSV: the header, then one line each. */
export function downloadTable(
  rows: readonly DownloadRow[],
  cut: { planId: string; asOf: string; knownOn: string | null },
): string[][] {
  return [
    [...words.header],
    ...rows.map((row) => [
      cut.planId,
      cut.asOf,
      cut.knownOn ?? "",
      row.policy,
      row.strategy,
      row.project,
      row.title,
      row.indicatorId,
      row.name,
      words.kinds[row.kind],
      String(row.fiscalYear),
      row.asOf ?? "",
      row.value === null ? "" : String(row.value),
      row.text ?? "",
      row.unit,
      words.markers[row.marker],
      row.reason === null ? "" : (words.reasons[row.reason] ?? row.reason),
      row.source,
      row.note,
    ]),
  ];
}
