import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { readCampaign, sendCampaign, sendTestIssue } from "#app/domain/newsletter/campaign.store.server.ts";
import { sendingSchema } from "#app/domain/newsletter/schema.ts";
import { campaignWords as words, segmentNames } from "#app/locales/ja/newsletter.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckBox, type FieldState } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { IssuePreview } from "#app/ui/issue-preview.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/campaign";

export const handle = { access: STAFF, title: "メールマガジンの号" } satisfies RouteHandle;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const campaign = await readCampaign(context.get(townContext), { id: params.id });
  if (!campaign) throw data(null, { status: 404 });
  const { id, subject, paragraphs, segment, state, sentAt, audience, progress } = campaign;
  return {
    id,
    subject,
    paragraphs,
    segment,
    state,
    audience,
    progress,
    sentAt: sentAt && `${longDate(sentAt)} ${timeOf(sentAt)}`,
    ownEmail: viewer.email,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const form = await parseForm(request, sendingSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const here = `/staff/newsletter/${params.id}`;
  if (form.data.intent === "test") {
    const isSent = await sendTestIssue(town, { campaignId: params.id, email: viewer.email });
    if (!isSent) throw data(null, { status: 404 });
    return redirectWithNotice(here, "campaign-test-sent");
  }
  const result = await sendCampaign(town, { actorId: viewer.id, campaignId: params.id });
  if (result.ok) return redirectWithNotice(here, "campaign-sent");
  if (result.error === "not-found") throw data(null, { status: 404 });
  return formErrors({ form: result.error }, form.values, 409);
}

export default function CampaignPage({ loaderData, actionData }: Route.ComponentProps) {
  const { subject, paragraphs, segment, state, audience, progress, sentAt } = loaderData;
  const form: FieldState | undefined = actionData;
  return (
    <Page
      title={subject}
      crumbs={[
        { to: "/staff", label: "事務局" },
        { to: "/staff/newsletter", label: words.listTitle },
      ]}
    >
      <FormProblems errors={form?.errors} labels={{ confirmed: words.confirmField }} />
      <DescriptionList
        items={[
          { term: words.segment, children: segment ? segmentNames[segment] : words.everybody },
          { term: words.audience, children: words.people(audience) },
          ...(sentAt ? [{ term: words.sentAt, children: sentAt }] : []),
        ]}
      />
      {state !== "draft" && (
        <Section title={words.progressHeading} id="progress">
          <DescriptionList
            items={(["queued", "sent", "suppressed", "failed"] as const).map((key) => ({
              term: words.progress[key],
              children: words.count(progress[key]),
            }))}
          />
          <p className="mt-4">{words.progressNote}</p>
          <LinkButton to={`/staff/newsletter/${loaderData.id}`} look="secondary" className="mt-4">
            {words.reload}
          </LinkButton>
        </Section>
      )}
      <Section title={words.previewHeading} id="preview">
        <article className="rounded-8 border border-solid-gray-420 p-4 sm:p-6">
          <p className="mb-4 border-b border-solid-gray-420 pb-4">
            <span className="text-std-16B-170">{words.previewSubject}:</span> {subject}
          </p>
          <IssuePreview paragraphs={paragraphs} />
        </article>
      </Section>
      <Section title={words.testHeading} id="test">
        <form method="post" className="grid gap-4">
          <p>{words.testText(loaderData.ownEmail)}</p>
          <div>
            <Button look="secondary" name="intent" value="test">
              {words.test}
            </Button>
          </div>
        </form>
      </Section>
      {state === "draft" && <SendForm audience={audience} form={form} />}
    </Page>
  );
}

/** Two steps: tick that recipients and content were checked, then send. */
function SendForm({ audience, form }: { audience: number; form: FieldState | undefined }) {
  return (
    <Section title={words.sendHeading} id="send">
      {audience === 0 ? (
        <Notice kind="warning" title={words.noAudience} />
      ) : (
        <form method="post" noValidate className="grid gap-4">
          <p>{words.sendText(audience)}</p>
          <CheckBox name="confirmed" label={words.confirmLabel(audience)} form={form} />
          <div>
            <Button name="intent" value="send">
              {words.send}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${handle.title} | ${site.name}` }];
