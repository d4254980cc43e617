/** Who told the town about a placement. */
export const PLACEMENT_SOURCES = ["company", "school", "jobCafe", "supportStation", "staffImport"] as const;
export type PlacementSource = (typeof PLACEMENT_SOURCES)[number];

export type PlacementRecord = { personKey: string; source: PlacementSource };

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
