import { redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { requestPasswordReset } from "#app/domain/accounts/password.server.ts";
import { THROTTLES } from "#app/domain/accounts/rules.ts";
import { mailAddressSchema } from "#app/domain/accounts/schema.ts";
import { actionHeaders, refuseTooMany } from "#app/http/too-many.ts";
import { confirmationWords, passwordWords as words } from "#app/locales/ja/accounts.ts";
import { site } from "#app/locales/ja/site.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/password-forgotten";

export const handle = { access: "public", title: "パスワードを忘れたとき" } satisfies RouteHandle;

export function loader({ request, context }: Route.LoaderArgs) {
  const isSent = new URL(request.url).searchParams.has("sent");
  return { isSent, isDemo: context.get(townContext).env.mode === "demo" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const form = await parseForm(request, mailAddressSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const refusal = await refuseTooMany(
    context,
    { perAddress: THROTTLES.resetPerAddress, perMail: THROTTLES.resetPerMail },
    form,
  );
  if (refusal) return refusal;
  await requestPasswordReset(town, { email: form.data.email });
  return redirect("/password/forgotten?sent", 303);
}

export default function PasswordForgotten({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  return (
    <Page title={handle.title} lead={words.forgottenLead}>
      {loaderData.isSent && !actionData && (
        <Notice kind="info" title={words.sentTitle} live>
          <p>{words.sentText}</p>
          {loaderData.isDemo && <p className="mt-2">{confirmationWords.demo}</p>}
        </Notice>
      )}
      <FormProblems errors={form?.errors} labels={words.fields} />
      <form method="post" action="/password/forgotten" noValidate className="grid gap-6">
        <TextField
          name="email"
          type="email"
          label={words.fields.email}
          autoComplete="email"
          inputMode="email"
          required
          form={form}
        />
        <div>
          <Button>{words.forgottenSubmit}</Button>
        </div>
      </form>
    </Page>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.forgottenDescription },
  { name: "robots", content: "noindex" },
];
