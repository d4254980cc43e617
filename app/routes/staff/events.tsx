import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { listStaffEvents, type StaffEvent } from "#app/domain/events/board.store.server.ts";
import { staffEvents as words } from "#app/locales/ja/event-desk.ts";
import { kindNames } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, fiscalYearLabel, fiscalYearOf, shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/events";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { coming, past } = await listStaffEvents(context.get(townContext));
  const years = [...Map.groupBy(past, (event) => fiscalYearOf(event.startsAt))];
  return { coming, past: years.map(([fiscalYear, events]) => ({ fiscalYear, events })) };
}

export default function StaffEvents({ loaderData: { coming, past } }: Route.ComponentProps) {
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>} crumbs={[{ to: "/staff", label: words.home }]} wide>
      <Section title={words.coming} id="coming">
        {coming.length > 0 ? (
          <EventTable caption={words.table(words.coming)} events={coming} />
        ) : (
          <p>{words.comingNone}</p>
        )}
      </Section>
      <Section title={words.past} id="past">
        {past.length === 0 && <p>{words.pastNone}</p>}
        {past.map(({ fiscalYear, events }) => (
          <div key={fiscalYear} className="mt-8 first:mt-0">
            <h3 className="mb-2 text-std-20B-150">{fiscalYearLabel(fiscalYear)}</h3>
            <EventTable caption={`${words.past} ${fiscalYearLabel(fiscalYear)}`} events={events} />
          </div>
        ))}
      </Section>
    </Page>
  );
}

function EventTable({ caption, events }: { caption: string; events: readonly StaffEvent[] }) {
  const { columns } = words;
  return (
    <Table
      caption={caption}
      head={[
        columns.when,
        columns.event,
        ...[columns.capacity, columns.registered, columns.waiting, columns.checkedIn].map(toRight),
      ]}
    >
      {events.map((event) => (
        <tr key={event.id}>
          <td className="whitespace-nowrap">
            {civilDateOf(event.startsAt).slice(0, 4)}年{shortDate(event.startsAt)}
            <br />
            {timeOf(event.startsAt)}
          </td>
          <th scope="row" className="min-w-56">
            <TextLink to={`/staff/events/${event.id}`} className="inline-block py-1">
              {event.title}
            </TextLink>
            <span className="block text-dns-14N-130 text-solid-gray-700">
              {kindNames[event.kind]}
              {event.state !== "published" && ` / ${words.states[event.state]}`}
            </span>
          </th>
          <Figure value={event.capacity || null} />
          <Figure value={event.registered} />
          <Figure value={event.waiting} />
          <Figure value={event.checkedIn} />
        </tr>
      ))}
    </Table>
  );
}

/** The head of a column of figures. */
function toRight(text: string) {
  return (
    <span key={text} className="block text-right">
      {text}
    </span>
  );
}

/** A number of people; a mark where there is none to count. */
function Figure({ value }: { value: number | null }) {
  return (
    <td className="text-right tabular-nums">{value === null ? words.none : value.toLocaleString("ja-JP")}</td>
  );
}

export function meta() {
  return [{ title: `${words.title} | ${site.name}` }];
}
