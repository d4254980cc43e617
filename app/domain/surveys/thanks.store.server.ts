import { recordEvent } from "#app/domain/audit/store.server.ts";
import { queueMail } from "#emails/outbox.server.ts";
import { addDays, civilDateOf, endOfDay, jst, longDate } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { surveyLastDay } from "./rules.ts";
import { surveyUrl } from "./store.server.ts";

/** 09:00 in Japan, the morning after. */
export const THANKS_SCHEDULE = { cron: "0 9 * * *", data: {} } as const;

/** How far back a morning looks, so that a day on which the server stood still, or a desk that sent late, loses nobody. */
const DAYS_BACK = 3;

/**
 * Thanks those who were checked in at the events that ended on the days before today, with the link to the survey: one
 * mail to each person and event, however often this runs.
 */
export async function thankVisitors(
  town: Pick<Town, "database" | "clock" | "jobs" | "env">,
): Promise<{ mails: number }> {
  const now = town.clock.now();
  const today = civilDateOf(now);
  const events = await town.database.event.findMany({
    where: { state: "published", endsAt: { gte: jst(addDays(today, -DAYS_BACK)), lt: jst(today) } },
    orderBy: [{ endsAt: "asc" }, { id: "asc" }],
    include: {
      registrations: {
        where: { state: "registered", surveyedAt: null, checkIns: { some: { voidedAt: null } } },
        orderBy: [{ registeredAt: "asc" }, { id: "asc" }],
        select: {
          id: true,
          userId: true,
          guestId: true,
          user: { select: { email: true, state: true } },
          guest: { select: { email: true } },
        },
      },
    },
  });
  let mails = 0;
  for (const { registrations, ...event } of events)
    mails += await town.database.$transaction(async (tx) => {
      let queued = 0;
      for (const { id, userId, guestId, user, guest } of registrations) {
        const to = user ? (user.state === "active" ? user.email : null) : (guest?.email ?? null);
        if (!to) continue;
        const mailId = await queueMail(tx, town, {
          to,
          dedupeKey: `event-thanks:${event.id}:${userId ?? guestId}`,
          expiresAt: endOfDay(surveyLastDay(event)),
          message: {
            kind: "event-thanks",
            props: {
              eventTitle: event.title,
              surveyUrl: surveyUrl(town, { eventId: event.id, registrationId: id }),
              answerBy: longDate(surveyLastDay(event)),
            },
          },
        });
        if (mailId) queued += 1;
      }
      if (queued > 0)
        await recordEvent(tx, {
          kind: "event.thanked",
          subjectId: event.id,
          actorId: null,
          occurredAt: now,
          data: { mails: queued },
        });
      return queued;
    });
  return { mails };
}
