import { data, redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { landingPath, safeNextPath } from "#app/domain/accounts/rules.ts";
import { signInSchema } from "#app/domain/accounts/schema.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { actionHeaders, tooManyAttempts } from "#app/http/too-many.ts";
import { signInWords as words } from "#app/locales/ja/accounts.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { requestFactsContext, townContext, viewerContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/login";

export const handle = { access: "public", title: "ログイン" } satisfies RouteHandle;

export function loader({ request, context }: Route.LoaderArgs) {
  const viewer = context.get(viewerContext);
  if (viewer && viewer.state !== "closed") throw redirect(nextOf(request) ?? landingPath(viewer));
  return { isDemo: context.get(townContext).env.mode === "demo" };
}

export async function action({ request, context }: Route.ActionArgs) {
  const next = nextOf(request);
  const form = await parseForm(request, signInSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { clientAddress } = context.get(requestFactsContext);
  const result = await signIn(context.get(townContext), { ...form.data, clientAddress });
  if (result.ok) {
    const headers = new Headers(result.cookies.map((cookie): [string, string] => ["Set-Cookie", cookie]));
    return redirectWithNotice(next ?? landingPath(result), "signed-in", headers);
  }
  if (result.error === "too-many-attempts") return tooManyAttempts(form.values, result.retryAfterSeconds);
  return data(
    { ok: false as const, errors: {}, values: form.values, problem: result.error },
    { status: 400 },
  );
}

function nextOf(request: Request): string | null {
  return safeNextPath(new URL(request.url).searchParams.get("next"));
}

export default function Login({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  const problem = actionData && "problem" in actionData ? actionData.problem : null;
  return (
    <Page title={handle.title} lead={words.lead}>
      {problem && (
        <Notice kind="error" title={words.problems[problem].title} live focus>
          <p>{words.problems[problem].text}</p>
          {problem === "address-unconfirmed" && (
            <p className="mt-2">
              <TextLink to="/register/confirmation">{words.resend}</TextLink>
            </p>
          )}
        </Notice>
      )}
      <FormProblems errors={form?.errors} labels={words.fields} />
      {loaderData.isDemo && <DemoAccounts />}
      <form method="post" noValidate className="mt-8 grid gap-6">
        <TextField
          name="email"
          type="email"
          label={words.fields.email}
          autoComplete="username"
          inputMode="email"
          required
          form={form}
        />
        <TextField
          name="password"
          type="password"
          label={words.fields.password}
          autoComplete="current-password"
          required
          form={form}
        />
        <div>
          <Button className="w-full sm:w-auto">{words.submit}</Button>
        </div>
      </form>
      <p className="mt-6">
        <TextLink to="/password/forgotten">{words.forgotten}</TextLink>
      </p>
      <Section title={words.registerTitle} id="register">
        <ul className="grid gap-3">
          <li>
            <TextLink to="/register">{words.registerStudent}</TextLink>
          </li>
          <li>
            <TextLink to="/register/company">{words.registerCompany}</TextLink>
          </li>
          <li>{words.teacher}</li>
        </ul>
      </Section>
    </Page>
  );
}

function DemoAccounts() {
  return (
    <Notice kind="info" title={words.demoTitle}>
      <p>{words.demoText}</p>
      <ul className="mt-2 list-disc pl-6">
        {words.demoAccounts.map((account) => (
          <li key={account.email}>
            {account.role}: <span className="font-mono">{account.email}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
