import { openFacts } from "#app/analytics/facts.server.ts";
import { forecastOf } from "#app/analytics/forecast.ts";
import { findMeasure } from "#app/analytics/registry.ts";
import { computeKept } from "#app/analytics/run.server.ts";
import { fiscalYearOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { knownVersions, type YearEndForecast } from "./history-lines.ts";
import type { Cut, PlanIndicator } from "./plan.rules.ts";

/**
 * What an indicator's year is expected to end with, as of a day and as known; null where the rules of forecasts allow no
 * expectation (not a flow, too few comparable years, the year is over) or the portal does not compute the indicator.
 */
export async function forecastIndicator(
  town: Pick<Town, "database">,
  { indicator, cut }: { indicator: PlanIndicator; cut: Cut },
): Promise<YearEndForecast | null> {
  const { measureKey, measureVersion, parameters } = indicator;
  const measure = measureKey === null ? null : findMeasure(measureKey, measureVersion);
  if (measure?.timeNature !== "flow") return null;
  const book = await openFacts(town);
  const fiscalYear = fiscalYearOf(cut.asOf);
  const since = knownVersions(indicator.versions, cut.knownOn).findLast(
    ({ breaksSeries, effectiveFrom }) => breaksSeries && effectiveFrom <= fiscalYear,
  )?.effectiveFrom;
  const forecast = forecastOf(
    (asOf) => computeKept(measure, book, { asOf, knownOn: cut.knownOn, parameters }),
    { asOf: cut.asOf, since },
  );
  return forecast?.ok ? { ...forecast, fiscalYear } : null;
}
