/** listed: readers see it. withdrawn: it was on the list and is off now. unpublished: readers never saw it. */
export const COMPANY_LISTINGS = ["listed", "withdrawn", "unpublished"] as const;
export type CompanyListing = (typeof COMPANY_LISTINGS)[number];

export function listingOf(company: {
  publishedRevisionId: string | null;
  withdrawnAt: Date | null;
}): CompanyListing {
  if (company.withdrawnAt) return "withdrawn";
  return company.publishedRevisionId ? "listed" : "unpublished";
}

/** The two revisions to compare: those asked for, or the newest with the one before it; null when there are fewer. */
export function chooseRevisions(
  numbers: readonly number[],
  asked: { from: string | null; to: string | null },
): { from: number; to: number } | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const known = (text: string | null) => sorted.find((number) => String(number) === text);
  const to = known(asked.to) ?? sorted.at(-1);
  if (to === undefined) return null;
  const from = known(asked.from) ?? sorted.findLast((number) => number < to);
  return from === undefined || from === to ? null : { from: Math.min(from, to), to: Math.max(from, to) };
}
