import type { Kind } from "#search/definition.ts";
import type { SearchQuery } from "#search/engine.ts";
import { conditionLabel } from "../matching/company-facets.ts";
import { companySearchUrl, CONDITIONS, engineQuery, readCompanySearch } from "../matching/company-search.ts";
import { readSearchText, tabUrl } from "../matching/search-text.ts";

/** A search that can be followed: the address of its page, what the engine is asked, and its conditions to be read. */
export type FollowedSearch = {
  address: string;
  query: Omit<SearchQuery, "page" | "pageSize">;
  conditions: string[];
};

const KINDS: Record<string, Kind[]> = {
  "/internships": ["internship"],
  "/events": ["event"],
  "/search": ["company", "internship", "event"],
};

/** An alert lists what is new, and a followed word is no half-typed one. */
const ASKED = { sort: "newest", facets: false, prefix: false } as const;

/**
 * Reads the address of a result page. Null for any other address, and for a search without any condition: everything is
 * what the newsletter and the feeds are for.
 */
export function readFollowedSearch(address: string): FollowedSearch | null {
  if (!address.startsWith("/") || !URL.canParse(address, "http://town.invalid")) return null;
  const { pathname, searchParams } = new URL(address, "http://town.invalid");
  if (pathname === "/companies") return followedCompanies(searchParams);
  const kinds = KINDS[pathname];
  const search = readSearchText(searchParams);
  if (!kinds || search.text === "") return null;
  const { text, asTyped } = search;
  return {
    address: tabUrl(kinds.length > 1 ? "all" : kinds[0]!, search),
    query: { ...ASKED, text, kinds, ...(asTyped ? { asTyped } : {}) },
    conditions: [text],
  };
}

function followedCompanies(params: URLSearchParams): FollowedSearch | null {
  const search = { ...readCompanySearch(params), sort: null, page: 1 };
  const conditions = [
    ...(search.text ? [search.text] : []),
    ...search.industries.map(({ label }) => label),
    ...CONDITIONS.flatMap(({ field, name }) => search[field].map((value) => conditionLabel(name, value))),
  ];
  if (conditions.length === 0) return null;
  const { page: _page, pageSize: _pageSize, ...asked } = engineQuery(search);
  return { address: companySearchUrl(search), query: { ...asked, ...ASKED }, conditions };
}

/** The page on which this search can be followed by mail; null where there is nothing to follow. */
export function followUrl(address: string): string | null {
  const search = readFollowedSearch(address);
  return search && `/alerts?search=${encodeURIComponent(search.address)}`;
}
