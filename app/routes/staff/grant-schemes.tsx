import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { SCHEME_USES } from "#app/domain/employment/scheme.rules.ts";
import { schemeSchema } from "#app/domain/employment/scheme.schema.ts";
import { addScheme, changeScheme, listSchemes } from "#app/domain/employment/schemes.store.server.ts";
import { deskWords, grantWords } from "#app/locales/ja/employment-desk.ts";
import { registerWords, schemeWords as words } from "#app/locales/ja/registers.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup, TextField } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { StackedTable } from "#app/ui/indicator-stack.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { RegisterLink } from "#app/ui/register-link.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/grant-schemes";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const PATH = "/staff/employment/grants/schemes";
const editedIn = (request: Request) => new URL(request.url).searchParams.get("edit");

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const schemes = await listSchemes(context.get(townContext));
  const schemeId = editedIn(request);
  const edited = schemes.find(({ id }) => id === schemeId) ?? null;
  if (schemeId && !edited) throw data(null, { status: 404 });
  return { schemes, edited };
}

export async function action({ request, context }: Route.ActionArgs) {
  const staffId = requireViewer(request, context, handle.access).id;
  const town = context.get(townContext);
  const form = await parseForm(request, schemeSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const schemeId = editedIn(request);
  if (schemeId) {
    const result = await changeScheme(town, { staffId, schemeId, values: form.data });
    if (result.ok) return redirectWithNotice(PATH, "grant-scheme-changed");
    if (result.error === "not-found") throw data(null, { status: 404 });
    return formErrors(result.errors, form.values);
  }
  const result = await addScheme(town, { staffId, values: form.data });
  return result.ok ? redirectWithNotice(PATH, "grant-scheme-added") : formErrors(result.errors, form.values);
}

export default function GrantSchemes({ loaderData, actionData: form }: Route.ComponentProps) {
  const { schemes, edited } = loaderData;
  return (
    <Page
      title={words.title}
      crumbs={[
        { to: "/staff", label: deskWords.crumb },
        { to: "/staff/employment", label: deskWords.title },
        { to: "/staff/employment/grants", label: grantWords.title },
      ]}
      lead={<p>{words.lead}</p>}
      wide
    >
      <Section title={words.list} id="list">
        {schemes.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <>
            <SchemeTable schemes={schemes} />
            <p className="mt-4">
              <TextLink to="/staff/employment/grants" className="inline-flex min-h-11 items-center">
                {words.toGrants}
              </TextLink>
            </p>
          </>
        )}
      </Section>
      <Section title={edited ? words.change(edited.name) : words.add} id="enter">
        <form method="post" className="space-y-6" noValidate>
          <FormProblems errors={form?.errors} labels={{ name: words.name, use: words.use }} />
          <TextField
            name="name"
            label={words.name}
            support={words.nameSupport}
            defaultValue={edited?.name}
            form={form}
            required
          />
          <ChoiceGroup
            name="use"
            label={words.use}
            support={words.supportOfUse}
            options={SCHEME_USES.map((use) => ({
              value: use,
              label: words.uses[use],
              note: words.notesOfUses[use],
            }))}
            chosen={edited ? [edited.use] : []}
            form={form}
            required
          />
          <div className="flex flex-wrap gap-4">
            <Button>{edited ? registerWords.save : registerWords.add}</Button>
            {edited && (
              <LinkButton to={PATH} look="quiet">
                {registerWords.cancel}
              </LinkButton>
            )}
          </div>
        </form>
      </Section>
    </Page>
  );
}

function SchemeTable({ schemes }: { schemes: Route.ComponentProps["loaderData"]["schemes"] }) {
  const [scheme, use, records, edit] = words.columns;
  return (
    <StackedTable
      caption={words.list}
      besides={2}
      columns={[
        [scheme, "md:w-[40%]"],
        [use, "md:w-[30%]"],
        [records, "md:w-[20%]"],
        [edit, "md:w-[10%]"],
      ]}
    >
      {schemes.map((line) => (
        <tbody key={line.id}>
          <tr>
            <th scope="row">{line.name}</th>
            <td data-label={use}>{words.uses[line.use]}</td>
            <td data-label={records}>{words.records(line.grants)}</td>
            <td data-wide>
              <RegisterLink path={PATH} id={line.id} name={line.name} />
            </td>
          </tr>
        </tbody>
      ))}
    </StackedTable>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
