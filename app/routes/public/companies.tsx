import type { RouteHandle } from "#app/access.ts";
import { townContext } from "#app/town.ts";
import { maxQueryLength, sorts } from "#search/definition.ts";
import {
  type CompanySearch,
  companySearchUrl,
  readCompanySearch,
} from "#app/domain/matching/company-search.ts";
import { searchCompanies } from "#app/domain/matching/company-search.store.server.ts";
import { search as words } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { CompanyCard } from "#app/ui/company-card.tsx";
import {
  AppliedConditions,
  RankingNote,
  SearchBox,
  SearchConditions,
  SortLinks,
} from "#app/ui/company-search-form.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/companies";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const search = readCompanySearch(new URL(request.url).searchParams);
  const town = context.get(townContext);
  const found = await searchCompanies(town, search);
  if (search.page === 1) town.demand.count(search.text, found.total);
  const page = Math.min(search.page, found.pages);
  return {
    ...found,
    text: search.text,
    wasCut: search.wasCut,
    sort: search.sort,
    page,
    chips: chipsOf(search),
    orders: ordersOf(search),
    firstPageUrl: companySearchUrl(search),
  };
}

function chipsOf(search: CompanySearch): { label: string; url: string }[] {
  const others = <Value,>(values: Value[], value: Value) => values.filter((other) => other !== value);
  return [
    ...(search.text
      ? [{ label: `${words.text}:${search.text}`, url: companySearchUrl(search, { text: "" }) }]
      : []),
    ...search.areas.map((area) => ({
      label: `${words.facets.area}:${area}`,
      url: companySearchUrl(search, { areas: others(search.areas, area) }),
    })),
    ...search.industries.map((group) => ({
      label: `${words.facets.industry}:${group.label}`,
      url: companySearchUrl(search, { industries: others(search.industries, group) }),
    })),
    ...search.benefits.map((benefit) => ({
      label: `${words.facets.benefit}:${benefit}`,
      url: companySearchUrl(search, { benefits: others(search.benefits, benefit) }),
    })),
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

function pageUrl(first: string, page: number): string {
  return page === 1 ? first : `${first}${first.includes("?") ? "&" : "?"}page=${page}`;
}

export default function Companies({ loaderData: found }: Route.ComponentProps) {
  const { facets } = found;
  return (
    <Page title={words.title} wide>
      <SearchBox text={found.text} sort={found.sort} />
      {found.wasCut && <Notice kind="info" title={words.cut(maxQueryLength)} />}
      <div className="mt-4 grid gap-x-10 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <SearchConditions area={facets.area} industry={facets.industry} benefit={facets.benefit} />
        <div>
          <AppliedConditions chips={found.chips} clearUrl="/companies" />
          <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 lg:mt-0">
            <h2 className="text-std-20B-150">{words.countLabel(found.total, found.page, found.pages)}</h2>
            {found.total > 1 && <SortLinks orders={found.orders} />}
          </div>
          <Understood found={found} />
          <div className="mt-4">
            {found.cards.map((company) => (
              <CompanyCard key={company.slug} company={company} />
            ))}
          </div>
          {found.total === 0 && <NothingFound relaxed={found.relaxed} />}
          <Pagination
            page={found.page}
            pages={found.pages}
            href={(page) => pageUrl(found.firstPageUrl, page)}
          />
          <RankingNote />
        </div>
      </div>
    </Page>
  );
}

/** How the words were taken, where that is not what was typed. */
function Understood({ found }: { found: Route.ComponentProps["loaderData"] }) {
  return (
    <div role="status">
      {found.correctedText && <p className="mt-2">{words.corrected(found.text, found.correctedText)}</p>}
      {found.wordFilters.map(({ word, value }) => (
        <p key={word} className="mt-2">
          {words.wordFilter(word, words.openWords[value] ?? value)}
        </p>
      ))}
    </div>
  );
}

function NothingFound({ relaxed }: { relaxed: { dropped: string | null; total: number; url: string }[] }) {
  return (
    <EmptyState title={words.emptyTitle}>
      <p>{words.emptyHelp}</p>
      {relaxed.length > 0 && (
        <>
          <p className="mt-4 text-std-16B-170">{words.relaxTitle}</p>
          <ul>
            {relaxed.map(({ dropped, total, url }) => (
              <li key={url} className="py-2">
                <TextLink to={url}>
                  {dropped === null ? words.relaxAll(total) : words.relax(dropped, total)}
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-4">
        <TextLink to="/companies">{words.showAll}</TextLink>
      </p>
    </EmptyState>
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
