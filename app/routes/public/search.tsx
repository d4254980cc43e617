import type { ReactNode } from "react";
import type { RouteHandle } from "#app/access.ts";
import { AREAS } from "#app/domain/companies/rules.ts";
import { withDates } from "#app/domain/internships/rules.ts";
import { INDUSTRY_GROUPS } from "#app/domain/matching/industry-groups.rules.ts";
import { countKinds, countOfAll } from "#app/domain/matching/kind-counts.store.server.ts";
import { searchEverything } from "#app/domain/matching/search-overview.store.server.ts";
import { readSearchText, tabUrl, tabUrls, takenText } from "#app/domain/matching/search-text.ts";
import { followUrl } from "#app/domain/search-alerts/alert-search.ts";
import { search as words } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { CompanyCard } from "#app/ui/company-card.tsx";
import { EventCard } from "#app/ui/event-card.tsx";
import { InternshipCard } from "#app/ui/internship-card.tsx";
import { NothingFound, relaxedLinks } from "#app/ui/nothing-found.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { RankingNote, Understood } from "#app/ui/search-notes.tsx";
import { SearchFollowUps } from "#app/ui/search-follow-ups.tsx";
import { SearchTabs } from "#app/ui/search-tabs.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/search";

export const handle = { access: "public", title: words.allTitle } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const search = readSearchText(new URL(request.url).searchParams);
  const urls = tabUrls(search);
  if (search.text === "")
    return { text: "", urls, kinds: await countKinds(town, search), found: null, taken: null };
  const { internships, search: _, ...found } = await searchEverything(town, search);
  town.demand.count(search.text, countOfAll(found.kinds));
  return {
    text: search.text,
    urls,
    kinds: found.kinds,
    found: { ...found, internships: internships.map(withDates) },
    taken: takenText(search, found, (asTyped) => tabUrl("all", { ...search, asTyped })),
  };
}

export default function Search({ loaderData }: Route.ComponentProps) {
  const { text, urls, kinds, found, taken } = loaderData;
  return (
    <Page title={words.allTitle}>
      <SearchBox action="/search" text={text} />
      <SearchTabs current="all" counts={kinds} urls={urls} />
      {found ? (
        <>
          <div className="mt-4 mb-8">
            <Understood taken={taken} />
          </div>
          <Results found={found} urls={urls} />
          <SearchFollowUps followUrl={followUrl(urls.all)} />
          <RankingNote />
        </>
      ) : (
        <Start />
      )}
    </Page>
  );
}

type Found = NonNullable<Route.ComponentProps["loaderData"]["found"]>;

function Results({ found, urls }: { found: Found; urls: Record<keyof Found["kinds"], string> }) {
  const { kinds, companies, internships, events } = found;
  if (kinds.company + kinds.internship + kinds.event === 0)
    return (
      <NothingFound
        title={words.allEmptyTitle}
        help={words.emptyHelp}
        relaxed={relaxedLinks(found.relaxed)}
        all={{ label: words.showAll, url: "/companies" }}
      />
    );
  return (
    <>
      <KindSection kind="company" count={kinds.company} url={urls.company}>
        {companies.map((company) => (
          <CompanyCard key={company.slug} company={company} />
        ))}
      </KindSection>
      <KindSection kind="internship" count={kinds.internship} url={urls.internship}>
        {internships.map((internship) => (
          <InternshipCard key={internship.id} internship={internship} />
        ))}
      </KindSection>
      <KindSection kind="event" count={kinds.event} url={urls.event}>
        {events.map((event) => (
          <EventCard key={event.id} event={event} />
        ))}
      </KindSection>
    </>
  );
}

function KindSection({
  kind,
  count,
  url,
  children,
}: {
  kind: keyof Found["kinds"];
  count: number;
  url: string;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <Section title={words.sectionTitles[kind]} id={`found-${kind}`}>
      {children}
      <p className="mt-4">
        <TextLink to={url} className="inline-flex min-h-11 items-center">
          {words.seeAll[kind](count)}
        </TextLink>
      </p>
    </Section>
  );
}

/** Before anything was typed: how to search, and two ways without typing. */
function Start() {
  return (
    <div className="mt-8">
      <h2 className="text-std-20B-150">{words.startTitle}</h2>
      <p className="mt-2 max-w-3xl">{words.startText}</p>
      <LinkList
        title={words.startIndustries}
        links={INDUSTRY_GROUPS.map(({ key, label }) => ({ label, url: `/companies?industry=${key}` }))}
      />
      <LinkList
        title={words.startAreas}
        links={AREAS.map((area) => ({ label: area, url: `/companies?area=${encodeURIComponent(area)}` }))}
      />
    </div>
  );
}

function LinkList({ title, links }: { title: string; links: { label: string; url: string }[] }) {
  return (
    <>
      <h2 className="mt-8 text-std-20B-150">{title}</h2>
      <ul className="mt-3 flex flex-wrap gap-2">
        {links.map(({ label, url }) => (
          <li key={url}>
            <a
              href={url}
              className="inline-flex min-h-11 items-center rounded-full border border-key-900 px-4 leading-snug text-key-900 underline-offset-4 hover:underline"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  const title = loaderData?.text ? words.allTitleOf(loaderData.text) : words.allTitle;
  return [
    { title: `${title} | ${site.name}` },
    { name: "description", content: words.allDescription },
    { property: "og:title", content: title },
    { property: "og:description", content: words.allDescription },
    ...(loaderData?.text ? [{ name: "robots", content: "noindex" }] : []),
  ];
};
