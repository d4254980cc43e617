import { planForms } from "#app/locales/ja/plan-forms.ts";
import { parameterWords } from "#app/locales/ja/measure-parameters.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import {
  CheckBox,
  ChoiceGroup,
  type FieldState,
  type Option,
  SelectField,
  TextArea,
  TextField,
  valueOf,
} from "./field.tsx";

const words = planForms.indicator;
const fields = deskWords.indicatorFields;
const { support } = words;

type ParameterField = {
  field: string;
  label: string;
  support: string;
  empty: string;
  /** Null where a number is typed. */
  options: Option[] | null;
};
export type MeasureOption = {
  value: string;
  label: string;
  definition: string;
  counts: string;
  parameters: ParameterField[];
};

/** The names of all fields of the form, those that a measure brings too. */
export function indicatorLabels(measures: readonly MeasureOption[]): Record<string, string> {
  const chosen = measures.flatMap(({ parameters }) =>
    parameters.map(({ field, label }) => [field, label] as const),
  );
  return { ...fields, ...Object.fromEntries(chosen) };
}

const optionsOf = (names: Record<string, string>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** The fields of an indicator's definition, from when it holds and why. */
export function IndicatorFields({
  form,
  values,
  measures,
  years,
  year,
  isNew,
}: {
  form: FieldState | undefined;
  /** By field; the parameters of the measure among them. */
  values: Readonly<Record<string, string>>;
  measures: readonly MeasureOption[];
  years: readonly Option[];
  year: string;
  isNew: boolean;
}) {
  const text = (
    name: keyof typeof fields,
    { hint, required = false, short = false }: { hint?: string; required?: boolean; short?: boolean } = {},
  ) => (
    <TextField
      name={name}
      label={fields[name]}
      support={hint}
      required={required}
      form={form}
      defaultValue={values[name]}
      className={short ? "max-w-xs" : undefined}
    />
  );
  const choice = (name: "aggregation" | "achievementMethod", names: Record<string, string>) => (
    <SelectField
      name={name}
      label={fields[name]}
      required
      form={form}
      defaultValue={values[name]}
      options={optionsOf(names)}
    />
  );
  const measureKey = valueOf(form, "measureKey", values["measureKey"]);
  const chosen = measures.find(({ value }) => value === measureKey);
  return (
    <>
      <SelectField
        name="effectiveFrom"
        label={fields.effectiveFrom}
        required
        form={form}
        defaultValue={year}
        options={years}
      />
      {text("name", { required: true })}
      {text("unit", { hint: support.unit, required: true, short: true })}
      <SelectField
        name="measureKey"
        label={fields.measureKey}
        support={support.measureKey}
        form={form}
        defaultValue={values["measureKey"]}
        options={measures}
        empty={words.entered}
      />
      <ParameterFields chosen={chosen} form={form} values={values} />
      <MeasureDefinitions measures={measures} />
      <TextArea
        name="definition"
        label={fields.definition}
        support={support.definition}
        form={form}
        defaultValue={values["definition"]}
        rows={3}
      />
      <ChoiceGroup
        name="direction"
        label={fields.direction}
        required
        form={form}
        options={optionsOf(deskWords.indicatorDirections)}
        chosen={[values["direction"] ?? ""]}
      />
      {choice("achievementMethod", deskWords.methods)}
      {text("bandLow", { hint: support.band, short: true })}
      {text("bandHigh", { hint: support.band, short: true })}
      {choice("aggregation", deskWords.aggregations)}
      {text("decimals", { hint: support.decimals, required: true, short: true })}
      {text("numerator", { hint: support.numerator })}
      {text("denominator", { hint: support.numerator })}
      {text("unknownRule", { hint: support.unknownRule })}
      {text("source")}
      {!isNew && <CheckBox name="breaksSeries" label={words.breaksSeries} form={form} />}
      <TextArea name="reason" label={fields.reason} support={support.reason} required form={form} rows={3} />
    </>
  );
}

/** What can be chosen of the measure that the form names; nothing for one that takes nothing. */
function ParameterFields({
  chosen,
  form,
  values,
}: {
  chosen: MeasureOption | undefined;
  form: FieldState | undefined;
  values: Readonly<Record<string, string>>;
}) {
  if (!chosen || chosen.parameters.length === 0) return null;
  return (
    <fieldset className="grid max-w-3xl gap-6 rounded-8 border-2 border-key-900 p-4">
      <legend className="px-1 text-std-17B-170">{parameterWords.legend}</legend>
      <p>{chosen.definition}</p>
      <p className="text-std-16N-170 text-solid-gray-700">{parameterWords.lead}</p>
      {chosen.parameters.map(({ field, label, support: hint, empty, options }) => {
        const common = { name: field, label, support: hint, form, defaultValue: values[field] ?? "" };
        return options === null ? (
          <TextField key={field} {...common} inputMode="numeric" className="max-w-xs" />
        ) : (
          <SelectField key={field} {...common} options={options} empty={empty} />
        );
      })}
    </fieldset>
  );
}

/** What each measure of the portal counts, to choose from. */
function MeasureDefinitions({ measures }: { measures: readonly MeasureOption[] }) {
  return (
    <details className="max-w-3xl rounded-8 border border-solid-gray-420 px-4 py-1">
      <summary className="min-h-11 cursor-pointer py-2">{words.measuresTitle}</summary>
      <dl className="mb-3 grid gap-3">
        {measures.map(({ value, label, definition, counts }) => (
          <div key={value}>
            <dt className="text-std-16B-170">{label}</dt>
            <dd>
              {definition}
              <span className="block text-std-16N-170 text-solid-gray-700">{counts}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
