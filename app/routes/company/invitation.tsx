import { ConsentField } from "#app/ui/consent-field.tsx";
import { NewPassword } from "#app/ui/new-credentials.tsx";
import { data } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { THROTTLES } from "#app/domain/accounts/rules.ts";
import { invitationAnswerSchema } from "#app/domain/accounts/schema.ts";
import { acceptInvitation, joinByInvitation } from "#app/domain/companies/invitation-answer.store.server.ts";
import { findInvitation } from "#app/domain/companies/invitations.store.server.ts";
import { actionHeaders, tooManyAttempts } from "#app/http/too-many.ts";
import { invitationWords as words } from "#app/locales/ja/company-members.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { countAttempt } from "#app/platform/throttle.server.ts";
import { requestFactsContext, townContext, viewerContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { type FieldState, TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/invitation";

export const handle = { access: "public", title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = context.get(viewerContext);
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const invitation = await findInvitation(context.get(townContext), { token });
  if (!invitation || invitation.state !== "open")
    return { step: "closed" as const, problem: invitation?.state ?? ("unknown" as const) };
  const { companyName, email, lastDay, hasAccount } = invitation;
  const shown = { token, companyName, email, lastDay: longDate(lastDay) };
  if (!viewer) return { step: hasAccount ? ("sign-in" as const) : ("join" as const), ...shown };
  if (viewer.email !== email) return { step: "closed" as const, problem: "other-address" as const };
  return { step: "accept" as const, ...shown, name: viewer.name };
}

export async function action({ request, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const viewer = context.get(viewerContext);
  const values = await readForm(request);
  const counted = await countAttempt(
    town,
    THROTTLES.invitationAnswerPerAddress,
    context.get(requestFactsContext).clientAddress,
  );
  if (!counted.ok) return tooManyAttempts({}, counted.retryAfterSeconds);
  if (viewer) {
    const token = typeof values.token === "string" ? values.token : "";
    const accepted = await acceptInvitation(town, { token, userId: viewer.id });
    return accepted.ok ? redirectWithNotice("/company", "invitation-accepted") : refuse(accepted.error);
  }
  const form = checkForm(values, invitationAnswerSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const joined = await joinByInvitation(town, form.data);
  if (joined.ok) return redirectWithNotice("/login", "invitation-joined");
  if (joined.error === "password-simple") return formErrors({ password: joined.error }, form.values);
  return refuse(joined.error);
}

function refuse(problem: keyof typeof words.problems | "password-simple") {
  return data({ ok: false as const, problem, errors: {}, values: {} }, { status: 409 });
}

export default function Invitation({ loaderData: shown, actionData }: Route.ComponentProps) {
  const refused = actionData && "problem" in actionData ? actionData.problem : null;
  const problem = refused ?? (shown.step === "closed" ? shown.problem : null);
  if (shown.step === "closed" || (problem && problem !== "password-simple"))
    return (
      <Page title={words.title}>
        <Problem problem={problem as keyof typeof words.problems} />
      </Page>
    );
  const form: FieldState | undefined = actionData ?? undefined;
  return (
    <Page title={words.title} lead={words.lead(shown.companyName)}>
      <FormProblems errors={form?.errors} labels={{ ...words.fields, consent: words.consentLabel }} />
      <p>{words.text}</p>
      <p className="mb-6">{words.until(shown.lastDay)}</p>
      {shown.step === "join" && <JoinForm shown={shown} form={form} />}
      {shown.step === "accept" && (
        <form method="post">
          <input type="hidden" name="token" value={shown.token} />
          <p className="mb-4">{words.acceptText(shown.name)}</p>
          <Button>{words.accept}</Button>
        </form>
      )}
      {shown.step === "sign-in" && (
        <>
          <p className="mb-4">{words.problems["has-account"].title}</p>
          <LinkButton to={`/login?next=${encodeURIComponent(`/company/invitation?token=${shown.token}`)}`}>
            {words.signIn}
          </LinkButton>
        </>
      )}
    </Page>
  );
}

function Problem({ problem }: { problem: keyof typeof words.problems }) {
  const mayAskAgain = ["expired", "revoked", "unknown"].includes(problem);
  return (
    <>
      <Notice kind="warning" title={words.problems[problem].title} live>
        <p>{words.problems[problem].text}</p>
        {mayAskAgain && <p className="mt-2">{words.again}</p>}
      </Notice>
      {(problem === "used" || problem === "has-account") && (
        <LinkButton to="/login">{words.signIn}</LinkButton>
      )}
      {problem === "other-address" && <LinkButton to="/logout">{words.signOut}</LinkButton>}
    </>
  );
}

function JoinForm({
  shown,
  form,
}: {
  shown: { token: string; email: string };
  form: FieldState | undefined;
}) {
  return (
    <Section title={words.newAccount} id="join">
      <form method="post" noValidate className="grid gap-6">
        <input type="hidden" name="token" value={shown.token} />
        <p>
          {words.fields.email}: <span className="break-all">{shown.email}</span>
        </p>
        <TextField
          name="name"
          label={words.fields.name}
          support={words.support.name}
          autoComplete="name"
          required
          form={form}
        />
        <NewPassword words={words} form={form} />
        <ConsentField label={words.fields.consent} privacyLink={words.privacyLink} form={form} />
        <div>
          <Button className="w-full sm:w-auto">{words.join}</Button>
        </div>
      </form>
    </Section>
  );
}

export const headers = actionHeaders;

export const meta: Route.MetaFunction = () => [
  { title: `${words.title} | ${site.name}` },
  { name: "description", content: words.description },
  { name: "robots", content: "noindex" },
];
