import { data } from "react-router";
import { requireViewer, type RouteHandle, STAFF } from "#app/access.ts";
import { countRecipients } from "#app/domain/events/announcements.store.server.ts";
import { intentOf, sessionForms } from "#app/domain/events/editing-parts.schema.ts";
import { clockOf } from "#app/domain/events/editing.rules.ts";
import { findEditedEvent } from "#app/domain/events/editing.store.server.ts";
import { listEditedSessions, listSchoolChoices } from "#app/domain/events/editing-sessions.store.server.ts";
import { changeSessionsBy } from "#app/domain/events/session-step.server.ts";
import { sessionWords as words } from "#app/locales/ja/event-editor-parts.ts";
import { site } from "#app/locales/ja/site.ts";
import { civilDateOf, dateTimeSpan } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button } from "#app/ui/button.tsx";
import { AddPoolForm, SessionFields, SessionPart } from "#app/ui/event-editor-sessions.tsx";
import { EventRoomNav } from "#app/ui/event-room-nav.tsx";
import { type FieldState, valueOf } from "#app/ui/field.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { WordingScript } from "#app/ui/wording-script.tsx";
import { eventCrumbs } from "#app/ui/event-crumbs.ts";
import type { Route } from "./+types/event-sessions";

export const handle = { access: STAFF, title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const eventId = params.id;
  const event = await findEditedEvent(town, { eventId });
  if (!event) throw data(null, { status: 404 });
  const [sessions, schools] = await Promise.all([
    listEditedSessions(town, { eventId }),
    listSchoolChoices(town),
  ]);
  return {
    id: event.id,
    title: event.title,
    version: event.version,
    canTell: event.state === "published",
    schools,
    open: new URL(request.url).searchParams.get("session"),
    sessions: await Promise.all(
      sessions.map(async ({ startsAt, endsAt, ...session }) => ({
        ...session,
        when: dateTimeSpan(startsAt, endsAt),
        recipients: await countRecipients(town, { eventId, sessionId: session.id }),
        values: {
          title: session.title,
          date: civilDateOf(startsAt),
          from: clockOf(startsAt),
          to: clockOf(endsAt),
        },
      })),
    ),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const values = await readForm(request);
  const intent = intentOf(sessionForms, values["intent"]);
  if (!intent) throw data(null, { status: 400 });
  const form = checkForm(values, sessionForms[intent]);
  if (!form.ok) return formErrors(form.errors, form.values);
  const eventId = params.id;
  const result = await changeSessionsBy(context.get(townContext), {
    eventId,
    staffId: viewer.id,
    form: form.data,
  });
  if (result.ok)
    return redirectWithNotice(`/staff/events/${encodeURIComponent(eventId)}/sessions`, result.notice);
  if (result.error === "no-such-event") throw data(null, { status: 404 });
  return formErrors({ [result.field]: result.error }, form.values, result.field === "form" ? 409 : 400);
}

export default function EventSessions({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, version, sessions, schools, open, canTell } = loaderData;
  const sent: FieldState | undefined = actionData;
  const intent = valueOf(sent, "intent");
  const isFor = (...intents: string[]) => (intents.includes(intent) ? sent : undefined);
  const ofSession = isFor("save-session", "remove-session");
  const ofPool = isFor("resize-pool", "remove-pool");
  // One form at a time: fields of the same name would share their ids.
  const isChanging = Boolean(ofSession ?? ofPool) || sessions.some((session) => session.id === open);
  return (
    <Page
      title={words.title(title)}
      lead={<p>{words.lead}</p>}
      crumbs={eventCrumbs({ id, title }, "edit")}
      wide
    >
      <EventRoomNav eventId={id} current="edit" />
      <FormProblems errors={sent?.errors} labels={words.labels} />
      {sessions.map((session, index) => {
        const isSent = valueOf(ofSession, "sessionId") === session.id;
        return (
          <SessionPart
            key={session.id}
            session={session}
            index={index + 1}
            version={version}
            editing={isSent || (!ofSession && open === session.id)}
            form={isSent ? ofSession : ofPool}
            canTell={canTell}
          />
        );
      })}
      {!isChanging && (
        <>
          <Section title={words.addPool} id="add-pool">
            <AddPoolForm version={version} sessions={sessions} schools={schools} form={isFor("add-pool")} />
          </Section>
          <Section title={words.addSession} id="add-session">
            <details open={intent === "add-session"}>
              <summary className="inline-flex min-h-11 cursor-pointer items-center underline underline-offset-4">
                {words.addSession}
              </summary>
              <form method="post" noValidate className="mt-4 grid gap-6">
                <input type="hidden" name="version" value={version} />
                <SessionFields form={isFor("add-session")} />
                <div>
                  <Button name="intent" value="add-session">
                    {words.addSession}
                  </Button>
                </div>
              </form>
            </details>
          </Section>
        </>
      )}
      <p className="mt-8">
        <TextLink to={`/staff/events/${id}/edit`} className="inline-flex min-h-11 items-center">
          {words.back}
        </TextLink>
      </p>
      <WordingScript />
    </Page>
  );
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData ? words.title(loaderData.title) : words.shortTitle} | ${site.name}` },
];
