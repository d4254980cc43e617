import { desk } from "#app/locales/ja/event-desk.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { reception as words, receptionScript } from "#app/locales/ja/reception.ts";
import { timeOf } from "#app/platform/calendar.ts";
import { Button } from "./button.tsx";
import { Correct, Undo } from "./event-desk.tsx";
import { Section } from "./page.tsx";
import { Table } from "./table.tsx";

type Category = keyof typeof categoryNames;

/**
 * Whether this device is connected and what it has not sent yet. Hidden until public/reception.js shows it; the data
 * attributes tell the script which event it serves.
 */
export function DeviceState({
  eventId,
  isOpen,
  endsAt,
}: {
  eventId: string;
  isOpen: boolean;
  endsAt: string;
}) {
  return (
    <div
      id="reception"
      data-event={eventId}
      data-open={isOpen ? "true" : "false"}
      data-ends={endsAt}
      hidden
      data-screen-only
      className="mb-8 rounded-8 border border-solid-gray-420 bg-solid-gray-50 p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p id="unsent" role="status" className="text-std-18B-160">
          {receptionScript.unsentNone}
        </p>
        <Button type="button" id="send-now" look="secondary" hidden>
          {receptionScript.sendNow}
        </Button>
      </div>
      <p id="connection" className="mt-1">
        {receptionScript.online}
      </p>
      <p id="sign-in" hidden className="mt-2 text-error-2" />
    </div>
  );
}

/** What this device recorded; filled by the script. */
export function DeviceRecords() {
  return (
    <div id="records" hidden data-screen-only className="mt-12">
      <Section title={receptionScript.records} id="device-records">
        <p id="records-none">{receptionScript.recordsNone}</p>
        <ul id="records-list" className="divide-y divide-solid-gray-420" />
        {/* The script clones these parts, so that the looks of a line stand here. */}
        <template id="record-line">
          <li className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span>
              <span
                data-part="state"
                className="mr-2 inline-block rounded-6 border px-2 py-0.5 text-dns-14B-130"
              />
              <span data-part="text" />
              <span data-part="why" className="block text-error-2" />
            </span>
            <Button type="button" look="quiet" data-part="act" />
          </li>
        </template>
        <template id="answer-box">
          <div data-part="box" className="mt-4 rounded-8 border-2 bg-white p-4">
            <p data-part="title" className="text-std-20B-150" />
            <p data-part="text" />
            <div data-part="acts" className="mt-2 flex flex-wrap gap-2" />
          </div>
        </template>
        <template id="answer-count">
          <form className="flex flex-wrap items-end gap-2">
            <label>
              <span className="block text-dns-14N-130">{receptionScript.correctLabel}</span>
              <input
                name="came"
                inputMode="numeric"
                autoComplete="off"
                className="min-h-11 w-24 rounded-8 border border-solid-gray-600 bg-white px-3 text-right text-oln-16N-100"
              />
            </label>
            <Button look="secondary">{receptionScript.correct}</Button>
          </form>
        </template>
        <template id="answer-act">
          <Button type="button" look="secondary" />
        </template>
        <p className="mt-4 text-solid-gray-700">{words.privacy}</p>
        <Button type="button" id="wipe" look="quiet" className="mt-1">
          {words.wipe}
        </Button>
      </Section>
    </div>
  );
}

/** People registered and people who came; the script asks for new numbers every ten seconds. */
export function LiveCounts({
  counts,
}: {
  counts: readonly { category: Category; registered: number; checkedIn: number }[];
}) {
  const { countsColumns: columns } = words;
  const total = counts.reduce((sum, row) => sum + row.checkedIn, 0);
  const registered = counts.reduce((sum, row) => sum + row.registered, 0);
  const right = (text: string) => (
    <span key={text} className="block text-right">
      {text}
    </span>
  );
  return (
    <Section title={words.counts} id="counts">
      <Table
        caption={desk.table(words.counts)}
        head={[columns.category, right(columns.registered), right(columns.checkedIn)]}
      >
        {Object.entries(categoryNames).map(([category, name]) => {
          const row = counts.find((one) => one.category === category);
          return (
            <tr key={category} data-count={category} hidden={!row}>
              <th scope="row">{name}</th>
              <td className="text-right tabular-nums" data-part="registered">
                {(row?.registered ?? 0).toLocaleString("ja-JP")}
              </td>
              <td className="text-right tabular-nums" data-part="checkedIn">
                {(row?.checkedIn ?? 0).toLocaleString("ja-JP")}
              </td>
            </tr>
          );
        })}
        <tr data-count="total">
          <th scope="row">{words.countsTotal}</th>
          <td className="text-right tabular-nums" data-part="registered">
            {registered.toLocaleString("ja-JP")}
          </td>
          <td className="text-right tabular-nums" data-part="checkedIn">
            {total.toLocaleString("ja-JP")}
          </td>
        </tr>
      </Table>
      <p className="mt-2 text-solid-gray-700">{words.countsNote}</p>
    </Section>
  );
}

/** The newest check-ins of all desks, each with its undoing and, for groups and walk-ins, the number put right. */
export function RecentCheckIns({
  rows,
}: {
  rows: readonly {
    id: string;
    category: Category;
    headCount: number;
    registered: number | null;
    label: string;
    at: Date;
  }[];
}) {
  return (
    <Section title={words.recent} id="recent">
      {rows.length === 0 && <p>{words.recentNone}</p>}
      {rows.length > 0 && (
        <>
          <p className="text-solid-gray-700">{words.recentNote}</p>
          <ul className="mt-2 divide-y divide-solid-gray-420 border-y border-solid-gray-420">
            {rows.map((row) => {
              const who = words.came(categoryNames[row.category], row.headCount, row.registered);
              const name = row.label ? `${who} ${row.label}` : who;
              return (
                <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                  <span>{name}</span>
                  <span className="flex flex-wrap items-center gap-2">
                    {row.registered !== 1 && <Correct id={row.id} name={name} headCount={row.headCount} />}
                    <Undo id={row.id} label={desk.checkedInAt(timeOf(row.at))} name={name} />
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Section>
  );
}
