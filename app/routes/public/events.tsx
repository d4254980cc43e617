import type { RouteHandle } from "#app/access.ts";
import { EVENT_KINDS, type EventKind } from "#app/domain/events/rules.ts";
import { eventFilterSchema } from "#app/domain/events/schema.ts";
import { type EventCard as Card, listComingEvents, listPastEvents } from "#app/domain/events/store.server.ts";
import { events, kindNames } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, eraYearOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EventCard } from "#app/ui/event-card.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/events";

export const handle = { access: "public", title: events.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const filter = eventFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [coming, past] = await Promise.all([listComingEvents(town, filter), listPastEvents(town, filter)]);
  return { kind: filter.kind ?? null, months: byMonth(coming), past };
}

/** The events of each month (JST) in which they begin, in order. */
function byMonth(cards: Card[]): { month: string; cards: Card[] }[] {
  const months = Map.groupBy(cards, (card) => civilDateOf(card.startsAt).slice(0, 7));
  return [...months].map(([month, group]) => ({ month, cards: group }));
}

export default function Events({ loaderData: { kind, months, past } }: Route.ComponentProps) {
  return (
    <Page title={events.title} lead={<p>{events.lead}</p>}>
      <KindFilter chosen={kind} />
      <Section
        title={events.coming}
        id="coming"
        aside={<TextLink to="/events.ics">{events.calendar}</TextLink>}
      >
        {months.length === 0 && <NoEvents kind={kind} />}
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
    </Page>
  );
}

/** 2026年(令和8年)12月 */
function monthName(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return `${year}年(${eraYearOf(`${month}-15`)})${number}月`;
}

function KindFilter({ chosen }: { chosen: EventKind | null }) {
  const options = [
    { value: null, label: events.allKinds },
    ...EVENT_KINDS.map((value) => ({ value, label: kindNames[value] })),
  ];
  return (
    <nav aria-label={events.filter} className="mb-8">
      <ul className="flex flex-wrap gap-2">
        {options.map(({ value, label }) => (
          <li key={label}>
            <a
              href={value ? `/events?kind=${value}` : "/events"}
              aria-current={value === chosen ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-full border border-key-900 bg-white px-4 text-oln-16N-100 text-key-900 underline-offset-4 hover:underline aria-[current=true]:bg-key-900 aria-[current=true]:text-white"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
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

export function meta() {
  return [{ title: `${events.title} | ${site.name}` }, { name: "description", content: events.description }];
}
