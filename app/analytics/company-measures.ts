import type { Period } from "./facts.ts";
import { type Measure, type Tally, missing, tally } from "./measure.ts";

/** Something that is on the list from one instant until, perhaps, another. */
type Listing = { id: string; since: Date; until: Date | null };

/** Counts what is listed at the end of the as-of day; from its withdrawal on a listing does not count. */
function countListed(listings: Listing[], period: Period): Tally {
  const begun = listings.filter((listing) => listing.since < period.until);
  if (begun.length === 0) return missing("no-records");
  const endedBy = (instant: Date) => (listing: Listing) => listing.until !== null && listing.until < instant;
  const members = begun.filter((listing) => !endedBy(period.until)(listing));
  const atStart = begun.filter(
    (listing) => listing.since < period.from && !endedBy(period.from)(listing),
  ).length;
  const added = begun.filter((listing) => listing.since >= period.from).length;
  const left = atStart + added - members.length;
  return tally(
    members.map(({ id }) => ({ id, amount: 1 })),
    begun.length,
    [
      {
        by: "movement",
        counts: "companies",
        partition: false,
        cells: [
          { key: "atStart", value: atStart },
          { key: "added", value: added },
          { key: "left", value: left },
        ],
      },
    ],
  );
}

export const companyMeasures: Measure[] = [
  {
    key: "registered-companies",
    version: 1,
    name: "登録企業数",
    definition:
      "基準日の終わりに企業情報を掲載している企業の数。最初に掲載した日から数え、掲載を取り下げた日からは数えない。",
    counts: "companies",
    timeNature: "stock",
    compute: (facts, period) =>
      countListed(
        facts.companies.map((company) => ({
          id: company.id,
          since: company.firstPublishedAt,
          until: company.withdrawnAt,
        })),
        period,
      ),
  },
  {
    key: "manufacturing-directory",
    version: 1,
    name: "製造業データベース登録件数",
    definition:
      "基準日の終わりに製造業データベースに載っている件数。登録した日から数え、登録を取り下げた日からは数えない。",
    counts: "entries",
    timeNature: "stock",
    compute: (facts, period) =>
      countListed(
        facts.directoryEntries.map((entry) => ({
          id: entry.companyId,
          since: entry.listedAt,
          until: entry.delistedAt,
        })),
        period,
      ),
  },
];
