import type { ReactNode } from "react";
import { alumniWords, profileLabels } from "#app/locales/ja/companies.ts";
import { profileForm as words } from "#app/locales/ja/company-room.ts";
import { Button } from "./button.tsx";
import { ChoiceGroup, type FieldState, type Option, SelectField, TextArea, TextField } from "./field.tsx";

type Field = keyof typeof profileLabels;

/** What can be chosen in the lists of the form. */
export type ProfileOptions = {
  areas: readonly string[];
  industries: readonly Option[];
  benefits: readonly string[];
  certifications: readonly string[];
  departments: readonly string[];
};

const asOptions = (values: readonly string[]): Option[] => values.map((value) => ({ value, label: value }));
const ALUMNI: readonly Option[] = [
  { value: "yes", label: alumniWords["yes"]! },
  { value: "no", label: alumniWords["no"]! },
  { value: "unknown", label: words.alumniUnknown },
];

/** The whole profile as a form; `baseNumber` is the newest revision that it was filled from. */
export function CompanyProfileForm({
  form,
  baseNumber,
  options,
}: {
  form: FieldState;
  baseNumber: number;
  options: ProfileOptions;
}) {
  const { support } = words;
  const text = (name: Field, help?: string, required = false) => (
    <TextField name={name} label={profileLabels[name]} support={help} required={required} form={form} />
  );
  const number = (name: Field, help?: string) => (
    <TextField
      name={name}
      label={profileLabels[name]}
      support={help}
      inputMode="numeric"
      form={form}
      className="max-w-xs"
    />
  );
  const area = (name: Field, help: string, rows: number, required = false) => (
    <TextArea
      name={name}
      label={profileLabels[name]}
      support={help}
      rows={rows}
      required={required}
      form={form}
    />
  );
  const boxes = (name: Field, values: readonly string[]) => (
    <ChoiceGroup name={name} label={profileLabels[name]} options={asOptions(values)} many form={form} />
  );
  const alumni = (name: Field) => (
    <ChoiceGroup name={name} label={profileLabels[name]} options={ALUMNI} form={form} />
  );
  return (
    <form method="post" noValidate className="space-y-12">
      <input type="hidden" name="baseNumber" value={baseNumber} />
      <Group title={words.groups.basics}>
        {text("name", support.name, true)}
        {text("nameKana", support.nameKana, true)}
        {area("aliases", support.list, 2)}
        <TextField
          name="postalCode"
          label={profileLabels.postalCode}
          support={support.postalCode}
          required
          inputMode="numeric"
          autoComplete="postal-code"
          form={form}
          className="max-w-xs"
        />
        {text("address", support.address, true)}
        <SelectField
          name="area"
          label={profileLabels.area}
          support={support.area}
          required
          empty={words.choose}
          options={asOptions(options.areas)}
          form={form}
        />
        <TextField
          name="phone"
          type="tel"
          label={profileLabels.phone}
          support={support.phone}
          required
          form={form}
          className="max-w-xs"
        />
        <TextField
          name="website"
          type="url"
          label={profileLabels.website}
          support={support.website}
          form={form}
        />
        {text("contactDepartment", support.contactDepartment, true)}
        <SelectField
          name="industryCode"
          label={profileLabels.industryCode}
          required
          empty={words.choose}
          options={options.industries}
          form={form}
        />
        {number("foundedYear", support.foundedYear)}
        {text("asOf", support.asOf, true)}
      </Group>
      <Group title={words.groups.work}>
        {area("catchphrase", support.catchphrase, 2)}
        {area("description", support.description, 7, true)}
        {area("dayAtWork", support.dayAtWork, 8)}
        {area("products", support.list, 3)}
        {area("technologies", support.list, 3)}
      </Group>
      <Group title={words.groups.terms} note={words.blankNote}>
        {number("startingPayHighSchool", support.pay)}
        {number("startingPayKosen", support.pay)}
        {number("startingPayUniversity", support.pay)}
        {text("workingHours", support.workingHours)}
        {number("averageOvertimeHours", support.overtime)}
        {text("holidays", support.holidays)}
        {number("annualHolidays", support.annualHolidays)}
        {number("averagePaidLeaveDays", support.leave)}
      </Group>
      <Group title={words.groups.people} note={words.blankNote}>
        {number("employeeCount", support.employeeCount)}
        {number("newGraduatesHired", support.hired)}
        {number("newGraduatesLeft", support.left)}
        {number("averageTenureYears", support.tenure)}
        {alumni("kosenAlumni")}
        {alumni("highSchoolAlumni")}
      </Group>
      <Group title={words.groups.benefits}>
        {boxes("benefits", options.benefits)}
        {boxes("certifications", options.certifications)}
        {boxes("departments", options.departments)}
      </Group>
      <Group title={words.groups.note}>
        <TextArea name="submitterNote" label={words.note} support={words.noteSupport} rows={3} form={form} />
        <div className="flex flex-wrap gap-4">
          <Button name="intent" value="submit">
            {words.submit}
          </Button>
          <Button name="intent" value="draft" look="secondary">
            {words.saveDraft}
          </Button>
        </div>
      </Group>
    </form>
  );
}

function Group({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="w-full border-b-2 border-solid-gray-420 pb-2 text-std-22B-150">{title}</legend>
      {note && <p className="mt-3 text-solid-gray-700">{note}</p>}
      <div className="mt-5 space-y-6">{children}</div>
    </fieldset>
  );
}
