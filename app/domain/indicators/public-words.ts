import { documentWords } from "#app/locales/ja/documents.ts";
import type { DisclosureLimits } from "../disclosure/rules.ts";
import { maskNumbers } from "../releases/masking.rules.ts";
import type { Figure } from "./figures.ts";
import { publicBreakdownsOf, publicDetail } from "./public-figures.ts";
import type { IndicatorDetail } from "./store.server.ts";

/**
 * Takes the hidden figures of a part of the plan out of what staff wrote about it, as the papers do. `exact` are all its
 * indicators: one account speaks of all of them.
 */
export function wordsWithout(
  exact: readonly IndicatorDetail[],
  limits: DisclosureLimits,
  heldBackInPapers?: ReadonlySet<string>,
): (text: string) => string {
  const secrets = new Set(exact.flatMap((detail) => hiddenNumbers(detail, limits, heldBackInPapers)));
  return (text) => (secrets.size === 0 ? text : maskNumbers(text, secrets, documentWords.masked));
}

function hiddenNumbers(
  detail: IndicatorDetail,
  limits: DisclosureLimits,
  heldBackInPapers?: ReadonlySet<string>,
): number[] {
  const shown = publicDetail(detail, limits, heldBackInPapers);
  const figures = ({ line, history }: IndicatorDetail): (Figure | null)[] => [
    line.previous,
    line.actual,
    line.expected,
    line.baseline,
    ...history.map(({ figure }) => figure),
  ];
  const open = figures(shown);
  const hidden = figures(detail).flatMap((figure, at) =>
    figure?.value != null && open[at]?.value == null ? [figure.value] : [],
  );
  if (!detail.computed) return hidden;
  const parts = publicBreakdownsOf(detail.computed, limits);
  const isShown = (by: number, cell: number) =>
    shown.computed !== null && parts[by]!.cells[cell]!.value !== null;
  return [
    ...hidden,
    ...detail.computed.breakdowns.flatMap(({ cells }, by) =>
      cells.flatMap(({ value }, cell) => (value > 0 && !isShown(by, cell) ? [value] : [])),
    ),
  ];
}
