import { eventList as words, eventStateNames } from "#app/locales/ja/event-editor.ts";
import { kindNames } from "#app/locales/ja/events.ts";
import { civilDateOf, fiscalYearLabel, fiscalYearOf, shortDate, timeOf } from "#app/platform/calendar.ts";
import { StackedTable } from "./indicator-stack.tsx";

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
    <StackedTable
      caption={caption}
      columns={[
        [columns.event, "md:w-[42%]"],
        [columns.when, "md:w-[18%]"],
        ...figures.map((text) => [text, "md:w-[8%] md:text-right"] as const),
      ]}
    >
      {events.map((event) => (
        <tbody key={event.id}>
          <tr>
            <th scope="row">
              <a href={`/staff/events/${event.id}`}>{event.title}</a>
              <span className="block text-dns-14N-130 font-400 text-solid-gray-700">
                {kindNames[event.kind]}
                {event.state !== "published" && ` / ${eventStateNames[event.state]}`}
                {event.isUnlisted && ` / ${words.unlisted}`}
              </span>
              {canCopy && (
                <a
                  href={`/staff/events/${event.id}/copy`}
                  aria-label={words.copyOf(event.title)}
                  className="min-h-11 text-dns-14N-130 font-400 print:hidden"
                >
                  {words.copy}
                </a>
              )}
            </th>
            <td data-label={columns.when}>
              {civilDateOf(event.startsAt).slice(0, 4)}年{shortDate(event.startsAt)} {timeOf(event.startsAt)}
            </td>
            <Figure label={columns.seats} value={event.seats || null} />
            <Figure label={columns.registered} value={event.registered} />
            <Figure label={columns.offered} value={event.offered} />
            <Figure label={columns.waiting} value={event.waiting} />
            <Figure label={columns.checkedIn} value={event.checkedIn} />
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

/** A number of people; a mark where there is none to count. */
function Figure({ label, value }: { label: string; value: number | null }) {
  return (
    <td data-label={label} className="tabular-nums md:text-right">
      {value === null ? words.none : value.toLocaleString("ja-JP")}
    </td>
  );
}
