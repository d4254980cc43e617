import { queueMail } from "#emails/outbox.server.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { categoryNames } from "#app/locales/ja/events.ts";
import { dateTimeSpan, shortDate, timeOf } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { calendarEntries } from "./calendar-file.ts";
import { contactInclude, contactOf, ticketUrl } from "./registration-contact.server.ts";
import { dueReminder, type Reminder } from "./reminders.rules.ts";
import { showTicketCode } from "./rules.ts";

type ReminderTown = Pick<Town, "database" | "clock" | "jobs" | "env">;

/** Every hour on the hour, so also at 17:00 and at 07:00; a run that was missed is made up for by the next. */
export const REMINDER_SCHEDULE = { cron: "0 * * * *", data: {} };

const LONGEST_AHEAD_MS = 31 * 60 * 60 * 1000;
/** Mails that are written in one transaction. */
const BATCH = 50;

const toRemind = {
  pool: { include: { session: true } },
  event: { include: { sessions: { orderBy: [{ startsAt: "asc" }, { id: "asc" }] } } },
  companions: { where: { state: "registered" } },
  ...contactInclude,
} satisfies Prisma.RegistrationInclude;

type ToRemind = Prisma.RegistrationGetPayload<{ include: typeof toRemind }>;

/**
 * Queues the reminders that are due to everybody who is registered (also schools, by head count, and guests). Who
 * registered after a reminder was due has just got the ticket and is not written to again. Safe to repeat: the key of a
 * mail is the registration, the reminder and the session's beginning, so a session that is moved is told anew. Returns
 * how many mails were queued.
 */
export async function remindParticipants(town: ReminderTown): Promise<number> {
  const now = town.clock.now();
  const sessions = await town.database.eventSession.findMany({
    where: {
      startsAt: { gt: now, lt: new Date(now.getTime() + LONGEST_AHEAD_MS) },
      event: { state: "published" },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  let queued = 0;
  for (const session of sessions) {
    const due = dueReminder(session, now);
    if (due) queued += await remindSession(town, { sessionId: session.id, ...due });
  }
  return queued;
}

async function remindSession(
  town: ReminderTown,
  { sessionId, kind, dueAt }: { sessionId: string; kind: Reminder; dueAt: Date },
): Promise<number> {
  let queued = 0;
  for (let after: string | undefined, more = true; more;) {
    const rows: ToRemind[] = await town.database.registration.findMany({
      where: {
        pool: { sessionId },
        state: "registered",
        registeredAt: { lt: dueAt },
        // Guardians stand in the mail of the student whom they come along with.
        OR: [{ companionOfId: null }, { companionOf: { state: { not: "registered" } } }],
      },
      include: toRemind,
      orderBy: { id: "asc" },
      take: BATCH,
      ...(after && { cursor: { id: after }, skip: 1 }),
    });
    queued += await town.database.$transaction(async (tx) => {
      let written = 0;
      for (const row of rows) if (await queueMail(tx, town, reminderMail(town, row, kind))) written += 1;
      return written;
    });
    after = rows.at(-1)?.id;
    more = rows.length === BATCH;
  }
  return queued;
}

function reminderMail(town: ReminderTown, row: ToRemind, kind: Reminder) {
  const { event } = row;
  const { session } = row.pool;
  const index = event.sessions.findIndex(({ id }) => id === session.id);
  return {
    to: contactOf(row).email,
    dedupeKey: reminderKey({ registrationId: row.id, kind, startsAt: session.startsAt }),
    expiresAt: session.startsAt,
    message: {
      kind: "event-reminder" as const,
      props: {
        reminder: kind,
        eventTitle: event.title,
        startDay: shortDate(session.startsAt),
        startTime: timeOf(session.startsAt),
        when: dateTimeSpan(session.startsAt, session.endsAt),
        place: [event.venue, event.address].filter(Boolean).join("\n"),
        onlineUrl: event.onlineUrl ?? "",
        access: event.access,
        parking: event.parking,
        whatToBring: event.whatToBring,
        contact: [event.contactName, event.contactPhone].filter(Boolean).join(" "),
        ticketCode: showTicketCode(row.ticketCode),
        headCount: row.headCount,
        categoryLabel: categoryNames[row.category],
        companions: row.companions
          .map(
            (companion) => `${companion.headCount}人(参加票の番号 ${showTicketCode(companion.ticketCode)})`,
          )
          .join("\n"),
        registrationUrl: ticketUrl(town, row),
        calendar: calendarEntries(event, town.env.publicUrl)[index]!,
      },
    },
  };
}

function reminderKey(of: { registrationId: string; kind: Reminder; startsAt: Date }): string {
  return `event-reminder:${of.registrationId}:${of.kind}:${of.startsAt.toISOString()}`;
}

/**
 * True for a reminder that holds no longer: cancelled since it was queued, the event called off, or its session moved.
 * Asked at the moment of delivery.
 */
export async function isOutdatedReminder(
  town: Pick<Town, "database">,
  mail: { id: string; kind: string },
): Promise<boolean> {
  if (mail.kind !== "event-reminder") return false;
  const row = await town.database.mail.findUnique({ where: { id: mail.id }, select: { dedupeKey: true } });
  const key = /^event-reminder:([^:]+):\w+:(.+)$/.exec(row?.dedupeKey ?? "");
  const registration =
    key &&
    (await town.database.registration.findUnique({
      where: { id: key[1]! },
      include: { event: { select: { state: true } }, pool: { select: { session: true } } },
    }));
  if (!registration) return true;
  const { event, pool, state } = registration;
  const isSame = pool.session.startsAt.toISOString() === key[2];
  return !(state === "registered" && event.state === "published" && isSame);
}
