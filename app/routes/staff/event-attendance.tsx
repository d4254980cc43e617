import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { readMarks } from "#app/domain/booths/attendance.rules.ts";
import { readBoothAttendance, recordBoothAttendance } from "#app/domain/booths/attendance.store.server.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { listCompanyChoices } from "#app/domain/visits/places.store.server.ts";
import { stopSchema } from "#app/domain/visits/stop.schema.ts";
import { addStop, readStops, removeStop, takeStopsFromPlan } from "#app/domain/visits/stops.store.server.ts";
import { attendance as words } from "#app/locales/ja/event-attendance.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, type FormValues, readForm } from "#app/platform/form.server.ts";
import { type Town, townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { BoothAttendanceForm, StopForm, StopList } from "#app/ui/event-attendance.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { Route } from "./+types/event-attendance";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const eventId = params.id;
  const [event, attendance, visits, companies] = await Promise.all([
    findEditedEvent(town, { eventId }),
    readBoothAttendance(town, { eventId }),
    readStops(town, { eventId }),
    listCompanyChoices(town),
  ]);
  if (!event || !attendance || !visits) throw data(null, { status: 404 });
  const [firstDay] = attendance.days;
  return {
    title: event.title,
    booths: attendance.booths,
    days: attendance.days.map((day) => ({ value: day, label: longDate(day) })),
    notYet: attendance.hasBegun ? null : words.notYet(longDate(firstDay!)),
    planned: visits.planned,
    sessions: visits.sessions.map(({ sessionId, title, startsAt, stops }) => ({
      id: sessionId,
      label: [title, `${longDate(civilDateOf(startsAt))} ${timeOf(startsAt)}`].filter(Boolean).join(" "),
      stops,
    })),
    companies: companies.map(({ id, name }) => ({ id, name })),
  };
}

type Place = { eventId: string; staffId: string };

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const place = { eventId: params.id, staffId: viewer.id };
  const values = await readForm(request);
  switch (values.intent) {
    case "save-booths":
    case "all-booths":
      return saveBooths(town, place, values);
    case "take-plan":
      await takeStopsFromPlan(town, place);
      return back(place);
    case "add-stop":
    case "remove-stop": {
      const form = checkForm(values, stopSchema);
      if (!form.ok) return formErrors(form.errors, form.values);
      const change = values.intent === "add-stop" ? addStop : removeStop;
      const result = await change(town, { ...place, ...form.data });
      return result.ok ? back(place) : refused(result.error, values);
    }
    default:
      throw data(null, { status: 400 });
  }
}

async function saveBooths(town: Town, place: Place, values: FormValues) {
  const attendance = await readBoothAttendance(town, place);
  if (!attendance) throw data(null, { status: 404 });
  const applicationIds = attendance.booths.map(({ id }) => id);
  const { days } = attendance;
  const marks =
    values.intent === "all-booths"
      ? new Map(applicationIds.map((id) => [id, days[0]!]))
      : readMarks(values, { applicationIds, days });
  const result = await recordBoothAttendance(town, { ...place, marks });
  return result.ok ? back(place) : refused(result.error, values);
}

const back = ({ eventId }: Place) =>
  redirectWithNotice(`/staff/events/${encodeURIComponent(eventId)}/attendance`, "attendance-saved");

const refused = (error: string, values: FormValues) =>
  data({ ok: false as const, problem: error, errors: {}, values }, { status: 409 });

export default function EventAttendance({ params, loaderData: shown, actionData }: Route.ComponentProps) {
  const problem = actionData && "problem" in actionData ? actionData.problem : null;
  return (
    <Page
      title={words.title(shown.title)}
      crumbs={eventCrumbs({ id: params.id, title: shown.title })}
      lead={words.lead}
    >
      <EventRoomNav eventId={params.id} current="attendance" />
      {problem && <Notice kind="warning" title={words.problems[problem] ?? problem} live focus />}
      <FormProblems
        errors={actionData?.errors}
        labels={{ sessionId: words.session, companyId: words.company }}
      />
      <Section title={words.booths} id="booths">
        <BoothAttendanceForm
          booths={shown.booths}
          days={shown.days}
          notYet={shown.notYet}
          selection={`/staff/events/${params.id}/booths`}
        />
      </Section>
      <Section title={words.stops} id="stops">
        <p className="mb-4">{words.stopsLead}</p>
        {shown.planned > 0 && (
          <form method="post" className="mb-6" data-screen-only>
            <p className="mb-4">{words.fromPlan(shown.planned)}</p>
            <Button look="secondary" name="intent" value="take-plan">
              {words.takePlan}
            </Button>
          </form>
        )}
        <StopList sessions={shown.sessions} />
        {shown.sessions.length > 0 && (
          <>
            <h3 className="mt-8 mb-4 text-std-18B-160">{words.add}</h3>
            <StopForm sessions={shown.sessions} companies={shown.companies} form={actionData ?? undefined} />
          </>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
