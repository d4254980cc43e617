import { formatRatio, observationFor } from "#app/domain/indicators/rules.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import { fiscalYearLabel } from "#app/platform/calendar.ts";
import { textCell } from "./cells.ts";
import {
  cellName,
  type DocumentCell,
  type DocumentRow,
  type DocumentTable,
  type DrawnDocument,
} from "./document.rules.ts";
import { headOf } from "./heads.ts";
import { type DocumentSource, type DrawnIndicator, indicatorsOf, treeOf } from "./source.ts";
import { actualOfYear, planOfYear } from "./year-columns.ts";

/** From so many years with a target of their own an indicator below the plan counts as a series. */
const LEAST_SERIES = 3;

/** The table of many years: base year, yearly targets, actuals and their share, and how and when it is evaluated. */
export function drawUpYearlyTable(source: DocumentSource): DrawnDocument {
  const nodes = treeOf(source, source.sheet.fiscalYear).flatMap((policy) => [
    policy.node,
    ...policy.strategies.flatMap((strategy) => [strategy.node, ...strategy.projects]),
  ]);
  const series = nodes
    .flatMap(({ id }) => indicatorsOf(source, id))
    .filter(({ definition }) => targetYears(source, definition).length >= LEAST_SERIES);
  const indicators = [...indicatorsOf(source, null), ...series];
  return {
    document: {
      ...headOf(source, "yearlyTable"),
      paper: { size: "A4", orientation: "portrait" },
      tables: indicators
        .flatMap((indicator) => [seriesOf(source, indicator), methodOf(source, indicator)])
        .filter(({ rows }) => rows.length > 0),
      notes: [],
    },
    relations: [],
  };
}

function targetYears({ cut }: DocumentSource, { targets }: DrawnIndicator["definition"]): number[] {
  const known = targets.filter((row) => row.adoptedOn <= cut.asOf && row.recordedAt <= cut.knownOn);
  return [...new Set(known.map((row) => row.fiscalYear))];
}

/** Every year from the first to the last that has a baseline, a target or an actual. */
function yearsOf(source: DocumentSource, { definition }: DrawnIndicator): number[] {
  const { cut, sheet, records } = source;
  const observed = definition.observations
    .filter((row) => row.kind !== "expected" && row.areaId == null && row.recordedAt <= cut.knownOn)
    .filter((row) => (row.asOf === null ? row.fiscalYear <= sheet.fiscalYear : row.asOf <= cut.asOf))
    .map((row) => row.fiscalYear);
  const counted = definition.measureKey === null ? [] : [records.plan.firstFiscalYear, sheet.fiscalYear];
  const all = [...observed, ...counted, ...targetYears(source, definition)];
  if (all.length === 0) return [];
  const first = Math.min(...all);
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, index) => first + index);
}

function seriesOf(source: DocumentSource, indicator: DrawnIndicator): DocumentTable {
  const { definition } = indicator;
  const { columns } = words;
  return {
    key: definition.id,
    title: `${definition.name}(${definition.unit})`,
    columns: [
      { key: "year", label: columns.year, share: 20, align: "start" },
      { key: "target", label: columns.yearTarget, share: 20, align: "end" },
      { key: "actual", label: columns.actual, share: 22, align: "end" },
      { key: "rate", label: columns.rate, share: 16, align: "end" },
      { key: "note", label: columns.yearNote, share: 22, align: "start" },
    ],
    rows: yearsOf(source, indicator).map((year) => yearRow(source, indicator, year)),
  };
}

function yearRow(source: DocumentSource, indicator: DrawnIndicator, year: number): DocumentRow {
  const { definition, line } = indicator;
  const id = `${definition.id}/${year}`;
  const target = planOfYear(source, indicator, year);
  const isBase = line.baseline?.fiscalYear === year;
  const isFuture = year > source.sheet.fiscalYear;
  const actual = isFuture ? textCell("") : actualWithBase(source, indicator, year);
  return {
    id,
    kind: "line",
    level: 1,
    heading: "",
    isChanged: isBase,
    cells: {
      year: textCell(fiscalYearLabel(year)),
      target,
      actual,
      rate: rateCell(indicator, {
        actual,
        target,
        from: cellName("yearlyTable", definition.id, id, "actual"),
      }),
      note: textCell(isBase ? words.yearly.baseYear : ""),
    },
  };
}

/** The base year shows the baseline where it has no actual of its own. */
function actualWithBase(source: DocumentSource, indicator: DrawnIndicator, year: number): DocumentCell {
  const actual = actualOfYear(source, indicator, year);
  if (actual.value !== null || indicator.line.baseline?.fiscalYear !== year) return actual;
  const { definition } = indicator;
  const row = observationFor(definition.observations, { kind: "baseline", fiscalYear: year, ...source.cut });
  const baseline = indicator.line.baseline;
  if (row?.value == null) return actual;
  return {
    ...actual,
    text: `${row.value.toLocaleString("ja-JP", {
      minimumFractionDigits: definition.decimals,
      maximumFractionDigits: definition.decimals,
    })}${definition.unit}`,
    value: row.value,
    marker: "entered",
    note: baseline.note,
    figure: `${definition.id} baseline ${year}`,
  };
}

/** Actual ÷ target; nothing where one of them is no number or the target is not above 0. */
function rateCell(
  { definition }: DrawnIndicator,
  { actual, target, from }: { actual: DocumentCell; target: DocumentCell; from: string },
): DocumentCell {
  if (actual.value === null || target.value === null || target.value <= 0 || actual.value < 0)
    return { ...textCell(""), derivedFrom: [from] };
  const ratio = actual.value / target.value;
  return {
    ...textCell(formatRatio(ratio)),
    value: ratio,
    marker: "computed",
    indicatorId: definition.id,
    derivedFrom: [from],
  };
}

function methodOf({ records }: DocumentSource, { definition }: DrawnIndicator): DocumentTable {
  const { yearly, columns } = words;
  const items = [
    ["definition", yearly.definition, definition.definition],
    ["source", yearly.source, definition.source],
    ["unknown", yearly.unknown, definition.unknownRule],
    ["published", yearly.published, records.plan.source],
  ] as const;
  return {
    key: `${definition.id}/method`,
    title: yearly.methodTitle(definition.name),
    columns: [
      { key: "item", label: columns.item, share: 25, align: "start" },
      { key: "content", label: columns.content, share: 75, align: "start" },
    ],
    rows: items
      .filter(([, , text]) => text !== "")
      .map(([key, item, text]) => ({
        id: `${definition.id}/method/${key}`,
        kind: "line",
        level: 1,
        heading: "",
        isChanged: false,
        cells: { item: textCell(item), content: textCell(text) },
      })),
  };
}
