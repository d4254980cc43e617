import { noNumberReasonWords } from "#app/locales/ja/company-registration.ts";
import { ChoiceGroup, type FieldState, TextField } from "./field.tsx";

type CompanyField =
  | "companyName"
  | "companyKana"
  | "corporateNumber"
  | "noNumberReason"
  | "address"
  | "phone";
type ContactField = "contactName" | "contactDepartment";
type Words<Field extends string> = Record<"fields" | "support", Record<Field, string>>;

const REASONS = Object.entries(noNumberReasonWords).map(([value, label]) => ({ value, label }));

/** What an applicant says about the company. */
export function CompanyFields({ words, form }: { words: Words<CompanyField>; form: FieldState | undefined }) {
  const field = (name: CompanyField) => ({
    name,
    label: words.fields[name],
    support: words.support[name],
    form,
  });
  return (
    <div className="grid gap-8">
      <TextField {...field("companyName")} autoComplete="organization" required />
      <TextField {...field("companyKana")} required />
      <TextField {...field("corporateNumber")} inputMode="numeric" />
      <ChoiceGroup {...field("noNumberReason")} options={REASONS} />
      <TextField {...field("address")} autoComplete="street-address" className="max-w-3xl" required />
      <TextField {...field("phone")} type="tel" autoComplete="tel" inputMode="tel" required />
    </div>
  );
}

/** Who looks after the page. */
export function ContactFields({ words, form }: { words: Words<ContactField>; form: FieldState | undefined }) {
  const field = (name: ContactField) => ({
    name,
    label: words.fields[name],
    support: words.support[name],
    form,
  });
  return (
    <>
      <TextField {...field("contactName")} autoComplete="name" required />
      <TextField {...field("contactDepartment")} autoComplete="organization-title" />
    </>
  );
}
