import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { registrationFilterSchema } from "#app/domain/events/editing-parts.schema.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import {
  listRegistrationFilters,
  listStaffRegistrations,
  newestMailStates,
  REGISTRATIONS_PER_PAGE,
} from "#app/domain/events/staff-registrations.store.server.ts";
import { participants as words } from "#app/locales/ja/event-participants.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { ParticipantFilter, ParticipantTable } from "#app/ui/event-participants.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-registrations";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const eventId = params.id;
  const event = await findEditedEvent(town, { eventId });
  if (!event) throw data(null, { status: 404 });
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const filter = registrationFilterSchema.parse(query);
  const [list, filters] = await Promise.all([
    listStaffRegistrations(town, { eventId, filter }),
    listRegistrationFilters(town, { eventId }),
  ]);
  const mails = await newestMailStates(town, { eventId, registrationIds: list.rows.map(({ id }) => id) });
  return {
    id: eventId,
    title: event.title,
    filter,
    ...list,
    ...filters,
    mails: [...mails],
    pages: Math.ceil(list.total / REGISTRATIONS_PER_PAGE),
  };
}

export default function EventRegistrations({ loaderData }: Route.ComponentProps) {
  const { id, title, filter, rows, total, people, schools, sessions, mails, pages } = loaderData;
  const room = `/staff/events/${id}`;
  const href = (page: number) => {
    const { page: _, ...conditions } = filter;
    const kept = Object.entries(conditions).filter(([, value]) => value);
    return `${room}/registrations?${new URLSearchParams([...kept, ["page", String(page)]] as [string, string][])}`;
  };
  return (
    <Page title={words.title(title)} crumbs={eventCrumbs({ id, title })} wide>
      <EventRoomNav eventId={id} current="registrations" />
      <p className="mb-6 flex flex-wrap gap-3">
        <LinkButton to={`${room}/messages`} look="secondary">
          {words.message}
        </LinkButton>
        <LinkButton to={`${room}/roster`} look="secondary">
          {words.roster}
        </LinkButton>
        <LinkButton to={`${room}/exports`} look="quiet">
          {words.exports}
        </LinkButton>
      </p>
      <ParticipantFilter filter={filter} schools={schools} sessions={sessions} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <>
          <p className="mb-4">{words.count(total, people)}</p>
          <ParticipantTable
            eventId={id}
            rows={rows}
            mails={new Map(mails)}
            severalSessions={sessions.length > 1}
          />
        </>
      )}
      <Pagination page={filter.page} pages={pages} href={href} />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
