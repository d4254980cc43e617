import type { IndicatorRecord, PlanIndicator, PlanNode, PlanRecords, Version } from "./plan.rules.ts";

/**
 * The version that holds for a fiscal year: of those recorded by `knownOn` the one with the latest effective year up to
 * it, and of several for one year the one recorded last. Null when there was none yet.
 */
export function versionFor<Row extends Version>(
  versions: readonly Row[],
  { fiscalYear, knownOn }: { fiscalYear: number; knownOn: Date },
): Row | null {
  let held: Row | null = null;
  for (const version of versions) {
    if (version.effectiveFrom > fiscalYear || version.recordedAt > knownOn) continue;
    const isLater =
      held === null ||
      version.effectiveFrom > held.effectiveFrom ||
      (version.effectiveFrom === held.effectiveFrom && version.recordedAt >= held.recordedAt);
    if (isLater) held = version;
  }
  return held;
}

/**
 * Whether the figures of two fiscal years count different things: a version that breaks the series, as known, begins to
 * hold after the earlier year and by the later one.
 */
export function isSeriesBroken(
  versions: readonly (Version & { breaksSeries: boolean })[],
  { from, to, knownOn }: { from: number; to: number; knownOn: Date },
): boolean {
  const [first, last] = from <= to ? [from, to] : [to, from];
  return versions.some(
    ({ effectiveFrom }) =>
      effectiveFrom > first &&
      effectiveFrom <= last &&
      versionFor(versions, { fiscalYear: effectiveFrom, knownOn })?.effectiveFrom === effectiveFrom &&
      versionFor(versions, { fiscalYear: effectiveFrom, knownOn })?.breaksSeries === true,
  );
}

/** The plan's tree as it stood for a fiscal year, as known: by position and code; ended projects are still in it. */
export function nodesAt(records: PlanRecords, at: { fiscalYear: number; knownOn: Date }): PlanNode[] {
  return records.nodes
    .flatMap(({ id, level, versions }) => {
      const version = versionFor(versions, at);
      return version === null ? [] : [{ ...version, id, level }];
    })
    .toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id));
}

/** The indicators with the definition that held for a fiscal year, as known. */
export function indicatorsAt(
  records: PlanRecords,
  at: { fiscalYear: number; knownOn: Date },
): PlanIndicator[] {
  return records.indicators.flatMap((indicator) => indicatorAt(indicator, at) ?? []);
}

/** One indicator with the definition that held; null when it did not exist yet or has ended. */
export function indicatorAt(
  indicator: IndicatorRecord,
  at: { fiscalYear: number; knownOn: Date },
): PlanIndicator | null {
  const version = versionFor(indicator.versions, at);
  if (version === null) return null;
  if (version.lastFiscalYear !== null && version.lastFiscalYear < at.fiscalYear) return null;
  return { ...indicator, ...version, id: indicator.id };
}
