import type { SearchHit, SearchResult } from "#search/engine.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { createMemo } from "#app/platform/memo.ts";
import type { Town } from "#app/town.ts";
import { type CompanyCardFacts, readCompanyCards } from "../companies/cards.store.server.ts";
import { freshnessOf } from "../companies/freshness.rules.ts";
import { industryOf } from "../companies/rules.ts";
import { type CompanyFacets, facetChoices } from "./company-facets.ts";
import {
  COMPANIES_PER_PAGE,
  type CompanySearch,
  companySearchUrl,
  conditionCount,
  engineQuery,
} from "./company-search.ts";
import { countKinds, type KindCounts, kindCountsOf } from "./kind-counts.store.server.ts";
import { type Relaxed, relaxedSearches } from "./relaxed-search.store.server.ts";
import type { Understanding } from "./search-text.ts";
import { markedText, type Reason, reasonsOf, type TextPiece } from "./text-pieces.ts";

export type CompanyCard = {
  slug: string;
  name: TextPiece[];
  nameKana: TextPiece[];
  catchphrase: string;
  area: string;
  industry: string;
  employeeCount: number | null;
  asOf: string;
  /** The JST day of the last word that the facts are true; null when there was none. */
  confirmedOn: string | null;
  /** The facts were not confirmed for so long that the card says so. */
  isOld: boolean;
  benefits: string[];
  openInternships: number;
  comingEvents: number;
  /** Why it is shown: a stated criterion each, with the text that met it. */
  reasons: Reason[];
};

export type CompanySearchPage = Understanding & {
  search: CompanySearch;
  total: number;
  page: number;
  pages: number;
  /** What the text finds without conditions, by kind. */
  kinds: KindCounts;
  cards: CompanyCard[];
  facets: CompanyFacets;
  relaxed: Relaxed[];
};

type SearchTown = Pick<Town, "database" | "clock" | "search">;

// A page of results may be this old: many people open the same one in the same minute.
const resultPages = createMemo<CompanySearchPage>(3);

/** One page of the company search, at most three seconds old. */
export function searchCompanies(town: SearchTown, search: CompanySearch): Promise<CompanySearchPage> {
  const key = companySearchUrl(search, { page: search.page }) + (search.wasCut ? " cut" : "");
  // What leaves the index leaves these pages with it.
  return resultPages(town, `${town.search.changes} ${key}`, () => readResultPage(town, search));
}

/** The engine's hits with what the database says of each company now. */
async function readResultPage(town: SearchTown, search: CompanySearch): Promise<CompanySearchPage> {
  const result = await findHits(town, search);
  const [cards, kinds, relaxed] = await Promise.all([
    readCompanyHits(town, result.hits),
    conditionCount(search) === 0 ? kindCountsOf(result) : countKinds(town, search),
    result.total === 0 ? relaxedSearches(town, result, search) : [],
  ]);
  const pages = Math.max(1, Math.ceil(result.total / COMPANIES_PER_PAGE));
  return {
    search,
    total: result.total,
    page: Math.min(search.page, pages),
    pages,
    kinds,
    cards,
    facets: facetChoices(result, search),
    correctedText: result.correctedText ?? null,
    wordFilters: result.appliedWordFilters,
    relaxed,
  };
}

/** A page behind the last one is answered with the last one. */
async function findHits(town: Pick<Town, "search">, search: CompanySearch): Promise<SearchResult> {
  const result = await town.search.search(engineQuery(search));
  if (result.hits.length > 0 || result.total === 0) return result;
  return town.search.search(engineQuery({ ...search, page: Math.ceil(result.total / COMPANIES_PER_PAGE) }));
}

/** Company hits as cards. A company that was withdrawn a moment ago may still be in the index: it is left out. */
export async function readCompanyHits(
  town: Pick<Town, "database" | "clock">,
  hits: readonly SearchHit[],
): Promise<CompanyCard[]> {
  const idOf = ({ id }: SearchHit) => id.slice("company:".length);
  const now = town.clock.now();
  const facts = await readCompanyCards(town, { ids: hits.map(idOf) });
  return hits.flatMap((hit) => {
    const company = facts.get(idOf(hit));
    return company ? [cardOf(hit, company, now)] : [];
  });
}

function cardOf(hit: SearchHit, company: CompanyCardFacts, now: Date): CompanyCard {
  const { profile, confirmedAt, openInternships, comingEvents } = company;
  return {
    slug: hit.slug,
    name: markedText(hit, "name", profile.name),
    nameKana: markedText(hit, "nameKana", profile.nameKana),
    catchphrase: profile.catchphrase,
    area: profile.area,
    industry: industryOf(profile.industryCode)?.words.join("・") ?? hit.industryName,
    employeeCount: profile.employeeCount,
    asOf: profile.asOf,
    confirmedOn: confirmedAt && civilDateOf(confirmedAt),
    isOld: freshnessOf(confirmedAt, now) === "amber",
    benefits: profile.benefits,
    openInternships,
    comingEvents,
    reasons: reasonsOf(hit),
  };
}
