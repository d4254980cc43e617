import { data } from "react-router";
import { type RouteHandle, requireViewer, STAFF } from "#app/access.ts";
import { listGroups } from "#app/domain/visits/groups.store.server.ts";
import { schoolsMayEnter } from "#app/domain/visits/school-room.rules.ts";
import { listPlans, nextSettings, startPlan } from "#app/domain/visits/plans.store.server.ts";
import { planSettingsSchema, teachersSchema } from "#app/domain/visits/room.schema.ts";
import { findVisitRoom } from "#app/domain/visits/room.store.server.ts";
import { registrationEnd } from "#app/domain/events/rules.ts";
import { site } from "#app/locales/ja/site.ts";
import { visitRoom as words } from "#app/locales/ja/visits.ts";
import { dateTimeSpan, longDate, shortDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, type FieldErrors, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { visitCrumbs } from "#app/ui/visit-crumbs.ts";
import { PlanSettingsForm, PlanTable, VisitSteps } from "#app/ui/visit-overview.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import type { Route } from "./+types/event-visits";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const room = await findVisitRoom(town, { eventId: params.id });
  if (!room) throw data(null, { status: 404 });
  const [groups, plans] = await Promise.all([
    listGroups(town, { eventId: room.id, schoolId: null }),
    listPlans(town, { eventId: room.id }),
  ]);
  const isPublished = plans.some(({ publishedAt }) => publishedAt !== null);
  const end = registrationEnd(room);
  const isOpen = schoolsMayEnter(room, { isPublished, now: town.clock.now() });
  const sessionIds = room.sessions.map(({ id }) => id);
  return {
    id: room.id,
    title: room.title,
    when: dateTimeSpan(room.startsAt, room.endsAt),
    sessions: room.sessions.map(({ id, label }) => ({ id, label })),
    steps: {
      eventId: room.id,
      places: room.places.length,
      offers: room.places.reduce((sum, { offers }) => sum + offers.length, 0),
      maximum: room.places.flatMap(({ offers }) => offers).reduce((sum, offer) => sum + offer.maximum, 0),
      groups: groups.length,
      people: groups.reduce((sum, { size }) => sum + size, 0),
      schoolsUntil: isOpen ? `${longDate(end)} ${timeOf(end)}` : null,
    },
    settings: nextSettings(plans, sessionIds),
    plans: plans.map(({ stored: _stored, id: _id, createdAt, publishedAt, ...plan }) => ({
      ...plan,
      createdAt: `${shortDate(createdAt)} ${timeOf(createdAt)}`,
      isPublished: publishedAt !== null,
    })),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const room = await findVisitRoom(town, { eventId: params.id });
  if (!room) throw data(null, { status: 404 });
  const values = await readForm(request);
  const form = checkForm(values, planSettingsSchema);
  const errors: FieldErrors = form.ok ? {} : form.errors;
  const teachers: Record<string, number | null> = {};
  for (const { id } of room.sessions) {
    const parsed = teachersSchema.safeParse(values[`teachers-${id}`]);
    if (parsed.success) teachers[id] = parsed.data;
    else errors[`teachers-${id}`] = parsed.error.issues[0]!.message;
  }
  if (!form.ok || Object.keys(errors).length > 0) return formErrors(errors, values);
  const { even, ...settings } = form.data;
  const result = await startPlan(town, {
    eventId: room.id,
    staffId: viewer.id,
    settings: { ...settings, even: even === "yes", teachers },
    locks: [],
    basedOn: null,
  });
  if (!result.ok) return formErrors({ form: result.error }, values, 409);
  return redirectWithNotice(
    `/staff/events/${room.id}/visits/${result.number}`,
    result.repeated ? "visit-plan-same" : "visit-plan-started",
  );
}

export default function EventVisits({ loaderData: room, actionData, params }: Route.ComponentProps) {
  const labels = {
    visitsPerGroup: words.visitsPerGroup,
    emphasis: words.emphasis,
    timeLimitSeconds: words.timeLimit,
    ...Object.fromEntries(
      room.sessions.map(({ id, label }) => [`teachers-${id}`, `${words.teachers} ${label}`]),
    ),
  };
  const isReady = room.steps.offers > 0 && room.steps.groups > 0;
  return (
    <Page title={words.title(room.title)} crumbs={visitCrumbs(room, false)} lead={<p>{room.when}</p>}>
      <EventRoomNav eventId={params.id} current="visits" />
      <FormProblems errors={actionData?.errors} labels={labels} />
      <Section title={words.steps} id="steps">
        <VisitSteps {...room.steps} />
      </Section>
      <Section title={words.plans} id="plans">
        {room.plans.length === 0 ? (
          <EmptyState title={words.plansNone}>{words.plansNoneText}</EmptyState>
        ) : (
          <PlanTable eventId={room.id} plans={room.plans} />
        )}
      </Section>
      <Section title={words.solve} id="solve">
        {isReady ? (
          <PlanSettingsForm
            sessions={room.sessions}
            settings={room.settings}
            form={actionData ?? undefined}
          />
        ) : (
          <EmptyState title={words.notReady}>{words.notReadyText}</EmptyState>
        )}
      </Section>
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
