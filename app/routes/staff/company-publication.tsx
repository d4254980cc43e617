import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { findCompanyForStaff } from "#app/domain/companies/history.store.server.ts";
import { publicationSchema } from "#app/domain/companies/publication.schema.ts";
import { relistCompany, withdrawCompany } from "#app/domain/companies/publication.store.server.ts";
import {
  companyList,
  staffPublication as words,
  withdrawalReasonWords,
} from "#app/locales/ja/company-list.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceGroup, type FieldState, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/company-publication";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const company = await findCompanyForStaff(context.get(townContext), params);
  if (!company) throw data(null, { status: 404 });
  const { id, name, listing, publishedNumber } = company;
  return { id, name: name || companyList.noName, listing, publishedNumber };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { companyId } = params;
  const form = await parseForm(request, publicationSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result =
    form.data.intent === "withdraw"
      ? await withdrawCompany(town, {
          companyId,
          actor: { userId: viewer.id, as: "staff" },
          reason: form.data.reason,
          note: form.data.comment,
          words: [withdrawalReasonWords[form.data.reason], form.data.comment].filter(Boolean).join("\n"),
        })
      : await relistCompany(town, { companyId, staffId: viewer.id });
  if (result.ok)
    return redirectWithNotice(
      `/staff/companies/${companyId}`,
      form.data.intent === "withdraw" ? "company-withdrawn" : "company-relisted",
    );
  if (result.error === "not-found") throw data(null, { status: 404 });
  return data(
    { ok: false as const, problem: result.error, errors: {}, values: form.values },
    { status: 409 },
  );
}

const titleOf = ({ listing, name }: { listing: string; name: string }) =>
  listing === "withdrawn" ? words.relistTitle(name) : words.withdrawTitle(name);

export default function CompanyPublication({ loaderData: company, actionData }: Route.ComponentProps) {
  const page = `/staff/companies/${company.id}`;
  const problem = actionData && "problem" in actionData ? actionData.problem : null;
  return (
    <Page
      title={titleOf(company)}
      crumbs={[
        { to: "/staff", label: companyList.staff },
        { to: "/staff/companies", label: companyList.title },
        { to: page, label: company.name },
      ]}
    >
      {problem && <Notice kind="warning" title={words.problems[problem] ?? problem} live focus />}
      <FormProblems
        errors={actionData?.errors}
        labels={{ reason: words.reason, comment: words.comment, intent: words.title }}
      />
      {company.listing === "listed" && <WithdrawalForm form={actionData ?? undefined} />}
      {company.listing === "withdrawn" && <RelistingForm publishedNumber={company.publishedNumber} />}
      {company.listing === "unpublished" && (
        <EmptyState title={words.unpublished}>{words.unpublishedText}</EmptyState>
      )}
      <p data-screen-only className="mt-8">
        <TextLink to={page}>{words.back}</TextLink>
      </p>
    </Page>
  );
}

const REASONS = Object.entries(withdrawalReasonWords).map(([value, label]) => ({ value, label }));

function WithdrawalForm({ form }: { form: FieldState | undefined }) {
  return (
    <>
      <ul className="mb-6 list-disc space-y-2 pl-6">
        {words.withdrawEffects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <form method="post" noValidate className="grid gap-6">
        <ChoiceGroup name="reason" label={words.reason} options={REASONS} required form={form} />
        <TextArea name="comment" label={words.comment} support={words.commentSupport} rows={3} form={form} />
        <div>
          <Button look="danger" name="intent" value="withdraw">
            {words.withdraw}
          </Button>
        </div>
      </form>
    </>
  );
}

function RelistingForm({ publishedNumber }: { publishedNumber: number | null }) {
  if (publishedNumber === null)
    return <EmptyState title={words.nothingPublished}>{words.nothingPublishedText}</EmptyState>;
  return (
    <form method="post">
      <p className="mb-4">{words.relistText(publishedNumber)}</p>
      <Button name="intent" value="relist">
        {words.relist}
      </Button>
    </form>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? titleOf(loaderData) : words.title} | ${site.name}` },
];
