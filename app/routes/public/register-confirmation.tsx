import type { RouteHandle } from "#app/access.ts";
import {
  confirmAddress,
  isConfirmationOpen,
  resendConfirmation,
} from "#app/domain/accounts/confirmation.store.server.ts";
import { CONFIRMATION_HOURS, THROTTLES } from "#app/domain/accounts/rules.ts";
import { mailAddressSchema } from "#app/domain/accounts/schema.ts";
import { actionHeaders, refuseTooMany } from "#app/http/too-many.ts";
import { confirmationWords as words } from "#app/locales/ja/accounts.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/register-confirmation";

export const handle = { access: "public", title: "メールアドレスの確認" } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const isDemo = town.env.mode === "demo";
  if (token === "") return { step: "sent" as const, token, isDemo };
  return {
    step: (await isConfirmationOpen(town, token)) ? ("open" as const) : ("expired" as const),
    token,
    isDemo,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const values = await readForm(request);
  if (typeof values.token === "string" && values.token !== "") {
    const confirmed = await confirmAddress(town, { token: values.token });
    if (!confirmed.ok) return formErrors({}, {}, 400);
    return redirectWithNotice(
      "/login",
      confirmed.state === "waiting" ? "address-confirmed-waiting" : "address-confirmed",
    );
  }
  const form = checkForm(values, mailAddressSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const refusal = await refuseTooMany(
    context,
    { perAddress: THROTTLES.registrationPerAddress, perMail: THROTTLES.registrationPerMail },
    form,
  );
  if (refusal) return refusal;
  await resendConfirmation(town, { email: form.data.email });
  return redirectWithNotice("/register/confirmation", "confirmation-resent");
}

export default function RegisterConfirmation({ loaderData, actionData }: Route.ComponentProps) {
  const { step, token, isDemo } = loaderData;
  const form: FieldState | undefined = actionData;
  if (step === "open")
    return (
      <Page title={handle.title} lead={words.openText}>
        <form method="post">
          <input type="hidden" name="token" value={token} />
          <Button>{words.confirm}</Button>
        </form>
      </Page>
    );
  return (
    <Page title={handle.title}>
      <FormProblems errors={form?.errors} labels={{ email: words.email }} />
      {step === "sent" ? (
        <Notice kind="info" title={words.sentTitle}>
          <p>{words.sentText(CONFIRMATION_HOURS)}</p>
          <p className="mt-2">{words.sentHelp}</p>
          {isDemo && <p className="mt-2">{words.demo}</p>}
        </Notice>
      ) : (
        <Notice kind="error" title={words.expiredTitle}>
          <p>{words.expiredText}</p>
        </Notice>
      )}
      <Section title={words.resendHeading} id="resend">
        <form method="post" action="/register/confirmation" noValidate className="grid gap-6">
          <TextField
            name="email"
            type="email"
            label={words.email}
            autoComplete="email"
            inputMode="email"
            required
            form={form}
          />
          <div>
            <Button look="secondary">{words.resend}</Button>
          </div>
        </form>
      </Section>
    </Page>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${handle.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
