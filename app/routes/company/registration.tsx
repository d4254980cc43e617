import { NoCompany } from "#app/ui/no-company.tsx";
import { data } from "react-router";
import { type RouteHandle, requireViewer } from "#app/access.ts";
import { mayCorrect } from "#app/domain/companies/registration.rules.ts";
import { registrationCorrectionSchema } from "#app/domain/companies/registration.schema.ts";
import { correctRegistration, findOwnRegistration } from "#app/domain/companies/registration.store.server.ts";
import { REVIEW_TARGET_WORKING_DAYS } from "#app/domain/companies/rules.ts";
import { noNumberReasonWords, ownRegistration as words } from "#app/locales/ja/company-registration.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import type { FieldState } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { CompanyFields, ContactFields } from "#app/ui/registration-fields.tsx";
import { RegistrationHistory } from "#app/ui/registration-history.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/registration";

export const handle = { access: ["company", "applicant"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const own = await findOwnRegistration(context.get(townContext), { userId: viewer.id });
  if (!own) return null;
  return {
    state: own.state,
    mayCorrect: viewer.state === "waiting" && (own.state === null || mayCorrect(own.state)),
    isWaiting: viewer.state === "waiting",
    sentOn: own.submittedOn && words.sentOn(longDate(own.submittedOn), own.round),
    reason: own.state === "returned" || own.state === "declined" ? own.decisionNote : "",
    facts: own.facts,
    history: own.history.map((step) => ({ ...step, on: longDate(step.on) })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const own = await findOwnRegistration(town, { userId: viewer.id });
  if (!own) throw data(null, { status: 404 });
  const form = await parseForm(request, registrationCorrectionSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { companyId } = own;
  const result = await correctRegistration(town, { userId: viewer.id, companyId, facts: form.data });
  if (result.ok) return redirectWithNotice("/company/registration", "registration-corrected");
  if (result.error === "corporate-number-registered")
    return formErrors({ corporateNumber: result.error }, form.values);
  return data({ ok: false as const, notOpen: true, errors: {}, values: form.values }, { status: 409 });
}

export default function Registration({ loaderData: own, actionData }: Route.ComponentProps) {
  if (!own) return <NoCompany title={words.title} />;
  const form: FieldState = actionData ?? { values: own.facts };
  return (
    <Page title={words.title} lead={own.facts.companyName || undefined}>
      {actionData && "notOpen" in actionData && (
        <Notice kind="warning" title={words.notOpenTitle} live focus>
          {words.notOpenText}
        </Notice>
      )}
      <FormProblems errors={actionData?.errors} labels={words.fields} />
      <State own={own} />
      {own.mayCorrect ? (
        <Section title={words.correctHeading} id="correction">
          <form method="post" noValidate className="grid gap-8">
            <CompanyFields words={words} form={form} />
            <ContactFields words={words} form={form} />
            <div>
              <Button className="w-full sm:w-auto">{words.submit}</Button>
            </div>
          </form>
        </Section>
      ) : (
        own.state && <Facts facts={own.facts} />
      )}
      {own.history.length > 0 && (
        <Section title={words.historyHeading} id="history">
          <RegistrationHistory steps={own.history} />
        </Section>
      )}
    </Page>
  );
}

type Own = NonNullable<Route.ComponentProps["loaderData"]>;

function State({ own }: { own: Own }) {
  const { state } = own;
  if (!state)
    return (
      <Notice kind="info" title={own.isWaiting ? words.missing : words.byStaff}>
        <p>{own.isWaiting ? words.missingText : words.byStaffText}</p>
      </Notice>
    );
  const text = words.texts[state];
  return (
    <>
      <Notice
        kind={state === "approved" ? "success" : state === "submitted" ? "info" : "warning"}
        title={words.states[state]}
      >
        <p>{typeof text === "function" ? text(REVIEW_TARGET_WORKING_DAYS) : text}</p>
        {own.reason && (
          <>
            <p className="mt-2 text-std-16B-170">{words.reason}</p>
            <p className="whitespace-pre-line">{own.reason}</p>
          </>
        )}
        <p className="mt-2">{own.sentOn}</p>
      </Notice>
      {!own.isWaiting && <LinkButton to="/company">{words.company}</LinkButton>}
    </>
  );
}

function Facts({ facts }: { facts: Own["facts"] }) {
  const shown: [keyof typeof words.fields, string][] = [
    ["companyName", facts.companyName],
    ["companyKana", facts.companyKana],
    ["corporateNumber", facts.corporateNumber],
    ["noNumberReason", noNumberReasonWords[facts.noNumberReason] ?? ""],
    ["address", facts.address],
    ["phone", facts.phone],
    ["contactName", facts.contactName],
    ["contactDepartment", facts.contactDepartment],
  ];
  return (
    <Section title={words.factsHeading} id="facts">
      <DescriptionList
        items={shown
          .filter(([field, text]) => field !== "noNumberReason" || text !== "")
          .map(([field, text]) => ({ term: words.fields[field], children: text || words.blank }))}
      />
    </Section>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
