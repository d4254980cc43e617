import { maxQueryLength, type Sort, sorts } from "#search/definition.ts";
import type { SearchFilters, SearchQuery } from "#search/engine.ts";
import { AREAS, BENEFITS } from "../companies/rules.ts";
import { normaliseLine } from "../text/rules.ts";
import { type IndustryGroup, industryChoice } from "./industry-groups.rules.ts";

export const COMPANIES_PER_PAGE = 20;

/** The search page's address, read: what is asked for, without anything that we do not know. */
export type CompanySearch = {
  text: string;
  /** The typed text was longer than what is searched. */
  wasCut: boolean;
  areas: string[];
  industries: IndustryGroup[];
  benefits: string[];
  /** null: the order that fits (relevance with a text, kana without). */
  sort: Sort | null;
  page: number;
};

/** Reads `?q=&area=&industry=&benefit=&sort=&page=`; unknown names and values are left out. */
export function readCompanySearch(params: URLSearchParams): CompanySearch {
  const typed = normaliseLine((params.get("q") ?? "").slice(0, 100_000).toWellFormed());
  const text =
    [...typed].length > maxQueryLength ? [...typed].slice(0, maxQueryLength).join("").trim() : typed;
  const many = (name: string) => [...new Set(params.getAll(name))].slice(0, 50);
  const known = (values: readonly string[]) => (value: string) => values.includes(value);
  const sort = sorts.find((order) => order.sort === params.get("sort"))?.sort ?? null;
  const page = params.get("page") ?? "";
  return {
    text,
    wasCut: text !== typed,
    areas: many("area").filter(known(AREAS)),
    industries: many("industry").flatMap((value) => industryChoice(value) ?? []),
    benefits: many("benefit").filter(known(BENEFITS)),
    sort,
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

/** The address of a search; changing anything but the page leads to its first page. */
export function companySearchUrl(search: CompanySearch, change: Partial<CompanySearch> = {}): string {
  const wanted = { ...search, page: 1, ...change };
  const params = new URLSearchParams();
  if (wanted.text) params.set("q", wanted.text);
  for (const area of wanted.areas) params.append("area", area);
  for (const { key } of wanted.industries) params.append("industry", key);
  for (const benefit of wanted.benefits) params.append("benefit", benefit);
  if (wanted.sort) params.set("sort", wanted.sort);
  if (wanted.page > 1) params.set("page", String(wanted.page));
  const query = params.toString();
  return query ? `/companies?${query}` : "/companies";
}

/** The same search in the words of the engine. */
export function engineQuery(search: CompanySearch): SearchQuery {
  const filters: SearchFilters = {};
  if (search.areas.length > 0) filters.area = search.areas;
  if (search.industries.length > 0) filters.industryCode = search.industries.flatMap(({ codes }) => codes);
  if (search.benefits.length > 0) filters.benefits = search.benefits;
  return {
    text: search.text,
    kinds: ["company"],
    filters,
    ...(search.sort ? { sort: search.sort } : {}),
    page: search.page,
    pageSize: COMPANIES_PER_PAGE,
    prefix: true,
  };
}
