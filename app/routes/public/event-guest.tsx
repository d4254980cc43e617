import { data, redirect } from "react-router";
import type { RouteHandle } from "#app/access.ts";
import { GUEST_LINK_HOURS, GUEST_THROTTLES } from "#app/domain/events/guests.rules.ts";
import { guestRequestSchema } from "#app/domain/events/guests.schema.ts";
import { requestGuestLink } from "#app/domain/events/guests.store.server.ts";
import { readRegistrationForm } from "#app/domain/events/registration-form.store.server.ts";
import { actionHeaders, tooManyAttempts } from "#app/http/too-many.ts";
import { events } from "#app/locales/ja/events.ts";
import { guest as words } from "#app/locales/ja/participants.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { networkOf } from "#app/platform/network.ts";
import { countAttempts } from "#app/platform/throttle.server.ts";
import { requestFactsContext, townContext } from "#app/town.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EventNotice } from "#app/ui/event-notice.tsx";
import { GuestAccountNeeded, GuestRequestForm } from "#app/ui/event-guest.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Page } from "#app/ui/page.tsx";
import type { Route } from "./+types/event-guest";

export const handle = { access: "public", title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const town = context.get(townContext);
  const form = await readRegistrationForm(town, { eventId: params.id, holder: null });
  if (!form) throw data(null, { status: 404 });
  const { event, window } = form;
  return {
    event: { ...event, when: dateTimeSpan(event.startsAt, event.endsAt) },
    window,
    isSent: new URL(request.url).searchParams.has("sent"),
    isDemo: town.env.mode === "demo",
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const town = context.get(townContext);
  const form = await parseForm(request, guestRequestSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const { email } = form.data;
  const { clientAddress } = context.get(requestFactsContext);
  const counted = await countAttempts(town, [
    [GUEST_THROTTLES.perMail, email],
    [GUEST_THROTTLES.perNetwork, networkOf(clientAddress)],
  ]);
  if (!counted.ok) return tooManyAttempts(form.values, counted.retryAfterSeconds);
  const result = await requestGuestLink(town, { eventId: params.id, email });
  if (result.ok) return redirect(`/events/${encodeURIComponent(params.id)}/guest?sent`, 303);
  if (result.error === "no-such-event") throw data(null, { status: 404 });
  return formErrors({ form: result.error }, form.values, 409);
}

export default function EventGuest({ loaderData, actionData }: Route.ComponentProps) {
  const { event, window } = loaderData;
  const isOpen = window === "open";
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
      {loaderData.isSent && !actionData && (
        <Notice kind="info" title={words.sentTitle} live>
          <p>{isOpen ? words.sentText(GUEST_LINK_HOURS) : words.sentClosed}</p>
          {loaderData.isDemo && <p className="mt-2">{words.demo}</p>}
        </Notice>
      )}
      <FormProblems
        errors={actionData?.errors}
        labels={{ email: words.email, consent: words.consentLabel }}
      />
      <EventNotice event={{ ...event, window, held: [], mayRegister: true }} schoolsOnly={false} />
      {event.takesGuests && window !== "ended" ? (
        <GuestRequestForm eventId={event.id} isOpen={isOpen} form={actionData} />
      ) : (
        window !== "ended" && (
          <GuestAccountNeeded eventId={event.id} schoolsOnly={event.audience === "schools"} />
        )
      )}
      <p className="mt-8">
        <LinkButton to={`/events/${event.id}`} look="quiet">
          {words.back}
        </LinkButton>
      </p>
    </Page>
  );
}

export const headers = actionHeaders;

export function meta({ loaderData }: Route.MetaArgs) {
  const title = loaderData ? words.title(loaderData.event.title) : words.shortTitle;
  return [
    { title: `${title} | ${site.name}` },
    { name: "description", content: words.description },
    { name: "robots", content: "noindex" },
  ];
}
