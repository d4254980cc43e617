import type { RouteHandle } from "#app/access.ts";
import { EVENT_KINDS, type EventKind } from "#app/domain/events/rules.ts";
import { eventFilterSchema } from "#app/domain/events/schema.ts";
import { type EventCard as Card, listComingEvents, listPastEvents } from "#app/domain/events/store.server.ts";
import { countKinds, countOfAll } from "#app/domain/matching/kind-counts.store.server.ts";
import {
  type OpportunitySearch,
  searchEvents,
} from "#app/domain/matching/opportunity-search.store.server.ts";
import {
  addressOf,
  readSearchText,
  type SearchText,
  tabUrls,
  takenText,
  writeSearchText,
} from "#app/domain/matching/search-text.ts";
import { followUrl } from "#app/domain/search-alerts/alert-search.ts";
import { events, kindNames } from "#app/locales/ja/events.ts";
import { search as searchWords } from "#app/locales/ja/search.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, eraYearOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EventCard } from "#app/ui/event-card.tsx";
import { FilterLinks, FoldedFilters } from "#app/ui/filter-links.tsx";
import { elsewhereLinks, NothingFound, relaxedLinks } from "#app/ui/nothing-found.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { SearchFollowUps } from "#app/ui/search-follow-ups.tsx";
import { Understood } from "#app/ui/search-notes.tsx";
import { SearchTabs } from "#app/ui/search-tabs.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/events";

export const handle = { access: "public", title: events.title } satisfies RouteHandle;

type Wanted = SearchText & { kind: EventKind | null };

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const params = new URL(request.url).searchParams;
  const filter = eventFilterSchema.parse(Object.fromEntries(params));
  const wanted: Wanted = { ...readSearchText(params), kind: filter.kind ?? null };
  const urls = tabUrls(wanted);
  if (wanted.text) {
    const search = await searchEvents(town, wanted);
    town.demand.count(wanted.text, countOfAll(search.kinds));
    return { wanted, urls, ...resultsOf(wanted, search) };
  }
  const [coming, past, kinds] = await Promise.all([
    listComingEvents(town, filter),
    listPastEvents(town, filter),
    countKinds(town, wanted),
  ]);
  return { wanted, urls, kinds, results: null, months: byMonth(coming), past };
}

function resultsOf(wanted: Wanted, search: OpportunitySearch<Card>) {
  const { found, kinds, relaxed } = search;
  const taken = takenText(wanted, search, (asTyped) => listUrl({ ...wanted, asTyped }));
  return { kinds, results: { found, taken, relaxed }, months: [], past: [] };
}

/** The events of each month (JST) in which they begin, in order. */
function byMonth(cards: Card[]): { month: string; cards: Card[] }[] {
  const months = Map.groupBy(cards, (card) => civilDateOf(card.startsAt).slice(0, 7));
  return [...months].map(([month, group]) => ({ month, cards: group }));
}

function listUrl({ kind, ...text }: Wanted): string {
  const params = new URLSearchParams();
  writeSearchText(params, text);
  if (kind) params.set("kind", kind);
  return addressOf("/events", params);
}

export default function Events({ loaderData }: Route.ComponentProps) {
  const { wanted, urls, kinds, results } = loaderData;
  return (
    <Page title={events.title} lead={<p>{events.lead}</p>}>
      <SearchBox
        action="/events"
        text={wanted.text}
        keep={wanted.kind ? [{ name: "kind", value: wanted.kind }] : []}
      />
      <SearchTabs current="event" counts={kinds} urls={urls} />
      <FoldedFilters label={wanted.kind ? searchWords.narrowed(1) : searchWords.narrow}>
        <FilterLinks
          label={events.filter}
          choices={[null, ...EVENT_KINDS].map((value) => ({
            label: value === null ? events.allKinds : kindNames[value],
            url: listUrl({ ...wanted, kind: value }),
            current: value === wanted.kind,
          }))}
        />
      </FoldedFilters>
      <div className="mt-8">{results ? <Results shown={loaderData} /> : <Calendar shown={loaderData} />}</div>
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
            ...(wanted.kind
              ? [{ label: events.noneLinks.all, url: listUrl({ ...wanted, kind: null }) }]
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

function Calendar({ shown: { wanted, months, past } }: { shown: Shown }) {
  return (
    <>
      <Section
        title={events.coming}
        id="coming"
        aside={<TextLink to="/events.ics">{events.calendar}</TextLink>}
      >
        {months.length === 0 && <NoEvents kind={wanted.kind} />}
        {months.map(({ month, cards }) => (
          <section key={month} aria-labelledby={`month-${month}`} className="mt-8 first:mt-0">
            <p id={`month-${month}`} className="text-std-20B-150">
              {monthName(month)}
            </p>
            {cards.map((card) => (
              <EventCard key={card.id} event={card} />
            ))}
          </section>
        ))}
      </Section>
      <Section title={events.past} id="past">
        {past.length === 0 && <p>{events.nonePast}</p>}
        {past.map((card) => (
          <EventCard key={card.id} event={card} />
        ))}
      </Section>
    </>
  );
}

/** 2026年(令和8年)12月 */
function monthName(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${year}年(${eraYearOf(`${month}-15`)})${number}月`;
}

function NoEvents({ kind }: { kind: EventKind | null }) {
  return (
    <EmptyState title={events.none}>
      <p>{events.noneText}</p>
      <p className="mt-2 flex flex-wrap justify-center gap-x-6">
        {kind && (
          <TextLink to="/events" className="py-2">
            {events.noneLinks.all}
          </TextLink>
        )}
        <TextLink to="/newsletter" className="py-2">
          {events.noneLinks.newsletter}
        </TextLink>
      </p>
    </EmptyState>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${events.title} | ${site.name}` },
  { name: "description", content: events.description },
  ...(loaderData?.wanted.text ? [{ name: "robots", content: "noindex" }] : []),
];
