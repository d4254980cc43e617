import { requireViewer, type RouteHandle } from "#app/access.ts";
import {
  listSchoolRegistrations,
  type SchoolRegistration,
} from "#app/domain/events/registrations.store.server.ts";
import { listComingEvents } from "#app/domain/events/store.server.ts";
import { listSchoolVisits } from "#app/domain/visits/school-room.store.server.ts";
import { findTeacherSchool } from "#app/domain/events/school-registrations.store.server.ts";
import { readStageOfTeacher } from "#app/domain/recruitment/store.server.ts";
import { school as words } from "#app/locales/ja/event-desk.ts";
import { categoryNames, people, registrationStateNames } from "#app/locales/ja/events.ts";
import { outcomeWords } from "#app/locales/ja/school-outcomes.ts";
import { site } from "#app/locales/ja/site.ts";
import { shortDate, timeOf } from "#app/platform/calendar.ts";
import { townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EventCard } from "#app/ui/event-card.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { RecruitmentBanner } from "#app/ui/recruitment-banner.tsx";
import { Table } from "#app/ui/table.tsx";
import { SchoolVisits } from "#app/ui/school-visits.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { Route } from "./+types/home";

export const handle = { access: ["teacher"], title: words.title } satisfies RouteHandle;

export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const [school, events, stage] = await Promise.all([
    listSchoolRegistrations(town, { teacherId: viewer.id }),
    listComingEvents(town),
    readStageOfTeacher(town, { userId: viewer.id }),
  ]);
  const own = school && (await findTeacherSchool(town, { teacherId: viewer.id }));
  const visits = own ? await listSchoolVisits(town, { schoolId: own.id }) : [];
  return { stage, school, visits, events: events.filter((event) => event.status !== "no-registration") };
}

export default function SchoolHome({ loaderData: { school, visits, events, stage } }: Route.ComponentProps) {
  if (!school)
    return (
      <Page title={words.title}>
        <EmptyState title={words.noSchool}>
          <p>{words.noSchoolText}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page title={words.title} lead={<p>{words.lead(school.schoolName)}</p>}>
      {stage && <RecruitmentBanner stages={[stage]} reader="teacher" />}
      <Section title={words.registrations} id="registrations">
        {school.coming.length > 0 ? (
          <Registrations caption={words.table(words.registrations)} rows={school.coming} />
        ) : (
          <EmptyState title={words.none}>
            <p data-screen-only>{words.noneText}</p>
          </EmptyState>
        )}
        <p data-screen-only className="mt-2 text-solid-gray-700">
          {words.printHint}
        </p>
      </Section>
      <SchoolVisits visits={visits} />
      <div data-screen-only className="mt-12">
        <Section title={outcomeWords.title} id="outcomes">
          <p className="mb-4">{outcomeWords.homeText}</p>
          <LinkButton to="/school/outcomes" look="secondary">
            {outcomeWords.enter}
          </LinkButton>
        </Section>
        <Section title={words.coming} id="coming">
          {events.length === 0 && (
            <EmptyState title={words.comingNone}>
              <p>{words.comingNoneText}</p>
            </EmptyState>
          )}
          {events.map((event) => (
            <div key={event.id} className="border-b border-solid-gray-420 pb-4">
              <EventCard event={event} plain />
              {["plenty", "few", "full"].includes(event.status) && (
                <LinkButton to={`/events/${event.id}/registration`} look="secondary">
                  {words.register}
                  <span className="sr-only">:{event.title}</span>
                </LinkButton>
              )}
            </div>
          ))}
        </Section>
      </div>
      {school.past.length > 0 && (
        <Section title={words.past} id="past">
          <Registrations caption={words.table(words.past)} rows={school.past} />
        </Section>
      )}
    </Page>
  );
}

function Registrations({ caption, rows }: { caption: string; rows: readonly SchoolRegistration[] }) {
  const { columns } = words;
  const registered = rows.filter((row) => row.state === "registered");
  return (
    <>
      <Table caption={caption} head={[columns.event, columns.category, columns.headCount, columns.state]}>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="min-w-36">
              <TextLink to={`/school/events/${row.eventId}`} className="inline-block py-1">
                {row.eventTitle}
              </TextLink>
              <span className="block font-400">
                {shortDate(row.startsAt)} {timeOf(row.startsAt)}
              </span>
              {!row.isOwn && <span className="block font-400 text-solid-gray-700">{words.colleague}</span>}
            </th>
            <td className="whitespace-nowrap">{categoryNames[row.category]}</td>
            <td className="text-right whitespace-nowrap">{people(row.headCount)}</td>
            <td className="whitespace-nowrap">{registrationStateNames[row.state]}</td>
          </tr>
        ))}
      </Table>
      <p className="mt-2">{words.total(registered.reduce((sum, row) => sum + row.headCount, 0))}</p>
    </>
  );
}

export function meta() {
  return [{ title: `${words.title} | ${site.name}` }];
}
