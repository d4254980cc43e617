import { OFFER_FIELDS, offerField } from "#app/domain/visits/offer-fields.rules.ts";
import { visitPlaces as words } from "#app/locales/ja/visits.ts";
import { Button } from "./button.tsx";
import {
  errorOf,
  ErrorText,
  type FieldState,
  type Option,
  SelectField,
  TextField,
  valueOf,
} from "./field.tsx";

type Offer = { sessionId: string; minimum: number; maximum: number; teachersNeeded: number };
type Place = { id: string; name: string; area: string; departments: string[]; offers: Offer[] };
type Session = { id: string; label: string };

const box =
  "min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2 py-2 text-oln-16N-100 leading-normal aria-invalid:border-2 aria-invalid:border-error-1";

/** The labels of all fields of the tables, for the summary of errors. */
export function offerLabels(room: {
  places: readonly Place[];
  sessions: readonly (Session & { buses: readonly { id: string }[] })[];
}): Record<string, string> {
  const offers = room.places.flatMap((place) => [
    [`departments-${place.id}`, words.departmentsOf(place.name)],
    ...room.sessions.flatMap((session) =>
      OFFER_FIELDS.map((field) => [
        offerField(field, place.id, session.id),
        words.cell(place.name, session.label, words[field]),
      ]),
    ),
  ]);
  return Object.fromEntries(offers) as Record<string, string>;
}

/** What each place takes in each session, as one table of numbers. */
export function OffersForm({
  places,
  sessions,
  form,
}: {
  places: readonly Place[];
  sessions: readonly Session[];
  form?: FieldState;
}) {
  return (
    <form method="post">
      <p className="mb-4 max-w-3xl">{words.departmentsSupport}</p>
      <ul className="space-y-4">
        {places.map((place) => (
          <li key={place.id}>
            <fieldset className="rounded-8 border border-solid-gray-420 p-4">
              <legend className="px-1 text-std-17B-170">
                {place.name}
                {place.area && <span className="ml-2 text-std-16N-170">({place.area})</span>}
              </legend>
              <div className="grid gap-4 lg:grid-cols-[1fr_2fr]">
                <Cell
                  name={`departments-${place.id}`}
                  label={words.departments}
                  spoken={words.departmentsOf(place.name)}
                  form={form}
                  defaultValue={place.departments.join("、")}
                  wide
                />
                <div className="grid gap-4 sm:grid-cols-2">
                  {sessions.map((session) => (
                    <OfferCells key={session.id} place={place} session={session} form={form} />
                  ))}
                </div>
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <Button name="intent" value="offers" className="mt-6">
        {words.save}
      </Button>
    </form>
  );
}

function OfferCells({ place, session, form }: { place: Place; session: Session; form?: FieldState }) {
  const offer = place.offers.find(({ sessionId }) => sessionId === session.id);
  return (
    <div>
      <p className="text-dns-16B-130">{session.label}</p>
      <div className="mt-1 flex flex-wrap gap-3">
        {OFFER_FIELDS.map((field) => (
          <Cell
            key={field}
            name={offerField(field, place.id, session.id)}
            label={words[field]}
            spoken={words.cell(place.name, session.label, words[field])}
            form={form}
            defaultValue={offer ? String(offer[field]) : ""}
          />
        ))}
      </div>
    </div>
  );
}

/** A small field whose full name is spoken and whose short one is seen. */
export function Cell({
  name,
  label,
  spoken,
  form,
  defaultValue,
  wide = false,
}: {
  name: string;
  label: string;
  spoken: string;
  form?: FieldState;
  defaultValue: string;
  wide?: boolean;
}) {
  const error = errorOf(form, name);
  return (
    <div className={wide ? "w-full" : "w-20"}>
      <label className="block text-dns-16N-130">
        {label}
        <input
          id={name}
          name={name}
          inputMode={wide ? undefined : "numeric"}
          aria-label={spoken}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${name}-error` : undefined}
          defaultValue={valueOf(form, name, defaultValue)}
          className={`${box} mt-1 block w-full`}
        />
      </label>
      {error && <ErrorText name={name}>{error}</ErrorText>}
    </div>
  );
}

export function AddPlaceForm({ companies, form }: { companies: readonly Option[]; form?: FieldState }) {
  return (
    <form method="post" className="space-y-5">
      <SelectField
        name="companyId"
        label={words.company}
        options={companies}
        empty={words.companyNone}
        form={form}
      />
      <TextField name="name" label={words.name} support={words.nameSupport} form={form} />
      <TextField name="area" label={words.area} support={words.areaSupport} form={form} />
      <TextField
        name="departments"
        label={words.departments}
        support={words.departmentsSupport}
        form={form}
      />
      <Button name="intent" value="add-place">
        {words.addSubmit}
      </Button>
    </form>
  );
}

/** Taking a place away stands apart, with what is lost. */
export function RemovePlaces({ places }: { places: readonly Place[] }) {
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-8 border-2 border-error-2 px-5 text-error-2">
        {words.removeTitle}
      </summary>
      <p className="mt-4">{words.removeText}</p>
      <ul className="mt-2 divide-y divide-solid-gray-420">
        {places.map((place) => (
          <li key={place.id}>
            <form method="post" className="flex flex-wrap items-center justify-between gap-3 py-2">
              <input type="hidden" name="placeId" value={place.id} />
              <span>{place.name}</span>
              <Button
                name="intent"
                value="remove-place"
                look="danger"
                aria-label={words.removeOf(place.name)}
              >
                {words.remove}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  );
}
