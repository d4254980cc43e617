import { redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { CONFIRMATION_HOURS, SEGMENTS, SUBSCRIPTION_THROTTLES } from "#app/domain/newsletter/rules.ts";
import { subscriptionSchema } from "#app/domain/newsletter/schema.ts";
import { requestSubscription } from "#app/domain/newsletter/subscription.store.server.ts";
import { actionHeaders, refuseTooMany } from "#app/http/too-many.ts";
import { newsletterWords as words, segmentNames } from "#app/locales/ja/newsletter.ts";
import { site } from "#app/locales/ja/site.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsentField } from "#app/ui/consent-field.tsx";
import { ChoiceGroup, type FieldState, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/newsletter";

export const handle = { access: "public", title: "メールマガジン" } satisfies RouteHandle;

export function loader({ request, context }: Route.LoaderArgs) {
  const isSent = new URL(request.url).searchParams.has("sent");
  return { isSent, isDemo: context.get(townContext).env.mode === "demo" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const form = await parseForm(request, subscriptionSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const refusal = await refuseTooMany(context, SUBSCRIPTION_THROTTLES, form);
  if (refusal) return refusal;
  await requestSubscription(town, form.data);
  return redirect("/newsletter?sent", 303);
}

export default function Newsletter({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  return (
    <Page title={handle.title} lead={words.lead}>
      {loaderData.isSent && !actionData && (
        <Notice kind="info" title={words.sentTitle} live>
          <p>{words.sentText(CONFIRMATION_HOURS)}</p>
          {loaderData.isDemo && <p className="mt-2">{words.demo}</p>}
        </Notice>
      )}
      <FormProblems errors={form?.errors} labels={{ ...words.fields, consent: words.consentLabel }} />
      <form method="post" action="/newsletter" noValidate className="grid gap-8">
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
          name="segment"
          label={words.fields.segment}
          support={words.segmentSupport}
          options={SEGMENTS.map((segment) => ({ value: segment, label: segmentNames[segment] }))}
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
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.description },
];
