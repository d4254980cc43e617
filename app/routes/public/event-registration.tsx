import { data, redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { findParticipant, listHeldRegistrations } from "#app/domain/events/registrations.store.server.ts";
import { categoriesFor, registrationWindow, seatsLeft } from "#app/domain/events/rules.ts";
import { registrationFormSchema } from "#app/domain/events/schema.ts";
import { registerForEvent } from "#app/domain/events/seats.store.server.ts";
import { findEvent } from "#app/domain/events/store.server.ts";
import { event as eventWords, events, registration as words } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import { type Context, townContext, viewerContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EventNotice } from "#app/ui/event-notice.tsx";
import { EventRegistrationForm } from "#app/ui/event-registration-form.tsx";
import { EventVisitor } from "#app/ui/event-visitor.tsx";
import { ErrorSummary, Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/event-registration";

export const handle = { access: "public", title: words.shortTitle } satisfies RouteHandle;

export async function loader({ params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const viewer = context.get(viewerContext);
  const event = await findEvent(town, { id: params.id });
  if (!event) throw data(null, { status: 404 });
  const person = viewer && (await findParticipant(town, { userId: viewer.id }));
  const held = viewer ? await listHeldRegistrations(town, { eventId: event.id, userId: viewer.id }) : [];
  const allowed = person ? categoriesFor(person, event.audience) : [];
  // A school may add categories; everybody else holds one registration per session.
  const isFree = (sessionId: string, category: string) =>
    !held.some(
      (own) => own.sessionId === sessionId && (person?.role !== "teacher" || own.category === category),
    );
  const sessions = event.sessions
    .filter((session) => session.endsAt > town.clock.now())
    .map((session) => ({
      id: session.id,
      name: [session.title, dateTimeSpan(session.startsAt, session.endsAt)].filter(Boolean).join(" "),
      pools: session.pools
        .filter((pool) => allowed.includes(pool.category) && isFree(session.id, pool.category))
        .map((pool) => ({ category: pool.category, left: seatsLeft(pool) })),
    }))
    .filter((session) => session.pools.length > 0);
  const window = registrationWindow(event, town.clock.now());
  return {
    id: event.id,
    title: event.title,
    when: dateTimeSpan(event.startsAt, event.endsAt),
    venue: event.venue,
    window,
    stateNote: event.stateNote,
    registrationOpensAt: event.registrationOpensAt,
    schoolsOnly: event.audience === "schools",
    held: held.map(({ id, state }) => ({ id, state })),
    mayRegister: sessions.length > 0,
    isVisitor: viewer === null,
    hasSeats: event.sessions.some((session) => session.pools.length > 0),
    person: person && { role: person.role, state: person.state, schoolName: person.schoolName },
    sessions: window === "open" ? sessions : [],
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const viewer = context.get(viewerContext);
  const page = `/events/${encodeURIComponent(params.id)}/registration`;
  if (!viewer || viewer.state === "closed")
    return redirect(`/login?next=${encodeURIComponent(page)}`, { status: 303 });
  const values = await readForm(request);
  const typed = viewer.role === "teacher" ? values : { ...values, headCount: "1" };
  const form = checkForm(typed, registrationFormSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { category, session, headCount, intent } = form.data;
  const result = await registerForEvent(town, {
    eventId: params.id,
    sessionId: session || undefined,
    userId: viewer.id,
    category,
    headCount,
    waitWhenFull: intent === "wait",
  });
  if (result.ok) {
    const notice = result.repeated ? "registration-repeated" : `registration-${result.state}`;
    return redirectWithNotice(`/me/registrations/${result.registrationId}`, notice);
  }
  if (result.error === "already-registered")
    return redirectWithNotice(`/me/registrations/${result.registrationId}`, "registration-repeated");
  if (result.error === "no-such-pool" && !(await exists(context, params.id)))
    throw data(null, { status: 404 });
  const isSessionMissing = result.error === "no-such-pool" && values.session === undefined;
  return formErrors({ [isSessionMissing ? "session" : "category"]: result.error }, form.values, 409);
}

async function exists(context: Context, id: string): Promise<boolean> {
  return (await findEvent(context.get(townContext), { id })) !== null;
}

export default function EventRegistration({ loaderData: event, actionData }: Route.ComponentProps) {
  const form = actionData?.ok === false ? actionData : undefined;
  const labels = { session: words.session, category: words.category, headCount: words.headCount };
  return (
    <Page
      title={words.title(event.title)}
      crumbs={[
        { to: "/events", label: events.title },
        { to: `/events/${event.id}`, label: event.title },
      ]}
      lead={
        <p>
          {event.when}
          <br />
          {event.venue}
        </p>
      }
    >
      <ErrorSummary errors={form?.errors} labels={labels} />
      <EventNotice event={event} schoolsOnly={event.schoolsOnly && !event.isVisitor} />
      {!event.hasSeats && <Notice kind="info" title={eventWords.noPools} />}
      {event.isVisitor && event.hasSeats && event.window === "open" && (
        <EventVisitor eventId={event.id} schoolsOnly={event.schoolsOnly} />
      )}
      {event.sessions.length > 0 && (
        <EventRegistrationForm sessions={event.sessions} person={event.person!} form={form} />
      )}
      {isLockedOut(event) && <LockedOut event={event} />}
      <p className="mt-8">
        <LinkButton to={`/events/${event.id}`} look="quiet">
          {words.backToEvent}
        </LinkButton>
      </p>
    </Page>
  );
}

type RegistrationPage = Route.ComponentProps["loaderData"];

/** Signed in, registration is open, nothing held yet, and still no category to choose. */
function isLockedOut(event: RegistrationPage): boolean {
  return (
    !event.isVisitor &&
    event.hasSeats &&
    event.window === "open" &&
    event.sessions.length === 0 &&
    event.held.length === 0
  );
}

function LockedOut({ event }: { event: RegistrationPage }) {
  const text = words.noCategoryText;
  const reason =
    event.person?.state === "waiting" ? text.waiting : event.schoolsOnly ? text.schools : text.other;
  return (
    <Notice kind="info" title={words.noCategory}>
      <p>{reason}</p>
    </Notice>
  );
}

export function meta({ loaderData: event }: Route.MetaArgs) {
  const title = event ? words.title(event.title) : words.shortTitle;
  const description = event ? `${event.title}(${event.when})の申し込み。` : events.description;
  return [{ title: `${title} | ${site.name}` }, { name: "description", content: description }];
}
