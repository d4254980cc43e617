import type { ComponentProps } from "react";
import { search as words } from "#app/locales/ja/search.ts";
import { CompanyCard, type CompanyCardFacts } from "./company-card.tsx";
import { AppliedConditions, SearchConditions, SortLinks } from "./company-search-form.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { Pagination } from "./pagination.tsx";
import { SearchBox } from "./search-box.tsx";
import { RankingNote, Understood, type UnderstoodText } from "./search-notes.tsx";
import { SearchFollowUps } from "./search-follow-ups.tsx";
import { SearchTabs } from "./search-tabs.tsx";

type Link = { label: string; url: string };

export type CompanyResultsFacts = {
  taken: UnderstoodText;
  sort: string | null;
  tabs: Pick<ComponentProps<typeof SearchTabs>, "counts" | "urls">;
  facets: ComponentProps<typeof SearchConditions>["facets"];
  chips: Link[];
  clearUrl: string;
  orders: (Link & { current: boolean })[];
  total: number;
  page: number;
  pages: number;
  firstPageUrl: string;
  cards: CompanyCardFacts[];
  relaxed: Link[];
  elsewhere: Link[];
  followUrl: string | null;
  csvUrl: string;
};

/** The list of companies with everything that belongs to its search; the same for every reader. */
export function CompanyResults({ results }: { results: CompanyResultsFacts }) {
  const { taken, sort, tabs, facets, chips, clearUrl, orders, total, page, pages, firstPageUrl, cards } =
    results;
  return (
    <>
      <SearchBox action="/companies" text={taken.text} keep={sort ? [{ name: "sort", value: sort }] : []} />
      <SearchTabs current="company" {...tabs} />
      <div className="mt-4 grid gap-x-10 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <SearchConditions facets={facets} />
        <div>
          <AppliedConditions chips={chips} clearUrl={clearUrl} />
          <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 lg:mt-0">
            <h2 className="text-std-20B-150">{words.countLabel(total, page, pages)}</h2>
            {total > 1 && <SortLinks orders={orders} />}
          </div>
          <Understood taken={taken} />
          <div className="mt-4">
            {cards.map((company) => (
              <CompanyCard key={company.slug} company={company} />
            ))}
          </div>
          {total === 0 && (
            <NothingFound
              title={words.emptyTitle}
              help={words.emptyHelp}
              relaxed={results.relaxed}
              elsewhere={results.elsewhere}
              all={{ label: words.showAll, url: "/companies" }}
            />
          )}
          <Pagination page={page} pages={pages} href={(number) => pageUrl(firstPageUrl, number)} />
          <SearchFollowUps followUrl={results.followUrl} csvUrl={total > 0 ? results.csvUrl : null} />
          <RankingNote />
        </div>
      </div>
    </>
  );
}

function pageUrl(first: string, page: number): string {
  return page === 1 ? first : `${first}${first.includes("?") ? "&" : "?"}page=${page}`;
}
