import { queueMail } from "#emails/outbox.server.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { calendarEntries, type CalendarFacts } from "./calendar-file.ts";
import { type Category, showTicketCode } from "./rules.ts";

type TicketEvent = CalendarFacts & { access: string; whatToBring: string; endsAt: Date };

/** What the two mails about a registration tell. */
export type MailedRegistration = {
  id: string;
  to: string;
  category: Category;
  headCount: number;
  ticketCode: string;
  sessionId: string;
  event: TicketEvent;
};

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
        registrationUrl: `${town.env.publicUrl}/me/registrations/${registration.id}`,
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
  const session = event.sessions.find((candidate) => candidate.id === registration.sessionId)!;
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
