import type { Kind } from "#search/definition.ts";
import { createMemo } from "#app/platform/memo.ts";
import type { Town } from "#app/town.ts";
import { type EventCard, readEventCards } from "../events/store.server.ts";
import { type InternshipFacts, readInternshipCards } from "../internships/store.server.ts";
import { type CompanyCard, readCompanyHits } from "./company-search.store.server.ts";
import { type KindCounts, kindCountsOf } from "./kind-counts.store.server.ts";
import { type Found, withReasons } from "./opportunity-search.store.server.ts";
import { type RelaxedText, relaxedTexts, type SearchText, type Understanding } from "./search-text.ts";

type SearchTown = Pick<Town, "database" | "clock" | "search">;

/** The best of each kind for a text. */
export type SearchOverview = Understanding & {
  search: SearchText;
  kinds: KindCounts;
  companies: CompanyCard[];
  internships: Found<InternshipFacts>[];
  events: Found<EventCard>[];
  relaxed: RelaxedText[];
};

const SHOWN: Record<Kind, number> = { company: 5, internship: 3, event: 3 };

// As for the lists: many people ask for the same in the same minute.
const kept = createMemo<SearchOverview>(3);

/** The best companies, open internships and coming events for a text, at most three seconds old. */
export function searchEverything(town: SearchTown, search: SearchText): Promise<SearchOverview> {
  return kept(town, JSON.stringify([search.text, search.asTyped]), () => readOverview(town, search));
}

async function readOverview(town: SearchTown, search: SearchText): Promise<SearchOverview> {
  const { text, asTyped } = search;
  const counted = await town.search.search({ text, asTyped, page: 1, pageSize: 1 });
  const kinds = kindCountsOf(counted);
  const best = async (kind: Kind) => {
    if (kinds[kind] === 0) return [];
    const query = { text, asTyped, kinds: [kind], page: 1, pageSize: SHOWN[kind], facets: false };
    return (await town.search.search(query)).hits;
  };
  const [companies, internships, events] = await Promise.all([
    best("company").then((hits) => readCompanyHits(town, hits)),
    best("internship").then(async (hits) => {
      const ids = hits.map(({ slug }) => slug);
      return withReasons(hits, await readInternshipCards(town, { ids, audience: null, type: null }));
    }),
    best("event").then(async (hits) =>
      withReasons(hits, await readEventCards(town, { ids: hits.map(({ slug }) => slug) })),
    ),
  ]);
  return {
    search,
    kinds,
    companies,
    internships,
    events,
    correctedText: counted.correctedText ?? null,
    wordFilters: counted.appliedWordFilters,
    relaxed: relaxedTexts("all", search, counted.relax),
  };
}
