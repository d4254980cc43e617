import { data } from "react-router";
import { visitorCookie } from "#app/domain/booth-visits/visitor-cookie.server.ts";
import { findVisitCard } from "#app/domain/booth-visits/visit-card.store.server.ts";
import { answerSchemaFor } from "#app/domain/events/answers.schema.ts";
import { changeAnswers } from "#app/domain/events/answers.store.server.ts";
import { acceptOffer } from "#app/domain/events/offers.store.server.ts";
import { ticketFormSchema } from "#app/domain/events/registrations.schema.ts";
import { type Holder, showTicketCode } from "#app/domain/events/rules.ts";
import { cancelRegistration } from "#app/domain/events/seats.store.server.ts";
import { ticketPath } from "#app/domain/events/ticket-link.server.ts";
import { ticketQr } from "#app/domain/events/ticket-qr.server.ts";
import { findTicket } from "#app/domain/events/tickets.store.server.ts";
import { redirectWithNotice } from "#app/platform/flash.server.ts";
import { checkForm, formErrors, readForm } from "#app/platform/form.server.ts";
import type { Town } from "#app/town.ts";

type Own = { registrationId: string } & Holder;

/** What the page of a registration shows to its holder; null when there is none of theirs. */
export async function readTicketPage(
  town: Pick<Town, "database" | "clock" | "env">,
  { registrationId, ...holder }: Own,
) {
  const [ticket, visitCard] = await Promise.all([
    findTicket(town, { registrationId, ...holder }),
    findVisitCard(town, { registrationId, ...holder }),
  ]);
  if (!ticket) return null;
  const { ticketCode, ...shown } = ticket;
  const isValid = ticket.state === "registered" && ticket.eventState === "published";
  const pathOf = (id: string) => ticketPath(town, { id, ...holder });
  return {
    ...shown,
    code: isValid ? showTicketCode(ticketCode) : null,
    qr: isValid ? ticketQr(ticket, town.env.publicUrl) : null,
    visitCard: isValid ? visitCard : null,
    companionOf: ticket.companionOfId && pathOf(ticket.companionOfId),
    companionRows: ticket.companionRows.map((row) => ({ ...row, to: pathOf(row.id) })),
    hasBegun: town.clock.now() >= ticket.startsAt,
    isGuest: "guestId" in holder,
    // Guests come to a new form through a new link: the one of their mail may be older than its hours.
    againAt: `/events/${ticket.eventId}/${"guestId" in holder ? "guest" : "registration"}`,
  };
}

/** The cookie by which a guest's phone is known at the booths; accounts are known by their session. Null on other days. */
export function guestCookie(
  town: Pick<Town, "env" | "clock">,
  ticket: { id: string; eventId: string; startsAt: Date; endsAt: Date },
): string | null {
  const { startsAt, endsAt } = ticket;
  return visitorCookie(town, {
    registrationId: ticket.id,
    eventId: ticket.eventId,
    session: { startsAt, endsAt },
  });
}

/** The answer to a form of the page: cancel, take an offered seat, change the answers. Each of them may be sent twice. */
export async function answerTicketForm(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
  request: Request,
  own: Own,
) {
  const values = await readForm(request);
  const form = checkForm(values, ticketFormSchema);
  if (!form.ok) return formErrors(form.errors, {});
  const { registrationId, ...holder } = own;
  const to = ticketPath(town, { id: registrationId, ...holder });
  const ticket = await findTicket(town, own);
  if (!ticket) throw data(null, { status: 404 });
  if (form.data.intent === "answers") {
    const open = ticket.questions.filter((question) => question.retiredAt === null);
    const answers = checkForm(values, answerSchemaFor(open, ticket.category));
    if (!answers.ok) return formErrors(answers.errors, values);
    const changed = await changeAnswers(town, { ...own, answers: answers.data });
    return changed.ok ? redirectWithNotice(to, "answers-changed") : refused(changed.error);
  }
  if (form.data.intent === "accept") {
    const accepted = await acceptOffer(town, own);
    if (!accepted.ok) return refused(accepted.error);
    return redirectWithNotice(to, accepted.repeated ? "offer-repeated" : "offer-accepted");
  }
  const cancelled = await cancelRegistration(town, own);
  if (!cancelled.ok) return refused(cancelled.error);
  return redirectWithNotice(to, CANCELLED[ticket.state] ?? "registration-cancelled");
}

/** What was given up, in the words of the notice. */
const CANCELLED: Partial<Record<string, string>> = { offered: "offer-declined", waiting: "waiting-left" };

/** Gone is what ran out; everything else stands against what the registration is now. */
function refused(error: string) {
  if (error === "no-such-registration") throw data(null, { status: 404 });
  return formErrors({ form: error }, {}, error === "offer-expired" ? 410 : 409);
}
