import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { findSchoolEvent, findTeacherSchool } from "#app/domain/events/school-registrations.store.server.ts";
import { classListsOf, readClassList } from "#app/domain/visits/class-list.rules.ts";
import { listGroups } from "#app/domain/visits/groups.store.server.ts";
import { listSchoolPlacements } from "#app/domain/visits/placements.store.server.ts";
import { classList as words, schoolEvent } from "#app/locales/ja/school-room.ts";
import { site } from "#app/locales/ja/site.ts";
import { townContext } from "#app/town.ts";
import { Page } from "#app/ui/page.tsx";
import { ClassListForm, ClassListSheet } from "#app/ui/school-class-list.tsx";
import type { Route } from "./+types/class-list";

export const handle = { access: ["teacher"], title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const school = await findTeacherSchool(town, { teacherId: viewer.id });
  if (!school) throw data(null, { status: 404 });
  const own = { eventId: params.id, schoolId: school.id };
  const [event, groups, placements] = await Promise.all([
    findSchoolEvent(town, { ...own, teacherId: viewer.id }),
    listGroups(town, own),
    listSchoolPlacements(town, own),
  ]);
  if (!event) throw data(null, { status: 404 });
  const asked = readClassList(new URL(request.url).searchParams);
  const registered = event.headCounts
    .filter(({ category, state }) => category === "student" && state === "registered")
    .reduce((sum, { headCount }) => sum + headCount, 0);
  const { headCounts: _headCounts, ...facts } = event;
  return {
    school: school.name,
    event: facts,
    asked,
    hasGroups: groups.length > 0,
    lists: classListsOf({ asked, groups, placements, registered }),
  };
}

export default function ClassList({ loaderData }: Route.ComponentProps) {
  const { school, event, asked, hasGroups, lists } = loaderData;
  return (
    <Page
      title={words.title(event.title)}
      crumbs={[
        { to: "/school", label: schoolEvent.home },
        { to: `/school/events/${event.id}`, label: schoolEvent.title(event.title) },
      ]}
      lead={<p data-screen-only>{words.lead}</p>}
    >
      <ClassListForm asked={asked} eventId={event.id} hasGroups={hasGroups} />
      {lists.map((list, at) => (
        <ClassListSheet key={list.name} list={list} event={event} school={school} first={at === 0} />
      ))}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.event.title) : words.shortTitle} | ${site.name}` },
];
