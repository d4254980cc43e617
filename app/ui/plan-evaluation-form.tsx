import { planForms } from "#app/locales/ja/plan-forms.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { ChoiceGroup, type FieldState, TextArea } from "./field.tsx";

const words = planForms.evaluation;
const { fields, support } = words;

export type EvaluationValues = Record<
  | "grade"
  | "gradeReason"
  | "results"
  | "issues"
  | "pushingFactors"
  | "gapFactors"
  | "futureDirection"
  | "nextYearNote",
  string
>;

/** The fields of an evaluation. `seen` is the revision that the writer has before them. */
export function EvaluationFieldset({
  form,
  values,
  grades,
  seen,
}: {
  form: FieldState | undefined;
  values: EvaluationValues;
  grades: readonly { value: string; label: string }[];
  seen: string;
}) {
  const text = (name: keyof EvaluationValues, rows: number, hint?: string) => (
    <TextArea
      name={name}
      label={fields[name]}
      support={hint}
      form={form}
      defaultValue={values[name]}
      rows={rows}
    />
  );
  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      <ChoiceGroup
        name="grade"
        label={fields.grade}
        form={form}
        options={[...grades, { value: "", label: words.noGrade }]}
        chosen={[values.grade]}
      />
      {text("gradeReason", 3, support.gradeReason)}
      {text("results", 6, support.results)}
      {text("issues", 5)}
      {text("pushingFactors", 3)}
      {text("gapFactors", 3)}
      <ChoiceGroup
        name="futureDirection"
        label={fields.futureDirection}
        form={form}
        options={[
          ...Object.entries(deskWords.directions).map(([value, label]) => ({ value, label })),
          { value: "", label: words.noDirection },
        ]}
        chosen={[values.futureDirection]}
      />
      {text("nextYearNote", 3, support.nextYearNote)}
    </>
  );
}
