import { paperWords as words } from "#app/locales/ja/releases.ts";
import { Button } from "./button.tsx";
import { SelectField, TextField } from "./field.tsx";

/** Chooses the plan, the as-of day and what was known. */
export function PaperCutForm({
  plans,
  plan,
  asOf,
  knownOn,
  action,
  submit,
}: {
  plans: { value: string; label: string }[];
  plan: string;
  asOf: string;
  knownOn: string;
  action: string;
  submit: string;
}) {
  return (
    <form method="get" action={action} data-screen-only className="mb-10 grid gap-6">
      <SelectField name="plan" label={words.plan} options={plans} defaultValue={plan} />
      <TextField name="asOf" label={words.asOf} support={words.asOfSupport} defaultValue={asOf} />
      <TextField name="knownOn" label={words.knownOn} support={words.knownOnSupport} defaultValue={knownOn} />
      <p>
        <Button look="secondary">{submit}</Button>
      </p>
    </form>
  );
}
