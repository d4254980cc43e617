import { departmentField } from "#app/domain/schools/rules.ts";
import { schoolKindNames } from "#app/locales/ja/employment.ts";
import { registerWords, schoolWords as words } from "#app/locales/ja/registers.ts";
import { Button, LinkButton } from "./button.tsx";
import { ChoiceGroup, type FieldState, SelectField, TextArea, TextField } from "./field.tsx";
import { FormProblems } from "./form-problems.tsx";
import { StackedTable } from "./indicator-stack.tsx";
import { RegisterLink } from "./register-link.tsx";

export type SchoolRow = {
  id: string;
  name: string;
  nameKana: string;
  kind: string;
  area: string;
  inJurisdiction: boolean;
  departments: { id: string; name: string }[];
};

const PATH = "/staff/schools";

/** The schools of the register. */
export function SchoolTable({ schools }: { schools: readonly SchoolRow[] }) {
  const [school, kind, area, jurisdiction, departments, edit] = words.columns;
  return (
    <StackedTable
      caption={words.list(schools.length)}
      besides={3}
      columns={[
        [school, "md:w-[26%]"],
        [kind, "md:w-[12%]"],
        [area, "md:w-[12%]"],
        [jurisdiction, "md:w-[10%]"],
        [departments, "md:w-[30%]"],
        [edit, "md:w-[10%]"],
      ]}
    >
      {schools.map((row) => (
        <tbody key={row.id}>
          <tr>
            <th scope="row">{row.name}</th>
            <td data-label={kind}>{schoolKindNames[row.kind]}</td>
            <td data-label={area}>{row.area}</td>
            <td data-label={jurisdiction}>{row.inJurisdiction ? words.inside : words.outside}</td>
            <td data-label={departments} data-wide>
              {row.departments.map(({ name }) => name).join("、") || words.noDepartments}
            </td>
            <td data-wide>
              <RegisterLink path={PATH} id={row.id} name={row.name} />
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

/** Adds a school, or changes the one that is given. */
export function SchoolForm({ edited, form }: { edited: SchoolRow | null; form: FieldState | undefined }) {
  const departments = edited?.departments ?? [];
  const { name, nameKana, kind, area, inJurisdiction, newDepartments } = words;
  const fields = { name, nameKana, kind, area, inJurisdiction, newDepartments };
  const ofDepartments = departments.map(({ id }, at) => [departmentField(id), words.department(at + 1)]);
  const labels: Record<string, string> = { ...fields, ...Object.fromEntries(ofDepartments) };
  return (
    <form method="post" className="space-y-6" noValidate>
      <FormProblems errors={form?.errors} labels={labels} />
      <TextField
        name="name"
        label={words.name}
        support={words.nameSupport}
        defaultValue={edited?.name}
        form={form}
        required
      />
      <TextField
        name="nameKana"
        label={words.nameKana}
        support={words.nameKanaSupport}
        defaultValue={edited?.nameKana}
        form={form}
        required
      />
      <SelectField
        name="kind"
        label={words.kind}
        support={words.kindSupport}
        options={Object.entries(schoolKindNames).map(([value, label]) => ({ value, label }))}
        empty={edited ? undefined : words.kindEmpty}
        defaultValue={edited?.kind}
        form={form}
        required
      />
      <TextField
        name="area"
        label={words.area}
        support={words.areaSupport}
        defaultValue={edited?.area}
        form={form}
        required
        className="max-w-xs"
      />
      <ChoiceGroup
        name="inJurisdiction"
        label={words.inJurisdiction}
        support={words.inJurisdictionSupport}
        options={[
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ]}
        chosen={edited ? [edited.inJurisdiction ? "yes" : "no"] : []}
        form={form}
        required
      />
      {departments.length > 0 && (
        <fieldset className="space-y-4" aria-describedby="departments-support">
          <legend className="text-std-17B-170">{words.departments}</legend>
          <p id="departments-support" className="text-std-16N-170 text-solid-gray-700">
            {words.departmentsSupport}
          </p>
          {departments.map(({ id, name }, at) => (
            <TextField
              key={id}
              name={departmentField(id)}
              label={words.department(at + 1)}
              defaultValue={name}
              form={form}
            />
          ))}
        </fieldset>
      )}
      <TextArea
        name="newDepartments"
        label={words.newDepartments}
        support={words.newDepartmentsSupport}
        form={form}
        rows={4}
      />
      <div className="flex flex-wrap gap-4">
        <Button>{edited ? registerWords.save : registerWords.add}</Button>
        {edited && (
          <LinkButton to={PATH} look="quiet">
            {registerWords.cancel}
          </LinkButton>
        )}
      </div>
    </form>
  );
}
