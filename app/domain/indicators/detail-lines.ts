import type { Breakdown, Computed } from "#app/analytics/measure.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { longDate } from "#app/platform/calendar.ts";
import type { DisclosureLimits } from "../disclosure/rules.ts";
import { publicBreakdownsOf } from "./public-figures.ts";

const words = indicatorWords.detail;

/** The breakdowns of a computed figure as the public may see them, in words. */
export function publicBreakdowns(
  computed: Computed,
  limits: DisclosureLimits,
  hiddenBefore?: ReadonlySet<string>,
) {
  return publicBreakdownsOf(computed, limits, hiddenBefore)
    .filter((breakdown) => breakdown.cells.length > 0)
    .map((breakdown) => ({
      by: breakdown.by,
      total: breakdown.partition ? countText(computed.value ?? 0) : null,
      cells: breakdown.cells.map((cell) => ({
        key: cell.key,
        label: cellLabel(breakdown, cell),
        value: cell.value === null ? null : countText(cell.value),
      })),
    }));
}

function countText(value: number): string {
  return value.toLocaleString("ja-JP");
}

/** The words for a cell: a day and a title for events, a month for reports, otherwise the word for the category. */
export function cellLabel(breakdown: Pick<Breakdown, "by">, cell: { key: string; label?: string }): string {
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
