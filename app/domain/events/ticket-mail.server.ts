import { queueMail } from "#emails/outbox.server.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { dateTimeSpan, longDate, timeOf } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { calendarEntries, type CalendarFacts } from "./calendar-file.ts";
import { ticketUrl } from "./registration-contact.server.ts";
import { type Category, showTicketCode } from "./rules.ts";

type TicketEvent = CalendarFacts & { access: string; whatToBring: string; endsAt: Date };

/** What the mails about a registration tell. */
export type MailedRegistration = {
  id: string;
  guestId: string | null;
  to: string;
  category: Category;
  headCount: number;
  ticketCode: string;
  sessionId: string;
  event: TicketEvent;
};

/** An offer: until when its seats are held, and the place on the waiting list that it goes to. */
export type MailedOffer = MailedRegistration & { arrival: number; offerExpiresAt: Date };

type MailTown = Pick<Town, "clock" | "jobs" | "env">;

/** Queues the ticket in the transaction of the registration. It is worthless after the event. */
export async function queueTicket(
  tx: Transaction,
  town: MailTown,
  registration: MailedRegistration,
): Promise<void> {
  const { event } = registration;
  const index = event.sessions.findIndex((session) => session.id === registration.sessionId);
  const session = event.sessions[index]!;
  await queueMail(tx, town, {
    to: registration.to,
    dedupeKey: `ticket:${registration.id}:${town.clock.now().toISOString()}`,
    expiresAt: event.endsAt,
    message: {
      kind: "ticket",
      props: {
        eventTitle: event.title,
        when: dateTimeSpan(session.startsAt, session.endsAt),
        venue: event.venue,
        address: event.address,
        access: event.access,
        whatToBring: event.whatToBring,
        ticketCode: showTicketCode(registration.ticketCode),
        headCount: registration.headCount,
        categoryLabel: categoryNames[registration.category],
        registrationUrl: ticketUrl(town, registration),
        calendar: calendarEntries(event, town.env.publicUrl)[index]!,
      },
    },
  });
}

/** Queues the confirmation of a cancellation. */
export async function queueCancellation(
  tx: Transaction,
  town: MailTown,
  registration: MailedRegistration,
): Promise<void> {
  const { event } = registration;
  const session = sessionOf(registration);
  await queueMail(tx, town, {
    to: registration.to,
    dedupeKey: `registration-cancelled:${registration.id}:${town.clock.now().toISOString()}`,
    message: {
      kind: "registration-cancelled",
      props: {
        eventTitle: event.title,
        when: dateTimeSpan(session.startsAt, session.endsAt),
        eventUrl: `${town.env.publicUrl}/events/${event.id}`,
      },
    },
  });
}

/** Queues the offer of a freed seat; it is worthless when the offer has run out. */
export async function queueOffer(tx: Transaction, town: MailTown, offer: MailedOffer): Promise<void> {
  await queueMail(tx, town, {
    to: offer.to,
    dedupeKey: `seat-offer:${offer.id}:${offer.arrival}`,
    expiresAt: offer.offerExpiresAt,
    message: {
      kind: "seat-offer",
      props: {
        ...offerFacts(offer),
        venue: [offer.event.venue, offer.event.address].filter(Boolean).join("\n"),
        categoryLabel: categoryNames[offer.category],
        headCount: offer.headCount,
        answerBy: `${longDate(offer.offerExpiresAt)} ${timeOf(offer.offerExpiresAt)}`,
        registrationUrl: ticketUrl(town, offer),
      },
    },
  });
}

/** Queues the word that an offer ran out; it helps only until the event begins. */
export async function queueOfferExpired(tx: Transaction, town: MailTown, offer: MailedOffer): Promise<void> {
  await queueMail(tx, town, {
    to: offer.to,
    dedupeKey: `seat-offer-expired:${offer.id}:${offer.arrival}`,
    expiresAt: sessionOf(offer).startsAt,
    message: {
      kind: "seat-offer-expired",
      props: { ...offerFacts(offer), eventUrl: `${town.env.publicUrl}/events/${offer.event.id}` },
    },
  });
}

function offerFacts(offer: MailedOffer): { eventTitle: string; when: string } {
  const session = sessionOf(offer);
  return { eventTitle: offer.event.title, when: dateTimeSpan(session.startsAt, session.endsAt) };
}

function sessionOf({ event, sessionId }: MailedRegistration) {
  return event.sessions.find((session) => session.id === sessionId)!;
}
