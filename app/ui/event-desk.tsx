import { desk as words } from "#app/locales/ja/event-desk.ts";
import { categoryNames, people } from "#app/locales/ja/events.ts";
import { timeOf } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { CameField } from "./event-desk-forms.tsx";
import { Section } from "./page.tsx";
import { Table } from "./table.tsx";
import { TextLink } from "./text-link.tsx";

type Category = keyof typeof categoryNames;
type Count = { category: Category; capacity: number; registered: number; waiting: number; checkedIn: number };

/** Registered and checked in, by category. */
export function DeskCounts({
  counts,
  total,
  eventId,
}: {
  counts: readonly Count[];
  total: Count | null;
  eventId: string;
}) {
  const { columns } = words;
  return (
    <Section
      title={words.counts}
      id="counts"
      aside={
        <TextLink to={`/staff/events/${eventId}`} className="py-2 print:hidden">
          {words.reload}
        </TextLink>
      }
    >
      <Table
        caption={words.table(words.counts)}
        head={[
          columns.category,
          ...[columns.capacity, columns.registered, columns.waiting, columns.checkedIn].map((text) => (
            <span key={text} className="block text-right">
              {text}
            </span>
          )),
        ]}
      >
        {counts.map((row) => (
          <CountRow key={row.category} name={categoryNames[row.category]} row={row} />
        ))}
        {total && <CountRow name={words.total} row={total} />}
      </Table>
      <p className="mt-2 text-solid-gray-700">{words.countsNote}</p>
    </Section>
  );
}

function CountRow({ name, row }: { name: string; row: Count }) {
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        {name}
      </th>
      {[row.capacity, row.registered, row.waiting, row.checkedIn].map((value, index) => (
        <td key={index} className="text-right tabular-nums">
          {value.toLocaleString("ja-JP")}
        </td>
      ))}
    </tr>
  );
}

type Registration = {
  id: string;
  name: string;
  schoolName: string | null;
  category: Category;
  headCount: number;
  state: "registered" | "offered" | "waiting" | "cancelled" | "expired";
  ticketCode: string;
  checkIn: { id: string; at: Date; headCount: number } | null;
};

/** Who registered, in the order of registration, each with the button for its check-in or its undoing. */
export function DeskRegistrations({
  registrations,
  isOpen,
}: {
  registrations: readonly Registration[];
  isOpen: boolean;
}) {
  const { listColumns: columns } = words;
  return (
    <Section title={words.registrations} id="registrations">
      {registrations.length === 0 && <p>{words.registrationsNone}</p>}
      {registrations.length > 0 && (
        <Table
          caption={words.table(words.registrations)}
          head={[columns.name, columns.reception, columns.category, columns.headCount, columns.code]}
        >
          {registrations.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="min-w-28">
                {row.name}
                {row.schoolName && <span className="block text-dns-14N-130">{row.schoolName}</span>}
              </th>
              <td className="whitespace-nowrap">
                <Reception row={row} isOpen={isOpen} />
              </td>
              <td className="whitespace-nowrap">{categoryNames[row.category]}</td>
              <td className="text-right whitespace-nowrap">{people(row.headCount)}</td>
              <td className="font-mono whitespace-nowrap">{row.ticketCode}</td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  );
}

function Reception({ row, isOpen }: { row: Registration; isOpen: boolean }) {
  const name = row.headCount > 1 && row.schoolName ? row.schoolName : row.name;
  if (row.checkIn)
    return (
      <div className="grid gap-2">
        <Undo id={row.checkIn.id} label={words.checkedInAt(timeOf(row.checkIn.at))} name={name} />
        {row.headCount > 1 && <Correct id={row.checkIn.id} name={name} headCount={row.checkIn.headCount} />}
      </div>
    );
  if (row.state === "waiting") return words.waiting;
  if (row.state === "offered") return words.offered;
  if (!isOpen) return words.notToday;
  return (
    <form method="post" className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="registrationId" value={row.id} />
      {row.headCount > 1 && (
        <CameField id={`came-${row.id}`} label={words.cameOf(name)} value={row.headCount} />
      )}
      <Button name="intent" value="check-in" look="secondary" aria-label={words.checkInOf(name)}>
        {words.checkIn}
      </Button>
    </form>
  );
}

/** A check-in with its time; a mistaken one can be taken back. */
export function Undo({ id, label, name }: { id: string; label: string; name: string }) {
  return (
    <form method="post" className="flex flex-wrap items-center gap-2 whitespace-nowrap">
      <input type="hidden" name="checkInId" value={id} />
      <span className="text-success-2">{label}</span>
      <Button name="intent" value="void" look="quiet" aria-label={words.undoOf(name)}>
        {words.undo}
      </Button>
    </form>
  );
}

/** Puts right how many of a group came. On paper the number alone remains. */
export function Correct({ id, name, headCount }: { id: string; name: string; headCount: number }) {
  return (
    <form method="post" className="flex flex-wrap items-center gap-2 whitespace-nowrap">
      <input type="hidden" name="checkInId" value={id} />
      <span className="hidden print:inline">{people(headCount)}</span>
      <CameField id={`came-${id}`} label={words.cameOf(name)} value={headCount} />
      <Button name="intent" value="correct" look="quiet" aria-label={words.correctOf(name)}>
        {words.correct}
      </Button>
    </form>
  );
}

type WalkIn = { id: string; category: Category; headCount: number; label: string; at: Date };

/** The check-ins without a registration, the latest first. */
export function DeskWalkIns({ walkIns }: { walkIns: readonly WalkIn[] }) {
  return (
    <Section title={words.walkIns} id="walk-ins">
      {walkIns.length === 0 && <p>{words.walkInsNone}</p>}
      {walkIns.length > 0 && (
        <Table
          caption={words.table(words.walkIns)}
          head={[words.category, words.headCount, words.listColumns.reception]}
        >
          {walkIns.map((row) => {
            const name = `${categoryNames[row.category]}${row.label ? ` ${row.label}` : ""}`;
            return (
              <tr key={row.id}>
                <th scope="row">{name}</th>
                <td className="text-right whitespace-nowrap">{people(row.headCount)}</td>
                <td>
                  <Undo
                    id={row.id}
                    label={words.checkedInAt(timeOf(row.at))}
                    name={`${name} ${people(row.headCount)}`}
                  />
                </td>
              </tr>
            );
          })}
        </Table>
      )}
    </Section>
  );
}
