import { requireViewer, type RouteHandle } from "#app/access.ts";
import { outcomeSchema } from "#app/domain/employment/outcome.schema.ts";
import { findSchool, listOutcomes, recordOutcome } from "#app/domain/employment/outcomes.store.server.ts";
import { findTeacherSchool } from "#app/domain/events/school-registrations.store.server.ts";
import { school as room } from "#app/locales/ja/event-desk.ts";
import { outcomeWords as words } from "#app/locales/ja/school-outcomes.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, fiscalYearOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { SchoolOutcomeForm } from "#app/ui/school-outcome-form.tsx";
import { SchoolOutcomeList, SchoolOutcomeRates } from "#app/ui/school-outcome-list.tsx";
import type { Route } from "./+types/outcomes";

export const handle = { access: ["teacher"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const own = await findTeacherSchool(town, { teacherId: viewer.id });
  if (!own) return null;
  const [school, rows] = await Promise.all([
    findSchool(town, { schoolId: own.id }),
    listOutcomes(town, { schoolId: own.id }),
  ]);
  const graduationYear = fiscalYearOf(civilDateOf(town.clock.now()));
  return school && { school, rows, graduationYear };
}

export async function action({ request, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const own = await findTeacherSchool(town, { teacherId: viewer.id });
  const form = await parseForm(request, outcomeSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  if (!own) return formErrors({ form: "unknown-school" }, form.values, 403);
  const result = await recordOutcome(town, {
    schoolId: own.id,
    actorId: viewer.id,
    byStaff: false,
    source: words.bySchool,
    values: form.data,
  });
  if (!result.ok) return formErrors(result.errors, form.values);
  const outcome = result.repeated ? "repeated" : result.corrected ? "corrected" : "recorded";
  return redirectWithNotice("/school/outcomes#list", `school-outcome-${outcome}`);
}

export default function SchoolOutcomes({ loaderData: page, actionData: form }: Route.ComponentProps) {
  const crumbs = [{ to: "/school", label: room.title }];
  if (!page)
    return (
      <Page title={words.title} crumbs={crumbs}>
        <EmptyState title={room.noSchool}>
          <p>{room.noSchoolText}</p>
        </EmptyState>
      </Page>
    );
  const { school, rows, graduationYear } = page;
  return (
    <Page title={words.title} crumbs={crumbs} lead={<p>{words.lead(school.name)}</p>} wide>
      {rows.length > 0 && (
        <Section title={words.result} id="result">
          <SchoolOutcomeRates rows={rows} />
        </Section>
      )}
      <Section title={words.enter} id="enter">
        <SchoolOutcomeForm departments={school.departments} graduationYear={graduationYear} form={form} />
      </Section>
      <Section title={words.list} id="list">
        <SchoolOutcomeList rows={rows} />
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = () => [{ title: `${words.title} | ${site.name}` }];
