import type { EventDetail } from "./store.server.ts";

const states = {
  planned: "EventScheduled",
  published: "EventScheduled",
  cancelled: "EventCancelled",
  postponed: "EventPostponed",
} as const;

/** The event in the words of schema.org, for search engines. Times carry Japan's offset; cancelled events say so. */
export function eventStructuredData(
  event: EventDetail,
  site: { publicUrl: string; organizer: string },
): object {
  const attendance = event.onlineUrl
    ? event.venue
      ? "MixedEventAttendanceMode"
      : "OnlineEventAttendanceMode"
    : "OfflineEventAttendanceMode";
  const place = {
    "@type": "Place",
    name: event.venue,
    address: { "@type": "PostalAddress", streetAddress: event.address, addressCountry: "JP" },
  };
  const online = event.onlineUrl ? { "@type": "VirtualLocation", url: event.onlineUrl } : null;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: event.title,
    description: event.summary,
    startDate: withOffset(event.startsAt),
    endDate: withOffset(event.endsAt),
    eventStatus: `https://schema.org/${states[event.state]}`,
    eventAttendanceMode: `https://schema.org/${attendance}`,
    location: online && event.venue ? [place, online] : (online ?? place),
    organizer: { "@type": "GovernmentOrganization", name: site.organizer, url: site.publicUrl },
    url: `${site.publicUrl}/events/${event.id}`,
  };
}

const JST_OFFSET_MS = 9 * 60 * 60 * 1000;

/** 2026-12-01T10:00:00+09:00 */
function withOffset(instant: Date): string {
  return `${new Date(instant.getTime() + JST_OFFSET_MS).toISOString().slice(0, 19)}+09:00`;
}

/** The data as the text of a script element: nothing in it can end the element. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
