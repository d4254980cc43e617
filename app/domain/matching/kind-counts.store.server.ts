import type { Kind } from "#search/definition.ts";
import type { SearchResult } from "#search/engine.ts";
import { createMemo } from "#app/platform/memo.ts";
import type { Town } from "#app/town.ts";
import type { SearchText } from "./search-text.ts";

export type KindCounts = Record<Kind, number>;

// The numbers on the tabs may be this old.
const kept = createMemo<KindCounts>(3);

/** How many companies, open internships and coming events a text finds; with an empty text, how many there are. */
export function countKinds(
  town: Pick<Town, "database" | "clock" | "search">,
  { text, asTyped }: SearchText,
): Promise<KindCounts> {
  return kept(town, JSON.stringify([text, asTyped]), async () =>
    kindCountsOf(await town.search.search({ text, asTyped, page: 1, pageSize: 1 })),
  );
}

/** How much a search finds in all lists together. */
export function countOfAll(kinds: KindCounts): number {
  return kinds.company + kinds.internship + kinds.event;
}

/** The counts in a result that no other facet narrowed. */
export function kindCountsOf({ facets }: Pick<SearchResult, "facets">): KindCounts {
  const count = (kind: Kind) => facets.kind?.find(({ value }) => value === kind)?.count ?? 0;
  return { company: count("company"), internship: count("internship"), event: count("event") };
}
