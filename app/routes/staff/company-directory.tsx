import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { directoryEntrySchema } from "#app/domain/companies/directory-entry.schema.ts";
import {
  delistFromDirectory,
  findDirectoryDesk,
  listInDirectory,
} from "#app/domain/companies/directory-entry.store.server.ts";
import { companyList } from "#app/locales/ja/company-list.ts";
import { directoryEntry as words } from "#app/locales/ja/directory-entry.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { type FieldState, TextArea } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/company-directory";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const desk = await findDirectoryDesk(context.get(townContext), params);
  if (!desk) throw data(null, { status: 404 });
  return {
    ...desk,
    companyId: params.companyId,
    name: desk.name || companyList.noName,
    listedOn: desk.listedOn && longDate(desk.listedOn),
    delistedOn: desk.delistedOn && longDate(desk.delistedOn),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const form = await parseForm(request, directoryEntrySchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { intent, ...entry } = form.data;
  const who = { companyId: params.companyId, staffId: viewer.id };
  const result =
    "technology" in entry
      ? await listInDirectory(town, { ...who, ...entry })
      : await delistFromDirectory(town, who);
  if (result.ok)
    return redirectWithNotice(
      `/staff/companies/${params.companyId}/directory`,
      intent === "list" ? "directory-listed" : "directory-delisted",
    );
  if (result.error === "not-found") throw data(null, { status: 404 });
  return data(
    { ok: false as const, problem: result.error, errors: {}, values: form.values },
    { status: 409 },
  );
}

export default function CompanyDirectory({ loaderData: desk, actionData }: Route.ComponentProps) {
  const page = `/staff/companies/${desk.companyId}`;
  const problem = actionData && "problem" in actionData ? actionData.problem : null;
  return (
    <Page
      title={words.pageTitle(desk.name)}
      crumbs={[
        { to: "/staff", label: companyList.staff },
        { to: "/staff/companies", label: companyList.title },
        { to: page, label: desk.name },
      ]}
      lead={words.lead}
    >
      {problem && <Notice kind="warning" title={words.problems[problem] ?? problem} live focus />}
      <FormProblems
        errors={actionData?.errors}
        labels={{ technology: words.technology, equipment: words.equipment, intent: words.title }}
      />
      <Section title={words.state} id="state">
        <p className="mb-6">{stateOf(desk)}</p>
        {desk.obstacle ? (
          <EmptyState title={words.obstacles[desk.obstacle].title}>
            {words.obstacles[desk.obstacle].text}
          </EmptyState>
        ) : (
          <EntryForm desk={desk} form={actionData ?? undefined} />
        )}
      </Section>
      {desk.isListed && (
        <Section title={words.delistTitle} id="delist">
          <p className="mb-4">{words.delistText}</p>
          <form method="post">
            <Button look="danger" name="intent" value="delist">
              {words.delist}
            </Button>
          </form>
        </Section>
      )}
      <p data-screen-only className="mt-8 flex flex-wrap gap-6">
        <TextLink to={page}>{words.back}</TextLink>
        <TextLink to="/manufacturing">{words.public}</TextLink>
      </p>
    </Page>
  );
}

function stateOf({ isListed, listedOn, delistedOn }: Route.ComponentProps["loaderData"]): string {
  if (isListed && listedOn) return words.listed(listedOn);
  return delistedOn ? words.delisted(delistedOn) : words.never;
}

function EntryForm({
  desk,
  form,
}: {
  desk: Route.ComponentProps["loaderData"];
  form: FieldState | undefined;
}) {
  return (
    <form method="post" noValidate className="grid gap-6">
      <TextArea
        name="technology"
        label={words.technology}
        support={words.technologySupport}
        rows={3}
        required
        form={form}
        defaultValue={desk.technology}
      />
      <TextArea
        name="equipment"
        label={words.equipment}
        support={words.equipmentSupport}
        rows={3}
        form={form}
        defaultValue={desk.equipment}
      />
      <div>
        <Button name="intent" value="list">
          {desk.isListed ? words.change : words.list}
        </Button>
      </div>
    </form>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${words.pageTitle(loaderData?.name || companyList.noName)} | ${site.name}` },
];
