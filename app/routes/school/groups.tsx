import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { findTeacherSchool } from "#app/domain/events/school-registrations.store.server.ts";
import { listGroups } from "#app/domain/visits/groups.store.server.ts";
import { findSchoolRoom } from "#app/domain/visits/school-room.store.server.ts";
import { answerGroupTable } from "#app/http/group-table-form.server.ts";
import { schoolEvent } from "#app/locales/ja/school-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitGroups as words } from "#app/locales/ja/visits.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { formErrors, readFormWithFiles } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import { GroupDesk } from "#app/ui/visit-group-desk.tsx";
import type { Route } from "./+types/groups";

export const handle = {
  access: ["teacher"],
  title: words.title,
  maxBodyBytes: 3 * 1024 * 1024,
} satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const school = await findTeacherSchool(town, { teacherId: viewer.id });
  const found = school && (await findSchoolRoom(town, { eventId: params.id, schoolId: school.id }));
  if (!found) throw data(null, { status: 404 });
  const { room, mayEnter, until } = found;
  return {
    id: room.id,
    title: room.title,
    school: school.name,
    mayEnter,
    until: `${longDate(until)} ${timeOf(until)}`,
    places: room.places.map(({ id, name }) => ({ id, name })),
    sessions: room.sessions.map(({ id, label, title }) => ({ id, label, title })),
    groups: await listGroups(town, { eventId: room.id, schoolId: school.id }),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const school = await findTeacherSchool(town, { teacherId: viewer.id });
  const found = school && (await findSchoolRoom(town, { eventId: params.id, schoolId: school.id }));
  if (!found) throw data(null, { status: 404 });
  const { values, files } = await readFormWithFiles(request, "file");
  if (!found.mayEnter) return formErrors({ form: "visit-closed" }, values, 409);
  const editor = { schoolId: school.id, isStaff: false };
  const page = `/school/events/${found.room.id}/groups`;
  return answerGroupTable(town, { room: found.room, editor, values, files, page });
}

export default function SchoolGroups({ loaderData: room, actionData }: Route.ComponentProps) {
  const base = `/school/events/${room.id}/groups`;
  return (
    <Page
      title={`${words.title}:${room.title}`}
      crumbs={[
        { to: "/school", label: schoolEvent.home },
        { to: `/school/events/${room.id}`, label: schoolEvent.title(room.title) },
      ]}
      lead={
        <>
          <p>{words.ownLead(room.school)}</p>
          {room.mayEnter && <p className="mt-2">{words.until(room.until)}</p>}
        </>
      }
      wide
    >
      <GroupDesk room={room} base={base} answer={actionData ?? undefined} mayEnter={room.mayEnter}>
        {!room.mayEnter && (
          <Notice kind="info" title={words.closed}>
            <p>{words.closedText}</p>
          </Notice>
        )}
      </GroupDesk>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? `${words.title}:${loaderData.title}` : words.title} | ${site.name}` },
];
