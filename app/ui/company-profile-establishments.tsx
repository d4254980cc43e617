import { profileForm as words } from "#app/locales/ja/company-room.ts";
import { Button } from "./button.tsx";
import { ErrorText, errorOf, type FieldState, SelectField, TextField } from "./field.tsx";

const FIELDS = ["name", "postalCode", "address", "area"] as const;

/** The names of the rows' fields in the words of the summary of errors. */
export function establishmentLabels(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, place) => place).flatMap((place) =>
      FIELDS.map((field) => [
        `establishments.${place}.${field}`,
        `${words.establishment.title(place + 1)} ${words.establishment.fields[field]}`,
      ]),
    ),
  );
}

/** Places of business as rows that are added and taken away with plain buttons; the last begins with the focus when new. */
export function EstablishmentFields({
  count,
  isNew,
  areas,
  form,
}: {
  count: number;
  isNew: boolean;
  areas: readonly string[];
  form: FieldState;
}) {
  const { establishment } = words;
  const error = errorOf(form, "establishments");
  return (
    <div id="establishments" className="space-y-5">
      {error && <ErrorText name="establishments">{error}</ErrorText>}
      {count === 0 && <p>{establishment.none}</p>}
      {Array.from({ length: count }, (_, place) => {
        const name = (field: (typeof FIELDS)[number]) => `establishments.${place}.${field}`;
        return (
          <fieldset
            key={place}
            autoFocus={(isNew && place === count - 1) || undefined}
            tabIndex={isNew && place === count - 1 ? -1 : undefined}
            className="min-w-0 rounded-8 border border-solid-gray-420 p-4"
          >
            <legend className="px-2 text-std-17B-170">{establishment.title(place + 1)}</legend>
            <div className="space-y-5">
              <TextField name={name("name")} label={establishment.fields.name} required form={form} />
              <TextField
                name={name("postalCode")}
                label={establishment.fields.postalCode}
                support={words.support.postalCode}
                required
                inputMode="numeric"
                form={form}
                className="max-w-xs"
              />
              <TextField
                name={name("address")}
                label={establishment.fields.address}
                support={words.support.address}
                required
                form={form}
              />
              <SelectField
                name={name("area")}
                label={establishment.fields.area}
                required
                empty={words.choose}
                options={areas.map((value) => ({ value, label: value }))}
                form={form}
              />
              <Button look="secondary" name="intent" value={`remove-establishment:${place}`}>
                {establishment.remove(place + 1)}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <Button look="secondary" name="intent" value="add-establishment">
        {establishment.add}
      </Button>
    </div>
  );
}
