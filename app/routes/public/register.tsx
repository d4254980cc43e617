import { ConsentField } from "#app/ui/consent-field.tsx";
import { redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { listSchoolChoices, registerStudent } from "#app/domain/accounts/registration.store.server.ts";
import { graduationYears, THROTTLES } from "#app/domain/accounts/rules.ts";
import { studentRegistrationSchema } from "#app/domain/accounts/schema.ts";
import { actionHeaders, refuseTooMany } from "#app/http/too-many.ts";
import { studentRegistrationWords as words } from "#app/locales/ja/accounts.ts";
import { site } from "#app/locales/ja/site.ts";
import { eraYearOf, fiscalYearOf } from "#app/platform/calendar.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { NewCredentials } from "#app/ui/new-credentials.tsx";
import { type FieldState, SelectField, TextField } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/register";

export const handle = { access: "public", title: "生徒・学生の利用登録" } satisfies RouteHandle;

export async function loader({ context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const schools = await listSchoolChoices(town);
  return {
    schools: schools.map((school) => ({ value: school.id, label: school.name })),
    departments: schools.flatMap((school) =>
      school.departments.map((department) => ({
        value: department.id,
        label: `${school.name} ${department.name}`,
      })),
    ),
    years: graduationYears(fiscalYearOf(town.clock.now())).map((year) => ({
      value: String(year),
      label: words.year(year, eraYearOf(`${year}-03-01`)),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const form = await parseForm(request, studentRegistrationSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const refusal = await refuseTooMany(
    context,
    { perAddress: THROTTLES.registrationPerAddress, perMail: THROTTLES.registrationPerMail },
    form,
  );
  if (refusal) return refusal;
  const result = await registerStudent(town, { registration: form.data });
  if (!result.ok) {
    const field = result.error === "unknown-school" ? "schoolId" : "departmentId";
    return formErrors({ [field]: result.error }, form.values);
  }
  return redirect("/register/confirmation", 303);
}

export default function Register({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  return (
    <Page title={handle.title} lead={words.lead}>
      <FormProblems errors={form?.errors} labels={{ ...words.fields, consent: words.consentLabel }} />
      <ul className="mb-8 grid gap-2">
        <li>
          <TextLink to="/register/company">{words.company}</TextLink>
        </li>
        <li>
          <TextLink to="/login">{words.haveAccount}</TextLink>
        </li>
      </ul>
      <form method="post" noValidate className="grid gap-8">
        <TextField
          name="name"
          label={words.fields.name}
          support={words.support.name}
          autoComplete="nickname"
          required
          form={form}
        />
        <NewCredentials words={words} form={form} />
        <SelectField
          name="schoolId"
          label={words.fields.schoolId}
          options={loaderData.schools}
          empty={words.empty}
          required
          form={form}
        />
        <SelectField
          name="departmentId"
          label={words.fields.departmentId}
          support={words.support.departmentId}
          options={loaderData.departments}
          empty={words.noDepartment}
          form={form}
        />
        <SelectField
          name="graduationYear"
          label={words.fields.graduationYear}
          support={words.support.graduationYear}
          options={loaderData.years}
          empty={words.empty}
          required
          form={form}
        />
        <div>
          <p className="mb-2">{words.guardian}</p>
          <ConsentField label={words.fields.consent} privacyLink={words.privacyLink} form={form} />
        </div>
        <div>
          <Button className="w-full sm:w-auto">{words.submit}</Button>
        </div>
      </form>
    </Page>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.description },
];
