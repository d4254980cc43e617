import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { cancelForHolderSchema } from "#app/domain/events/editing-parts.schema.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { canCancel } from "#app/domain/events/rules.ts";
import { cancelForHolder } from "#app/domain/events/seats.store.server.ts";
import { findStaffRegistration } from "#app/domain/events/staff-registrations.store.server.ts";
import { participant as words } from "#app/locales/ja/event-participants.ts";
import { sessionWords } from "#app/locales/ja/event-editor-parts.ts";
import { categoryNames, people } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { RegistrationBadge } from "#app/ui/event-badges.tsx";
import { ParticipantHistory, ParticipantMails, participantName } from "#app/ui/event-participants.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { CheckBox, type FieldState } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-participant";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const { id: eventId, registrationId } = params;
  const [event, registration] = await Promise.all([
    findEditedEvent(town, { eventId }),
    findStaffRegistration(town, { eventId, registrationId }),
  ]);
  if (!event || !registration) throw data(null, { status: 404 });
  const isOver = registration.state === "cancelled" || registration.state === "expired";
  return {
    eventId,
    eventTitle: event.title,
    registration,
    mayCancel: !isOver && !registration.checkedInAt && canCancel(registration, town.clock.now()),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const { id: eventId, registrationId } = params;
  const form = await parseForm(request, cancelForHolderSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await cancelForHolder(context.get(townContext), {
    eventId,
    registrationId,
    staffId: viewer.id,
  });
  if (result.ok)
    return redirectWithNotice(
      `/staff/events/${encodeURIComponent(eventId)}/registrations/${encodeURIComponent(registrationId)}`,
      "registration-cancelled-for",
    );
  if (result.error === "no-such-registration") throw data(null, { status: 404 });
  return formErrors({ form: result.error }, form.values, 409);
}

export default function EventParticipant({ loaderData, actionData }: Route.ComponentProps) {
  const { eventId, eventTitle, registration, mayCancel } = loaderData;
  const form: FieldState | undefined = actionData;
  const { facts } = words;
  const name = participantName(registration);
  const moment = (at: Date) => `${longDate(at)} ${timeOf(at)}`;
  const scope = [
    registration.department,
    registration.graduationYear && sessionWords.graduates(registration.graduationYear),
  ].filter(Boolean);
  const optional = [
    { term: facts.school, children: registration.schoolName ?? "" },
    { term: facts.scope, children: scope.join("・") },
    {
      term: facts.companions,
      children: registration.companions.map((row) => people(row.headCount)).join("、"),
    },
  ].filter(({ children }) => children !== "");
  return (
    <Page title={words.title(name)} crumbs={eventCrumbs({ id: eventId, title: eventTitle }, "registrations")}>
      <EventRoomNav eventId={eventId} current="registrations" />
      <FormProblems errors={form?.errors} labels={{ confirmed: words.cancelTitle }} />
      <DescriptionList
        items={[
          { term: facts.name, children: registration.name },
          { term: facts.email, children: registration.email },
          {
            term: facts.category,
            children: `${categoryNames[registration.category]} ${people(registration.headCount)}`,
          },
          ...optional,
          {
            term: facts.session,
            children: `${moment(registration.startsAt)} ${registration.sessionTitle}`,
          },
          { term: facts.state, children: <RegistrationBadge state={registration.state} /> },
          { term: facts.code, children: registration.ticketCode },
          { term: facts.registeredAt, children: moment(registration.registeredAt) },
        ]}
      />
      <Section title={words.answers} id="answers">
        {registration.answers.length === 0 ? (
          <p>{words.answersNone}</p>
        ) : (
          <DescriptionList
            items={registration.answers.map(({ label, value }) => ({ term: label, children: value }))}
          />
        )}
      </Section>
      <Section title={words.history} id="history">
        <ParticipantHistory history={registration.history} />
      </Section>
      <Section title={words.mails} id="mails">
        <ParticipantMails mails={registration.mails} />
      </Section>
      {mayCancel && (
        <Section title={words.cancelTitle} id="cancel">
          <form method="post">
            <p className="mb-4">{words.cancelText}</p>
            <CheckBox name="confirmed" label={words.cancelConfirm} form={form} />
            <div className="mt-4">
              <Button look="danger">{words.cancel}</Button>
            </div>
          </form>
        </Section>
      )}
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData ? words.title(participantName(loaderData.registration)) : words.shortTitle} | ${site.name}`,
  },
];
