import { queueMail } from "#emails/outbox.server.ts";
import type { EventAnnouncementProps } from "#emails/messages.ts";
import { toldFieldNames } from "#app/locales/ja/event-announcements.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import type { JobCatalogue, Town } from "#app/town.ts";
import { findAnnouncement, findRecipients, type Recipient } from "./announcements.store.server.ts";
import { calendarEntries } from "./calendar-file.ts";
import type { ToldField } from "./editing.rules.ts";
import type { Category } from "./rules.ts";

/** Mails that one transaction writes: readers on the embedded database wait for no longer than that. */
const MAILS_AT_ONCE = 50;

type MailTown = Pick<Town, "database" | "clock" | "jobs" | "env">;

/**
 * The job "events.announce": writes one mail for each person and session. Safe to repeat: who has the mail already gets no
 * second one, so a process that died goes on where it stopped.
 */
export async function mailAnnouncement(
  town: MailTown,
  { eventId, announcementId }: JobCatalogue["events.announce"],
): Promise<void> {
  const [announced, event] = await Promise.all([
    findAnnouncement(town.database, { eventId, announcementId }),
    town.database.event.findUnique({
      where: { id: eventId },
      include: { sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } },
    }),
  ]);
  if (!announced || !event) return;
  const categories = announced.categories as Category[];
  const recipients = await findRecipients(town.database, { ...announced, eventId, categories });
  const entries = calendarEntries(event, town.env.publicUrl);
  const isOver = event.endsAt <= town.clock.now();
  const propsFor = (recipient: Recipient): EventAnnouncementProps => {
    const index = event.sessions.findIndex(({ id }) => id === recipient.pool.sessionId);
    const session = event.sessions[index]!;
    const holdsSeat = recipient.state === "registered";
    return {
      reason: announced.reason,
      eventTitle: event.title,
      when: dateTimeSpan(session.startsAt, session.endsAt),
      place: [event.venue, event.address].filter(Boolean).join("\n") || (event.onlineUrl ? "オンライン" : ""),
      changes: announced.changes.map(({ field, before, after }) => ({
        term: toldFieldNames[field as ToldField] ?? field,
        before,
        after,
      })),
      subject: announced.subject,
      body: announced.body,
      holds: recipient.state as EventAnnouncementProps["holds"],
      eventUrl: `${town.env.publicUrl}/events/${event.id}`,
      registrationUrl: recipient.userId ? `${town.env.publicUrl}/me/registrations/${recipient.id}` : null,
      calendar: holdsSeat && announced.reason !== "message" ? entries[index]! : null,
    };
  };
  for (let from = 0; from < recipients.length; from += MAILS_AT_ONCE)
    await town.database.$transaction(async (tx) => {
      for (const recipient of recipients.slice(from, from + MAILS_AT_ONCE))
        await queueMail(tx, town, {
          to: (recipient.user?.email ?? recipient.guest?.email)!,
          dedupeKey: `event-announcement:${recipient.id}:${announcementId}`,
          message: { kind: "event-announcement", props: propsFor(recipient) },
          ...(isOver || event.state === "postponed" ? {} : { expiresAt: event.endsAt }),
        });
    });
}
