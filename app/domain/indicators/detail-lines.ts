import type { Breakdown, Computed } from "#app/analytics/measure.ts";
import { indicatorWords, shortYear } from "#app/locales/ja/indicators.ts";
import { fiscalYearLabel, longDate } from "#app/platform/calendar.ts";
import type { Figure } from "./figures.ts";
import { figureText } from "./lines.ts";
import { type DatedTarget, formatFigure, publicCells } from "./rules.ts";

const words = indicatorWords.detail;

type Measured = { unit: string; decimals: number };

/** The breakdowns of a computed figure as the public may see them, in words. */
export function publicBreakdowns(computed: Computed) {
  return computed.breakdowns
    .filter((breakdown) => breakdown.cells.length > 0)
    .map((breakdown) => ({
      by: breakdown.by,
      total: breakdown.partition ? countText(computed.value ?? 0) : null,
      cells: publicCells(breakdown.cells, breakdown).map((cell) => ({
        key: cell.key,
        label: cellLabel(breakdown, cell),
        value: cell.value === null ? null : countText(cell.value),
      })),
    }));
}

function countText(value: number): string {
  return value.toLocaleString("ja-JP");
}

/** A day and a title for events, a month for reports, otherwise the word for the category. */
function cellLabel(breakdown: Breakdown, cell: { key: string; label?: string }): string {
  if (breakdown.by === "event") {
    const [day = "", ...title] = (cell.label ?? "").split("|");
    return `${longDate(day)} ${title.join("|")}`;
  }
  if (breakdown.by === "month") {
    const [year, month] = cell.key.split("-").map(Number);
    return `${year}年${month}月`;
  }
  return words.cellsBy[breakdown.by]?.[cell.key] ?? words.cells[cell.key] ?? cell.key;
}

/** The fiscal years of the history in words, with the numbers for the drawing. */
export function historyYears(
  history: readonly { fiscalYear: number; figure: Figure; target: DatedTarget | null }[],
  measured: Measured,
  current: { fiscalYear: number; asOf: string },
) {
  return history.map(({ fiscalYear, figure, target }) => {
    const { text, note } = figureText(figure, measured);
    const upTo = fiscalYear === current.fiscalYear && figure.value !== null ? words.upTo(current.asOf) : null;
    return {
      fiscalYear,
      label: fiscalYearLabel(fiscalYear),
      shortLabel: shortYear(fiscalYear),
      actual: text,
      actualValue: figure.value,
      note: [upTo, note, figure.note].filter(Boolean).join(" ") || null,
      target:
        target?.value == null
          ? (target?.text ?? indicatorWords.noExpected)
          : formatFigure(target.value, measured),
      targetValue: target?.value ?? null,
      origin:
        figure.origin && figure.value !== null ? words.origins[figure.origin] : indicatorWords.noExpected,
    };
  });
}
