import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import {
  CheckBox,
  ChoiceGroup,
  type FieldState,
  type Option,
  SelectField,
  TextArea,
  TextField,
} from "./field.tsx";

const words = planForms.indicator;
const fields = deskWords.indicatorFields;
const { support } = words;

export type IndicatorValues = Record<
  | "name"
  | "unit"
  | "direction"
  | "decimals"
  | "aggregation"
  | "achievementMethod"
  | "bandLow"
  | "bandHigh"
  | "measureKey"
  | "definition"
  | "numerator"
  | "denominator"
  | "unknownRule"
  | "source",
  string
>;
export type MeasureOption = { value: string; label: string; definition: string };

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
  values: IndicatorValues;
  measures: readonly MeasureOption[];
  years: readonly Option[];
  year: string;
  isNew: boolean;
}) {
  const text = (name: keyof IndicatorValues, hint?: string, required = false) => (
    <TextField
      name={name}
      label={fields[name]}
      support={hint}
      required={required}
      form={form}
      defaultValue={values[name]}
    />
  );
  const short = (name: keyof IndicatorValues, hint?: string, required = false) => (
    <TextField
      name={name}
      label={fields[name]}
      support={hint}
      required={required}
      form={form}
      defaultValue={values[name]}
      className="max-w-xs"
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
      {text("name", undefined, true)}
      {short("unit", support.unit, true)}
      <SelectField
        name="measureKey"
        label={fields.measureKey}
        support={support.measureKey}
        form={form}
        defaultValue={values.measureKey}
        options={measures}
        empty={words.entered}
      />
      <MeasureDefinitions measures={measures} />
      <TextArea
        name="definition"
        label={fields.definition}
        support={support.definition}
        form={form}
        defaultValue={values.definition}
        rows={3}
      />
      <ChoiceGroup
        name="direction"
        label={fields.direction}
        required
        form={form}
        options={optionsOf(deskWords.indicatorDirections)}
        chosen={[values.direction]}
      />
      {choice("achievementMethod", deskWords.methods)}
      {short("bandLow", support.band)}
      {short("bandHigh", support.band)}
      {choice("aggregation", deskWords.aggregations)}
      {short("decimals", support.decimals, true)}
      {text("numerator", support.numerator)}
      {text("denominator", support.numerator)}
      {text("unknownRule", support.unknownRule)}
      {text("source")}
      {!isNew && <CheckBox name="breaksSeries" label={words.breaksSeries} form={form} />}
      <TextArea name="reason" label={fields.reason} support={support.reason} required form={form} rows={3} />
    </>
  );
}

/** What each measure of the portal counts, to choose from. */
function MeasureDefinitions({ measures }: { measures: readonly MeasureOption[] }) {
  return (
    <details className="max-w-3xl rounded-8 border border-solid-gray-420 px-4 py-1">
      <summary className="min-h-11 cursor-pointer py-2">{words.measuresTitle}</summary>
      <dl className="mb-3 grid gap-3">
        {measures.map(({ value, label, definition }) => (
          <div key={value}>
            <dt className="text-std-16B-170">{label}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
