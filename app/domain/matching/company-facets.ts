import { type Facet, sizes } from "#search/definition.ts";
import type { SearchResult } from "#search/engine.ts";
import { search as words } from "#app/locales/ja/search.ts";
import { type CompanySearch, CONDITIONS } from "./company-search.ts";
import { INDUSTRY_GROUPS } from "./industry-groups.rules.ts";

/** One value of a condition with the number of companies that choosing it leads to. */
export type FacetChoice = { value: string; label: string; count: number; chosen: boolean };

/** The conditions by their name in addresses. */
export type ConditionName = (typeof CONDITIONS)[number]["name"] | "industry";
export type CompanyFacets = Record<ConditionName, FacetChoice[]>;

const sizeLabels = new Map(sizes.map(({ value, label }) => [value, label]));

/** What a value of a condition is called. */
export function conditionLabel(name: ConditionName, value: string): string {
  if (name === "size") return sizeLabels.get(value) ?? value;
  return name === "open" ? (words.openWords[value] ?? value) : value;
}

/** Every condition with the values that some company has, in the order of their lists; chosen ones always. */
export function facetChoices({ facets }: Pick<SearchResult, "facets">, search: CompanySearch): CompanyFacets {
  const counts = (facet: Facet) => new Map(facets[facet]?.map(({ value, count }) => [value, count]));
  const plain = CONDITIONS.map(({ field, name, facet, values }) => {
    const counted = counts(facet);
    const choices = values.map((value): FacetChoice => ({
      value,
      label: conditionLabel(name, value),
      count: counted.get(value) ?? 0,
      chosen: search[field].includes(value),
    }));
    return [name, choices.filter(({ count, chosen }) => count > 0 || chosen)];
  });
  return {
    ...Object.fromEntries(plain),
    industry: industryChoices(counts("industryCode"), search),
  } as CompanyFacets;
}

function industryChoices(codes: ReadonlyMap<string, number>, search: CompanySearch): FacetChoice[] {
  const chosenKeys = search.industries.map(({ key }) => key);
  const single = search.industries.filter(({ key }) => !INDUSTRY_GROUPS.some((group) => group.key === key));
  return [...INDUSTRY_GROUPS, ...single]
    .map((group) => ({
      value: group.key,
      label: group.label,
      count: group.codes.reduce((sum, code) => sum + (codes.get(code) ?? 0), 0),
      chosen: chosenKeys.includes(group.key),
    }))
    .filter(({ count, chosen }) => count > 0 || chosen);
}
