import { sorts } from "#search/definition.ts";
import type { RouteHandle } from "#app/access.ts";
import { conditionLabel } from "#app/domain/matching/company-facets.ts";
import {
  type CompanySearch,
  companySearchUrl,
  CONDITIONS,
  readCompanySearch,
} from "#app/domain/matching/company-search.ts";
import { type CompanySearchPage, searchCompanies } from "#app/domain/matching/company-search.store.server.ts";
import { tabUrls, takenText } from "#app/domain/matching/search-text.ts";
import { countOfAll } from "#app/domain/matching/kind-counts.store.server.ts";
import { followUrl } from "#app/domain/search-alerts/alert-search.ts";
import { search as words } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { CompanyResults, type CompanyResultsFacts } from "#app/ui/company-results.tsx";
import { elsewhereLinks } from "#app/ui/nothing-found.tsx";
import { Page } from "#app/ui/page.tsx";
import { renderOnce, withHtml } from "#app/ui/render-once.server.ts";
import type { Route } from "./+types/companies";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = readCompanySearch(new URL(request.url).searchParams);
  const town = context.get(townContext);
  const found = await searchCompanies(town, search);
  if (search.page === 1) town.demand.count(search.text, countOfAll(found.kinds));
  const html = renderOnce(found, () => <CompanyResults results={resultsOf(found)} />);
  return withHtml({ text: found.search.text }, html);
}

function resultsOf(found: CompanySearchPage): CompanyResultsFacts {
  const { search, kinds, total, page, pages, facets, cards } = found;
  const urls = tabUrls(search);
  return {
    taken: takenText(search, found, (asTyped) => companySearchUrl(search, { asTyped })),
    sort: search.sort,
    tabs: { counts: kinds, urls },
    facets,
    chips: chipsOf(search),
    clearUrl: "/companies",
    orders: ordersOf(search),
    total,
    page,
    pages,
    firstPageUrl: companySearchUrl(search),
    cards,
    relaxed: found.relaxed.map(({ dropped, total: count, url }) => ({
      label: dropped === null ? words.relaxAll(count) : words.relax(dropped, count),
      url,
    })),
    followUrl: followUrl(companySearchUrl(search)),
    csvUrl: companySearchUrl(search).replace("/companies", "/companies.csv"),
    elsewhere: search.text ? elsewhereLinks("company", kinds, urls) : [],
  };
}

function chipsOf(search: CompanySearch): { label: string; url: string }[] {
  const others = <Value,>(values: readonly Value[], value: Value) =>
    values.filter((other) => other !== value);
  return [
    ...(search.text
      ? [{ label: `${words.text}:${search.text}`, url: companySearchUrl(search, { text: "" }) }]
      : []),
    ...search.industries.map((group) => ({
      label: `${words.facets.industry}:${group.label}`,
      url: companySearchUrl(search, { industries: others(search.industries, group) }),
    })),
    ...CONDITIONS.flatMap(({ field, name }) =>
      search[field].map((value) => ({
        label: `${words.facets[name]}:${conditionLabel(name, value)}`,
        url: companySearchUrl(search, { [field]: others(search[field], value) }),
      })),
    ),
  ];
}

/** Relevance means nothing without a word. */
function ordersOf(search: CompanySearch) {
  const current = search.sort ?? (search.text ? "relevance" : "nameKana");
  return sorts
    .filter(({ sort }) => sort !== "relevance" || search.text)
    .map(({ sort, label }) => ({
      label,
      url: companySearchUrl(search, { sort }),
      current: sort === current,
    }));
}

export default function Companies({ loaderData: { html } }: Route.ComponentProps) {
  return (
    <Page title={words.title} wide>
      <div dangerouslySetInnerHTML={{ __html: html }} />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const title = loaderData?.text ? words.titleOf(loaderData.text) : words.title;
  return [
    { title: `${title} | ${site.name}` },
    { name: "description", content: words.description },
    { property: "og:title", content: title },
    { property: "og:description", content: words.description },
    ...(loaderData?.text ? [{ name: "robots", content: "noindex" }] : []),
  ];
};
