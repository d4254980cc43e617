import { data } from "react-router";
import { requireViewer, type RouteHandle } from "#app/access.ts";
import { findTicket } from "#app/domain/events/registrations.store.server.ts";
import { showTicketCode } from "#app/domain/events/rules.ts";
import { cancelFormSchema } from "#app/domain/events/schema.ts";
import { cancelRegistration } from "#app/domain/events/seats.store.server.ts";
import { ticketQr } from "#app/domain/events/ticket-qr.server.ts";
import { categoryNames, event as eventWords, me, people, ticket as words } from "#app/locales/ja/events.ts";
import { site } from "#app/locales/ja/site.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { formErrors, parseForm } from "#app/platform/form.server.ts";
import { townContext } from "#app/town.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { RegistrationBadge } from "#app/ui/event-badges.tsx";
import { EventTicket } from "#app/ui/event-ticket.tsx";
import { Notice } from "#app/ui/form-message.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { DescriptionList } from "#app/ui/table.tsx";
import type { Route } from "./+types/registration";

export const handle = { access: "signedIn", title: words.shortTitle } satisfies RouteHandle;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const town = context.get(townContext);
  const ticket = await findTicket(town, { registrationId: params.id, userId: viewer.id });
  if (!ticket) throw data(null, { status: 404 });
  const { ticketCode, ...shown } = ticket;
  const isValid = ticket.state === "registered" && ticket.eventState === "published";
  return {
    ...shown,
    code: isValid ? showTicketCode(ticketCode) : null,
    qr: isValid ? ticketQr(ticket, town.env.publicUrl) : null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const viewer = requireViewer(request, context, handle.access);
  const form = await parseForm(request, cancelFormSchema);
  if (!form.ok) return formErrors(form.errors, form.values);
  const result = await cancelRegistration(context.get(townContext), {
    registrationId: params.id,
    userId: viewer.id,
  });
  if (result.ok) return redirectWithNotice(`/me/registrations/${params.id}`, "registration-cancelled");
  if (result.error === "no-such-registration") throw data(null, { status: 404 });
  return formErrors({ form: result.error }, {}, 409);
}

type Ticket = Route.ComponentProps["loaderData"];

export default function Registration({ loaderData: ticket, actionData }: Route.ComponentProps) {
  const error = actionData?.errors.form as keyof typeof words.cancelErrors | undefined;
  return (
    <Page title={ticket.eventTitle} crumbs={[{ to: "/me", label: me.title }]}>
      {error && <Notice kind="error" title={words.cancelErrors[error]} live focus />}
      <RegistrationBadge state={ticket.state} />
      <State ticket={ticket} />
      {ticket.code && ticket.qr && (
        <div className="mt-6">
          <EventTicket code={ticket.code} qr={ticket.qr} />
        </div>
      )}
      <div className="mt-8">
        <Facts ticket={ticket} />
      </div>
      <div className="mt-8 flex flex-wrap gap-4" data-screen-only>
        {ticket.state !== "cancelled" && (
          <LinkButton to={`/events/${ticket.eventId}/calendar.ics`} look="secondary" download>
            {words.calendar}
          </LinkButton>
        )}
        <LinkButton to={`/events/${ticket.eventId}`} look="secondary">
          {words.toEvent}
        </LinkButton>
      </div>
      {ticket.code && (
        <p data-screen-only className="mt-4 text-solid-gray-700">
          {words.print}
        </p>
      )}
      {ticket.canCancel && <Cancellation waiting={ticket.state === "waiting"} />}
    </Page>
  );
}

function State({ ticket }: { ticket: Ticket }) {
  if (ticket.state === "cancelled")
    return (
      <Notice kind="info" title={words.cancelledTitle}>
        <p>{words.cancelledText}</p>
      </Notice>
    );
  if (ticket.eventState === "cancelled") return <Notice kind="warning" title={words.eventCancelled} />;
  if (ticket.eventState === "postponed") return <Notice kind="warning" title={words.eventPostponed} />;
  if (ticket.checkedInAt) {
    const when = `${longDate(ticket.checkedInAt)} ${timeOf(ticket.checkedInAt)}`;
    return <Notice kind="success" title={words.checkedIn(when)} />;
  }
  if (ticket.position === null) return null;
  return (
    <Notice kind="info" title={words.waitingTitle}>
      <p>{words.waitingText(ticket.position)}</p>
    </Notice>
  );
}

function Facts({ ticket }: { ticket: Ticket }) {
  const items = [
    { term: eventWords.when, children: dateTimeSpan(ticket.startsAt, ticket.endsAt) },
    { term: words.session, children: ticket.sessionTitle },
    { term: eventWords.where, children: [ticket.venue, ticket.address].filter(Boolean).join("\n") },
    { term: eventWords.access, children: ticket.access },
    { term: eventWords.whatToBring, children: ticket.whatToBring },
    { term: words.category, children: categoryNames[ticket.category] },
    { term: words.school, children: ticket.schoolName },
    { term: words.headCount, children: people(ticket.headCount) },
    { term: words.registeredAt, children: `${longDate(ticket.registeredAt)} ${timeOf(ticket.registeredAt)}` },
  ];
  return <DescriptionList items={items.filter((item) => item.children)} />;
}

/** Two steps: the first opens the question, the second sends the form. */
function Cancellation({ waiting }: { waiting: boolean }) {
  return (
    <div data-screen-only className="mt-12">
      <Section title={words.cancelTitle} id="cancel">
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-8 border-2 border-error-2 px-5 text-error-2">
            {words.cancelTitle}
          </summary>
          <form method="post" className="mt-4">
            <p>{waiting ? words.cancelWaitingHelp : words.cancelHelp}</p>
            <Button name="intent" value="cancel" look="danger" className="mt-4">
              {words.cancelConfirm}
            </Button>
          </form>
        </details>
      </Section>
    </div>
  );
}

export function meta({ loaderData: ticket }: Route.MetaArgs) {
  return [{ title: `${ticket ? words.title(ticket.eventTitle) : words.shortTitle} | ${site.name}` }];
}
