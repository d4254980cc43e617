import type { Cut } from "./plan.rules.ts";
import { type DatedObservation, observationFor } from "./rules.ts";

/** A place with its values by fiscal year; a year without a figure has none (never 0). */
export type ComparedSeries = { name: string; isOwn: boolean; values: Map<number, number> };

export type Comparison = {
  /** The newest year with figures of at least two places, otherwise the newest year of any other place. */
  year: number;
  years: number[];
  series: ComparedSeries[];
};

/**
 * An indicator beside the same figure of other areas, as of a day and as known. Null where no other area has a figure.
 * The plan's own values are those of its pages; a row that names the own area stands in where they are missing.
 */
export function compareAreas(
  observations: readonly DatedObservation[],
  {
    cut,
    areas,
    own,
  }: {
    cut: Cut;
    areas: readonly { id: string; name: string }[];
    own: { areaId: string; name: string; values: ReadonlyMap<number, number> };
  },
): Comparison | null {
  const valuesOf = (areaId: string) => {
    const years = new Set(
      observations
        .filter((row) => row.areaId === areaId && row.kind === "actual")
        .map((row) => row.fiscalYear),
    );
    const values = new Map<number, number>();
    for (const fiscalYear of years) {
      const row = observationFor(observations, { kind: "actual", fiscalYear, areaId, ...cut });
      if (row?.value != null) values.set(fiscalYear, row.value);
    }
    return values;
  };
  const others = areas
    .filter(({ id }) => id !== own.areaId)
    .map(({ id, name }) => ({ name, isOwn: false, values: valuesOf(id) }))
    .filter(({ values }) => values.size > 0);
  if (others.length === 0) return null;
  const mine = { name: own.name, isOwn: true, values: new Map([...valuesOf(own.areaId), ...own.values]) };
  const series = [mine, ...others].filter(({ values }) => values.size > 0);
  // A year of which only the own value is known compares nothing.
  const years = [...new Set(others.flatMap(({ values }) => [...values.keys()]))].toSorted((a, b) => a - b);
  const shared = years.filter((year) => series.filter(({ values }) => values.has(year)).length > 1);
  return { year: shared.at(-1) ?? years.at(-1)!, years, series };
}

/** The places of a year from the largest value down; equal ones keep their order. */
export function rankedIn(
  { series }: Comparison,
  year: number,
): { name: string; isOwn: boolean; value: number }[] {
  return series
    .flatMap(({ name, isOwn, values }) => {
      const value = values.get(year);
      return value === undefined ? [] : [{ name, isOwn, value }];
    })
    .toSorted((a, b) => b.value - a.value);
}
