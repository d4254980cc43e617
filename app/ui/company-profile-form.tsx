import { profileForm as words } from "#app/locales/ja/company-room.ts";
import { profileLabels } from "#app/locales/ja/companies.ts";
import { Button } from "./button.tsx";
import { establishmentLabels } from "./company-profile-establishments.tsx";
import { Group, profileFields } from "./company-profile-fields.tsx";
import { hireLabels } from "./company-profile-hires.tsx";
import { OtherFields, PeopleFields, type ProfileFormFacts, TermFields } from "./company-profile-parts.tsx";
import { SelectField, TextArea, TextField, valueOf, valuesOf } from "./field.tsx";

/** Field name → its label in the form, for the summary of errors. */
export function profileFormLabels(facts: Pick<ProfileFormFacts, "form" | "fiscalYears" | "establishments">) {
  const photoTexts = valuesOf(facts.form, "photos.shown").map((imageId) => [
    `photos.alt.${imageId}`,
    words.photoText,
  ]);
  return {
    ...profileLabels,
    ...establishmentLabels(facts.establishments.count),
    ...hireLabels(facts.fiscalYears),
    ...(Object.fromEntries(photoTexts) as Record<string, string>),
    submitterNote: words.note,
    wordingReason: words.wordingReason,
  };
}

const GROUPS = Object.entries(words.groups);

/** The whole profile as a form. Enter in a line saves the draft: the harmless button stands first in the form. */
export function CompanyProfileForm(facts: ProfileFormFacts) {
  return (
    <>
      <nav aria-label={words.sections} className="mb-8">
        <ul className="flex flex-wrap gap-x-4">
          {GROUPS.map(([id, title]) => (
            <li key={id}>
              <a
                href={`#form-${id}`}
                className="inline-flex min-h-11 items-center text-blue-1000 underline underline-offset-4"
              >
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form method="post" noValidate className="space-y-12">
        <button
          type="submit"
          name="intent"
          value="draft"
          tabIndex={-1}
          aria-hidden="true"
          className="sr-only"
        />
        <input type="hidden" name="baseNumber" value={facts.baseNumber} />
        <BasicFields {...facts} />
        <WorkFields {...facts} />
        <TermFields {...facts} />
        <PeopleFields {...facts} />
        <OtherFields {...facts} />
        <Sending {...facts} />
      </form>
    </>
  );
}

function BasicFields({ form, options }: ProfileFormFacts) {
  const { support } = words;
  const { text, number, area } = profileFields(form);
  return (
    <Group id="basics">
      {text("name", support.name, { required: true })}
      {text("nameKana", support.nameKana, { required: true })}
      {area("aliases", support.list, 2, { checked: false })}
      {area("formerNames", support.formerNames, 2, { checked: false })}
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
      {text("address", support.address, { required: true })}
      <SelectField
        name="area"
        label={profileLabels.area}
        support={support.area}
        required
        empty={words.choose}
        options={options.areas.map((value) => ({ value, label: value }))}
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
      {text("contactDepartment", support.contactDepartment, { required: true })}
      <SelectField
        name="industryCode"
        label={profileLabels.industryCode}
        required
        empty={words.choose}
        options={options.industries}
        form={form}
      />
      {number("foundedYear", support.foundedYear)}
      {number("employeeCount", support.employeeCount)}
      {text("asOf", support.asOf, { required: true })}
    </Group>
  );
}

function WorkFields({ form, photos }: ProfileFormFacts) {
  const { support } = words;
  const { area } = profileFields(form);
  return (
    <>
      <Group id="work">
        {area("catchphrase", support.catchphrase, 2)}
        {area("description", support.description, 7, { required: true })}
        {area("dayAtWork", support.dayAtWork, 8)}
        {area("products", support.list, 3)}
      </Group>
      <Group id="photos">
        {photos}
        <TextField
          name="videoUrl"
          type="url"
          label={profileLabels.videoUrl}
          support={support.videoUrl}
          form={form}
        />
      </Group>
    </>
  );
}

function Sending({ form, asksForReason }: ProfileFormFacts) {
  return (
    <Group id="note">
      {(asksForReason || valueOf(form, "wordingReason")) && (
        <TextArea
          name="wordingReason"
          label={words.wordingReason}
          support={words.wordingReasonSupport}
          rows={3}
          form={form}
        />
      )}
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
  );
}
