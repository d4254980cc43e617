import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { findTeacherSchool } from "#app/domain/events/school-registrations.store.server.ts";
import { findGroup } from "#app/domain/visits/group.store.server.ts";
import { findSchoolRoom } from "#app/domain/visits/school-room.store.server.ts";
import { answerGroup } from "#app/http/visit-group-form.server.ts";
import { schoolEvent } from "#app/locales/ja/school-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitGroups as words } from "#app/locales/ja/visits.ts";
import { formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { GroupFields, groupLabels, RemoveGroup } from "#app/ui/visit-group-fields.tsx";
import type { Route } from "./+types/group";

export const handle = { access: ["teacher"], title: words.edit } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const school = await findTeacherSchool(town, { teacherId: viewer.id });
  const found = school && (await findSchoolRoom(town, { eventId: params.id, schoolId: school.id }));
  if (!found) throw data(null, { status: 404 });
  const editor = { schoolId: school.id, isStaff: false };
  const group = await findGroup(town, { eventId: params.id, groupId: params.groupId, editor });
  if (!group) throw data(null, { status: 404 });
  const { room, mayEnter } = found;
  return {
    event: { id: room.id, title: room.title },
    group,
    mayEnter,
    places: room.places.map(({ id, name }) => ({ id, name })),
    sessions: room.sessions.map(({ id, label }) => ({ id, label })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const school = await findTeacherSchool(town, { teacherId: viewer.id });
  const found = school && (await findSchoolRoom(town, { eventId: params.id, schoolId: school.id }));
  if (!found) throw data(null, { status: 404 });
  const values = await readForm(request);
  const editor = { schoolId: school.id, isStaff: false };
  const own = await findGroup(town, { eventId: params.id, groupId: params.groupId, editor });
  if (!own) throw data(null, { status: 404 });
  if (!found.mayEnter) return formErrors({ form: "visit-closed" }, values, 409);
  const page = `/school/events/${found.room.id}/groups`;
  return answerGroup(town, { room: found.room, groupId: own.id, editor, values, page });
}

export default function SchoolGroup({ loaderData, actionData }: Route.ComponentProps) {
  const { event, group, mayEnter, places, sessions } = loaderData;
  return (
    <Page
      title={words.editTitle(group.label)}
      crumbs={[
        { to: "/school", label: schoolEvent.home },
        { to: `/school/events/${event.id}`, label: schoolEvent.title(event.title) },
        { to: `/school/events/${event.id}/groups`, label: words.title },
      ]}
    >
      <FormProblems errors={actionData?.errors} labels={groupLabels} />
      {mayEnter ? (
        <>
          <GroupFields
            group={group}
            hasAccount={group.hasAccount}
            places={places}
            sessions={sessions}
            form={actionData ?? undefined}
          />
          <RemoveGroup />
        </>
      ) : (
        <Notice kind="info" title={words.closed}>
          <p>{words.closedText}</p>
        </Notice>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.editTitle(loaderData.group.label) : words.edit} | ${site.name}` },
];
