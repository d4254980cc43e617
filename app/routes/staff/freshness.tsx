import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { telephoneConfirmationSchema } from "#app/domain/companies/freshness.schema.ts";
import {
  confirmByTelephone,
  listStaleCompanies,
  type StaleCompany,
} from "#app/domain/companies/freshness.store.server.ts";
import { staleWords as words } from "#app/locales/ja/freshness.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { ErrorSummary } from "#app/ui/form-message.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { StaleCompanies } from "#app/ui/stale-companies.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/freshness";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const { listed, amber, hidden } = await listStaleCompanies(context.get(townContext));
  return {
    fresh: listed - amber.length - hidden.length,
    amber: amber.map(shownOf),
    hidden: hidden.map(shownOf),
  };
}

function shownOf({ confirmedAt, question, state: _state, ...company }: StaleCompany) {
  return {
    ...company,
    confirmedOn: confirmedAt && civilDateOf(confirmedAt),
    question: question && {
      askedOn: civilDateOf(question.askedAt),
      answeredOn: question.answeredAt && civilDateOf(question.answeredAt),
      answer: question.answer,
    },
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, telephoneConfirmationSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { companyId } = form.data;
  const result = await confirmByTelephone(context.get(townContext), { companyId, staffId: viewer.id });
  if (!result.ok) throw data(null, { status: 404 });
  return redirectWithNotice("/staff/freshness", "freshness-confirmed-by-telephone");
}

export default function Freshness({
  loaderData: { fresh, amber, hidden },
  actionData,
}: Route.ComponentProps) {
  return (
    <Page title={words.title} crumbs={[{ to: "/staff", label: "事務局" }]} lead={<p>{words.lead}</p>} wide>
      <ErrorSummary errors={actionData?.errors} labels={{ companyId: words.columns[0] }} />
      <Section title={words.counts} id="counts">
        <DescriptionList
          items={[
            { term: words.fresh, children: words.companies(fresh) },
            { term: words.amber, children: words.companies(amber.length) },
            { term: words.hidden, children: words.companies(hidden.length) },
          ]}
        />
      </Section>
      <Section title={words.amberTitle} id="amber">
        {amber.length === 0 ? (
          <EmptyState title={words.noneAmber}>{words.noneAmberText}</EmptyState>
        ) : (
          <StaleCompanies companies={amber} caption={words.amberTitle} leaves />
        )}
      </Section>
      <Section title={words.hiddenTitle} id="hidden">
        {hidden.length === 0 ? (
          <EmptyState title={words.noneHidden}>{words.noneHiddenText}</EmptyState>
        ) : (
          <StaleCompanies companies={hidden} caption={words.hiddenTitle} leaves={false} />
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
