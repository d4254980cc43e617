import type { Computed } from "#app/analytics/measure.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { publicWords } from "#app/locales/ja/indicators-public.ts";
import { civilDateOf, fiscalYearLabel, longDate, plainDate } from "#app/platform/calendar.ts";
import type { DisclosureLimits } from "../disclosure/rules.ts";
import type { IndicatorVersion } from "./plan.rules.ts";
import type { EnteredFigure } from "./provenance.store.server.ts";
import { isEnteredHidden } from "./public-figures.ts";
import { formatFigure } from "./rules.ts";

const words = publicWords.detail;
type Measured = { unit: string; decimals: number };
type Parts = { numerator: number | null; denominator: number | null; unknown: number | null };

const count = (value: number) => value.toLocaleString("ja-JP");

/**
 * The parts of a rate as the public may see them: only with a large enough denominator, and where those in the numerator,
 * the others and the unknown are nobody or enough people. Null where they must stay hidden.
 */
export function publicParts(
  { numerator, denominator, unknown }: Parts,
  limits: DisclosureLimits,
): Parts | null {
  const isFew = (part: number | null) => part !== null && part > 0 && part < limits.minimumPeople;
  if (denominator !== null && denominator < limits.minimumRateDenominator) return null;
  const rest = numerator !== null && denominator !== null ? denominator - numerator : null;
  return [numerator, rest, unknown].some(isFew) ? null : { numerator, denominator, unknown };
}

/** Numerator, denominator and what is not known, in words; null for a figure that is no rate. */
export function rateLines(
  { numerator, denominator, unknown, bounds }: Parts & Pick<Computed, "bounds">,
  measured: Measured,
  limits: DisclosureLimits,
) {
  if (numerator === null && denominator === null && unknown === null) return null;
  const shown = publicParts({ numerator, denominator, unknown }, limits);
  if (!shown) return { numerator: null, denominator: null, unknown: words.unknownHidden };
  const between =
    bounds && words.bounds(formatFigure(bounds.low, measured), formatFigure(bounds.high, measured));
  const told =
    shown.unknown === null
      ? null
      : shown.unknown === 0
        ? words.unknownNone
        : words.unknownText(count(shown.unknown));
  return {
    numerator: shown.numerator === null ? null : count(shown.numerator),
    denominator: shown.denominator === null ? null : count(shown.denominator),
    unknown: [told, (shown.unknown ?? 0) > 0 ? between : null].filter(Boolean).join("\n") || null,
  };
}

/** Where an entered figure comes from: its source and, for an import, the cell. The file's name is for staff. */
export function originText(
  { source, cell }: Pick<EnteredFigure, "source" | "cell">,
  isStaff: boolean,
): string {
  if (!cell) return source;
  const file = isStaff && cell.fileName !== null ? words.file(cell.fileName) : null;
  return [source, words.cell(cell.row, cell.column), file].filter(Boolean).join("\n");
}

/** When an entered figure was recorded, and by which role. */
export function recordedText({
  recordedAt,
  recordedBy,
}: Pick<EnteredFigure, "recordedAt" | "recordedBy">): string {
  return words.recordedText(recordedAt, words.recorders[recordedBy]);
}

/**
 * Every entered figure of the plan's own area as a row; a row that a later one about the same day replaced says so.
 * `isHeldBack` says which ones papers keep back for another figure's sake; `open` takes hidden figures out of notes.
 */
export function enteredRows(
  rows: readonly EnteredFigure[],
  measured: Measured,
  {
    isStaff,
    limits,
    isHeldBack,
    open,
  }: {
    isStaff: boolean;
    limits: DisclosureLimits;
    isHeldBack: (row: EnteredFigure) => boolean;
    open: (text: string) => string;
  },
) {
  const own = rows.filter(({ areaId }) => areaId === null);
  return own.map((row) => {
    const isReplaced = own.some(
      (later) =>
        later.kind === row.kind &&
        later.fiscalYear === row.fiscalYear &&
        later.asOf === row.asOf &&
        own.indexOf(later) > own.indexOf(row),
    );
    const isShown = isStaff || (!isHeldBack(row) && !isEnteredHidden(row, measured.unit, limits));
    return {
      id: row.id,
      year: fiscalYearLabel(row.fiscalYear),
      kind: indicatorWords.detail.kinds[row.kind],
      value: isShown ? enteredValue(row, measured) : indicatorWords.gaps.suppressed,
      asOf: row.asOf === null ? indicatorWords.noExpected : plainDate(row.asOf),
      status: [publicWords.statuses[row.status], isReplaced ? words.replaced : null]
        .filter(Boolean)
        .join("・"),
      isReplaced,
      origin: [originText(row, isStaff), isShown ? open(row.note) : ""].filter(Boolean).join("\n"),
      recorded: `${plainDate(civilDateOf(row.recordedAt))}\n${words.recorders[row.recordedBy]}`,
      importId: isStaff ? (row.cell?.importId ?? null) : null,
    };
  });
}

function enteredValue(row: EnteredFigure, measured: Measured): string {
  if (row.value === null) return row.missingReason ?? row.text ?? "";
  return formatFigure(row.value, measured);
}

/** The changes of the definition, oldest first, in words. */
export function versionRows(versions: readonly IndicatorVersion[]) {
  return versions.map((version, index) => ({
    from: fiscalYearLabel(version.effectiveFrom),
    fromYear: version.effectiveFrom,
    definition: version.definition || indicatorWords.detail.noDefinition,
    reason: version.reason || (index === 0 ? words.firstVersion : indicatorWords.noExpected),
    comparison:
      index === 0 ? indicatorWords.noExpected : version.breaksSeries ? words.breaks : words.comparable,
    breaks: index > 0 && version.breaksSeries,
    recordedOn: longDate(civilDateOf(version.recordedAt)),
  }));
}
