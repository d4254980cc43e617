import { queueMail } from "#emails/outbox.server.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { ticketUrl } from "./registration-contact.server.ts";
import type { MailedRegistration } from "./ticket-mail.server.ts";

/** Queues the confirmation of a place on the waiting list in the transaction that gave it; worthless once the session begins. */
export async function queueWaiting(
  tx: Transaction,
  town: Pick<Town, "clock" | "jobs" | "env">,
  registration: MailedRegistration & { arrival: number | null },
): Promise<void> {
  const { event } = registration;
  const session = event.sessions.find(({ id }) => id === registration.sessionId)!;
  await queueMail(tx, town, {
    to: registration.to,
    dedupeKey: `waiting-list:${registration.id}:${registration.arrival}`,
    expiresAt: session.startsAt,
    message: {
      kind: "waiting-list",
      props: {
        eventTitle: event.title,
        when: dateTimeSpan(session.startsAt, session.endsAt),
        categoryLabel: categoryNames[registration.category],
        headCount: registration.headCount,
        registrationUrl: ticketUrl(town, registration),
      },
    },
  });
}
