/** Units that things are counted in: none of them can be below zero. */
const COUNTED = /^(人|名|社|件|回|校|台|か所|箇所|施設|団体|組|戸|ブース)/;
/** What goes up and down may be below zero in whatever unit. */
const MAY_FALL_BELOW_ZERO = /増減|増加|減少|収支|差|伸び|成長|前年比|変化/;
const PERCENT = /^(%|％|パーセント)$/;

/** True for a unit of percent, however it is written. */
export function isPercent(unit: string): boolean {
  return PERCENT.test(unit);
}

/**
 * Why a figure of an indicator cannot be: a count below zero, a share of a whole below 0 or over 100 %. A percentage of
 * something else (of last year) may be over 100. Null for a possible figure.
 */
export function impossibleFigure(
  value: number,
  indicator: { name: string; unit: string; aggregation: string; denominator: string },
): "negative-count" | "share-outside" | null {
  const { name, unit, aggregation, denominator } = indicator;
  if (value < 0 && COUNTED.test(unit) && !MAY_FALL_BELOW_ZERO.test(name)) return "negative-count";
  const isShare = aggregation === "ratioOfSums" || denominator !== "";
  return isPercent(unit) && isShare && (value > 100 || value < 0) ? "share-outside" : null;
}
