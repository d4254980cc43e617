import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { createCampaign, listCampaigns } from "#app/domain/newsletter/campaign.store.server.ts";
import { SEGMENTS } from "#app/domain/newsletter/rules.ts";
import { campaignSchema } from "#app/domain/newsletter/schema.ts";
import { campaignWords as words, segmentNames } from "#app/locales/ja/newsletter.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/newsletter";

export const handle = { access: STAFF, title: "メールマガジンの編集" } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const campaigns = await listCampaigns(context.get(townContext));
  return {
    campaigns: campaigns.map(({ id, subject, segment, state, createdAt, recipients }) => ({
      id,
      subject,
      segment,
      state,
      recipients,
      createdOn: longDate(createdAt),
    })),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, campaignSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const id = await createCampaign(context.get(townContext), { actorId: viewer.id, draft: form.data });
  return redirectWithNotice(`/staff/newsletter/${id}`, "campaign-created");
}

export default function StaffNewsletter({ loaderData, actionData }: Route.ComponentProps) {
  const form: FieldState | undefined = actionData;
  return (
    <Page title={handle.title} crumbs={[{ to: "/staff", label: "事務局" }]} wide>
      <FormProblems errors={form?.errors} labels={words.fields} />
      <Section title={words.newHeading} id="new">
        <form method="post" noValidate className="grid gap-6">
          <TextField name="subject" label={words.fields.subject} required form={form} />
          <SelectField
            name="segment"
            label={words.fields.segment}
            required
            form={form}
            defaultValue="all"
            options={[
              { value: "all", label: words.everybody },
              ...SEGMENTS.map((value) => ({ value, label: segmentNames[value] })),
            ]}
          />
          <TextArea
            name="body"
            label={words.fields.body}
            support={words.bodySupport}
            rows={12}
            required
            form={form}
          />
          <div>
            <Button>{words.save}</Button>
          </div>
        </form>
      </Section>
      <Section title={words.issuesHeading} id="issues">
        {loaderData.campaigns.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
        ) : (
          <Table caption={words.issuesHeading} head={words.columns}>
            {loaderData.campaigns.map((campaign) => (
              <tr key={campaign.id}>
                <th scope="row" className="min-w-56">
                  <TextLink to={`/staff/newsletter/${campaign.id}`}>{campaign.subject}</TextLink>
                </th>
                <td>{campaign.segment ? segmentNames[campaign.segment] : words.everybody}</td>
                <td>
                  <Badge tone={campaign.state === "draft" ? "orange" : "green"}>
                    {words.stateNames[campaign.state]}
                  </Badge>
                </td>
                <td className="whitespace-nowrap">{words.count(campaign.recipients)}</td>
                <td className="whitespace-nowrap">{campaign.createdOn}</td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${handle.title} | ${site.name}` }];
