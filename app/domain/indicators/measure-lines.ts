import type { Breakdown, Computed, Measure } from "#app/analytics/measure.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { methodWords } from "#app/locales/ja/indicator-methods.ts";
import { measureWords as words } from "#app/locales/ja/measures.ts";
import { type DisclosureLimits, isSmall } from "../disclosure/rules.ts";
import { cellLabel } from "./detail-lines.ts";
import type { MeasuredFigure } from "./measures.server.ts";
import { publicBreakdownsOf } from "./public-figures.ts";
import { formatFigure } from "./rules.ts";
import { countedAs } from "./running.ts";

const UNITS: Record<Computed["counts"], string> = {
  companies: "社",
  people: "人",
  "person-times": "人",
  placements: "件",
  events: "回",
  booths: "社",
  entries: "件",
  cases: "件",
  subscribers: "件",
  searches: "回",
  views: "回",
};
/** As many cells of the main breakdown stand in the list. */
const CELLS_SHOWN = 4;

/** How disclosure control would treat the figure on a public page, by itself. */
export type Publicly = keyof typeof words.publicly;

/** A rate says what stands above the line. */
function measuredIn({ numerator, counts }: Measure): { unit: string; decimals: number } {
  return numerator === undefined ? { unit: UNITS[counts], decimals: 0 } : { unit: "%", decimals: 1 };
}

function valueText({ measure, computed }: MeasuredFigure): string {
  if (computed.value === null) return indicatorWords.gaps[computed.missing ?? "no-records"];
  return formatFigure(computed.value, measuredIn(measure));
}

/** Whether the figure itself, or a cell of its breakdowns, would be hidden from the public. */
export function publiclyOf({ measure, computed }: MeasuredFigure, limits: DisclosureLimits): Publicly {
  const { value, counts, rate } = computed;
  if (value === null) return "none";
  const isRate = measure.numerator !== undefined;
  const parts = rate ?? (isRate ? stayParts(computed) : null);
  const disclosedAs = isRate ? "rate" : countedAs(counts);
  if (isSmall({ value, disclosedAs, ...(parts && { rate: parts }) }, limits)) return "hidden";
  const hides = publicBreakdownsOf(computed, limits).some(({ cells }) =>
    cells.some((cell) => cell.value === null),
  );
  return hides ? "partly" : "shown";
}

/** An estimate has no parts of its own; those who left and those who are there decide. */
function stayParts({ breakdowns }: Computed): { numerator: number; denominator: number } {
  const cells = breakdowns.find(({ by }) => by === "stay")?.cells ?? [];
  const of = (...keys: string[]) =>
    cells.reduce((sum, { key, value }) => (keys.includes(key) ? sum + value : sum), 0);
  const numerator = of("stayed", "followed");
  return { numerator, denominator: numerator + of("separated") };
}

function basisOf({ measure, computed }: MeasuredFigure) {
  const { rate, bounds } = computed;
  const measured = measuredIn(measure);
  return {
    rate: rate && words.rate(rate.numerator, rate.denominator, rate.unknown),
    bounds: bounds && words.bounds(formatFigure(bounds.low, measured), formatFigure(bounds.high, measured)),
  };
}

function mainBreakdown({ breakdowns }: Computed): string | null {
  const main = breakdowns.find(({ cells }) => cells.length > 0);
  if (!main) return null;
  const shown = main.cells.slice(0, CELLS_SHOWN);
  const parts = shown.map((cell) => words.part(cellLabel(main, cell), cell.value));
  const left = main.cells.length - shown.length;
  return [...parts, ...(left > 0 ? [words.more(left)] : [])].join("、");
}

/** Every measure in words, by its subject. */
export function measureGroups(
  figures: readonly MeasuredFigure[],
  { limits, query }: { limits: DisclosureLimits; query: string },
) {
  return [...Map.groupBy(figures, ({ subject }) => subject)].map(([subject, rows]) => ({
    subject,
    title: words.subjects[subject],
    lines: rows.map((figure) => {
      const { measure, computed, usedBy } = figure;
      const { rate, bounds } = basisOf(figure);
      return {
        key: `${measure.key} ${measure.version}`,
        to: measureAddress(measure.key, query),
        name: measure.name,
        version: words.version(measure.key, measure.version),
        definition: measure.definition,
        value: valueText(figure),
        isMissing: computed.value === null,
        details: [rate, bounds, mainBreakdown(computed)].filter((text) => text !== null),
        usedBy: usedBy.map(({ id, name }) => ({ to: `/indicators/${encodeURIComponent(id)}${query}`, name })),
        publicly: publiclyOf(figure, limits),
      };
    }),
  }));
}

/** The page of a measure. */
export function measureAddress(key: string, query: string): string {
  return `/staff/indicators/measures/${encodeURIComponent(key)}${query}`;
}

/** One measure in words with all its breakdowns; what the public would not see is marked. */
export function measureView(
  figure: MeasuredFigure,
  { limits, query }: { limits: DisclosureLimits; query: string },
) {
  const { measure, computed, usedBy } = figure;
  const { rate, bounds } = basisOf(figure);
  const detail = indicatorWords.detail;
  const parameters = Object.entries(measure.parameters ?? {}).map(
    ([name, value]) =>
      `${words.parameterNames[name] ?? name}:${detail.cellsBy[name]?.[value] ?? String(value)}`,
  );
  const items: [string, string | null | undefined][] = [
    [words.terms.value, valueText(figure)],
    [words.terms.rate, rate],
    [words.terms.bounds, bounds],
    [words.terms.records, detail.records(computed.inputCount, computed.memberCount)],
    [words.terms.publicly, words.publicly[publiclyOf(figure, limits)]],
    [words.terms.digest, computed.digest],
  ];
  const basis: [string, string | null | undefined][] = [
    [words.terms.definition, measure.definition],
    [words.terms.numerator, measure.numerator],
    [words.terms.denominator, measure.denominator],
    [words.terms.unknownRule, measure.unknownRule],
    [words.terms.counts, detail.countUnits[measure.counts]],
    [words.terms.nature, methodWords.natures[measure.timeNature]],
    [words.terms.parameters, parameters.join("、") || null],
    [words.terms.key, words.version(measure.key, measure.version)],
  ];
  const told = (all: typeof items) =>
    all.flatMap(([term, children]) => (children ? [{ term, children }] : []));
  return {
    name: measure.name,
    items: told(items),
    basis: told(basis),
    usedBy: usedBy.map(({ id, name }) => ({ to: `/indicators/${encodeURIComponent(id)}${query}`, name })),
    breakdowns: breakdownLines(computed, limits),
    recordsTo: measureAddress(measure.key, "") + `/records${query}`,
  };
}

function breakdownLines(computed: Computed, limits: DisclosureLimits) {
  const open = publicBreakdownsOf(computed, limits);
  const isOpen = (at: number, cell: number) => open[at]?.cells[cell]?.value !== null;
  return computed.breakdowns
    .map((breakdown: Breakdown, at) => ({
      by: breakdown.by,
      total: breakdown.partition ? (computed.value ?? 0).toLocaleString("ja-JP") : null,
      cells: breakdown.cells.map((cell, place) => ({
        key: cell.key,
        label: cellLabel(breakdown, cell),
        value: cell.value.toLocaleString("ja-JP") + (isOpen(at, place) ? "" : words.hiddenPublicly),
      })),
    }))
    .filter(({ cells }) => cells.length > 0);
}
