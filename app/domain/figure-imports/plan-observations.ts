import { figureWords as words } from "#app/locales/ja/figure-words.ts";
import { type CivilDate, civilDateOf, fiscalYearOf } from "#app/platform/calendar.ts";
import { normaliseLine, readDate } from "../text/rules.ts";
import { checkFigure, compareWithParts, type Parts, readParts, yearProblem } from "./figure-rules.ts";
import { definitionOf, nameKey, openIndicatorLookup } from "./indicator-lookup.ts";
import type { KnownIndicator, KnownObservation, KnownPlan } from "./known.ts";
import { compareObservation } from "./observation-comparison.ts";
import { readFiscalYear } from "./period.rules.ts";
import { type PlannedCell, type PlannedRow, rowOutcome } from "./rules.ts";
import type { ReadCell, ReadRow } from "./row-reader.ts";
import type { Settings } from "./schema.ts";

export type ObservationWrite = Omit<KnownObservation, "text"> & {
  indicatorId: string;
  source: string;
  note: string;
  row: number;
  column: string;
};

type About = {
  plan: KnownPlan;
  settings: Settings<"observations">;
  now: Date;
  isLeftOut: (row: number) => boolean;
};

type Planned =
  | { cell: PlannedCell; write: ObservationWrite | null }
  | { code: string; column: string }
  | null;

/** Says of rows, in the order of the file, which observations they would record. */
export function openObservationPlanner(about: About): (row: ReadRow) => PlannedRow<ObservationWrite> {
  const lookUp = openIndicatorLookup(about.plan);
  /** Where in the file a figure stood first. */
  const seen = new Map<string, string>();
  return (row) => {
    const errors = [...row.errors];
    const cells: PlannedCell[] = [];
    const writes: ObservationWrite[] = [];
    let blanks = 0;
    const figures = row.isAside ? [] : figuresOf(row, about.settings);
    const hasFigure = !row.isAside && tellsFigure(row);
    const found = errors.length === 0 && hasFigure ? lookUp(row) : null;
    if (found && !found.ok) errors.push(found);
    for (const { cell, year } of figures) {
      if (!found?.ok) continue;
      const planned = planFigure({ row, cell, year, indicator: found.indicator, seen }, about);
      if (!planned) blanks += 1;
      else if ("code" in planned) errors.push(planned);
      else {
        cells.push(planned.cell);
        if (planned.write) writes.push(planned.write);
      }
    }
    if (!hasFigure) blanks = figures.length;
    const outcome = rowOutcome({ cells, errors, isLeftOut: about.isLeftOut(row.number) });
    return { number: row.number, outcome, cells, errors: plainErrors(errors), blanks, writes };
  };
}

/** Errors of other rules may carry more than belongs into a row. */
export function plainErrors(errors: readonly { column: string; code: string }[]) {
  return errors.map(({ column, code }) => ({ column, code }));
}

/** The cells of a row that hold figures with their year; null where the year cannot be read. */
function figuresOf(
  row: ReadRow,
  settings: Settings<"observations">,
): { cell: ReadCell; year: number | null }[] {
  if (row.years.length > 0) return row.years.map(({ year, ...cell }) => ({ cell, year }));
  const typed = row.cell("fiscalYear").text.trim();
  return [{ cell: row.cell("value"), year: typed === "" ? settings.fiscalYear : readFiscalYear(typed) }];
}

/** Some cell says a figure, or why there is none. */
function tellsFigure(row: ReadRow): boolean {
  const cells =
    row.years.length > 0
      ? row.years
      : ["value", "missingReason", "numerator"].map((field) => row.cell(field));
  return cells.some(({ text }) => text.trim() !== "");
}

type Figure = {
  row: ReadRow;
  cell: ReadCell;
  year: number | null;
  indicator: KnownIndicator;
  seen: Map<string, string>;
};

function planFigure({ row, cell, year, indicator, seen }: Figure, { plan, settings, now }: About): Planned {
  const isWide = row.years.length > 0;
  const column = cell.column || row.cell("missingReason").column || row.cell("numerator").column;
  const refuse = (code: string, at = column) => ({ column: at, code });
  const reason = isWide ? "" : normaliseLine(row.cell("missingReason").text).slice(0, 200);
  const parts = isWide ? { ok: true as const, parts: NO_PARTS } : readParts(row);
  const isBlank = cell.text.trim() === "";
  if (isBlank && reason === "" && (!parts.ok || parts.parts.numerator === null)) return null;
  if (year === null) return refuse("figure-year", row.cell("fiscalYear").column);
  const definition = definitionOf(indicator, { fiscalYear: year, now });
  if (!definition) return refuse(`figure-indicator-ended:${year}`);
  const outside = yearProblem(plan, year, {
    mayBeEarlier: settings.observedKind === "baseline" || settings.allowEarlier === "yes",
  });
  if (outside) return refuse(outside);
  const today = civilDateOf(now);
  if (settings.observedKind === "actual" && year > fiscalYearOf(today)) return refuse("figure-year-future");
  const day = dayOf({ row, year, today }, settings);
  if (!day.ok) return refuse(day.code, day.column || column);
  const area = areaOf(row, plan);
  if (!area.ok) return refuse("figure-no-area", row.cell("area").column);
  if (!parts.ok) return parts;

  const note = normaliseLine(row.cell("note").text).slice(0, 400) || settings.note;
  const unit = normaliseLine(row.cell("unit").text);
  const read = checkFigure(cell, { definition, unit, hasNote: note !== "" });
  if (read.is === "refused") return refuse(read.code);
  if (read.is === "value" && reason !== "") return refuse("value-or-reason");
  const compared = compareWithParts(read.is === "value" ? read.value : null, parts.parts, definition);
  if (compared?.is === "refused" && read.is !== "missing") return refuse(compared.code);
  const value = read.is === "value" ? read.value : compared?.is === "computed" ? compared.value : null;
  const missingReason =
    value !== null
      ? null
      : reason || (read.is === "missing" ? words.missingReasons[read.mark](read.words) : words.noDenominator);
  const status = statusOf(row, settings, read.is === "value" ? read.status : null);
  if (!status) return refuse("figure-status", row.cell("status").column);

  const subject = [
    indicator.id,
    year,
    settings.observedKind,
    settings.periodKind,
    area.id ?? "own",
    day.asOf,
  ].join("/");
  const earlier = seen.get(subject);
  if (earlier !== undefined) return refuse(`figure-twice:${earlier}`);
  seen.set(subject, `${column}${row.number}`);
  const wanted: KnownObservation = {
    kind: settings.observedKind,
    periodKind: settings.periodKind,
    fiscalYear: year,
    areaId: area.id,
    asOf: day.asOf,
    value,
    ...parts.parts,
    text: null,
    missingReason,
    status,
  };
  const isCounted = definition.measureKey !== null && settings.observedKind === "actual" && area.id === null;
  const comparison = compareObservation(wanted, indicator.observations, { definition, note, isCounted });
  if ("code" in comparison) return refuse(comparison.code);
  const { outcome, before, after, remarks, status: stored } = comparison;
  const fromCell =
    read.is === "blank" ? (compared?.is === "computed" ? ["figure-from-parts"] : []) : read.remarks;
  const { text: _text, ...write } = wanted;
  const source = normaliseLine(row.cell("source").text).slice(0, 200) || settings.source;
  return {
    cell: {
      subject,
      field: words.figureName(definition.name, year, settings.observedKind, area.name),
      column,
      outcome,
      before,
      after,
      remarks: [...fromCell, ...remarks],
    },
    write:
      outcome === "same"
        ? null
        : { ...write, status: stored, indicatorId: indicator.id, source, note, row: row.number, column },
  };
}

const NO_PARTS: Parts = { numerator: null, denominator: null, unknownCount: null };

/** The day that a figure is about: its own column, what staff typed, otherwise the last day of its year. */
function dayOf(
  { row, year, today }: { row: ReadRow; year: number; today: CivilDate },
  { asOf, periodKind }: Settings<"observations">,
): { ok: true; asOf: CivilDate } | { ok: false; code: string; column: string } {
  const cell = row.cell("asOf");
  // In a table of several years the day that staff typed is about the year in which it falls.
  const isAbout = asOf !== null && (row.years.length < 2 || fiscalYearOf(asOf) === year);
  const isTyped = cell.text.trim() !== "" || isAbout;
  const read = cell.text.trim() === "" ? null : readDate(cell.text);
  if (read && !read.ok) return { ok: false, code: read.error, column: cell.column };
  const lastDay = periodKind === "calendarYear" ? `${year}-12-31` : `${year + 1}-03-31`;
  const day = read?.ok ? read.date : isAbout ? asOf : lastDay;
  if (day <= today) return { ok: true, asOf: day };
  return { ok: false, code: isTyped ? "date-in-future" : "figure-as-of", column: cell.column };
}

/** The area of a row; the plan's own one carries none. */
function areaOf(
  row: ReadRow,
  plan: KnownPlan,
): { ok: true; id: string | null; name: string } | { ok: false } {
  const typed = row.cell("area").text;
  if (typed.trim() === "") return { ok: true, id: null, name: "" };
  const area = plan.areas.find(({ name }) => nameKey(name) === nameKey(typed));
  if (!area) return { ok: false };
  return area.id === plan.ownAreaId
    ? { ok: true, id: null, name: "" }
    : { ok: true, id: area.id, name: area.name };
}

/** What the row's column says, then the mark in the cell, then what staff typed; null for words that are no state. */
function statusOf(
  row: ReadRow,
  settings: Settings<"observations">,
  marked: "provisional" | "final" | "estimated" | null,
): KnownObservation["status"] | null {
  const typed = normaliseLine(row.cell("status").text);
  if (typed === "") return marked ?? settings.status;
  if (/速報|暫定|概数/.test(typed)) return "provisional";
  if (/推計|見込|推定/.test(typed)) return "estimated";
  return /確報|確定|改定|訂正/.test(typed) ? "final" : null;
}
