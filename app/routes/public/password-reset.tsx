import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { resetPassword } from "#app/domain/accounts/password.server.ts";
import { passwordResetSchema } from "#app/domain/accounts/schema.ts";
import { passwordWords as words } from "#app/locales/ja/accounts.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { type FieldState, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/password-reset";

export const handle = { access: "public", title: "新しいパスワードを決める" } satisfies RouteHandle;

export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get("token") ?? "" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await parseForm(request, passwordResetSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await resetPassword(context.get(townContext), form.data);
  if (!result.ok)
    return data({ ok: false as const, errors: {}, values: {}, isExpired: true }, { status: 400 });
  return redirectWithNotice("/login", "password-changed");
}

export default function PasswordReset({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  const isExpired = loaderData.token === "" || (actionData && "isExpired" in actionData);
  if (isExpired)
    return (
      <Page title={handle.title}>
        <Notice kind="error" title={words.expiredTitle} live focus>
          <p>{words.expiredText}</p>
        </Notice>
        <LinkButton to="/password/forgotten">{words.again}</LinkButton>
      </Page>
    );
  return (
    <Page title={handle.title} lead={words.resetLead}>
      <FormProblems errors={form?.errors} labels={words.fields} />
      <form method="post" noValidate className="grid gap-6">
        <input type="hidden" name="token" value={loaderData.token} />
        <TextField
          name="password"
          type="password"
          label={words.fields.password}
          support={words.passwordSupport}
          autoComplete="new-password"
          required
          form={form}
        />
        <div>
          <Button>{words.resetSubmit}</Button>
        </div>
      </form>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.resetDescription },
  { name: "robots", content: "noindex" },
];
