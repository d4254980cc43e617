import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { listVisitEvents, type VisitEvent } from "#app/domain/visits/room.store.server.ts";
import { site } from "#app/locales/ja/site.ts";
import { visits as words } from "#app/locales/ja/visits.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/visits";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  return listVisitEvents(context.get(townContext));
}

export default function Visits({ loaderData: { coming, empty, past } }: Route.ComponentProps) {
  return (
    <Page title={words.title} crumbs={[{ to: "/staff", label: words.staff }]} lead={<p>{words.lead}</p>}>
      <Section title={words.coming} id="coming">
        {coming.length === 0 ? (
          <EmptyState title={words.comingNone}>{words.comingNoneText}</EmptyState>
        ) : (
          <Events caption={words.coming} events={coming} />
        )}
      </Section>
      {empty.length > 0 && (
        <Section title={words.empty} id="empty">
          <Events caption={words.empty} events={empty} />
        </Section>
      )}
      <Section title={words.past} id="past">
        {past.length === 0 ? <p>{words.pastNone}</p> : <Events caption={words.past} events={past} />}
      </Section>
    </Page>
  );
}

function Events({ caption, events }: { caption: string; events: readonly VisitEvent[] }) {
  return (
    <Table caption={caption} head={Object.values(words.columns)}>
      {events.map((event) => (
        <tr key={event.id}>
          <th scope="row" className="min-w-56">
            <TextLink
              to={`/staff/events/${event.id}/visits`}
              className="relative inline-flex min-h-11 items-center"
            >
              {event.title}
            </TextLink>
          </th>
          <td className="min-w-56">{dateTimeSpan(event.startsAt, event.endsAt)}</td>
          <td className="text-right tabular-nums">{event.places.toLocaleString("ja-JP")}</td>
          <td className="text-right tabular-nums">{event.groups.toLocaleString("ja-JP")}</td>
          <td className="min-w-28">
            {event.plans.length === 0 && words.noPlans}
            {event.plans.map((number) => (
              <span key={number} className="block whitespace-nowrap">
                <TextLink
                  to={`/staff/events/${event.id}/visits/${number}`}
                  className="relative inline-flex min-h-11 items-center"
                >
                  {words.plan(number)}
                  <span className="sr-only">:{event.title}</span>
                </TextLink>
                {event.published === number && ` (${words.published})`}
              </span>
            ))}
          </td>
        </tr>
      ))}
    </Table>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
