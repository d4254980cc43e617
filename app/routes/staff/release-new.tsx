import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { chooseCut } from "#app/domain/documents/choice.ts";
import { listPlans } from "#app/domain/documents/store.server.ts";
import { prepareRelease } from "#app/domain/releases/preparation.store.server.ts";
import { previewOf } from "#app/domain/releases/preview.ts";
import { findRelease } from "#app/domain/releases/read.store.server.ts";
import { publicationSchema } from "#app/domain/releases/schema.ts";
import { publishRelease } from "#app/domain/releases/store.server.ts";
import { eraDate } from "#app/locales/ja/documents.ts";
import { indicatorWords } from "#app/locales/ja/indicators.ts";
import { paperWords, releaseWords as words } from "#app/locales/ja/releases.ts";
import { site } from "#app/locales/ja/site.ts";
import { staffWords } from "#app/locales/ja/staff.ts";
import { civilDateOf, fiscalYearOf, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckBox } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { cutText, ReleasePreview } from "#app/ui/release-preview.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/release-new";

const CRUMBS = [
  { to: "/staff", label: staffWords.home.title },
  { to: "/staff/releases", label: words.back },
];

export const handle = { access: STAFF, title: words.previewTitle } satisfies RouteHandle;

/** What would be published for `?plan=&asOf=&knownOn=`; nothing is written. */
export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const params = new URL(request.url).searchParams;
  const plans = await listPlans(town);
  const plan = plans.find(({ id }) => id === params.get("plan")) ?? plans[0];
  const none = { preview: null, existing: null, dateProblem: null, sent: null };
  if (!plan) return { ...none, problem: words.problems["no-such-plan"] };
  const { cut, problem } = chooseCut(params, { plan, now: town.clock.now() });
  const dateProblem =
    problem && (problem === "known-on" ? paperWords.knownOnProblem : indicatorWords.asOfProblem[problem]);
  const fiscalYear = fiscalYearOf(cut.asOf);
  const existing = await findRelease(town, { planId: plan.id, fiscalYear });
  const prepared = await prepareRelease(town, { planId: plan.id, cut });
  return {
    problem: prepared.ok ? null : words.problems[prepared.error],
    dateProblem,
    existing: existing && { id: existing.id, fiscalYear, version: existing.version },
    sent: { planId: plan.id, asOf: cut.asOf, knownOn: cut.knownOn.toISOString() },
    preview: prepared.ok
      ? {
          ...previewOf(prepared),
          cut: cutText(cut.asOf, `${eraDate(civilDateOf(cut.knownOn))}${timeOf(cut.knownOn)}`),
        }
      : null,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, publicationSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { planId, asOf, knownOn } = form.data;
  const published = await publishRelease(context.get(townContext), {
    planId,
    cut: { asOf, knownOn },
    staffId: viewer.id,
  });
  if (!published.ok) return formErrors({ form: published.error }, form.values, 409);
  return redirectWithNotice(`/staff/releases/${published.releaseId}`, "release-published");
}

export default function ReleaseNew({ loaderData: shown, actionData }: Route.ComponentProps) {
  const { preview, existing, sent } = shown;
  return (
    <Page title={words.previewTitle} crumbs={CRUMBS} lead={<p>{words.previewLead}</p>}>
      <FormProblems errors={actionData?.errors} labels={{ confirmed: words.confirmed }} />
      {shown.dateProblem && <Notice kind="warning" title={shown.dateProblem} />}
      {shown.problem && <Notice kind="error" title={shown.problem} />}
      {existing && (
        <Notice kind="warning" title={words.existing(existing.fiscalYear, existing.version)}>
          <TextLink to={`/staff/releases/${existing.id}`}>{words.toExisting}</TextLink>
        </Notice>
      )}
      {preview && <ReleasePreview {...preview} />}
      {preview && sent && !existing && (
        <form method="post" className="mt-10 grid gap-6">
          <input type="hidden" name="planId" value={sent.planId} />
          <input type="hidden" name="asOf" value={sent.asOf} />
          <input type="hidden" name="knownOn" value={sent.knownOn} />
          <CheckBox name="confirmed" label={words.confirmed} form={actionData} />
          <p>
            <Button>{words.publish}</Button>
          </p>
        </form>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.previewTitle} | ${site.name}` }];
