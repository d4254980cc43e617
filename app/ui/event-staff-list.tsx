import { eventList as words, eventStateNames } from "#app/locales/ja/event-editor.ts";
import { kindNames } from "#app/locales/ja/events.ts";
import { civilDateOf, fiscalYearLabel, fiscalYearOf, shortDate, timeOf } from "#app/platform/calendar.ts";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Row = {
  id: string;
  kind: keyof typeof kindNames;
  title: string;
  state: keyof typeof eventStateNames;
  isUnlisted: boolean;
  startsAt: Date;
  seats: number;
  registered: number;
  offered: number;
  waiting: number;
  checkedIn: number;
};

/** Events with their figures; those of earlier days under their fiscal years. */
export function StaffEventTable({
  section,
  events,
  empty,
  byYear = false,
}: {
  section: string;
  events: readonly Row[];
  empty: string;
  byYear?: boolean;
}) {
  if (events.length === 0) return <p>{empty}</p>;
  if (!byYear) return <Events caption={words.table(section)} events={events} />;
  return [...Map.groupBy(events, (event) => fiscalYearOf(event.startsAt))].map(([fiscalYear, ofYear]) => (
    <div key={fiscalYear} className="mt-8 first:mt-0">
      <h3 className="mb-2 text-std-20B-150">{fiscalYearLabel(fiscalYear)}</h3>
      <Events caption={`${section} ${fiscalYearLabel(fiscalYear)}`} events={ofYear} canCopy />
    </div>
  ));
}

function Events({
  caption,
  events,
  canCopy = false,
}: {
  caption: string;
  events: readonly Row[];
  canCopy?: boolean;
}) {
  const { columns } = words;
  const figures = [columns.seats, columns.registered, columns.offered, columns.waiting, columns.checkedIn];
  return (
    <Table
      caption={caption}
      head={[
        columns.when,
        columns.event,
        ...figures.map((text) => (
          <span key={text} className="block text-right">
            {text}
          </span>
        )),
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
              {event.state !== "published" && ` / ${eventStateNames[event.state]}`}
              {event.isUnlisted && ` / ${words.unlisted}`}
            </span>
            {canCopy && (
              <a
                href={`/staff/events/${event.id}/copy`}
                aria-label={words.copyOf(event.title)}
                className="inline-flex min-h-11 items-center text-dns-14N-130 font-400 text-blue-1000 underline underline-offset-4 print:hidden"
              >
                {words.copy}
              </a>
            )}
          </th>
          <Figure value={event.seats || null} />
          <Figure value={event.registered} />
          <Figure value={event.offered} />
          <Figure value={event.waiting} />
          <Figure value={event.checkedIn} />
        </tr>
      ))}
    </Table>
  );
}

/** A number of people; a mark where there is none to count. */
function Figure({ value }: { value: number | null }) {
  return (
    <td className="text-right tabular-nums">{value === null ? words.none : value.toLocaleString("ja-JP")}</td>
  );
}
