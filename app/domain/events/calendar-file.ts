import type { CalendarEntry } from "#emails/messages.ts";

/** What a calendar entry is made of. */
export type CalendarFacts = {
  id: string;
  title: string;
  summary: string;
  venue: string;
  address: string;
  state: "planned" | "published" | "cancelled" | "postponed";
  sequence: number;
  updatedAt: Date;
  sessions: readonly { id: string; title: string; startsAt: Date; endsAt: Date }[];
};

/**
 * The calendar entries of an event, one for each session. The UID never changes: `event-<id>@<host>`, with the session's
 * id between when there are several. A postponed event is cancelled at its old time.
 */
export function calendarEntries(event: CalendarFacts, publicUrl: string): CalendarEntry[] {
  const several = event.sessions.length > 1;
  return event.sessions.map((session) => ({
    uid: `event-${event.id}${several ? `-${session.id}` : ""}@${new URL(publicUrl).host}`,
    sequence: event.sequence,
    title: session.title ? `${event.title}(${session.title})` : event.title,
    description: event.summary,
    location: [event.venue, event.address].filter(Boolean).join(" "),
    url: `${publicUrl}/events/${event.id}`,
    startsAt: session.startsAt.toISOString(),
    endsAt: session.endsAt.toISOString(),
    updatedAt: event.updatedAt.toISOString(),
    cancelled: event.state === "cancelled" || event.state === "postponed",
  }));
}
