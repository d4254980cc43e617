import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { areaSchema, COMPARED_KINDS, ownAreaSchema } from "#app/domain/plan/area.schema.ts";
import { addArea, changeArea, listAreas } from "#app/domain/plan/areas.store.server.ts";
import { deskWords } from "#app/locales/ja/plan.ts";
import { areaWords as words, registerWords } from "#app/locales/ja/registers.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ChoiceGroup, TextField } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { StackedTable } from "#app/ui/indicator-stack.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { RegisterLink } from "#app/ui/register-link.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/plan-areas";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const PATH = "/staff/plan/areas";
const editedIn = (request: Request) => new URL(request.url).searchParams.get("edit");

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const areas = await listAreas(context.get(townContext));
  const areaId = editedIn(request);
  const edited = areas.find(({ id }) => id === areaId) ?? null;
  if (areaId && !edited) throw data(null, { status: 404 });
  return { areas, edited };
}

export async function action({ request, context }: Route.ActionArgs) {
  const staffId = requireViewer(request, context, handle.access).id;
  const town = context.get(townContext);
  const values = await readForm(request);
  const areaId = editedIn(request);
  if (!areaId) {
    const form = checkForm(values, areaSchema);
    if (!form.ok) return formErrors(form.errors, form.values);
    const result = await addArea(town, { staffId, values: form.data });
    return result.ok ? redirectWithNotice(PATH, "area-added") : formErrors(result.errors, values);
  }
  const edited = (await listAreas(town)).find(({ id }) => id === areaId);
  if (!edited) throw data(null, { status: 404 });
  const form = checkForm(values, edited.kind === "own" ? ownAreaSchema : areaSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await changeArea(town, { staffId, areaId, values: form.data });
  if (result.ok) return redirectWithNotice(PATH, "area-changed");
  if (result.error === "not-found") throw data(null, { status: 404 });
  return formErrors(result.errors, values);
}

export default function PlanAreas({ loaderData, actionData: form }: Route.ComponentProps) {
  const { areas, edited } = loaderData;
  return (
    <Page
      title={words.title}
      crumbs={[
        { to: "/staff", label: deskWords.staffHome },
        { to: "/staff/plan", label: deskWords.title },
      ]}
      lead={<p>{words.lead}</p>}
      wide
    >
      <Section title={words.list} id="list">
        {areas.length > 0 && <AreaTable areas={areas} />}
        {areas.every(({ kind }) => kind === "own") && (
          <div className="mt-4">
            <EmptyState title={words.onlyOwn}>
              <p>{words.onlyOwnText}</p>
            </EmptyState>
          </div>
        )}
        <p className="mt-4">
          <TextLink to="/staff/figures" className="inline-flex min-h-11 items-center">
            {words.toFigures}
          </TextLink>
        </p>
      </Section>
      <Section title={edited ? words.change(edited.name) : words.add} id="enter">
        <form method="post" className="space-y-6" noValidate>
          <FormProblems errors={form?.errors} labels={{ name: words.name, kind: words.kind }} />
          {edited?.kind === "own" && <p>{words.ownText}</p>}
          <TextField
            name="name"
            label={words.name}
            support={words.nameSupport}
            defaultValue={edited?.name}
            form={form}
            required
          />
          {edited?.kind !== "own" && (
            <ChoiceGroup
              name="kind"
              label={words.kind}
              options={COMPARED_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
              chosen={edited ? [edited.kind] : []}
              form={form}
              required
            />
          )}
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

function AreaTable({ areas }: { areas: Route.ComponentProps["loaderData"]["areas"] }) {
  const [area, kind, plans, figures, edit] = words.columns;
  return (
    <StackedTable
      caption={words.list}
      besides={3}
      columns={[
        [area, "md:w-[30%]"],
        [kind, "md:w-[24%]"],
        [plans, "md:w-[16%]"],
        [figures, "md:w-[20%]"],
        [edit, "md:w-[10%]"],
      ]}
    >
      {areas.map((line) => (
        <tbody key={line.id}>
          <tr>
            <th scope="row">{line.name}</th>
            <td data-label={kind}>{words.kinds[line.kind]}</td>
            <td data-label={plans}>{words.plans(line.plans)}</td>
            <td data-label={figures}>{words.figures(line.figures)}</td>
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
