import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { listHeldRegistrations } from "#app/domain/events/registrations.store.server.ts";
import { registrationEnd, registrationWindow, seatsLeft, seatWord } from "#app/domain/events/rules.ts";
import { findEvent } from "#app/domain/events/store.server.ts";
import { eventStructuredData, scriptText } from "#app/domain/events/structured-data.ts";
import { event as words, events } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import { requestFactsContext, townContext, viewerContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EventBadges } from "#app/ui/event-badges.tsx";
import { EventCompanies } from "#app/ui/event-companies.tsx";
import { EventNotice } from "#app/ui/event-notice.tsx";
import { SeatTable } from "#app/ui/event-seats.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/event";

export const handle = { access: "public", title: events.title } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const viewer = context.get(viewerContext);
  const event = await findEvent(town, { id: params.id });
  if (!event) throw data(null, { status: 404 });
  const held = viewer ? await listHeldRegistrations(town, { eventId: event.id, userId: viewer.id }) : [];
  const isTeacher = viewer?.role === "teacher";
  return {
    ...event,
    window: registrationWindow(event, town.clock.now()),
    registrationEndsAt: registrationEnd(event),
    held: held.map(({ id, state }) => ({ id, state })),
    // Pupils read about schools-only events without a button; teachers may add further categories.
    mayRegister: event.audience === "everyone" ? isTeacher || held.length === 0 : isTeacher,
    sessions: event.sessions.map((session) => ({
      ...session,
      pools: session.pools.map((pool) => ({ ...pool, left: seatsLeft(pool), word: seatWord(pool) })),
    })),
    structured: scriptText(
      eventStructuredData(event, { publicUrl: town.env.publicUrl, organizer: site.operator }),
    ),
    nonce: context.get(requestFactsContext).nonce,
  };
}

type EventPage = Route.ComponentProps["loaderData"];

export default function Event({ loaderData: event }: Route.ComponentProps) {
  const schoolsOnly = event.audience === "schools";
  const hasPools = event.sessions.some((session) => session.pools.length > 0);
  return (
    <Page title={event.title} crumbs={[{ to: "/events", label: events.title }]}>
      <script
        type="application/ld+json"
        nonce={event.nonce}
        dangerouslySetInnerHTML={{ __html: event.structured }}
      />
      <EventBadges kind={event.kind} schoolsOnly={schoolsOnly} status={event.status} />
      <EventNotice event={event} schoolsOnly={schoolsOnly} />
      <p className="mt-4 max-w-3xl whitespace-pre-line">{event.summary}</p>
      <Steps event={event} hasPools={hasPools} />
      <div className="mt-8">
        <Facts event={event} hasPools={hasPools} />
      </div>
      {event.window !== "ended" && (
        <Section title={words.seatsTitle} id="seats">
          {!hasPools && <p>{words.noPools}</p>}
          {event.sessions
            .filter((session) => session.pools.length > 0)
            .map((session) => (
              <div key={session.id} className="mt-6 max-w-2xl first:mt-0">
                {event.sessions.length > 1 && <p className="mb-2 text-std-17B-170">{sessionName(session)}</p>}
                <SeatTable
                  caption={`${words.seatsTitle} ${sessionName(session)}`}
                  rows={session.pools}
                  isOpen={event.window === "open"}
                />
              </div>
            ))}
        </Section>
      )}
      <Companies event={event} />
    </Page>
  );
}

function sessionName(session: { title: string; startsAt: Date; endsAt: Date }): string {
  return [session.title, dateTimeSpan(session.startsAt, session.endsAt)].filter(Boolean).join(" ");
}

function Steps({ event, hasPools }: { event: EventPage; hasPools: boolean }) {
  const isOpen = event.window === "open" && hasPools && event.mayRegister;
  const isComing = event.window !== "ended" && event.window !== "cancelled" && event.window !== "postponed";
  if (!isComing) return null;
  return (
    <div className="mt-6 flex flex-wrap gap-4">
      {isOpen && (
        <LinkButton to={`/events/${event.id}/registration`}>
          {event.status === "full" ? words.wait : words.register}
        </LinkButton>
      )}
      <LinkButton to={`/events/${event.id}/calendar.ics`} look="secondary" download>
        {words.calendar}
      </LinkButton>
    </div>
  );
}

function Facts({ event, hasPools }: { event: EventPage; hasPools: boolean }) {
  const opens = event.registrationOpensAt;
  const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;
  const several = event.sessions.length > 1;
  const when = several
    ? event.sessions.map(sessionName).join("\n")
    : dateTimeSpan(event.startsAt, event.endsAt);
  const items = [
    { term: words.when, children: when },
    { term: words.where, children: [event.venue, event.address].filter(Boolean).join("\n") },
    { term: words.access, children: event.access },
    {
      term: words.online,
      children: event.onlineUrl && <TextLink to={event.onlineUrl}>{event.onlineUrl}</TextLink>,
    },
    { term: words.whatToBring, children: event.whatToBring },
    { term: words.audience, children: event.audience === "schools" ? words.schools : words.everyone },
    {
      term: words.period,
      children: hasPools && words.periodText(opens && moment(opens), moment(event.registrationEndsAt)),
    },
  ];
  return <DescriptionList items={items.filter((item) => item.children)} />;
}

function Companies({ event }: { event: EventPage }) {
  const stops = event.sessions.filter((session) => session.stops.length > 0);
  const hasBooths =
    event.kind === "guidanceFair" || event.kind === "informationFair" || event.booths.length > 0;
  return (
    <>
      {hasBooths && (
        <Section
          title={words.booths}
          id="booths"
          aside={event.booths.length > 0 && words.companies(event.booths.length)}
        >
          {event.booths.length > 0 ? <EventCompanies companies={event.booths} /> : <p>{words.boothsNone}</p>}
        </Section>
      )}
      {stops.length > 0 && (
        <Section title={words.stops} id="stops">
          {stops.map((session) => (
            <div key={session.id} className="mt-6 first:mt-0">
              {stops.length > 1 && <p className="mb-2 text-std-17B-170">{sessionName(session)}</p>}
              <EventCompanies companies={session.stops} ordered />
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

export function meta({ loaderData: event }: Route.MetaArgs) {
  if (!event) return [{ title: `${events.title} | ${site.name}` }];
  const description = `${dateTimeSpan(event.startsAt, event.endsAt)} ${event.venue}。${event.summary}`.slice(
    0,
    160,
  );
  return [
    { title: `${event.title} | ${site.name}` },
    { name: "description", content: description },
    { property: "og:title", content: event.title },
    { property: "og:description", content: description },
    { property: "og:type", content: "website" },
  ];
}
