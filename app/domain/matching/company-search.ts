import { type Facet, type Sort, sizes, sorts } from "#search/definition.ts";
import type { SearchFilters, SearchQuery } from "#search/engine.ts";
import { AREAS, BENEFITS, CERTIFICATIONS, DEPARTMENTS } from "../companies/rules.ts";
import { type IndustryGroup, industryChoice } from "./industry-groups.rules.ts";
import {
  addressOf,
  readPageNumber,
  readSearchText,
  type SearchText,
  writeSearchText,
} from "./search-text.ts";

export const COMPANIES_PER_PAGE = 20;

/** The conditions that are lists of known values: their field, their name in addresses, their facet. */
export const CONDITIONS = [
  { field: "areas", name: "area", facet: "area", values: AREAS },
  { field: "benefits", name: "benefit", facet: "benefits", values: BENEFITS },
  { field: "departments", name: "department", facet: "departments", values: DEPARTMENTS },
  { field: "certifications", name: "certification", facet: "certifications", values: CERTIFICATIONS },
  { field: "sizes", name: "size", facet: "size", values: sizes.map(({ value }) => value) },
  { field: "open", name: "open", facet: "open", values: ["internship", "event"] },
] as const satisfies {
  field: string;
  name: string;
  facet: Facet & keyof SearchFilters;
  values: readonly string[];
}[];

export type ConditionField = (typeof CONDITIONS)[number]["field"];

/** The search page's address, read: what is asked for, without anything that we do not know. */
export type CompanySearch = SearchText &
  Record<ConditionField, string[]> & {
    industries: IndustryGroup[];
    /** null: the order that fits (relevance with a text, kana without). */
    sort: Sort | null;
    page: number;
  };

/** Most values of one condition that are read. */
const MOST_VALUES = 50;

/** Reads `?q=&area=&industry=&benefit=…&sort=&page=`; unknown names and values are left out. */
export function readCompanySearch(params: URLSearchParams): CompanySearch {
  const many = (name: string) => [...new Set(params.getAll(name).slice(0, MOST_VALUES))];
  const conditions = Object.fromEntries(
    CONDITIONS.map(({ field, name, values }) => [
      field,
      many(name).filter((value) => (values as readonly string[]).includes(value)),
    ]),
  ) as Record<ConditionField, string[]>;
  return {
    ...readSearchText(params),
    ...conditions,
    industries: many("industry").flatMap((value) => industryChoice(value) ?? []),
    sort: sorts.find((order) => order.sort === params.get("sort"))?.sort ?? null,
    page: readPageNumber(params),
  };
}

/** The address of a search; changing anything but the page leads to its first page. */
export function companySearchUrl(search: CompanySearch, change: Partial<CompanySearch> = {}): string {
  const wanted = { ...search, page: 1, ...change };
  const params = new URLSearchParams();
  writeSearchText(params, wanted);
  for (const { key } of wanted.industries) params.append("industry", key);
  for (const { field, name } of CONDITIONS) for (const value of wanted[field]) params.append(name, value);
  if (wanted.sort) params.set("sort", wanted.sort);
  if (wanted.page > 1) params.set("page", String(wanted.page));
  return addressOf("/companies", params);
}

/** The same search without any condition. */
export function withoutConditions(search: CompanySearch): CompanySearch {
  const none = Object.fromEntries(CONDITIONS.map(({ field }) => [field, []])) as unknown as Record<
    ConditionField,
    string[]
  >;
  return { ...search, ...none, industries: [], page: 1 };
}

/** How many conditions are chosen. */
export function conditionCount(search: CompanySearch): number {
  return CONDITIONS.reduce((sum, { field }) => sum + search[field].length, search.industries.length);
}

/** The same search in the words of the engine. */
export function engineQuery(search: CompanySearch): SearchQuery {
  const filters: SearchFilters = {};
  for (const { field, facet } of CONDITIONS) if (search[field].length > 0) filters[facet] = search[field];
  if (search.industries.length > 0) filters.industryCode = search.industries.flatMap(({ codes }) => codes);
  return {
    text: search.text,
    kinds: ["company"],
    filters,
    ...(search.asTyped ? { asTyped: true } : {}),
    ...(search.sort ? { sort: search.sort } : {}),
    page: search.page,
    pageSize: COMPANIES_PER_PAGE,
    prefix: true,
  };
}
