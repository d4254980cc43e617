import { planForms } from "#app/locales/ja/plan-forms.ts";
import { type FieldState, type Option, SelectField, TextField } from "./field.tsx";
import { TextLink } from "./text-link.tsx";

const { fields, support } = planForms.plan;

/** The fields of a plan itself: its name, its years, the names of its levels, where it comes from and how it is graded. */
export function PlanFields({
  form,
  values,
  schemes,
  areas,
}: {
  form: FieldState | undefined;
  values: Readonly<Record<string, string>>;
  schemes: readonly Option[];
  areas: readonly Option[];
}) {
  const text = (name: keyof typeof fields, hint?: string, short = false) => (
    <TextField
      name={name}
      label={fields[name]}
      support={hint}
      required
      form={form}
      defaultValue={values[name]}
      inputMode={short ? "numeric" : undefined}
      className={short ? "max-w-xs" : undefined}
    />
  );
  return (
    <>
      {text("title")}
      {text("firstFiscalYear", support.year, true)}
      {text("lastFiscalYear", support.year, true)}
      {text("basicPolicy", support.levels)}
      {text("strategy")}
      {text("project")}
      {text("source", support.source)}
      <div>
        <SelectField
          name="gradeSchemeId"
          label={fields.gradeSchemeId}
          support={support.gradeSchemeId}
          form={form}
          defaultValue={values["gradeSchemeId"]}
          options={schemes}
          empty={planForms.none}
        />
        <p className="mt-2">
          <TextLink to="/staff/plan/schemes" className="inline-block py-2">
            {planForms.schemes.link}
          </TextLink>
        </p>
      </div>
      <SelectField
        name="areaId"
        label={fields.areaId}
        required
        form={form}
        defaultValue={values["areaId"]}
        options={areas}
      />
    </>
  );
}
