import { staffWords } from "#app/locales/ja/staff.ts";
import { Button } from "./button.tsx";
import { ChoiceGroup, type FieldState, type Option, SelectField, TextArea, TextField } from "./field.tsx";
import { ErrorSummary } from "./form-message.tsx";
import { Table } from "./table.tsx";

const words = staffWords.indicators;

/** Figures that were entered for an indicator already, oldest first. */
export type EntryRow = {
  key: string;
  year: string;
  kind: string;
  value: string;
  asOf: string;
  state: string;
  source: string;
  note: string;
};

/** The form for an official figure, and what was entered for the indicator before. */
export function IndicatorEntry({
  action,
  entryId,
  form,
  indicators,
  years,
  chosen,
  year,
  rows,
}: {
  action: string;
  entryId: string;
  form: FieldState | undefined;
  indicators: readonly Option[];
  years: readonly Option[];
  chosen: { id: string; name: string } | null;
  year: string;
  rows: readonly EntryRow[];
}) {
  return (
    <section aria-labelledby="entry" className="mb-12 rounded-8 border-2 border-key-900 p-4 sm:p-6">
      <h2 id="entry" className="text-std-22B-150">
        {words.entryTitle}
      </h2>
      <p className="mt-2 mb-6 max-w-3xl">{words.entryLead}</p>
      <ErrorSummary errors={form?.errors} labels={words.fields} />
      <form method="post" action={action} className="grid gap-6">
        <input type="hidden" name="entryId" value={entryId} />
        <SelectField
          name="indicatorId"
          label={words.fields.indicatorId}
          required
          form={form}
          defaultValue={chosen?.id}
          options={indicators}
          empty={words.choose}
        />
        <SelectField
          name="fiscalYear"
          label={words.fields.fiscalYear}
          required
          form={form}
          defaultValue={year}
          options={years}
        />
        <ChoiceGroup
          name="kind"
          label={words.fields.kind}
          required
          form={form}
          options={optionsOf(words.kinds)}
          chosen={["actual"]}
        />
        <TextField
          name="value"
          label={words.fields.value}
          support={words.support.value}
          form={form}
          className="max-w-xs"
        />
        <TextField
          name="missingReason"
          label={words.fields.missingReason}
          support={words.support.missingReason}
          form={form}
        />
        <ChoiceGroup
          name="state"
          label={words.fields.state}
          required
          form={form}
          options={optionsOf(words.states).filter(({ value }) => value !== "revised")}
          chosen={["final"]}
        />
        <TextField
          name="observedOn"
          label={words.fields.observedOn}
          support={words.support.observedOn}
          required
          form={form}
          className="max-w-xs"
        />
        <TextField
          name="source"
          label={words.fields.source}
          support={words.support.source}
          required
          form={form}
        />
        <TextArea name="note" label={words.fields.note} support={words.support.note} form={form} rows={3} />
        <div>
          <Button>{words.submit}</Button>
        </div>
      </form>
      {chosen && (
        <div className="mt-8">
          <h3 className="mb-2 text-std-17B-170">{words.recorded(chosen.name)}</h3>
          {rows.length === 0 ? <p>{words.noneRecorded}</p> : <Recorded rows={rows} />}
        </div>
      )}
    </section>
  );
}

function optionsOf(names: Record<string, string>): Option[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

function Recorded({ rows }: { rows: readonly EntryRow[] }) {
  return (
    <Table caption={words.entryTitle} head={[...words.recordColumns]}>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row" className="whitespace-nowrap">
            {row.year}
          </th>
          <td className="whitespace-nowrap">{row.kind}</td>
          <td className="min-w-24">{row.value}</td>
          <td className="whitespace-nowrap">{row.asOf}</td>
          <td className="whitespace-nowrap">{row.state}</td>
          <td className="min-w-40">{row.source}</td>
          <td className="min-w-48">{row.note}</td>
        </tr>
      ))}
    </Table>
  );
}
