import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { longDate } from "#app/platform/calendar.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { townContext } from "#app/town.ts";
import { findRevisionForReview } from "#app/domain/companies/approval.store.server.ts";
import { publishRevision, returnRevision } from "#app/domain/companies/decision.store.server.ts";
import { reviewSchema } from "#app/domain/companies/submission.schema.ts";
import { approval as words, approvals, returnReasonWords } from "#app/locales/ja/approvals.ts";
import { site } from "#app/locales/ja/site.ts";
import { DecisionForms, ReviewFacts, ReviewWording } from "#app/ui/revision-review.tsx";
import { RevisionDifference } from "#app/ui/revision-difference.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/approval";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const review = await findRevisionForReview(context.get(townContext), { revisionId: params.revisionId });
  if (!review) throw data(null, { status: 404 });
  const { profile, findings, ...facts } = review;
  return {
    ...facts,
    name: profile.name,
    submittedOn: longDate(review.submittedOn),
    decidedOn: review.decidedOn && longDate(review.decidedOn),
    findings: findings.map(({ level, field, phrase, law, note, replacement }) => ({
      level,
      field,
      phrase,
      law,
      note,
      replacement,
    })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const form = await parseForm(request, reviewSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { intent, note, reasons, comment, wordingReason } = form.data;
  const decision = { revisionId: params.revisionId, staffId: viewer.id };
  const reason = [...reasons.map((code) => returnReasonWords[code]), comment].filter(Boolean).join("\n");
  const result =
    intent === "publish"
      ? await publishRevision(town, { ...decision, note, wordingReason })
      : await returnRevision(town, { ...decision, reason });
  if (result.ok)
    return redirectWithNotice(
      "/staff/approvals",
      intent === "publish" ? "revision-published" : "revision-returned",
    );
  if (result.error === "not-found") throw data(null, { status: 404 });
  if (result.error === "staff-wording-reason")
    return formErrors({ wordingReason: result.error }, form.values);
  return data(
    { ok: false as const, refused: result.error, errors: {}, values: form.values },
    { status: 409 },
  );
}

export default function Approval({ loaderData: review, actionData }: Route.ComponentProps) {
  const refused = actionData && "refused" in actionData ? actionData.refused : null;
  return (
    <Page
      title={words.titleOf(review.name)}
      crumbs={[
        { to: "/staff", label: approvals.staff },
        { to: "/staff/approvals", label: approvals.title },
      ]}
    >
      {refused && (
        <Notice kind="warning" title={words.tooLateTitle} live focus>
          {words.tooLateText}
        </Notice>
      )}
      <ErrorSummary
        errors={actionData?.errors}
        labels={{
          reasons: words.reasons,
          comment: words.comment,
          note: words.note,
          wordingReason: words.wordingReason,
          intent: words.decision,
        }}
      />
      {review.state !== "submitted" && <Decided review={review} />}
      {review.state === "submitted" && review.isWithdrawn && (
        <Notice kind="info" title={words.withdrawnTitle}>
          {words.withdrawnText}
        </Notice>
      )}
      <Section title={words.facts} id="facts">
        <ReviewFacts review={review} />
      </Section>
      <Section title={review.isFirst ? words.firstContent : words.differences} id="differences">
        <RevisionDifference differences={review.differences} isFirst={review.isFirst} />
      </Section>
      <Section title={words.findings} id="findings">
        <ReviewWording findings={review.findings} overrides={review.overrides} />
      </Section>
      {review.state === "submitted" && (
        <Section title={words.decision} id="decision">
          <DecisionForms
            form={actionData ?? undefined}
            needsReason={review.findings.some(({ level }) => level === "block")}
          />
        </Section>
      )}
      <p data-screen-only className="mt-8">
        <TextLink to="/staff/approvals">{words.back}</TextLink>
      </p>
    </Page>
  );
}

function Decided({ review }: { review: Route.ComponentProps["loaderData"] }) {
  const { state, decidedOn, decisionNote, newerRevisionId } = review;
  const title =
    state === "published" || state === "returned"
      ? words.decided[state](decidedOn ?? "")
      : words.decided.superseded;
  return (
    <Notice kind="info" title={title}>
      {decisionNote && (
        <>
          <p className="text-std-16B-170">{words.decisionNote}</p>
          <p className="whitespace-pre-line">{decisionNote}</p>
        </>
      )}
      {newerRevisionId && (
        <p className="mt-2">
          <TextLink to={`/staff/approvals/${newerRevisionId}`}>{words.newer}</TextLink>
        </p>
      )}
    </Notice>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.titleOf(loaderData.name) : words.title} | ${site.name}` },
];
