import type { Kind } from "#search/definition.ts";
import type { SearchQuery } from "#search/engine.ts";
import { companySearchUrl, engineQuery, readCompanySearch } from "../matching/company-search.ts";

/** A search that can be followed: the address of its page, what the engine is asked, and its conditions to be read. */
export type FollowedSearch = { address: string; query: SearchQuery; conditions: string[] };

const KINDS: Record<string, Kind[]> = {
  "/companies": ["company"],
  "/internships": ["internship"],
  "/events": ["event"],
  "/search": ["company", "internship", "event"],
};

/**
 * Reads the address of a result page. Null for any other address, and for a search without any condition: everything is
 * what the newsletter and the feeds are for.
 */
export function readFollowedSearch(address: string): FollowedSearch | null {
  if (!address.startsWith("/") || !URL.canParse(address, "http://town.invalid")) return null;
  const url = new URL(address, "http://town.invalid");
  const kinds = KINDS[url.pathname];
  if (!kinds) return null;
  const search = { ...readCompanySearch(url.searchParams), sort: null, page: 1 };
  const conditions = [
    ...(search.text ? [search.text] : []),
    ...search.areas,
    ...search.industries.map(({ label }) => label),
    ...search.benefits,
  ];
  if (conditions.length === 0) return null;
  return {
    address: companySearchUrl(search).replace("/companies", url.pathname),
    query: { ...engineQuery(search), kinds, sort: "newest", facets: false, prefix: false },
    conditions,
  };
}
