import type { ListKind, VisitList } from "#app/domain/visits/lists.rules.ts";
import { people } from "#app/locales/ja/events.ts";
import { visitLists as words } from "#app/locales/ja/visit-plans.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { Table } from "./table.tsx";

type Time = { id: string; startsAt: Date; endsAt: Date };

/** One list on a sheet of its own, with a column to tick on paper. */
export function VisitListSheet({
  list,
  by,
  times,
  first,
}: {
  list: VisitList;
  by: ListKind;
  times: readonly Time[];
  first: boolean;
}) {
  const name = list.name || (by === "bus" ? words.noBus : words.noClass);
  const title = list.sessionLabel ? `${name} ${list.sessionLabel}` : name;
  const time = times.find(({ id }) => id === list.sessionId);
  const { columns } = words;
  const head = {
    class: [
      columns.label,
      columns.department,
      columns.size,
      columns.session,
      columns.place,
      columns.bus,
      columns.check,
    ],
    bus: [columns.label, columns.className, columns.size, columns.place, columns.check],
    place: [columns.label, columns.className, columns.department, columns.size, columns.bus, columns.check],
  }[by];
  return (
    <section
      className={`mb-12 print:mb-0 print:[&_tbody_td]:py-1 print:[&_tbody_th]:py-1 ${first ? "" : "print:break-before-page"}`}
    >
      <h2 className="text-std-22B-150">{title}</h2>
      <ul className="mt-2 mb-4">
        {time && <li>{dateTimeSpan(time.startsAt, time.endsAt)}</li>}
        <li>{words.total(list.people, new Set(list.lines.map(({ label }) => label)).size)}</li>
        {list.teachers !== null && <li>{words.teachers(list.teachers)}</li>}
        {list.bus && (
          <li>
            {words.seats(list.people, list.bus.seats)} {words.stops}:
            {list.bus.stops.map((stop) => `${stop.placeName} ${people(stop.people)}`).join("、")}
          </li>
        )}
        {by === "place" && (
          <li>
            {words.departments}:
            {list.departments
              .map((department) => `${department.name || words.noDepartment} ${people(department.people)}`)
              .join("、")}
          </li>
        )}
      </ul>
      <Table caption={title} head={head}>
        {list.lines.map((line) => (
          <tr key={`${line.label} ${line.sessionId}`}>
            <th scope="row" className="whitespace-nowrap">
              {line.label}
            </th>
            {by !== "class" && <td>{line.className}</td>}
            {by !== "bus" && <td>{line.department}</td>}
            <td className="text-right whitespace-nowrap">{people(line.size)}</td>
            {by === "class" && <td>{line.sessionLabel}</td>}
            {by !== "place" && <td>{line.placeName}</td>}
            {by !== "bus" && <td>{line.busName}</td>}
            <td>
              <span aria-hidden="true">□</span>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
