import { redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { registerCompany } from "#app/domain/accounts/company-registration.store.server.ts";
import { THROTTLES } from "#app/domain/accounts/rules.ts";
import { companyRegistrationSchema } from "#app/domain/accounts/schema.ts";
import { actionHeaders, refuseTooMany } from "#app/http/too-many.ts";
import { companyRegistrationWords as words, terms } from "#app/locales/ja/company-registration.ts";
import { site } from "#app/locales/ja/site.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { NewCredentials } from "#app/ui/new-credentials.tsx";
import { CheckBox, type FieldState } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { CompanyFields, ContactFields } from "#app/ui/registration-fields.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/register-company";

export const handle = { access: "public", title: "企業の掲載のお申し込み" } satisfies RouteHandle;

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const form = await parseForm(request, companyRegistrationSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const refusal = await refuseTooMany(
    context,
    { perAddress: THROTTLES.registrationPerAddress, perMail: THROTTLES.registrationPerMail },
    form,
  );
  if (refusal) return refusal;
  const result = await registerCompany(town, { registration: form.data });
  if (!result.ok) {
    const field = result.error === "company-name-registered" ? "companyName" : "corporateNumber";
    return formErrors({ [field]: result.error }, form.values);
  }
  return redirect("/register/confirmation", 303);
}

export default function RegisterCompany({ actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  return (
    <Page title={handle.title} lead={words.lead}>
      <FormProblems errors={form?.errors} labels={{ ...words.fields, consent: words.consentLabel }} />
      <ol className="mb-8 list-decimal pl-6">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <form method="post" noValidate>
        <Section title={words.companyHeading} id="company">
          <CompanyFields words={words} form={form} />
        </Section>
        <Section title={words.contactHeading} id="contact">
          <div className="grid gap-8">
            <ContactFields words={words} form={form} />
            <NewCredentials words={words} form={form} />
            <div>
              <Terms />
              <p className="mb-2">
                <TextLink to="/privacy">{words.privacyLink}</TextLink>
              </p>
              <CheckBox name="consent" label={words.fields.consent} form={form} />
            </div>
          </div>
        </Section>
        <Button className="mt-10 w-full sm:w-auto">{words.submit}</Button>
      </form>
    </Page>
  );
}

function Terms() {
  return (
    <details className="mb-2" open>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-std-17B-170">
        {terms.title}
      </summary>
      <ol className="mt-2 max-w-3xl list-decimal space-y-2 pl-6">
        {terms.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ol>
    </details>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.description },
];
