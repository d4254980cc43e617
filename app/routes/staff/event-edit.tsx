import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { countRecipients } from "#app/domain/events/announcements.store.server.ts";
import { formOf } from "#app/domain/events/editing-form.rules.ts";
import { stepsFor } from "#app/domain/events/editing.rules.ts";
import {
  factsOf,
  severalSessionsSchema,
  singleEventSchema,
  typedSpan,
} from "#app/domain/events/editing.schema.ts";
import { findEditedEvent, saveEvent } from "#app/domain/events/editing.store.server.ts";
import { editor as words } from "#app/locales/ja/event-editor.ts";
import { site } from "#app/locales/ja/site.ts";
import { longDate } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import {
  BoothFields,
  ContactFields,
  RegistrationFields,
  WhatFields,
  WhenFields,
  WhereFields,
  WhoFields,
} from "#app/ui/event-editor-fields.tsx";
import { StatePanel } from "#app/ui/event-editor-state.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { CheckBox, type FieldState } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { WordingScript } from "#app/ui/wording-script.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-edit";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const event = await findEditedEvent(town, { eventId: params.id });
  if (!event) throw data(null, { status: 404 });
  const { id, title, state, stateNote, previousStartsAt, visibility, version, sessions, pools } = event;
  return {
    id,
    title,
    state,
    stateNote,
    version,
    pools,
    recipients: await countRecipients(town, { eventId: id }),
    sessions: sessions.length,
    isUnlisted: visibility === "unlisted",
    isCopy: event.copiedFromId !== null && state === "planned",
    previously: previousStartsAt && longDate(previousStartsAt),
    steps: stepsFor(event, town.clock.now()),
    values: formOf(event, sessions.length === 1 ? sessions[0]! : null),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const eventId = params.id;
  const event = await findEditedEvent(town, { eventId });
  if (!event) throw data(null, { status: 404 });
  const values = await readForm(request);
  const isSingle = event.sessions.length === 1;
  const form = isSingle
    ? checkForm(values, singleEventSchema)
    : checkForm(values, severalSessionsSchema(event));
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await saveEvent(town, {
    eventId,
    staffId: viewer.id,
    version: form.data.version,
    facts: factsOf(form.data),
    notify: form.data.notify,
    span: typedSpan(form.data),
  });
  if (!result.ok) {
    if (result.error === "no-such-event") throw data(null, { status: 404 });
    return formErrors({ form: result.error }, form.values, 409);
  }
  const untold = result.mustKnow && event.registrations > 0 ? "event-saved-untold" : "event-saved";
  return redirectWithNotice(
    `/staff/events/${encodeURIComponent(eventId)}/edit`,
    result.told > 0 ? "event-saved-told" : untold,
  );
}

export default function EditEvent({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, state, recipients, version, values, sessions } = loaderData;
  const form: FieldState = actionData ?? { values };
  const room = `/staff/events/${id}`;
  const isConflict = actionData?.errors?.["form"] === "changed-meanwhile";
  // Only after a conflict was shown may the form overwrite what somebody else saved.
  const sent = actionData && !isConflict ? actionData.values["version"] : undefined;
  return (
    <Page title={words.title(title)} crumbs={eventCrumbs({ id, title })}>
      <EventRoomNav eventId={id} current="edit" />
      {isConflict ? (
        <Notice kind="error" title={words.conflictTitle} live focus>
          <p>{words.conflictText}</p>
          <TextLink to={`${room}/edit`} className="inline-flex min-h-11 items-center">
            {words.conflictLink}
          </TextLink>
        </Notice>
      ) : (
        <FormProblems errors={actionData?.errors} labels={words.fields} />
      )}
      {loaderData.isCopy && <Notice kind="info" title={words.copiedFrom} />}
      <StatePanel
        eventId={id}
        state={state}
        steps={loaderData.steps}
        isUnlisted={loaderData.isUnlisted}
        note={loaderData.stateNote}
        previously={loaderData.previously}
      />
      <Section title={words.partsTitle} id="parts">
        <p>{words.partsText(sessions, loaderData.pools)}</p>
        <p className="mt-3 flex flex-wrap gap-3">
          <LinkButton to={`${room}/sessions`} look="secondary">
            {words.toSessions}
          </LinkButton>
          <LinkButton to={`${room}/questions`} look="secondary">
            {words.toQuestions}
          </LinkButton>
          <LinkButton to={`${room}/copy`} look="quiet">
            {words.toCopy}
          </LinkButton>
        </p>
      </Section>
      <form method="post" noValidate className="mt-12">
        <input type="hidden" name="version" value={typeof sent === "string" ? sent : version} />
        <WhatFields form={form} />
        <WhenFields form={form} sessionsUrl={sessions > 1 ? `${room}/sessions` : null} />
        <WhereFields form={form} />
        <RegistrationFields form={form} />
        <WhoFields form={form} />
        <BoothFields form={form} />
        <ContactFields form={form} />
        <div className="mt-12 border-t-2 border-solid-gray-420 pt-6">
          {state === "published" && recipients > 0 && (
            <div className="mb-4">
              <CheckBox name="notify" label={words.notify(recipients)} form={form} />
            </div>
          )}
          <Button>{words.save}</Button>
        </div>
      </form>
      <WordingScript />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
