import { data, redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { confirmGuest, readGuestLink } from "#app/domain/events/guests.store.server.ts";
import { ticketPath } from "#app/domain/events/ticket-link.server.ts";
import { readRegistrationForm } from "#app/domain/events/registration-form.store.server.ts";
import type { Holder } from "#app/domain/events/rules.ts";
import { registerForEvent, type RegistrationResult } from "#app/domain/events/seats.store.server.ts";
import { LINK_PAGE_HEADERS, linkPageHeaders } from "#app/http/link-page.ts";
import { readRegistrationRequest, refusedField } from "#app/http/registration-request.ts";
import { events, registration as words } from "#app/locales/ja/events.ts";
import { guest as guestWords, registrationForm } from "#app/locales/ja/participants.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, readForm } from "#app/platform/form.server.ts";
import { type Context, townContext, viewerContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EventRegistration as Registration } from "#app/ui/event-registration.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/event-registration";

export const handle = { access: "public", title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const viewer = context.get(viewerContext);
  const reader = await holderOf(request, context, params.id);
  const form = await readRegistrationForm(town, { eventId: params.id, holder: reader.holder });
  if (!form) throw data(null, { status: 404 });
  const { event, window, holder, held } = form;
  const person = holder?.person ?? null;
  const shown = {
    ...form,
    event: { ...event, when: dateTimeSpan(event.startsAt, event.endsAt) },
    sessions: window === "open" ? form.sessions : [],
    mayRegister: form.sessions.length > 0,
    isLinkDead: reader.isLinkDead,
    reader: !person
      ? null
      : "guest" in person
        ? { kind: "guest" as const, name: holder!.name }
        : person.role === "teacher"
          ? { kind: "teacher" as const, schoolName: holder!.schoolName }
          : { kind: "account" as const },
    isWaitingAccount: viewer?.state === "waiting",
    held: held.map(({ id, state }) => ({
      id,
      state,
      to: reader.holder ? ticketPath(town, { id, ...reader.holder }) : "",
    })),
  };
  return data(
    shown,
    reader.isLink ? { headers: LINK_PAGE_HEADERS, status: reader.isLinkDead ? 410 : 200 } : undefined,
  );
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const eventId = params.id;
  const { holder, isLinkDead } = await holderOf(request, context, eventId);
  if (isLinkDead) return formErrors({}, {}, 410);
  if (!holder) {
    const page = `/events/${encodeURIComponent(eventId)}/registration`;
    return redirect(`/login?next=${encodeURIComponent(page)}`, { status: 303 });
  }
  const values = await readForm(request);
  const form = await readRegistrationForm(town, { eventId, holder });
  if (!form) throw data(null, { status: 404 });
  const reading = readRegistrationRequest(form, values);
  if (!reading.ok) return formErrors(reading.errors, values);
  if ("guestId" in holder) await confirmGuest(town, { ...holder, eventId, name: reading.guestName! });
  const result = await registerForEvent(town, { eventId, ...holder, ...reading.request });
  if (!result.ok && result.error !== "already-registered") {
    const status = result.error === "too-many-requests" ? 429 : 409;
    return formErrors(refusedField(form, { error: result.error, request: reading.request }), values, status);
  }
  const to = ticketPath(town, { id: result.registrationId, ...holder });
  return redirectWithNotice(to, noticeOf(result));
}

function noticeOf(result: RegistrationResult): string {
  if (!result.ok || result.repeated) return "registration-repeated";
  const onlyGuardiansWait = result.state === "registered" && result.guardians?.state === "waiting";
  return onlyGuardiansWait ? "registration-guardians-waiting" : `registration-${result.state}`;
}

/** Who holds what the form takes: the guest of the mail's link, or the account that is signed in. */
async function holderOf(
  request: Request,
  context: Context,
  eventId: string,
): Promise<{ holder: Holder | null; isLink: boolean; isLinkDead: boolean }> {
  const token = new URL(request.url).searchParams.get("guest");
  if (token !== null) {
    const holder = await readGuestLink(context.get(townContext), { eventId, token });
    return { holder, isLink: true, isLinkDead: holder === null };
  }
  const viewer = context.get(viewerContext);
  const holder = viewer && viewer.state !== "closed" ? { userId: viewer.id } : null;
  return { holder, isLink: false, isLinkDead: false };
}

export default function EventRegistration({ loaderData, actionData }: Route.ComponentProps) {
  const { event, reader } = loaderData;
  const lead = reader?.kind === "guest" ? registrationForm.guestLead(event.title) : null;
  return (
    <Page
      title={words.title(event.title)}
      crumbs={[
        { to: "/events", label: events.title },
        { to: `/events/${event.id}`, label: event.title },
      ]}
      lead={
        <>
          <p>
            {event.when}
            <br />
            {event.venue}
          </p>
          {lead && <p className="mt-3">{lead}</p>}
        </>
      }
    >
      {loaderData.isLinkDead ? (
        <DeadLink eventId={event.id} />
      ) : (
        <Registration page={loaderData} form={actionData?.ok === false ? actionData : undefined} />
      )}
      <p className="mt-8">
        <LinkButton to={`/events/${event.id}`} look="quiet">
          {words.backToEvent}
        </LinkButton>
      </p>
    </Page>
  );
}

function DeadLink({ eventId }: { eventId: string }) {
  return (
    <>
      <Notice kind="error" title={guestWords.expiredTitle}>
        <p>{guestWords.expiredText}</p>
      </Notice>
      <LinkButton to={`/events/${eventId}/guest`}>{guestWords.newLink}</LinkButton>
    </>
  );
}

export const headers = linkPageHeaders;

export function meta({ loaderData, location }: Route.MetaArgs) {
  const event = loaderData?.event;
  const title = event ? words.title(event.title) : words.shortTitle;
  const description = event ? `${event.title}(${event.when})の申し込み。` : events.description;
  const isLink = location.search.includes("guest=");
  return [
    { title: `${title} | ${site.name}` },
    { name: "description", content: description },
    ...(isLink ? [{ name: "robots", content: "noindex" }] : []),
  ];
}
