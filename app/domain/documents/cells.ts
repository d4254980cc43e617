import type { Breakdown, Computed, CountUnit } from "#app/analytics/measure.ts";
import type { Figure, SheetIndicator } from "#app/domain/indicators/figures.ts";
import { figureText } from "#app/domain/indicators/lines.ts";
import { formatFigure, type ObservationKind, observationFor } from "#app/domain/indicators/rules.ts";
import { documentWords as words } from "#app/locales/ja/documents.ts";
import type { DisclosedAs, DocumentCell, Marker } from "./document.rules.ts";
import type { DocumentSource, DrawnIndicator } from "./source.ts";

/** A cell of words. */
export function textCell(text: string, note = ""): DocumentCell {
  return { text, value: null, marker: null, note, indicatorId: null, disclosedAs: "other" };
}

/** A number that somebody decided (a target, a weight, a share): nobody is counted in it, so it is never hidden. */
export function decidedCell(
  value: number,
  text: string,
  { note = "", indicatorId = null }: { note?: string; indicatorId?: string | null } = {},
): DocumentCell {
  return { text, value, marker: "entered", note, indicatorId, disclosedAs: "other" };
}

const COUNTED_AS: Partial<Record<CountUnit, DisclosedAs>> = {
  people: "people",
  "person-times": "people",
  placements: "people",
  companies: "companies",
  booths: "companies",
};
// What an entered figure counts is only said by its unit.
const UNIT_AS: Readonly<Record<string, DisclosedAs>> = { 人: "people", 名: "people", 社: "companies" };

function disclosedAs(unit: string, computed: Computed | null): DisclosedAs {
  if (computed) return computed.rate ? "rate" : (COUNTED_AS[computed.counts] ?? "other");
  return UNIT_AS[unit] ?? "other";
}

/** What the status of the row behind an entered figure makes of its marker. */
function enteredMarker(
  { definition }: DrawnIndicator,
  { kind, fiscalYear }: { kind: ObservationKind; fiscalYear: number },
  { cut }: Pick<DocumentSource, "cut">,
): Marker {
  if (kind === "expected") return "expected";
  const row = observationFor(definition.observations, { kind, fiscalYear, ...cut });
  if (row?.status === "provisional") return "provisional";
  if (row?.status === "revised") return "revised";
  return row?.status === "estimated" ? "expected" : "entered";
}

/** The cell of a figure with its marker and what must be read with it. `at` is the cut at which a measure computed it. */
export function figureCell(
  source: DocumentSource,
  indicator: DrawnIndicator,
  figure: Figure,
  {
    kind = "actual",
    withYear = false,
    note = "",
  }: { kind?: ObservationKind; withYear?: boolean; note?: string } = {},
): DocumentCell {
  const { definition } = indicator;
  const measured = { unit: definition.unit, decimals: definition.decimals };
  const { text, note: official } = figureText(figure, measured);
  const isComputed = figure.origin === "computed";
  const computed =
    isComputed && figure.asOf
      ? source.compute(definition, { asOf: figure.asOf, knownOn: source.cut.knownOn })
      : null;
  const notes = [note, official && `${official}。`, official && figure.official?.note, figure.note];
  const isWords = figure.value === null && figure.gap === null;
  const marker =
    figure.value === null && !isWords
      ? "missing"
      : isComputed
        ? "computed"
        : enteredMarker(indicator, { kind, fiscalYear: figure.fiscalYear }, source);
  return {
    text: withYear && figure.value !== null ? words.ofYear(text, figure.fiscalYear) : text,
    value: figure.value,
    marker,
    note: notes.filter(Boolean).join(" "),
    indicatorId: definition.id,
    disclosedAs: figure.value === null ? "other" : disclosedAs(definition.unit, computed),
    figure: `${definition.id} ${kind} ${figure.fiscalYear}`,
    ...(computed && { computedAsOf: computed.asOf }),
    ...(computed?.rate && {
      rate: { numerator: computed.rate.numerator, denominator: computed.rate.denominator },
    }),
  };
}

/**
 * The column 実績見込: what was computed or entered up to the as-of day; before there is any, what is expected for the
 * year. Where both exist and differ, the expectation is in the note.
 */
export function expectedCell(source: DocumentSource, indicator: DrawnIndicator): DocumentCell {
  const { actual, expected } = indicator.line;
  if (actual.value === null && expected !== null)
    return figureCell(source, indicator, expected, { kind: "expected" });
  const differs = expected?.value != null && expected.value !== actual.value;
  const note = differs ? words.expectedAtEnd(formatFigure(expected.value!, indicator.definition)) : "";
  return figureCell(source, indicator, actual, { note });
}

/** The target of a fiscal year as a cell; with its year where it is that of another one. */
export function targetCell(
  { definition }: DrawnIndicator,
  target: SheetIndicator["target"],
  fiscalYear: number,
): DocumentCell {
  if (target === null || (target.value === null && !target.text)) return textCell(words.noTarget);
  const text = target.value === null ? target.text! : formatFigure(target.value, definition);
  const shown = target.fiscalYear === fiscalYear ? text : words.ofYear(text, target.fiscalYear);
  return {
    ...textCell(shown),
    value: target.value,
    marker: "entered",
    indicatorId: definition.id,
  };
}

/** A part of a computed figure. The days of the discovery fair are told apart by school, so minors' limit counts. */
export function partCell(
  { definition, line }: DrawnIndicator,
  breakdown: Breakdown,
  value: number,
  text: string,
): DocumentCell {
  const bySchool = breakdown.by === "event" && definition.measureKey === "discovery-fair-students";
  return {
    text,
    value,
    marker: "computed",
    note: "",
    indicatorId: definition.id,
    disclosedAs: bySchool ? "minorsBySchool" : (COUNTED_AS[breakdown.counts] ?? "other"),
    ...(line.actual.asOf !== null && { computedAsOf: line.actual.asOf }),
  };
}
