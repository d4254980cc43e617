import { planForms } from "#app/locales/ja/plan-forms.ts";
import { ChoiceGroup, type FieldState, type Option, SelectField, TextArea, TextField } from "./field.tsx";

const words = planForms.node;
const { fields, support } = words;

export type NodeValues = {
  parentId: string;
  code: string;
  title: string;
  description: string;
  object: string;
  intent: string;
  owner: string;
  weight: string;
  position: string;
  lastFiscalYear: string;
};

/** The fields of a node: from when, what it says, where it stands, and why. */
export function NodeFields({
  form,
  values,
  parents,
  years,
  year,
  withChange = false,
}: {
  form: FieldState | undefined;
  values: NodeValues;
  /** Empty for the highest level, which stands under nothing. */
  parents: readonly Option[];
  years: readonly Option[];
  year: string;
  withChange?: boolean;
}) {
  const number = { inputMode: "numeric", className: "max-w-40" } as const;
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
      {withChange && (
        <ChoiceGroup
          name="change"
          label={fields.change}
          required
          form={form}
          options={(["changed", "renamed", "expanded"] as const).map((value) => ({
            value,
            label: words.changes[value],
          }))}
          chosen={["changed"]}
        />
      )}
      {parents.length > 0 && (
        <SelectField
          name="parentId"
          label={fields.parentId}
          required
          form={form}
          defaultValue={values.parentId}
          options={parents}
        />
      )}
      <TextField
        name="code"
        label={fields.code}
        support={support.code}
        required
        form={form}
        defaultValue={values.code}
        className="max-w-xs"
      />
      <TextField name="title" label={fields.title} required form={form} defaultValue={values.title} />
      <TextArea name="description" label={fields.description} form={form} defaultValue={values.description} />
      <TextArea
        name="object"
        label={fields.object}
        support={support.object}
        form={form}
        defaultValue={values.object}
        rows={2}
      />
      <TextArea
        name="intent"
        label={fields.intent}
        support={support.intent}
        form={form}
        defaultValue={values.intent}
        rows={2}
      />
      <TextField
        name="owner"
        label={fields.owner}
        support={support.owner}
        form={form}
        defaultValue={values.owner}
      />
      <TextField
        name="weight"
        label={fields.weight}
        support={support.weight}
        form={form}
        defaultValue={values.weight}
        {...number}
      />
      <TextField
        name="position"
        label={fields.position}
        support={support.position}
        required
        form={form}
        defaultValue={values.position}
        {...number}
      />
      <TextField
        name="lastFiscalYear"
        label={fields.lastFiscalYear}
        support={support.lastFiscalYear}
        form={form}
        defaultValue={values.lastFiscalYear}
        {...number}
      />
      <TextArea name="note" label={fields.note} support={support.note} required form={form} rows={3} />
    </>
  );
}
