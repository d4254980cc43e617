import { calendarWords as words } from "#app/locales/ja/event-calendars.ts";
import { dateTimeSpan } from "#app/platform/calendar.ts";
import type { CalendarEntry } from "#emails/messages.ts";

/** What a calendar entry is made of. */
export type CalendarFacts = {
  id: string;
  title: string;
  summary: string;
  venue: string;
  address: string;
  onlineUrl?: string | null;
  state: "planned" | "published" | "cancelled" | "postponed";
  stateNote?: string;
  sequence: number;
  previousStartsAt?: Date | null;
  updatedAt: Date;
  sessions: readonly { id: string; title: string; startsAt: Date; endsAt: Date }[];
};

/**
 * The calendar entries of an event, one for each session. The UID is `event-<id>-<session>@<host>` and never changes: not
 * when time, place or state change, nor when sessions are added or taken away. SEQUENCE is the event's. A cancelled event,
 * and a postponed one that has no new day yet, is cancelled at its old time; with its new day the same entry is there
 * again. The title says so too, because some calendars keep cancelled entries.
 */
export function calendarEntries(event: CalendarFacts, publicUrl: string): CalendarEntry[] {
  const { host } = new URL(publicUrl);
  const isOff = event.state === "cancelled" || event.state === "postponed";
  const mark = isOff ? words.marks[event.state as keyof typeof words.marks] : "";
  const several = event.sessions.length > 1;
  return event.sessions.map((session) => ({
    uid: `event-${event.id}-${session.id}@${host}`,
    sequence: event.sequence,
    title: `${mark}${session.title ? `${event.title}(${session.title})` : event.title}`,
    description: [
      isOff ? event.stateNote : "",
      !isOff && event.previousStartsAt && !several ? words.movedFrom(movedFrom(event.previousStartsAt)) : "",
      event.summary,
      event.onlineUrl ? words.online : "",
    ]
      .filter(Boolean)
      .join("\n"),
    location: [event.venue, event.address].filter(Boolean).join(" "),
    url: `${publicUrl}/events/${event.id}`,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    updatedAt: event.updatedAt.toISOString(),
    cancelled: isOff,
  }));
}

function movedFrom(at: Date): string {
  return dateTimeSpan(at, at).split("〜")[0]!;
}
