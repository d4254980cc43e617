import { ALL_KNOWN, type Pause, type Period } from "./facts.ts";
import { type Measure, type Tally, missing, tally } from "./measure.ts";

/** Something that is on the list from one instant until, perhaps, another, with the pauses in between. */
type Listing = { id: string; since: Date; until: Date | null; pauses: readonly Pause[] };

/** Counts what is listed at the end of the as-of day; from its withdrawal until it is listed again it does not count. */
function countListed(listings: Listing[], period: Period): Tally {
  const begun = listings.flatMap((listing) =>
    listing.since < period.until && listing.since <= period.knownOn ? asKnown(listing, period.knownOn) : [],
  );
  if (begun.length === 0) return missing("no-records");
  const isAtStart = (listing: Listing) => isListedBefore(listing, period.from);
  const isAtEnd = (listing: Listing) => isListedBefore(listing, period.until);
  const members = begun.filter(isAtEnd);
  const atStart = begun.filter(isAtStart).length;
  // New ones, and those that were off at the start and came back.
  const added = begun.filter(
    (listing) => listing.since >= period.from || (!isAtStart(listing) && isAtEnd(listing)),
  ).length;
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

/** The listing without what happened to it after the instant of knowing. */
function asKnown({ id, since, until, pauses }: Listing, knownOn: Date): Listing {
  return {
    id,
    since,
    until: until !== null && until <= knownOn ? until : null,
    pauses: pauses
      .filter((pause) => pause.from <= knownOn)
      .map((pause) => (pause.until <= knownOn ? pause : { from: pause.from, until: ALL_KNOWN })),
  };
}

/** Whether it was on the list in the last moment before an instant. */
function isListedBefore(listing: Listing, instant: Date): boolean {
  const { since, until, pauses } = listing;
  if (since >= instant || (until !== null && until < instant)) return false;
  return !pauses.some((pause) => pause.from < instant && instant <= pause.until);
}

export const companyMeasures: Measure[] = [
  {
    key: "registered-companies",
    version: 1,
    name: "登録企業数",
    definition:
      "基準日の終わりに企業情報を掲載している企業の数。最初に掲載した日から数え、掲載を取り下げた日からは、もう一度掲載する日まで数えない。",
    counts: "companies",
    timeNature: "stock",
    needs: ["companies"],
    compute: (facts, period) =>
      countListed(
        facts.companies.map((company) => ({
          id: company.id,
          since: company.firstPublishedAt,
          until: company.withdrawnAt,
          pauses: company.pauses ?? [],
        })),
        period,
      ),
  },
  {
    key: "manufacturing-directory",
    version: 1,
    name: "製造業データベース登録件数",
    definition:
      "基準日の終わりに製造業データベースに載っている件数。登録した日から数え、登録や企業の掲載を取り下げた日からは、もう一度載せる日まで数えない。",
    counts: "entries",
    timeNature: "stock",
    needs: ["directoryEntries"],
    compute: (facts, period) =>
      countListed(
        facts.directoryEntries.map((entry) => ({
          id: entry.companyId,
          since: entry.listedAt,
          until: entry.delistedAt,
          pauses: entry.pauses ?? [],
        })),
        period,
      ),
  },
];
