/** The projects of the plan whose measures count the grants of a scheme, by what the scheme is for. */
export const GRANT_PROJECTS = { training: "1-1-12", internship: "1-1-14" } as const;

/** What a scheme is for; no measure counts `other`. */
export const SCHEME_USES = ["training", "internship", "other"] as const;
export type SchemeUse = (typeof SCHEME_USES)[number];

/** The code that a scheme of the use carries. */
export function projectOf(use: SchemeUse): string {
  return use === "other" ? "" : GRANT_PROJECTS[use];
}

/** What a scheme with the code is for. */
export function useOf(projectCode: string): SchemeUse {
  return SCHEME_USES.find((use) => use !== "other" && GRANT_PROJECTS[use] === projectCode) ?? "other";
}
