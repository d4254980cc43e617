import { PROGRAMMES } from "#app/domain/employment/rules.ts";
import { placementDeskWords as words } from "#app/locales/ja/employment-desk.ts";
import { placementKindNames, placementSourceNames } from "#app/locales/ja/employment.ts";
import { Button } from "./button.tsx";
import { routeOptions } from "./employment-hire-fields.tsx";
import { type FieldState, SelectField, TextField } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";

const labels = {
  programme: words.programme,
  personNumber: words.personNumber,
  startedOn: words.startedOn,
  kind: words.kind,
  placeOfWork: words.placeOfWork,
  companyId: words.company,
  route: words.route,
};

export const programmeOptions = PROGRAMMES.map((programme) => ({
  value: programme,
  label: placementSourceNames[programme]!,
}));

/** One placement of a support programme, entered by staff from the office's list. */
export function ProgrammePlacementForm({
  companies,
  form,
}: {
  companies: readonly { id: string; name: string }[];
  form: FieldState | undefined;
}) {
  return (
    <form method="post" noValidate>
      <FormProblems errors={form?.errors} labels={labels} />
      <p className="mb-4">{words.enterText}</p>
      <div className="grid gap-x-6 gap-y-4 lg:grid-cols-2">
        <SelectField
          name="programme"
          label={words.programme}
          options={programmeOptions}
          defaultValue="supportStation"
          form={form}
          required
        />
        <TextField
          name="personNumber"
          label={words.personNumber}
          support={words.personNumberSupport}
          autoComplete="off"
          form={form}
          required
        />
        <TextField
          name="startedOn"
          label={words.startedOn}
          support={words.startedOnSupport}
          form={form}
          required
        />
        <TextField
          name="placeOfWork"
          label={words.placeOfWork}
          support={words.placeOfWorkSupport}
          form={form}
          required
        />
        <SelectField
          name="kind"
          label={words.kind}
          options={["supported", "midCareer", "newGraduate"].map((kind) => ({
            value: kind,
            label: placementKindNames[kind]!,
          }))}
          form={form}
          required
        />
        <SelectField
          name="companyId"
          label={words.company}
          options={companies.map(({ id, name }) => ({ value: id, label: name }))}
          empty={words.companyEmpty}
          form={form}
        />
        <SelectField
          name="route"
          label={words.route}
          options={routeOptions}
          empty={words.routeEmpty}
          form={form}
        />
      </div>
      <div className="mt-6">
        <Button>{words.save}</Button>
      </div>
    </form>
  );
}
