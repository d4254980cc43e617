import { type CivilDate, fiscalYearOf, fiscalYearRange } from "#app/platform/calendar.ts";

export type IndicatorDirection = "increase" | "decrease" | "maintain" | "band";
/** How the achievement of an indicator is found; `automatic` follows its direction and baseline. */
export type MethodChoice =
  | "automatic"
  | "ratio"
  | "baselineToTarget"
  | "inverse"
  | "band"
  | "maintain"
  | "milestone"
  | "none";

/**
 * How actual and target are compared. ratio and maintain: actual ÷ target; inverse: target ÷ actual; baseline-to-target: how
 * much of the way from the baseline to the target is done; band: 1 inside the band, outside the ratio to the nearer edge;
 * milestone: 1 when the target is reached and 0 until then; none: the indicator is only watched.
 */
export type AchievementMethod =
  | "ratio"
  | "baseline-to-target"
  | "inverse"
  | "band"
  | "maintain"
  | "milestone"
  | "none";

/**
 * Why there is no achievement: undefined is never 0 % and never 100 %. series-break: what is counted has changed since the
 * baseline. not-applicable: the indicator is only watched. suppressed: it would give a hidden figure away. not-released:
 * the figure is known to a step only, until papers show it.
 */
export type NoAchievement =
  | "no-target"
  | "no-actual"
  | "no-baseline"
  | "no-band"
  | "series-break"
  | "not-applicable"
  | "suppressed"
  | "not-released"
  | "target-zero"
  | "actual-zero"
  | "target-is-baseline"
  | "negative";

/** `ratio` 1 is 100 %. It is not capped: 3.5 says that the target was reached three and a half times. */
export type Achievement = { ok: true; ratio: number } | { ok: false; reason: NoAchievement };

/**
 * The method of an indicator: the one that its version names; with `automatic` long-term ones with a baseline measure the
 * way, yearly ones compare with the target.
 */
export function achievementMethod(indicator: {
  choice?: MethodChoice;
  direction: IndicatorDirection;
  baseline: number | null;
}): AchievementMethod {
  const { choice = "automatic", direction, baseline } = indicator;
  if (choice === "baselineToTarget") return "baseline-to-target";
  if (choice !== "automatic") return choice;
  if (direction === "maintain" || direction === "band") return direction;
  if (baseline !== null) return "baseline-to-target";
  return direction === "decrease" ? "inverse" : "ratio";
}

/** The edges of a band, both included; null for an open side. */
export type Band = { low: number | null; high: number | null };

/** Compares actual and target; what cannot be divided gives the reason, never a number. */
export function achievementOf(figures: {
  method: AchievementMethod;
  actual: number | null;
  target: number | null;
  baseline: number | null;
  band?: Band;
  /** What is counted has changed between the baseline's year and the actual's. */
  seriesBreak?: boolean;
}): Achievement {
  const { method, actual, target, baseline } = figures;
  if (method === "none") return none("not-applicable");
  if (method === "band") return bandAchievement(actual, figures.band ?? { low: null, high: null });
  if (target === null) return none("no-target");
  if (actual === null) return none("no-actual");
  if (method === "baseline-to-target") {
    if (baseline === null) return none("no-baseline");
    if (figures.seriesBreak) return none("series-break");
    if (target === baseline) return none("target-is-baseline");
    return { ok: true, ratio: (actual - baseline) / (target - baseline) };
  }
  if (actual < 0 || target < 0) return none("negative");
  if (target === 0) return none(method === "inverse" && actual === 0 ? "actual-zero" : "target-zero");
  if (method === "milestone") return { ok: true, ratio: actual >= target ? 1 : 0 };
  if (method === "inverse") return actual === 0 ? none("actual-zero") : { ok: true, ratio: target / actual };
  return { ok: true, ratio: actual / target };
}

function none(reason: NoAchievement): Achievement {
  return { ok: false, reason };
}

function bandAchievement(actual: number | null, { low, high }: Band): Achievement {
  if (!isBand({ low, high })) return none("no-band");
  if (actual === null) return none("no-actual");
  if (actual < 0 || (low ?? 0) < 0 || (high ?? 0) < 0) return none("negative");
  if (low !== null && actual < low) return { ok: true, ratio: actual / low };
  if (high === null || actual <= high) return { ok: true, ratio: 1 };
  return high === 0 ? none("target-zero") : { ok: true, ratio: high / actual };
}

/** A band has at least one edge, and its low edge is not above the high one. */
function isBand({ low, high }: Band): boolean {
  if (low === null || high === null) return low !== null || high !== null;
  return low <= high;
}

/** True when the target is reached, or the figure lies in its band; null when that cannot be said. */
export function isReached(figures: {
  direction: IndicatorDirection;
  method?: AchievementMethod;
  actual: number | null;
  target: number | null;
  band?: Band;
}): boolean | null {
  const { direction, method, actual, target, band } = figures;
  if (actual === null) return null;
  if (method === "band" || (method === undefined && direction === "band")) {
    if (!band || !isBand(band)) return null;
    return (band.low === null || actual >= band.low) && (band.high === null || actual <= band.high);
  }
  if (target === null) return null;
  return direction === "decrease" ? actual <= target : actual >= target;
}

/** The share of the fiscal year that is over at the end of the as-of day: 1/365 after 1 April, 1 after 31 March. */
export function elapsedShare(asOf: CivilDate): number {
  const { first, last } = fiscalYearRange(fiscalYearOf(asOf));
  const days = (from: CivilDate, to: CivilDate) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return days(first, asOf) / days(first, last);
}

/**
 * Where the figure would stand on the as-of day if the year went evenly: for a flow the share of the target, for a stock
 * the share of the way from the last year's end to the target. Null when that way is not known.
 */
export function paceLine(figures: {
  timeNature: "stock" | "flow" | "cohort";
  previous: number | null;
  target: number | null;
  asOf: CivilDate;
}): number | null {
  const { timeNature, previous, target } = figures;
  if (target === null) return null;
  const share = elapsedShare(figures.asOf);
  // A rate of a closed group of people does not grow through the year.
  if (timeNature === "cohort") return null;
  if (timeNature === "flow") return target * share;
  return previous === null ? null : previous + (target - previous) * share;
}

/** True when the figure is on the wrong side of the pace line; null without a line or a figure. */
export function isBehindPace(figures: {
  direction: IndicatorDirection;
  actual: number | null;
  pace: number | null;
}): boolean | null {
  const { direction, actual, pace } = figures;
  if (actual === null || pace === null) return null;
  return direction === "decrease" ? actual > pace : actual < pace;
}
