import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { listSchoolChoices } from "#app/domain/accounts/registration.store.server.ts";
import { listGroups } from "#app/domain/visits/groups.store.server.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { answerGroupTable } from "#app/http/group-table-form.server.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitGroups as words } from "#app/locales/ja/visits.ts";
import { readFormWithFiles } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Page } from "#app/ui/page.tsx";
import { visitCrumbs } from "#app/ui/visit-crumbs.ts";
import { GroupDesk } from "#app/ui/visit-group-desk.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import type { Route } from "./+types/event-visit-groups";

export const handle = {
  access: STAFF,
  title: words.title,
  maxBodyBytes: 3 * 1024 * 1024,
} satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const room = await findVisitRoom(town, { eventId: params.id });
  if (!room) throw data(null, { status: 404 });
  const [groups, schools] = await Promise.all([
    listGroups(town, { eventId: room.id, schoolId: null }),
    listSchoolChoices(town),
  ]);
  return {
    id: room.id,
    title: room.title,
    places: room.places.map(({ id, name }) => ({ id, name })),
    sessions: room.sessions.map(({ id, label, title }) => ({ id, label, title })),
    groups,
    schools: schools.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const room = await findVisitRoom(town, { eventId: params.id });
  if (!room) throw data(null, { status: 404 });
  const { values, files } = await readFormWithFiles(request, "file");
  const schools = await listSchoolChoices(town);
  const schoolId = schools.find(({ id }) => id === values["schoolId"])?.id ?? null;
  const page = `/staff/events/${room.id}/visits/groups`;
  return answerGroupTable(town, { room, editor: { schoolId, isStaff: true }, values, files, page });
}

export default function EventVisitGroups({ loaderData: room, actionData, params }: Route.ComponentProps) {
  const title = `${words.title}:${room.title}`;
  return (
    <Page title={title} crumbs={visitCrumbs(room)} lead={<p>{words.lead}</p>} wide>
      <EventRoomNav eventId={params.id} current="visits" />
      <GroupDesk
        room={room}
        base={`/staff/events/${room.id}/visits/groups`}
        schools={room.schools}
        answer={actionData ?? undefined}
      />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? `${words.title}:${loaderData.title}` : words.title} | ${site.name}` },
];
