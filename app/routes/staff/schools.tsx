import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { readDepartments, schoolSchema } from "#app/domain/schools/schema.ts";
import { addSchool, changeSchool, listSchools } from "#app/domain/schools/store.server.ts";
import { deskWords } from "#app/locales/ja/employment-desk.ts";
import { schoolWords as words } from "#app/locales/ja/registers.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { SchoolForm, SchoolTable } from "#app/ui/school-register.tsx";
import type { Route } from "./+types/schools";

export const handle = { access: STAFF, title: words.title } satisfies RouteHandle;

const PATH = "/staff/schools";
const editedIn = (request: Request) => new URL(request.url).searchParams.get("edit");

export async function loader({ request, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const schools = await listSchools(context.get(townContext));
  const schoolId = editedIn(request);
  const edited = schools.find(({ id }) => id === schoolId) ?? null;
  if (schoolId && !edited) throw data(null, { status: 404 });
  return { schools, edited };
}

export async function action({ request, context }: Route.ActionArgs) {
  const staffId = requireViewer(request, context, handle.access).id;
  const town = context.get(townContext);
  const values = await readForm(request);
  const form = checkForm(values, schoolSchema);
  const departments = readDepartments(values);
  const errors = { ...(form.ok ? {} : form.errors), ...departments.errors };
  if (!form.ok || Object.keys(errors).length > 0) return formErrors(errors, values);
  const schoolId = editedIn(request);
  if (schoolId) {
    const { names } = departments;
    const result = await changeSchool(town, { staffId, schoolId, values: form.data, names });
    if (result.ok) return redirectWithNotice(PATH, "school-changed");
    if (result.error === "not-found") throw data(null, { status: 404 });
    return formErrors(result.errors, values);
  }
  const result = await addSchool(town, { staffId, values: form.data });
  return result.ok ? redirectWithNotice(PATH, "school-added") : formErrors(result.errors, values);
}

export default function StaffSchools({ loaderData, actionData: form }: Route.ComponentProps) {
  const { schools, edited } = loaderData;
  return (
    <Page
      title={words.title}
      crumbs={[{ to: "/staff", label: deskWords.crumb }]}
      lead={<p>{words.lead}</p>}
      wide
    >
      <Section title={words.list(schools.length)} id="list">
        {schools.length === 0 ? (
          <EmptyState title={words.none}>
            <p>{words.noneText}</p>
          </EmptyState>
        ) : (
          <SchoolTable schools={schools} />
        )}
      </Section>
      <Section title={edited ? words.change(edited.name) : words.add} id="enter">
        <SchoolForm edited={edited} form={form} />
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
