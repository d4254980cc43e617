import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import {
  approveRegistration,
  declineRegistration,
  returnRegistration,
} from "#app/domain/companies/registration-decision.store.server.ts";
import { findRegistrationForReview } from "#app/domain/companies/registration-review.store.server.ts";
import { registrationDecisionSchema } from "#app/domain/companies/registration.schema.ts";
import { approvals } from "#app/locales/ja/approvals.ts";
import {
  registrationReasonWords,
  registrationReview as words,
} from "#app/locales/ja/company-registration.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { RegistrationHistory } from "#app/ui/registration-history.tsx";
import { RegistrationDecisions, RegistrationFactList } from "#app/ui/registration-review.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/registration";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const review = await findRegistrationForReview(context.get(townContext), { companyId: params.companyId });
  if (!review) throw data(null, { status: 404 });
  const { consentedOn, termsVersion, decidedOn, submittedOn, history, ...rest } = review;
  return {
    ...rest,
    consent: words.consentOf(longDate(consentedOn), termsVersion),
    decidedOn: decidedOn ? longDate(decidedOn) : "",
    submittedOn: longDate(submittedOn),
    history: history.map((step) => ({ ...step, on: longDate(step.on) })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const form = await parseForm(request, registrationDecisionSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { intent, round, reasons, comment } = form.data;
  const decision = { companyId: params.companyId, staffId: viewer.id, round };
  const told = [...reasons.map((code) => registrationReasonWords[code]), comment].filter(Boolean).join("\n");
  const result =
    intent === "approve"
      ? await approveRegistration(town, decision)
      : intent === "return"
        ? await returnRegistration(town, { ...decision, reasons, words: told })
        : await declineRegistration(town, { ...decision, reasons, words: told });
  if (result.ok) {
    const notices = { approve: "approved", return: "returned", decline: "declined" };
    return redirectWithNotice("/staff/approvals", `registration-${notices[intent]}`);
  }
  if (result.error === "not-found") throw data(null, { status: 404 });
  return data({ ok: false as const, tooLate: true, errors: {}, values: form.values }, { status: 409 });
}

export default function Registration({ loaderData: review, actionData }: Route.ComponentProps) {
  const { state } = review;
  return (
    <Page
      title={words.titleOf(review.facts.companyName)}
      crumbs={[
        { to: "/staff", label: approvals.staff },
        { to: "/staff/approvals", label: approvals.title },
      ]}
    >
      {actionData && "tooLate" in actionData && (
        <Notice kind="warning" title={words.tooLateTitle} live focus>
          {words.tooLateText}
        </Notice>
      )}
      <ErrorSummary
        errors={actionData?.errors}
        labels={{ reasons: words.reasons, comment: words.comment, intent: words.decision }}
      />
      {state !== "submitted" && (
        <Notice kind="info" title={words.decided[state](review.decidedOn)}>
          {review.decisionNote && (
            <>
              <p className="text-std-16B-170">{words.decisionNote}</p>
              <p className="whitespace-pre-line">{review.decisionNote}</p>
            </>
          )}
        </Notice>
      )}
      <Section title={words.facts} id="facts">
        <RegistrationFactList review={review} />
        {!review.applicants.some(({ addressConfirmed }) => addressConfirmed) && (
          <p className="mt-3">{words.unconfirmedNote}</p>
        )}
      </Section>
      <Section title={words.history} id="history">
        <RegistrationHistory steps={review.history} />
      </Section>
      {state === "submitted" && (
        <Section title={words.decision} id="decision">
          <RegistrationDecisions round={review.round} form={actionData ?? undefined} />
        </Section>
      )}
      <p data-screen-only className="mt-8">
        <TextLink to="/staff/approvals">{words.back}</TextLink>
      </p>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.titleOf(loaderData.facts.companyName) : words.title} | ${site.name}` },
];
