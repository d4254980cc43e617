import { figureImport as words } from "#app/locales/ja/figure-imports.ts";
import { Button } from "./button.tsx";
import { type FieldState, type Option, SelectField } from "./field.tsx";
import { FigureSettings } from "./figure-import-settings.tsx";

type Run = {
  kind: string;
  state: string;
  columns: readonly { header: string; field: string; isPerson: boolean; sample: readonly string[] }[];
  fields: readonly Option[];
  typed: Readonly<Record<string, string>>;
  plans: readonly Option[];
  subsidies: readonly Option[];
};

/** Which field each column of the file holds, and what is true of every row. */
export function FigureMappingForm({ run, form }: { run: Run; form?: FieldState }) {
  const body = (
    <form method="post" className="space-y-8">
      <div className="max-w-3xl space-y-2">
        <p>{words.mappingLead}</p>
        <p>{words.mappingBlank}</p>
        {run.kind === "placements" && <p>{words.personNumberHelp}</p>}
      </div>
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {run.columns.map(({ header, field, isPerson, sample }, index) =>
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
              options={run.fields}
              defaultValue={field}
              form={form}
            />
          ),
        )}
      </div>
      <fieldset className="space-y-6">
        <legend className="text-std-20B-150">{words.settings}</legend>
        <FigureSettings run={run} form={form} />
      </fieldset>
      <Button name="intent" value="check">
        {run.state === "uploaded" ? words.check : words.checkAgain}
      </Button>
    </form>
  );
  if (run.state === "uploaded" || form?.errors) return body;
  return (
    <details data-screen-only>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-key-900 underline underline-offset-4">
        {words.remap}
      </summary>
      <div className="mt-4">{body}</div>
    </details>
  );
}
