import type { RouteHandle } from "#app/access.ts";
import {
  AUDIENCES,
  type Audience,
  INTERNSHIP_TYPES,
  type InternshipType,
  withDates,
} from "#app/domain/internships/rules.ts";
import { INTERNSHIPS_PER_PAGE, listInternships } from "#app/domain/internships/store.server.ts";
import { countKinds, countOfAll } from "#app/domain/matching/kind-counts.store.server.ts";
import { searchInternships } from "#app/domain/matching/opportunity-search.store.server.ts";
import {
  addressOf,
  readPageNumber,
  readSearchText,
  type SearchText,
  tabUrl,
  tabUrls,
  takenText,
  writeSearchText,
} from "#app/domain/matching/search-text.ts";
import { followUrl } from "#app/domain/search-alerts/alert-search.ts";
import { internships as words, internshipTypeNames, schoolKindNames } from "#app/locales/ja/internships.ts";
import { search as searchWords } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { type Town, townContext } from "#app/town.ts";
import { FilterLinks, FoldedFilters } from "#app/ui/filter-links.tsx";
import { InternshipCard } from "#app/ui/internship-card.tsx";
import { elsewhereLinks, NothingFound, relaxedLinks } from "#app/ui/nothing-found.tsx";
import { Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { SearchFollowUps } from "#app/ui/search-follow-ups.tsx";
import { Understood } from "#app/ui/search-notes.tsx";
import { SearchTabs } from "#app/ui/search-tabs.tsx";
import type { Route } from "./+types/internships";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

type Wanted = SearchText & { audience: Audience | null; type: InternshipType | null; page: number };

export async function loader({ request, context }: Route.LoaderArgs) {
  const params = new URL(request.url).searchParams;
  const wanted: Wanted = {
    ...readSearchText(params),
    audience: AUDIENCES.find((kind) => kind === params.get("audience")) ?? null,
    type: INTERNSHIP_TYPES.find((type) => type === params.get("type")) ?? null,
    page: readPageNumber(params),
  };
  const town = context.get(townContext);
  const found = wanted.text ? await searchPage(town, wanted) : await listPage(town, wanted);
  if (wanted.page === 1) town.demand.count(wanted.text, countOfAll(found.kinds));
  return {
    ...found,
    wanted,
    urls: tabUrls(wanted),
    followUrl: followUrl(tabUrl("internship", wanted)),
    taken: takenText(wanted, found, (asTyped) => listUrl(wanted, { asTyped })),
  };
}

/** Everything that was announced: the open ones, then the past ones. */
async function listPage(town: Town, wanted: Wanted) {
  const kinds = await countKinds(town, wanted);
  let page = wanted.page;
  let listed = await listInternships(town, { ...wanted, page });
  const pages = Math.max(1, Math.ceil(listed.total / INTERNSHIPS_PER_PAGE));
  if (page > pages) {
    page = pages;
    listed = await listInternships(town, { ...wanted, page });
  }
  const { total, open } = listed;
  const heading = words.count(total, open);
  const understood = { correctedText: null, wordFilters: [], relaxed: [] };
  return { ...understood, kinds, heading, page, pages, internships: listed.internships.map(withDates) };
}

/** The open ones that the words find. */
async function searchPage(town: Town, wanted: Wanted) {
  const { found, ...understood } = await searchInternships(town, wanted);
  const pages = Math.max(1, Math.ceil(found.length / INTERNSHIPS_PER_PAGE));
  const page = Math.min(wanted.page, pages);
  const shown = found.slice((page - 1) * INTERNSHIPS_PER_PAGE, page * INTERNSHIPS_PER_PAGE);
  const heading = searchWords.thingsFound(found.length, page, pages);
  return { ...understood, heading, page, pages, internships: shown.map(withDates) };
}

function listUrl(wanted: Wanted, change: Partial<Wanted> = {}): string {
  const { audience, type, page, ...text } = { ...wanted, page: 1, ...change };
  const params = new URLSearchParams();
  writeSearchText(params, text);
  if (audience) params.set("audience", audience);
  if (type) params.set("type", type);
  if (page > 1) params.set("page", String(page));
  return addressOf("/internships", params);
}

export default function Internships({ loaderData }: Route.ComponentProps) {
  const { wanted, taken, kinds, urls, heading, page, pages, internships, relaxed } = loaderData;
  const { audience, type, text } = wanted;
  const keep = Object.entries({ audience, type }).flatMap(([name, value]) =>
    value ? [{ name, value }] : [],
  );
  const filtered = keep.length > 0;
  return (
    <Page title={words.title} lead={words.lead}>
      <SearchBox action="/internships" text={text} keep={keep} />
      <SearchTabs current="internship" counts={kinds} urls={urls} />
      <FoldedFilters label={filtered ? searchWords.narrowed(keep.length) : searchWords.narrow}>
        <FilterLinks
          label={words.filter}
          choices={[null, ...AUDIENCES].map((value) => ({
            label: value === null ? words.everyone : schoolKindNames[value]!,
            url: listUrl(wanted, { audience: value }),
            current: value === audience,
          }))}
        />
        <FilterLinks
          label={words.typeFilter}
          choices={[null, ...INTERNSHIP_TYPES].map((value) => ({
            label: value === null ? words.everyone : internshipTypeNames[value]!,
            url: listUrl(wanted, { type: value }),
            current: value === type,
          }))}
        />
      </FoldedFilters>
      <h2 className="mt-6 mb-4 text-std-20B-150">{heading}</h2>
      <Understood taken={taken} />
      {text && internships.length > 0 && (
        <p className="mt-2 mb-4 text-solid-gray-700">{searchWords.onlyOpen.internship}</p>
      )}
      {internships.map((internship) => (
        <InternshipCard key={internship.id} internship={internship} />
      ))}
      {internships.length === 0 && (
        <NothingFound
          title={words.emptyTitle}
          help={words.emptyHelp}
          relaxed={[
            ...(filtered
              ? [{ label: words.allKinds, url: listUrl(wanted, { audience: null, type: null }) }]
              : []),
            ...relaxedLinks(relaxed),
          ]}
          elsewhere={text ? elsewhereLinks("internship", kinds, urls) : []}
          all={
            text
              ? { label: searchWords.showAllThings.internship, url: "/internships" }
              : { label: words.companies, url: "/companies" }
          }
        />
      )}
      <Pagination page={page} pages={pages} href={(number) => listUrl(wanted, { page: number })} />
      <SearchFollowUps followUrl={loaderData.followUrl} />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { property: "og:title", content: words.title },
  { property: "og:description", content: words.description },
  ...(loaderData?.wanted.text ? [{ name: "robots", content: "noindex" }] : []),
];
