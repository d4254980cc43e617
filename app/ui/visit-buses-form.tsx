import { busRows } from "#app/domain/visits/offer-fields.rules.ts";
import { visitPlaces as words } from "#app/locales/ja/visits.ts";
import { Button } from "./button.tsx";
import type { FieldState } from "./field.tsx";
import { Cell } from "./visit-offers-form.tsx";

type Session = { id: string; label: string; buses: readonly { id: string; name: string; seats: number }[] };

/** The buses of each session, with spare rows for more. */
export function BusForm({ sessions, form }: { sessions: readonly Session[]; form?: FieldState }) {
  return (
    <form method="post">
      <p className="mb-4 max-w-3xl">{words.busesLead}</p>
      <div className="grid gap-6 sm:grid-cols-2">
        {sessions.map((session) => (
          <fieldset key={session.id} id={`buses-${session.id}`}>
            <legend className="text-std-17B-170">{session.label}</legend>
            {busRows(session.id, session.buses).map((row, at) => {
              const bus = session.buses[at];
              const spoken = (what: string) => words.busOf(session.label, at + 1, what);
              return (
                <div key={row} className="mt-2 flex gap-3">
                  <div className="w-44">
                    <Cell
                      name={`${row}-name`}
                      label={words.busName}
                      spoken={spoken(words.busName)}
                      form={form}
                      defaultValue={bus?.name ?? ""}
                      wide
                    />
                  </div>
                  <Cell
                    name={row}
                    label={words.busSeats}
                    spoken={spoken(words.busSeats)}
                    form={form}
                    defaultValue={bus ? String(bus.seats) : ""}
                  />
                </div>
              );
            })}
          </fieldset>
        ))}
      </div>
      <Button name="intent" value="buses" className="mt-6">
        {words.saveBuses}
      </Button>
    </form>
  );
}
