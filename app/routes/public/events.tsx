import type { RouteHandle } from "#app/access.ts";
import { EVENT_KINDS } from "#app/domain/events/rules.ts";
import { eventFilterSchema } from "#app/domain/events/schema.ts";
import { FEED_TARGETS, isMeantFor } from "#app/domain/events/audience.rules.ts";
import { byMonth, type EventListSearch, feedsOf, listUrl, monthOf } from "#app/domain/events/event-list.ts";
import { findOwnSchool } from "#app/domain/events/feeds.store.server.ts";
import { type EventCard as Card, listComingEvents, listPastEvents } from "#app/domain/events/store.server.ts";
import { readTodaysStage } from "#app/domain/recruitment/store.server.ts";
import { countKinds, countOfAll } from "#app/domain/matching/kind-counts.store.server.ts";
import {
  type OpportunitySearch,
  searchEvents,
} from "#app/domain/matching/opportunity-search.store.server.ts";
import { readSearchText, tabUrls, takenText } from "#app/domain/matching/search-text.ts";
import { followUrl } from "#app/domain/search-alerts/alert-search.ts";
import { events } from "#app/locales/ja/events.ts";
import { search as searchWords } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext, viewerContext } from "#app/town.ts";
import { EventCard } from "#app/ui/event-card.tsx";
import { EventFilters } from "#app/ui/event-filters.tsx";
import { EventMonths } from "#app/ui/event-months.tsx";
import { FoldedFilters } from "#app/ui/filter-links.tsx";
import { elsewhereLinks, NothingFound, relaxedLinks } from "#app/ui/nothing-found.tsx";
import { Page } from "#app/ui/page.tsx";
import { RecruitmentBanner } from "#app/ui/recruitment-banner.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { SearchFollowUps } from "#app/ui/search-follow-ups.tsx";
import { Understood } from "#app/ui/search-notes.tsx";
import { SearchTabs } from "#app/ui/search-tabs.tsx";
import type { Route } from "./+types/events";

export const handle = { access: "public", title: events.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const params = new URL(request.url).searchParams;
  const filter = eventFilterSchema.parse(Object.fromEntries(params));
  const wanted: EventListSearch = {
    ...readSearchText(params),
    kind: filter.kind ?? null,
    target: filter.for ?? null,
    month: filter.month ?? null,
  };
  const urls = tabUrls(wanted);
  if (wanted.text) {
    const search = await searchEvents(town, wanted);
    town.demand.count(wanted.text, countOfAll(search.kinds));
    return { wanted, urls, ...resultsOf(wanted, search), feeds: [], choices: [] as string[], stage: null };
  }
  const viewer = context.get(viewerContext);
  const { kind, target } = { kind: filter.kind, target: filter.for };
  const [coming, past, kinds, school, stage] = await Promise.all([
    listComingEvents(town, { kind, target }),
    listPastEvents(town, { kind, target }),
    countKinds(town, wanted),
    viewer && findOwnSchool(town, { userId: viewer.id }),
    target === "highSchool" || target === "kosen" || target === "university"
      ? readTodaysStage(town, { audience: target })
      : null,
  ]);
  const months = byMonth(coming);
  return {
    wanted,
    urls,
    kinds,
    results: null,
    choices: months.map(({ month }) => month),
    months: wanted.month ? months.filter(({ month }) => month === wanted.month) : months,
    past: wanted.month ? past.filter((card) => monthOf(card) === wanted.month) : past,
    feeds: feedsOf(town.env.publicUrl, school),
    stage,
  };
}

function resultsOf(wanted: EventListSearch, search: OpportunitySearch<Card>) {
  const { kinds, relaxed, ...rest } = search;
  const { target, month } = wanted;
  const found = rest.found.filter(
    (card) => (!target || isMeantFor(card, target)) && (!month || monthOf(card) === month),
  );
  const taken = takenText(wanted, search, (asTyped) => listUrl({ ...wanted, asTyped }));
  return { kinds, results: { found, taken, relaxed }, months: [], past: [] };
}

export default function Events({ loaderData }: Route.ComponentProps) {
  const { wanted, urls, kinds, results, choices, stage } = loaderData;
  const narrowed = [wanted.kind, wanted.target, wanted.month].filter(Boolean).length;
  return (
    <Page title={events.title} lead={<p>{events.lead}</p>}>
      <SearchBox
        action="/events"
        text={wanted.text}
        keep={[
          { name: "kind", value: wanted.kind },
          { name: "for", value: wanted.target },
          { name: "month", value: wanted.month },
        ].flatMap(({ name, value }) => (value ? [{ name, value }] : []))}
      />
      <SearchTabs current="event" counts={kinds} urls={urls} />
      <FoldedFilters label={narrowed > 0 ? searchWords.narrowed(narrowed) : searchWords.narrow}>
        <EventFilters
          conditions={wanted}
          kinds={EVENT_KINDS}
          targets={FEED_TARGETS}
          months={wanted.month && !choices.includes(wanted.month) ? [wanted.month, ...choices] : choices}
          urlOf={(changed) => listUrl({ ...wanted, ...(changed as Partial<EventListSearch>) })}
        />
      </FoldedFilters>
      {stage && (
        <div className="mt-8">
          <RecruitmentBanner stages={[stage]} reader="public" />
        </div>
      )}
      <div className="mt-8">
        {results ? <Results shown={loaderData} /> : <EventMonths {...loaderData} isNarrowed={narrowed > 0} />}
      </div>
    </Page>
  );
}

type Shown = Route.ComponentProps["loaderData"];

function Results({ shown: { wanted, urls, kinds, results } }: { shown: Shown }) {
  const { found, taken, relaxed } = results!;
  return (
    <>
      <h2 className="mb-4 text-std-20B-150">{searchWords.thingsFound(found.length, 1, 1)}</h2>
      <Understood taken={taken} />
      {found.length > 0 && <p className="mt-2 text-solid-gray-700">{searchWords.onlyOpen.event}</p>}
      {found.map((card) => (
        <EventCard key={card.id} event={card} />
      ))}
      {found.length === 0 && (
        <NothingFound
          title={searchWords.allEmptyTitle}
          help={searchWords.emptyHelp}
          relaxed={[
            ...(wanted.kind || wanted.target || wanted.month
              ? [
                  {
                    label: events.noneLinks.all,
                    url: listUrl({ ...wanted, kind: null, target: null, month: null }),
                  },
                ]
              : []),
            ...relaxedLinks(relaxed),
          ]}
          elsewhere={elsewhereLinks("event", kinds, urls)}
          all={{ label: searchWords.showAllThings.event, url: "/events" }}
        />
      )}
      <SearchFollowUps followUrl={followUrl(urls.event)} />
    </>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${events.title} | ${site.name}` },
  { name: "description", content: events.description },
  ...(loaderData?.wanted.text ? [{ name: "robots", content: "noindex" }] : []),
];
