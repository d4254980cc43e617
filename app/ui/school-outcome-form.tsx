import { OUTCOME_PARTS } from "#app/domain/employment/outcome.rules.ts";
import { outcomeWords as words } from "#app/locales/ja/school-outcomes.ts";
import { Button } from "./button.tsx";
import { ChoiceGroup, type FieldState, SelectField, TextField } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";

const labels: Record<string, string> = {
  ...words.parts,
  graduates: words.graduates,
  departmentName: words.department,
  graduationYear: words.graduationYear,
  asOf: words.asOf,
  status: words.status,
  source: words.source,
};

/** The counts of a class. Staff also say who told them. */
export function SchoolOutcomeForm({
  departments,
  graduationYear,
  form,
  askSource = false,
}: {
  departments: readonly string[];
  /** The class that is expected next. */
  graduationYear: number;
  form: FieldState | undefined;
  askSource?: boolean;
}) {
  return (
    <form method="post" className="space-y-6" noValidate>
      <FormProblems errors={form?.errors} labels={labels} />
      <p>{words.enterText}</p>
      {departments.length > 0 ? (
        <SelectField
          name="departmentName"
          label={words.department}
          support={words.departmentSupport}
          options={departments.map((name) => ({ value: name, label: name }))}
          empty={words.departmentWhole}
          form={form}
        />
      ) : (
        <TextField
          name="departmentName"
          label={words.departmentText}
          support={words.departmentTextSupport}
          form={form}
        />
      )}
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          name="graduationYear"
          label={words.graduationYear}
          support={words.graduationYearSupport}
          defaultValue={String(graduationYear)}
          inputMode="numeric"
          form={form}
          required
        />
        <TextField name="asOf" label={words.asOf} support={words.asOfSupport} form={form} required />
      </div>
      <TextField
        name="graduates"
        label={words.graduates}
        support={words.graduatesSupport}
        inputMode="numeric"
        form={form}
        required
      />
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {OUTCOME_PARTS.map((part) => (
          <TextField
            key={part}
            name={part}
            label={words.parts[part]!}
            inputMode="numeric"
            form={form}
            required
          />
        ))}
      </div>
      <ChoiceGroup
        name="status"
        label={words.status}
        options={words.statuses}
        chosen={["provisional"]}
        form={form}
        required
      />
      {askSource && (
        <TextField name="source" label={words.source} support={words.sourceSupport} form={form} required />
      )}
      <Button name="intent" value="record">
        {words.save}
      </Button>
    </form>
  );
}
