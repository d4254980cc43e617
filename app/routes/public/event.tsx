import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { listHeldRegistrations } from "#app/domain/events/registrations.store.server.ts";
import { gradeOf } from "#app/domain/events/audience.rules.ts";
import { readPublicAttendance } from "#app/domain/events/feeds.store.server.ts";
import { registrationEnd, registrationWindow, seatsLeft, seatWord } from "#app/domain/events/rules.ts";
import { findEvent } from "#app/domain/events/store.server.ts";
import { eventStructuredData, scriptText } from "#app/domain/events/structured-data.ts";
import { event as words, events, poolName } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { noteForOccasion } from "#app/domain/recruitment/occasions.rules.ts";
import { readDates } from "#app/domain/recruitment/store.server.ts";
import { dateTimeSpan, fiscalYearOf } from "#app/platform/calendar.ts";
import { drawQrCode } from "#app/platform/qr-code.server.ts";
import { requestFactsContext, townContext, viewerContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EventBadges } from "#app/ui/event-badges.tsx";
import { EventCompanySections } from "#app/ui/event-companies.tsx";
import { EventFacts, EventPoster, sessionName } from "#app/ui/event-facts.tsx";
import { EventNotice } from "#app/ui/event-notice.tsx";
import { SeatTable } from "#app/ui/event-seats.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RecruitmentOccasion } from "#app/ui/recruitment-occasion.tsx";
import type { Route } from "./+types/event";

export const handle = { access: "public", title: events.title } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const viewer = context.get(viewerContext);
  const event = await findEvent(town, { id: params.id });
  if (!event) throw data(null, { status: 404 });
  const held = viewer ? await listHeldRegistrations(town, { eventId: event.id, userId: viewer.id }) : [];
  const isTeacher = viewer?.role === "teacher";
  const now = town.clock.now();
  const window = registrationWindow(event, now);
  const url = `${town.env.publicUrl}/events/${event.id}`;
  return {
    ...event,
    window,
    attendance: window === "ended" ? await readPublicAttendance(town, { eventId: event.id }) : null,
    occasion: window === "ended" ? null : noteForOccasion(await readDates(town), event),
    isSignedIn: viewer !== null,
    isStaff: viewer?.role === "staff" || viewer?.role === "admin",
    organizer: event.organizer || site.operator,
    url,
    qr: drawQrCode(url),
    registrationEndsAt: registrationEnd(event),
    held: held.map(({ id, state }) => ({ id, state })),
    // Pupils read about schools-only events without a button; teachers may add further categories.
    mayRegister: event.audience === "everyone" ? isTeacher || held.length === 0 : isTeacher,
    sessions: event.sessions.map((session) => ({
      ...session,
      pools: session.pools.map((pool) => ({
        ...pool,
        name: poolName(pool, {
          schoolName: pool.school?.name,
          grade:
            pool.graduationYear === null || !pool.school
              ? null
              : gradeOf(pool.school.kind, pool.graduationYear, fiscalYearOf(session.startsAt)),
        }),
        left: seatsLeft(pool),
        word: seatWord(pool),
      })),
    })),
    structured: scriptText(
      eventStructuredData(event, { publicUrl: town.env.publicUrl, organizer: site.operator, now }),
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
      <EventBadges
        kind={event.kind}
        schoolsOnly={schoolsOnly}
        status={event.status}
        targets={event.targets}
        isMoved={event.previousStartsAt !== null}
      />
      <EventNotice event={{ ...event, times: event }} schoolsOnly={schoolsOnly} />
      <p className="mt-4 max-w-3xl whitespace-pre-line">{event.summary}</p>
      <Steps event={event} hasPools={hasPools} />
      <div className="mt-8">
        <EventFacts event={event} hasPools={hasPools} />
      </div>
      <EventPoster event={event} qr={event.qr} url={event.url} />
      {event.occasion && <RecruitmentOccasion note={event.occasion} isStaff={event.isStaff} />}
      <div data-screen-only className="mt-12">
        {event.window !== "ended" && event.window !== "cancelled" && (
          <Section title={words.seatsTitle} id="seats">
            {!hasPools && <p>{words.noPools}</p>}
            {event.sessions
              .filter((session) => session.pools.length > 0)
              .map((session) => (
                <div key={session.id} className="mt-6 max-w-2xl first:mt-0">
                  {event.sessions.length > 1 && (
                    <p className="mb-2 text-std-17B-170">{sessionName(session)}</p>
                  )}
                  <SeatTable
                    caption={`${words.seatsTitle} ${sessionName(session)}`}
                    rows={session.pools}
                    isOpen={event.window === "open"}
                  />
                </div>
              ))}
          </Section>
        )}
        <EventCompanySections event={event} />
        <p className="mt-12 text-solid-gray-700">{words.posterPrint}</p>
      </div>
    </Page>
  );
}

function Steps({ event, hasPools }: { event: EventPage; hasPools: boolean }) {
  const isOpen = event.window === "open" && hasPools && event.mayRegister;
  const isComing = event.window !== "ended" && event.window !== "cancelled" && event.window !== "postponed";
  if (!isComing) return null;
  return (
    <div data-screen-only className="mt-6 flex flex-wrap items-center gap-4">
      {isOpen && (
        <LinkButton to={`/events/${event.id}/registration`}>
          {event.status === "full" ? words.wait : words.register}
        </LinkButton>
      )}
      <LinkButton to={`/events/${event.id}/calendar.ics`} look="secondary" download>
        {words.calendar}
      </LinkButton>
      {isOpen && event.guestRegistration && !event.isSignedIn && <p className="w-full">{words.guestHint}</p>}
    </div>
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
    ...(event.visibility === "unlisted" ? [{ name: "robots", content: "noindex" }] : []),
  ];
}
