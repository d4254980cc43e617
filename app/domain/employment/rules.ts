import type { CivilDate } from "#app/platform/calendar.ts";

/** Who told the town about a placement. */
export const PLACEMENT_SOURCES = ["company", "school", "jobCafe", "supportStation", "staffImport"] as const;
export type PlacementSource = (typeof PLACEMENT_SOURCES)[number];

export type PlacementRecord = {
  personKey: string;
  source: PlacementSource;
  kind: "newGraduate" | "midCareer" | "supported";
  graduationYear: number | null;
  /** At an employer inside the jurisdiction of the town's HelloWork. */
  inJurisdiction: boolean;
  startedOn: CivilDate;
};

/** Placements (not people) and unique people, in all and by source. The people of the sources do not add up: one person can be reported twice. */
export function summarisePlacements(placements: readonly PlacementRecord[]) {
  const peopleOf = (rows: readonly PlacementRecord[]) => new Set(rows.map((row) => row.personKey)).size;
  return {
    placements: placements.length,
    people: peopleOf(placements),
    bySource: PLACEMENT_SOURCES.map((source) => {
      const rows = placements.filter((placement) => placement.source === source);
      return { source, placements: rows.length, people: peopleOf(rows) };
    }),
  };
}

/** A rate keeps both its parts, so that rates add up as ratios of sums; without a denominator there is no rate. */
export type Rate = { numerator: number; denominator: number; rate: number | null };

/**
 * 新規高卒者の管内就職率 of a class, as far as the portal knows: new graduates who started inside the jurisdiction ÷ all new
 * graduates of the class who started anywhere. `rate` 1 is 100 %.
 */
export function localEmploymentRate(placements: readonly PlacementRecord[], graduationYear: number): Rate {
  const all = new Map<string, boolean>();
  for (const row of placements)
    if (row.kind === "newGraduate" && row.graduationYear === graduationYear && !all.has(row.personKey))
      all.set(row.personKey, row.inJurisdiction);
  const numerator = [...all.values()].filter(Boolean).length;
  return { numerator, denominator: all.size, rate: all.size === 0 ? null : numerator / all.size };
}
