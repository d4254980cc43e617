import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { findGroup } from "#app/domain/visits/group.store.server.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { answerGroup } from "#app/http/visit-group-form.server.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitGroups as words } from "#app/locales/ja/visits.ts";
import { readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import { visitCrumbs } from "#app/ui/visit-crumbs.ts";
import { GroupFields, groupLabels, RemoveGroup } from "#app/ui/visit-group-fields.tsx";
import type { Route } from "./+types/event-visit-group";

export const handle = { access: STAFF, title: words.edit } satisfies RouteHandle;

const editor = { schoolId: null, isStaff: true };

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const [room, group] = await Promise.all([
    findVisitRoom(town, { eventId: params.id }),
    findGroup(town, { eventId: params.id, groupId: params.groupId, editor }),
  ]);
  if (!room || !group) throw data(null, { status: 404 });
  const { id, title, places, sessions } = room;
  return {
    event: { id, title },
    group,
    places: places.map((place) => ({ id: place.id, name: place.name })),
    sessions: sessions.map((session) => ({ id: session.id, label: session.label })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const room = await findVisitRoom(town, { eventId: params.id });
  if (!room) throw data(null, { status: 404 });
  const values = await readForm(request);
  const page = `/staff/events/${room.id}/visits/groups`;
  return answerGroup(town, { room, groupId: params.groupId, editor, values, page });
}

export default function EventVisitGroup({ loaderData, actionData }: Route.ComponentProps) {
  const { event, group, places, sessions } = loaderData;
  const crumbs = [
    ...visitCrumbs(event),
    { to: `/staff/events/${event.id}/visits/groups`, label: words.title },
  ];
  return (
    <Page title={words.editTitle(group.label)} crumbs={crumbs}>
      <FormProblems errors={actionData?.errors} labels={groupLabels} />
      <GroupFields
        group={group}
        hasAccount={group.hasAccount}
        places={places}
        sessions={sessions}
        form={actionData ?? undefined}
      />
      <RemoveGroup />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.editTitle(loaderData.group.label) : words.edit} | ${site.name}` },
];
