import { importRun as words } from "#app/locales/ja/imports.ts";
import { Button } from "./button.tsx";
import { type FieldState, SelectField } from "./field.tsx";

type Column = { header: string; field: string; isPerson: boolean; sample: string[] };

/** Which field each column of the file holds; a column that names persons cannot be taken. */
export function ImportMappingForm({
  columns,
  fields,
  state,
  form,
}: {
  columns: readonly Column[];
  fields: readonly { value: string; label: string }[];
  state: string;
  form?: FieldState;
}) {
  const body = (
    <form method="post" className="space-y-6">
      <p>{words.mappingLead}</p>
      <p>{words.mappingBlank}</p>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {columns.map(({ header, field, isPerson, sample }, index) =>
          isPerson ? (
            <div key={header}>
              <p className="text-std-17B-170">{header}</p>
              <p className="mt-1 text-solid-gray-700">{words.person}</p>
            </div>
          ) : (
            <SelectField
              key={header}
              name={`column-${index}`}
              label={header}
              support={sample.length > 0 ? words.sample(sample.join("、")) : words.sampleNone}
              empty={words.skip}
              options={fields}
              defaultValue={field}
              form={form}
            />
          ),
        )}
      </div>
      <Button name="intent" value="check">
        {state === "uploaded" ? words.check : words.checkAgain}
      </Button>
    </form>
  );
  if (state === "uploaded" || form?.errors) return body;
  return (
    <details data-screen-only>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-key-900 underline underline-offset-4">
        {words.remap}
      </summary>
      <div className="mt-4">{body}</div>
    </details>
  );
}
