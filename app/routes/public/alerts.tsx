import { redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { readFollowedSearch } from "#app/domain/search-alerts/alert-search.ts";
import { ALERT_CONFIRMATION_HOURS, ALERT_THROTTLES, FREQUENCIES } from "#app/domain/search-alerts/rules.ts";
import { alertSchema } from "#app/domain/search-alerts/schema.ts";
import { requestAlert } from "#app/domain/search-alerts/store.server.ts";
import { actionHeaders, refuseTooMany } from "#app/http/too-many.ts";
import { alertWords as words } from "#app/locales/ja/search-alerts.ts";
import { site } from "#app/locales/ja/site.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConsentField } from "#app/ui/consent-field.tsx";
import { ChoiceGroup, type FieldState, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/alerts";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export function loader({ request, context }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams;
  const search = readFollowedSearch(query.get("search") ?? "");
  return {
    search: search && { address: search.address, conditions: search.conditions },
    isSent: query.has("sent"),
    isDemo: context.get(townContext).env.mode === "demo",
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, alertSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const search = readFollowedSearch(form.data.search);
  if (!search) return formErrors({ form: "no-search" }, form.values);
  const refusal = await refuseTooMany(context, ALERT_THROTTLES, form);
  if (refusal) return refusal;
  const { email, frequency } = form.data;
  await requestAlert(context.get(townContext), { email, frequency, search });
  return redirect(`/alerts?sent&search=${encodeURIComponent(search.address)}`, 303);
}

export default function Alerts({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  const { search } = loaderData;
  if (!search)
    return (
      <Page title={words.title}>
        <FormProblems errors={form?.errors} labels={{}} />
        <EmptyState title={words.noSearchTitle}>
          <p>{words.noSearchText}</p>
          <LinkButton to="/companies" className="mt-4">
            {words.find}
          </LinkButton>
        </EmptyState>
      </Page>
    );
  return (
    <Page title={words.title} lead={<p>{words.lead}</p>}>
      {loaderData.isSent && !actionData && (
        <Notice kind="info" title={words.sentTitle} live>
          <p>{words.sentText(ALERT_CONFIRMATION_HOURS)}</p>
          {loaderData.isDemo && <p className="mt-2">{words.demo}</p>}
        </Notice>
      )}
      <FormProblems errors={form?.errors} labels={{ ...words.fields, consent: words.consentLabel }} />
      <DescriptionList
        items={[
          {
            term: words.conditions,
            children: <TextLink to={search.address}>{search.conditions.join("、")}</TextLink>,
          },
        ]}
      />
      <form
        method="post"
        action={`/alerts?search=${encodeURIComponent(search.address)}`}
        noValidate
        className="mt-8 grid gap-8"
      >
        <input type="hidden" name="search" value={search.address} />
        <TextField
          name="email"
          type="email"
          label={words.fields.email}
          support={words.emailSupport}
          autoComplete="email"
          inputMode="email"
          required
          form={form}
        />
        <ChoiceGroup
          name="frequency"
          label={words.fields.frequency}
          options={FREQUENCIES.map((value) => ({ value, label: words.frequencies[value]! }))}
          required
          form={form}
        />
        <ConsentField
          label={words.fields.consent}
          points={words.consentPoints}
          privacyLink={words.privacyLink}
          form={form}
        />
        <div>
          <Button className="w-full sm:w-auto">{words.submit}</Button>
        </div>
      </form>
    </Page>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
