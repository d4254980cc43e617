/** Who told the town about a placement. */
export const PLACEMENT_SOURCES = ["company", "school", "jobCafe", "supportStation", "staffImport"] as const;
export type PlacementSource = (typeof PLACEMENT_SOURCES)[number];

/** How somebody starts: straight from school, from another job, or with the help of a programme. */
export const PLACEMENT_KINDS = ["newGraduate", "midCareer", "supported"] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];

/** How person and employer came together, in the order of forms. */
export const PLACEMENT_ROUTES = [
  "schoolIntroduction",
  "helloWork",
  "jobCafe",
  "supportStation",
  "portal",
  "personalContact",
  "other",
] as const;
export type PlacementRoute = (typeof PLACEMENT_ROUTES)[number];

export const SCHOOL_KINDS = [
  "highSchool",
  "kosen",
  "juniorCollege",
  "vocational",
  "university",
  "juniorHigh",
  "other",
] as const;
export type SchoolKind = (typeof SCHOOL_KINDS)[number];

export const SEPARATION_KINDS = ["resigned", "contractEnd", "dismissed", "other"] as const;
export type SeparationKind = (typeof SEPARATION_KINDS)[number];

/** What an employer can say about a person. Saying nothing is a state of its own: unanswered. */
export const EMPLOYMENT_STATES = ["still", "left", "notKnown"] as const;
export type EmploymentState = (typeof EMPLOYMENT_STATES)[number];

/** Programmes that report every month. */
export const PROGRAMMES = ["jobCafe", "supportStation"] as const;
export type Programme = (typeof PROGRAMMES)[number];

export type PlacementRecord = { personKey: string; source: PlacementSource; route?: PlacementRoute | null };

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

/** Placements and people by route; placements whose route nobody told stand under null, at the end. */
export function summariseRoutes(placements: readonly PlacementRecord[]) {
  return [...PLACEMENT_ROUTES, null].map((route) => {
    const rows = placements.filter((placement) => (placement.route ?? null) === route);
    return { route, placements: rows.length, people: new Set(rows.map((row) => row.personKey)).size };
  });
}
