import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { listRoster } from "#app/domain/events/staff-registrations.store.server.ts";
import { rosterWords as words } from "#app/locales/ja/event-participants.ts";
import { categoryNames, people } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, longDate, shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-roster";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const event = await findEditedEvent(town, { eventId: params.id });
  if (!event) throw data(null, { status: 404 });
  const rows = await listRoster(town, { eventId: params.id });
  const now = town.clock.now();
  const several = event.sessions.length > 1;
  const groups = Map.groupBy(rows, (row) =>
    [several && `${shortDate(row.startsAt)} ${row.sessionTitle}`.trim(), categoryNames[row.category]]
      .filter(Boolean)
      .join(" / "),
  );
  return {
    id: event.id,
    title: event.title,
    when: dateTimeSpan(event.startsAt, event.endsAt),
    printedAt: `${longDate(now)} ${timeOf(now)}`,
    groups: [...groups].map(([name, members]) => ({
      name,
      heads: members.reduce((sum, row) => sum + row.headCount, 0),
      rows: members.map(({ id, ticketCode, name: person, schoolName, headCount }) => ({
        id,
        ticketCode,
        person,
        schoolName,
        headCount,
      })),
    })),
  };
}

export default function EventRoster({ loaderData }: Route.ComponentProps) {
  const { id, title, when, printedAt, groups } = loaderData;
  return (
    <Page
      title={words.title(title)}
      crumbs={eventCrumbs({ id, title }, "registrations")}
      lead={
        <>
          <p>
            {when} / {words.printedAt(printedAt)}
          </p>
          <p>{words.notice}</p>
          <p data-screen-only>{words.lead}</p>
        </>
      }
    >
      <EventRoomNav eventId={id} current="registrations" />
      {groups.length === 0 && <EmptyState title={words.none}>{words.noneText}</EmptyState>}
      {groups.map((group) => (
        <section key={group.name} className="mt-8 first:mt-0 print:mt-4">
          <h2 className="mb-2 text-std-20B-150">
            {group.name}
            <span className="ml-3 text-std-16N-170">{words.subtotal(group.rows.length, group.heads)}</span>
          </h2>
          <Table caption={group.name} head={[...words.columns]}>
            {group.rows.map((row) => (
              <tr key={row.id} className="break-inside-avoid">
                <td aria-label={words.columns[0]}>
                  <span aria-hidden="true" className="inline-block size-5 border border-solid-gray-900" />
                </td>
                <td className="font-mono whitespace-nowrap">{row.ticketCode}</td>
                <th scope="row" className="min-w-32">
                  {row.person}
                </th>
                <td className="min-w-32">{row.schoolName}</td>
                <td className="text-right whitespace-nowrap">{people(row.headCount)}</td>
              </tr>
            ))}
          </Table>
        </section>
      ))}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
