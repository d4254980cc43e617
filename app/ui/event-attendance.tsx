import { attendance as words } from "#app/locales/ja/event-attendance.ts";
import { Button, LinkButton } from "./button.tsx";
import { type FieldState, SelectField } from "./field.tsx";
import { EmptyState } from "./page.tsx";
import { Table } from "./table.tsx";

export type BoothMark = { id: string; boothNumber: number | null; name: string; day: string | null };
export type DayChoice = { value: string; label: string };

/** Which companies stood at their booths: a box for each, or the day where the event has several. */
export function BoothAttendanceForm({
  booths,
  days,
  notYet,
  selection,
}: {
  booths: readonly BoothMark[];
  days: readonly DayChoice[];
  /** Why nothing can be recorded yet; null when it can. */
  notYet: string | null;
  /** Where booths are given. */
  selection: string;
}) {
  if (booths.length === 0)
    return (
      <EmptyState title={words.boothsNone}>
        <p className="mb-4">{words.boothsNoneText}</p>
        <LinkButton to={selection} look="secondary">
          {words.selection}
        </LinkButton>
      </EmptyState>
    );
  const attended = booths.filter(({ day }) => day !== null).length;
  const { columns } = words;
  const isOneDay = days.length === 1;
  return (
    <form method="post" className="grid gap-6">
      <p>{notYet ?? words.boothsLead}</p>
      <p>{words.state(attended, booths.length)}</p>
      <Table
        caption={words.booths}
        head={[columns.number, columns.company, isOneDay ? columns.attended : columns.day]}
      >
        {booths.map((booth) => (
          <tr key={booth.id}>
            <td className="text-right tabular-nums">{booth.boothNumber ?? words.noNumber}</td>
            <th scope="row" className="min-w-40">
              {booth.name}
            </th>
            <td>
              {isOneDay ? (
                <BoothBox booth={booth} day={days[0]!.value} disabled={notYet !== null} />
              ) : (
                <BoothDays booth={booth} days={days} disabled={notYet !== null} />
              )}
            </td>
          </tr>
        ))}
      </Table>
      {notYet === null && (
        <div className="flex flex-wrap gap-4" data-screen-only>
          <Button name="intent" value="save-booths">
            {words.save}
          </Button>
          {isOneDay && attended < booths.length && (
            <Button look="secondary" name="intent" value="all-booths">
              {words.all}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

function BoothBox({ booth, day, disabled }: { booth: BoothMark; day: string; disabled: boolean }) {
  return (
    <label className="flex min-h-11 min-w-11 items-center">
      <input
        type="checkbox"
        name={`day-${booth.id}`}
        value={day}
        defaultChecked={booth.day === day}
        disabled={disabled}
        className="size-6 shrink-0 accent-key-900"
      />
      <span className="sr-only">{words.attendedOf(booth.name)}</span>
    </label>
  );
}

function BoothDays({
  booth,
  days,
  disabled,
}: {
  booth: BoothMark;
  days: readonly DayChoice[];
  disabled: boolean;
}) {
  return (
    <select
      name={`day-${booth.id}`}
      aria-label={words.dayOf(booth.name)}
      defaultValue={booth.day ?? ""}
      disabled={disabled}
      className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 text-std-16N-170"
    >
      <option value="">{words.noDay}</option>
      {days.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

export type StopSession = { id: string; label: string; stops: { companyId: string; name: string }[] };

/** Which companies each session called at, each with a way to take the entry back. */
export function StopList({ sessions }: { sessions: readonly StopSession[] }) {
  return (
    <div className="grid gap-6">
      {sessions.map((session) => (
        <div key={session.id}>
          <h3 className="mb-2 text-std-18B-160">{session.label}</h3>
          {session.stops.length === 0 ? (
            <p>{words.stopsNone}</p>
          ) : (
            <ul className="divide-y divide-solid-gray-300 border-y border-solid-gray-300">
              {session.stops.map((stop) => (
                <li
                  key={stop.companyId}
                  className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2"
                >
                  <span>{stop.name}</span>
                  <form method="post" data-screen-only>
                    <input type="hidden" name="sessionId" value={session.id} />
                    <input type="hidden" name="companyId" value={stop.companyId} />
                    <Button
                      look="secondary"
                      name="intent"
                      value="remove-stop"
                      aria-label={words.removeOf(stop.name)}
                    >
                      {words.remove}
                    </Button>
                  </form>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}

/** Adds one call at a company. */
export function StopForm({
  sessions,
  companies,
  form,
}: {
  sessions: readonly StopSession[];
  companies: readonly { id: string; name: string }[];
  form: FieldState | undefined;
}) {
  return (
    <form method="post" noValidate className="grid gap-6" data-screen-only>
      <SelectField
        name="sessionId"
        label={words.session}
        empty={sessions.length === 1 ? undefined : words.choose}
        options={sessions.map(({ id, label }) => ({ value: id, label }))}
        required
        form={form}
      />
      <SelectField
        name="companyId"
        label={words.company}
        empty={words.choose}
        options={companies.map(({ id, name }) => ({ value: id, label: name }))}
        required
        form={form}
      />
      <div>
        <Button look="secondary" name="intent" value="add-stop">
          {words.addButton}
        </Button>
      </div>
    </form>
  );
}
