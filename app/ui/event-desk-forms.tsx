import { desk as words } from "#app/locales/ja/event-desk.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { Button } from "./button.tsx";
import { type FieldState, SelectField, TextField } from "./field.tsx";
import { Section } from "./page.tsx";

/** Check-in by the code of a ticket; a scanned code is filled in already. */
export function TicketForm({ form, scanned }: { form: FieldState | undefined; scanned: string | null }) {
  return (
    <div data-screen-only>
      <Section title={words.ticketTitle} id="ticket-form">
        <form method="post" className="grid gap-4">
          <TicketFields form={form} scanned={scanned} />
          <div>
            <Button name="intent" value="ticket">
              {words.ticketSubmit}
            </Button>
          </div>
        </form>
      </Section>
    </div>
  );
}

/** The code of a ticket, and for a group how many really came. */
export function TicketFields({ form, scanned }: { form: FieldState | undefined; scanned: string | null }) {
  return (
    <>
      <TextField
        name="ticket"
        label={words.ticket}
        support={words.ticketSupport}
        required
        form={form}
        defaultValue={scanned ?? ""}
        autoComplete="off"
      />
      <TextField
        name="came"
        label={words.came}
        support={words.cameSupport}
        form={form}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-80"
      />
    </>
  );
}

/** The number of people who came, in the line of a list: a small field with its own label. */
export function CameField({ id, label, value }: { id: string; label: string; value: number }) {
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        name="came"
        defaultValue={String(value)}
        inputMode="numeric"
        autoComplete="off"
        className="min-h-11 w-20 rounded-8 border border-solid-gray-600 bg-white px-3 text-right text-oln-16N-100 print:hidden"
      />
    </>
  );
}

/** Who came without a registration, and how many. `entry` is the id of the record to be: a second click adds nothing. */
export function WalkInFields({ form, entry }: { form: FieldState | undefined; entry: string }) {
  const options = Object.entries(categoryNames).map(([value, label]) => ({ value, label }));
  return (
    <>
      <input type="hidden" name="entry" value={entry} />
      <SelectField name="category" label={words.category} required form={form} options={options} />
      <TextField
        name="headCount"
        label={words.headCount}
        required
        form={form}
        defaultValue="1"
        inputMode="numeric"
        className="max-w-40"
      />
    </>
  );
}

/** Counts people without a registration. `entry` is the id of the record to be, so that a second click adds nothing. */
export function WalkInForm({ form, entry }: { form: FieldState | undefined; entry: string }) {
  return (
    <div data-screen-only className="mt-12">
      <Section title={words.walkInTitle} id="walk-in-form">
        <p>{words.walkInText}</p>
        <form method="post" className="mt-4 grid gap-4">
          <WalkInFields form={form} entry={entry} />
          <div>
            <Button name="intent" value="walk-in" look="secondary">
              {words.walkInSubmit}
            </Button>
          </div>
        </form>
      </Section>
    </div>
  );
}
