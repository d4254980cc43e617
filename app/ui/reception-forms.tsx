import { desk } from "#app/locales/ja/event-desk.ts";
import { categoryNames, people } from "#app/locales/ja/events.ts";
import { reception as words, receptionScript } from "#app/locales/ja/reception.ts";
import { timeOf } from "#app/platform/calendar.ts";
import { Badge } from "./badge.tsx";
import { Button } from "./button.tsx";
import { CameField, TicketFields, WalkInFields } from "./event-desk-forms.tsx";
import { type FieldState, TextField } from "./field.tsx";
import { EmptyState, Section } from "./page.tsx";

/** The ticket's code, typed or read by the camera; the camera's parts are shown by public/reception.js only. */
export function CodeForm({ form, scanned }: { form: FieldState | undefined; scanned: string | null }) {
  return (
    <div data-screen-only>
      <Section title={words.codeTitle} id="ticket-form">
        <div id="camera" hidden>
          <Button type="button" id="camera-start" look="secondary" className="w-full sm:w-auto">
            {words.camera}
          </Button>
          <div id="camera-view" hidden className="mt-3 max-w-md">
            <video
              id="camera-video"
              playsInline
              muted
              className="block aspect-square w-full rounded-8 bg-solid-gray-900 object-cover"
            />
            <div className="mt-2 flex flex-wrap gap-2">
              <Button type="button" id="camera-stop" look="secondary">
                {receptionScript.stop}
              </Button>
              <Button type="button" id="camera-torch" look="quiet" hidden>
                {receptionScript.torchOn}
              </Button>
            </div>
          </div>
          <p id="camera-words" role="status" className="mt-2 min-h-7" />
        </div>
        <form method="post" className="mt-2 grid gap-4" data-reception="ticket">
          <TicketFields form={form} scanned={scanned} />
          <div>
            <Button name="intent" value="ticket" className="w-full sm:w-auto">
              {words.submit}
            </Button>
          </div>
        </form>
        <div id="answer" role="status" aria-live="assertive" />
      </Section>
    </div>
  );
}

type Found = {
  id: string;
  name: string;
  schoolName: string | null;
  sessionTitle: string;
  category: keyof typeof categoryNames;
  headCount: number;
  state: keyof typeof words.states;
  ticketCode: string;
  checkIn: { id: string; at: Date; headCount: number } | null;
};

/** Search by name and the people that it found, each with the button for the check-in. */
export function NameForm({
  form,
  found,
  entered,
}: {
  form: FieldState | undefined;
  found: readonly Found[] | null;
  entered: unknown;
}) {
  return (
    <div data-screen-only className="mt-12">
      <Section title={words.nameTitle} id="name-form">
        <form method="post" className="grid gap-4" data-reception="online">
          <TextField
            name="name"
            label={words.name}
            support={words.nameSupport}
            form={form}
            defaultValue={typeof entered === "string" ? entered : ""}
            autoComplete="off"
          />
          <div>
            <Button name="intent" value="find" look="secondary">
              {words.nameSubmit}
            </Button>
          </div>
        </form>
        {found && (
          <div className="mt-6" role="status">
            {found.length === 0 ? (
              <EmptyState title={words.foundNone}>
                <p>{words.foundNoneText}</p>
              </EmptyState>
            ) : (
              <>
                <p>{words.found(found.length)}</p>
                <ul className="mt-2 divide-y divide-solid-gray-420 border-y border-solid-gray-420">
                  {found.map((person) => (
                    <FoundPerson key={person.id} person={person} />
                  ))}
                </ul>
              </>
            )}
          </div>
        )}
      </Section>
    </div>
  );
}

function FoundPerson({ person }: { person: Found }) {
  const isGroup = person.headCount > 1;
  const name = isGroup && person.schoolName ? person.schoolName : person.name;
  const facts = [
    isGroup ? null : person.schoolName,
    `${categoryNames[person.category]} ${people(person.headCount)}`,
    person.sessionTitle,
    person.ticketCode,
  ];
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <div>
        <p className="text-std-17B-170">{name}</p>
        <p className="text-dns-14N-130 text-solid-gray-800">{facts.filter(Boolean).join(" / ")}</p>
      </div>
      {person.checkIn ? (
        <p className="text-success-2">{desk.checkedInAt(timeOf(person.checkIn.at))}</p>
      ) : person.state === "registered" ? (
        <form method="post" className="flex flex-wrap items-center gap-2" data-reception="registration">
          <input type="hidden" name="registrationId" value={person.id} />
          {isGroup && (
            <CameField id={`came-${person.id}`} label={words.headCountOf(name)} value={person.headCount} />
          )}
          <Button name="intent" value="check-in" aria-label={desk.checkInOf(name)}>
            {words.submit}
          </Button>
        </form>
      ) : (
        <Badge tone={person.state === "cancelled" ? "neutral" : "orange"}>{words.states[person.state]}</Badge>
      )}
    </li>
  );
}

/** Counts people without a registration. `entry` is the id of the record to be, so that a second click adds nothing. */
export function WalkInForm({ form, entry }: { form: FieldState | undefined; entry: string }) {
  return (
    <div data-screen-only className="mt-12">
      <Section title={words.walkInTitle} id="walk-in-form">
        <p>{words.walkInText}</p>
        <form method="post" className="mt-4 grid gap-4" data-reception="walk-in">
          <WalkInFields form={form} entry={entry} />
          <div>
            <Button name="intent" value="walk-in" look="secondary" className="w-full sm:w-auto">
              {words.walkInSubmit}
            </Button>
          </div>
        </form>
      </Section>
    </div>
  );
}
