import { categoryNames, people, registrationStateNames } from "#app/locales/ja/events.ts";
import { schoolEvent as words } from "#app/locales/ja/school-room.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { errorOf, ErrorText, type FieldState, valueOf } from "./field.tsx";
import { DescriptionList, Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Category = keyof typeof categoryNames;

type Row = {
  id: string;
  sessionTitle: string;
  category: Category;
  headCount: number;
  state: keyof typeof registrationStateNames;
  teacherName: string;
  isOwn: boolean;
  mayChange: boolean;
};

/** What the school registered, by whom, with the field that changes the head count. */
export function SchoolHeadCounts({ rows, form }: { rows: readonly Row[]; form?: FieldState }) {
  const { columns } = words;
  const registered = rows.filter(({ state }) => state === "registered");
  const totals = [...Map.groupBy(registered, ({ category }) => category)];
  return (
    <>
      <Table caption={words.headCounts} head={Object.values(columns)}>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="min-w-28">
              {categoryNames[row.category]}
              {row.sessionTitle && <span className="block text-dns-14N-130">{row.sessionTitle}</span>}
            </th>
            <td className="text-right whitespace-nowrap">{people(row.headCount)}</td>
            <td>{row.mayChange && <ChangeForm row={row} form={form} />}</td>
            <td className="whitespace-nowrap">{registrationStateNames[row.state]}</td>
            <td className="min-w-32">
              {row.isOwn ? words.you : row.teacherName}
              {row.isOwn && (
                <TextLink
                  to={`/me/registrations/${row.id}`}
                  className="relative flex min-h-11 items-center print:hidden"
                >
                  {words.ticket}
                  <span className="sr-only">:{categoryNames[row.category]}</span>
                </TextLink>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {totals.length > 0 && (
        <p className="mt-4">
          {words.totals}:
          {totals
            .map(([category, own]) =>
              words.total(
                categoryNames[category],
                own.reduce((sum, { headCount }) => sum + headCount, 0),
              ),
            )
            .join("、")}
        </p>
      )}
      <p data-screen-only className="mt-2 text-solid-gray-700">
        {words.changeHelp}
      </p>
    </>
  );
}

function ChangeForm({ row, form }: { row: Row; form?: FieldState }) {
  const name = `headCount-${row.id}`;
  const error = errorOf(form, name);
  return (
    <form method="post" data-screen-only>
      <input type="hidden" name="registrationId" value={row.id} />
      <div className="flex items-center gap-2">
        <input
          id={name}
          name={name}
          inputMode="numeric"
          aria-label={words.newCount(categoryNames[row.category], row.sessionTitle)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
          defaultValue={valueOf(form, name, String(row.headCount))}
          className="min-h-11 w-20 rounded-8 border border-solid-gray-600 bg-white px-2 py-2 text-oln-16N-100 aria-invalid:border-2 aria-invalid:border-error-1"
        />
        <Button look="secondary" className="whitespace-nowrap">
          {words.change}
        </Button>
      </div>
      {error && <ErrorText name={name}>{error}</ErrorText>}
    </form>
  );
}

type Facts = {
  startsAt: Date;
  endsAt: Date;
  venue: string;
  address: string;
  access: string;
  parking: string;
  whatToBring: string;
  contact: string;
};

/** What a teacher hands on: when, where, how to get there, what to bring, whom to ask. */
export function SchoolEventFacts({ event }: { event: Facts }) {
  const items = [
    { term: words.when, children: dateTimeSpan(event.startsAt, event.endsAt) },
    { term: words.where, children: [event.venue, event.address].filter(Boolean).join("\n") },
    { term: words.access, children: event.access },
    { term: words.parking, children: event.parking },
    { term: words.bring, children: event.whatToBring },
    { term: words.contact, children: event.contact },
  ];
  return <DescriptionList items={items.filter(({ children }) => children !== "")} />;
}
