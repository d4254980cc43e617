import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { changeHeadCount } from "#app/domain/events/head-count.store.server.ts";
import { headCountSchema } from "#app/domain/events/head-count.schema.ts";
import { findSchoolEvent, findTeacherSchool } from "#app/domain/events/school-registrations.store.server.ts";
import { listSchoolPlacements } from "#app/domain/visits/placements.store.server.ts";
import { findSchoolRoom } from "#app/domain/visits/school-room.store.server.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { schoolEvent as words } from "#app/locales/ja/school-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { SchoolEventFacts, SchoolHeadCounts } from "#app/ui/school-event.tsx";
import { SchoolPlacements } from "#app/ui/school-placements.tsx";
import type { Route } from "./+types/event";

export const handle = { access: ["teacher"], title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const school = await findTeacherSchool(town, { teacherId: viewer.id });
  if (!school) throw data(null, { status: 404 });
  const own = { eventId: params.id, schoolId: school.id };
  const [event, visit, placements] = await Promise.all([
    findSchoolEvent(town, { ...own, teacherId: viewer.id }),
    findSchoolRoom(town, own),
    listSchoolPlacements(town, own),
  ]);
  if (!event) throw data(null, { status: 404 });
  return { school: school.name, event, hasVisit: visit !== null, placements };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const school = await findTeacherSchool(town, { teacherId: viewer.id });
  if (!school) throw data(null, { status: 404 });
  const values = await readForm(request);
  const registrationId = typeof values["registrationId"] === "string" ? values["registrationId"] : "";
  const field = `headCount-${registrationId}`;
  const form = checkForm({ headCount: values[field] ?? "" }, headCountSchema);
  if (!form.ok) return formErrors({ [field]: form.errors["headCount"] ?? "required" }, values);
  const result = await changeHeadCount(town, {
    registrationId,
    schoolId: school.id,
    teacherId: viewer.id,
    headCount: form.data.headCount,
  });
  if (result.ok) return redirectWithNotice(`/school/events/${params.id}`, "head-count-changed");
  if (result.error === "no-such-registration") throw data(null, { status: 404 });
  const code = result.error === "event-full" ? "head-count-full" : result.error;
  return formErrors({ [field]: code }, values, 409);
}

export default function SchoolEvent({ loaderData, actionData }: Route.ComponentProps) {
  const { school, event, hasVisit, placements } = loaderData;
  const labels = Object.fromEntries(
    event.headCounts.map((row) => [
      `headCount-${row.id}`,
      words.newCount(categoryNames[row.category], row.sessionTitle),
    ]),
  );
  return (
    <Page
      title={words.title(event.title)}
      crumbs={[{ to: "/school", label: words.home }]}
      lead={<p>{words.lead(school)}</p>}
    >
      <FormProblems errors={actionData?.errors} labels={labels} />
      {event.state !== "published" && <Notice kind="warning" title={words.stateNotice[event.state]} />}
      <Section title={words.headCounts} id="head-counts">
        {event.headCounts.length === 0 ? (
          <EmptyState title={words.headCountsNone}>
            <p>{words.headCountsNoneText}</p>
            <LinkButton to={`/events/${event.id}`} look="secondary" className="mt-4">
              {words.register}
            </LinkButton>
          </EmptyState>
        ) : (
          <SchoolHeadCounts rows={event.headCounts} form={actionData ?? undefined} />
        )}
      </Section>
      {(hasVisit || placements.length > 0) && (
        <Section title={words.visits} id="visits">
          <SchoolPlacements placements={placements} />
          {hasVisit && (
            <LinkButton to={`/school/events/${event.id}/groups`} look="secondary" className="mt-4">
              {words.groups}
            </LinkButton>
          )}
        </Section>
      )}
      <div data-screen-only className="mt-12">
        <Section title={words.print} id="print">
          <p className="mb-4">{words.printText}</p>
          <LinkButton to={`/school/events/${event.id}/class-list`} look="secondary">
            {words.printLink}
          </LinkButton>
        </Section>
      </div>
      <Section title={words.facts} id="facts">
        <SchoolEventFacts event={event} />
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.event.title) : words.shortTitle} | ${site.name}` },
];
