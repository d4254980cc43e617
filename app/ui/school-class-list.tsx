import type { AskedList, ClassSheet } from "#app/domain/visits/class-list.rules.ts";
import { classList as words } from "#app/locales/ja/school-room.ts";
import { Button, LinkButton } from "./button.tsx";
import { TextField } from "./field.tsx";
import { SchoolEventFacts } from "./school-event.tsx";
import { Table } from "./table.tsx";

/** What the sheet is for; it is asked for by the address, so that it can be opened again. */
export function ClassListForm({
  asked,
  eventId,
  hasGroups,
}: {
  asked: AskedList;
  eventId: string;
  hasGroups: boolean;
}) {
  const page = `/school/events/${eventId}/class-list`;
  return (
    <div data-screen-only className="mb-10">
      {hasGroups && (
        <p className="mb-6 flex flex-wrap gap-4">
          <LinkButton to={page} look="secondary">
            {words.byGroups}
          </LinkButton>
          <LinkButton to={`${page}?blank=1`} look="secondary">
            {words.blank}
          </LinkButton>
        </p>
      )}
      {(!hasGroups || !asked.byGroups) && (
        <form method="get" className="space-y-4">
          {hasGroups && <input type="hidden" name="blank" value="1" />}
          <TextField
            name="class"
            label={words.className}
            support={words.classNameSupport}
            defaultValue={asked.className}
            className="max-w-xs"
          />
          <TextField
            name="lines"
            label={words.lines}
            support={words.linesSupport}
            inputMode="numeric"
            defaultValue={asked.lines?.toString() ?? ""}
            className="max-w-xs"
          />
          <Button look="secondary">{words.make}</Button>
        </form>
      )}
    </div>
  );
}

/** One sheet of paper: what a teacher must know, and lines in which names are written by hand. */
export function ClassListSheet({
  list,
  event,
  school,
  first,
}: {
  list: ClassSheet;
  event: Parameters<typeof SchoolEventFacts>[0]["event"];
  school: string;
  first: boolean;
}) {
  const title = [school, list.name].filter(Boolean).join(" ");
  return (
    <section className={`mb-12 print:mb-0 ${first ? "" : "print:break-before-page"}`}>
      <h2 className="text-std-22B-150">{title}</h2>
      <p className="mb-4">{words.total(list.lines.length)}</p>
      <SchoolEventFacts event={event} />
      <div className="mt-6">
        <Table
          caption={title}
          head={[words.number, words.name, ...(list.hasPlaces ? [words.place] : []), words.note]}
        >
          {list.lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" className="w-32 whitespace-nowrap">
                {line.number}
              </th>
              <td className="min-w-44 print:h-8">&nbsp;</td>
              {list.hasPlaces && <td className="min-w-40">{line.place}</td>}
              <td className="min-w-24">&nbsp;</td>
            </tr>
          ))}
        </Table>
      </div>
      <p className="mt-4">{words.keep}</p>
    </section>
  );
}
