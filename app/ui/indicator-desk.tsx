import { staffWords } from "#app/locales/ja/staff.ts";
import { StackedTable } from "./indicator-stack.tsx";
import { TextLink } from "./text-link.tsx";
import { Table } from "./table.tsx";

const words = staffWords.home;

/** One number on the staff's desk with what it means and where to work on it. */
export function StatTile({
  label,
  value,
  note,
  to,
}: {
  label: string;
  value: string;
  note?: string;
  to: string;
}) {
  return (
    <li className="rounded-8 border border-solid-gray-420 p-4">
      <TextLink to={to} className="inline-flex min-h-11 items-center">
        {label}
      </TextLink>
      <p className="text-std-28B-150">{value}</p>
      {note && <p className="text-std-16N-170 text-solid-gray-700">{note}</p>}
    </li>
  );
}

export type BehindLine = {
  id: string;
  place: string;
  name: string;
  actual: string;
  pace: string;
  target: string;
  steps: { text: string; to: string }[];
};

/** Indicators below their pace line, each with what staff can do next. */
export function BehindTable({ lines }: { lines: readonly BehindLine[] }) {
  const [name, actual, pace, target, next] = words.behindColumns;
  return (
    <StackedTable
      caption={words.behind}
      columns={[
        [name, "md:w-[24%]"],
        [actual, "md:w-[9%]"],
        [pace, "md:w-[9%]"],
        [target, "md:w-[12%]"],
        [next, "md:w-[46%]"],
      ]}
    >
      {lines.map((line) => (
        <tbody key={line.id}>
          <tr>
            <th scope="row">
              <a href={`/indicators/${encodeURIComponent(line.id)}?asOf=today`}>{line.name}</a>
              <span className="block text-dns-14N-130 text-solid-gray-700">{line.place}</span>
            </th>
            <td data-label={actual}>{line.actual}</td>
            <td data-label={pace}>{line.pace}</td>
            <td data-label={target}>{line.target}</td>
            <td className="max-md:flex-col">
              <span className="text-solid-gray-700 md:sr-only">{next}</span>
              <ul className="max-md:text-left!">
                {line.steps.map((step) => (
                  <li key={step.text} className="md:mb-2">
                    <a href={step.to}>{step.text}</a>
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

export type DeskEvent = {
  id: string;
  title: string;
  kind: string;
  when: string;
  seats: string;
  state: string;
};

/** The events of this day, each with the way to its reception. */
export function TodaysEvents({ events }: { events: readonly { id: string; title: string; from: string }[] }) {
  return (
    <>
      <h3 className="mt-8 mb-2 text-std-18B-160">{words.todaysEvents}</h3>
      <ul className="divide-y divide-solid-gray-420 border-y border-solid-gray-420">
        {events.map((event) => (
          <li key={event.id} className="flex flex-wrap items-center gap-x-6 py-2">
            <span className="tabular-nums">{event.from}</span>
            <TextLink to={`/staff/events/${event.id}`} className="inline-flex min-h-11 items-center">
              {event.title}
            </TextLink>
            <TextLink
              to={`/staff/events/${event.id}/reception`}
              className="inline-flex min-h-11 items-center"
            >
              {words.toReception}
              <span className="sr-only">:{event.title}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Coming events with the seats that are taken. */
export function DeskEvents({ events }: { events: readonly DeskEvent[] }) {
  const [when, event, seats, state] = words.eventColumns;
  return (
    <StackedTable
      caption={words.events}
      columns={[
        [event, "md:w-[46%]"],
        [when, "md:w-[20%]"],
        [seats, "md:w-[18%]"],
        [state, "md:w-[16%]"],
      ]}
    >
      {events.map((line) => (
        <tbody key={line.id}>
          <tr>
            <th scope="row">
              <a href={`/staff/events/${encodeURIComponent(line.id)}`}>{line.title}</a>
              <span className="block text-dns-14N-130 text-solid-gray-700">{line.kind}</span>
            </th>
            <td data-label={when}>{line.when}</td>
            <td data-label={seats}>{line.seats}</td>
            <td data-label={state}>{line.state}</td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

/** Numbers under a heading, the last column or columns to the right. */
export function DeskNumbers({
  caption,
  head,
  rows,
}: {
  caption: string;
  head: readonly string[];
  rows: readonly { label: string; numbers: readonly number[] }[];
}) {
  const [label, ...columns] = head;
  return (
    <Table
      caption={caption}
      head={[
        label,
        ...columns.map((column) => (
          <span key={column} className="block text-right">
            {column}
          </span>
        )),
      ]}
    >
      {rows.map((row) => (
        <tr key={row.label}>
          <th scope="row">{row.label}</th>
          {row.numbers.map((number, index) => (
            <td key={columns[index]} className="text-right">
              {number.toLocaleString("ja-JP")}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
