import { registrationWindow, seatsLeft } from "./rules.ts";
import type { EventDetail } from "./store.server.ts";

/** published becomes EventRescheduled when the event has a new day. */
const states = {
  planned: "EventScheduled",
  published: "EventScheduled",
  cancelled: "EventCancelled",
  postponed: "EventPostponed",
} as const;

/**
 * The event in the words of schema.org, for search engines. Times carry Japan's offset. A cancelled or postponed event
 * keeps its old time; one with a new day says the old one too (`previousStartDate`). Taking part costs nothing.
 */
export function eventStructuredData(
  event: EventDetail,
  site: { publicUrl: string; organizer: string; now: Date },
): object {
  const url = `${site.publicUrl}/events/${event.id}`;
  const isMoved = event.state === "published" && event.previousStartsAt !== null;
  const capacity = event.sessions
    .flatMap((session) => session.pools)
    .reduce((sum, pool) => sum + pool.capacity, 0);
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: event.title,
    description: event.summary,
    startDate: withOffset(event.startsAt),
    endDate: withOffset(event.endsAt),
    ...(isMoved ? { previousStartDate: withOffset(event.previousStartsAt!) } : {}),
    eventStatus: `https://schema.org/${isMoved ? "EventRescheduled" : states[event.state]}`,
    eventAttendanceMode: `https://schema.org/${attendanceMode(event)}`,
    location: locationOf(event, url),
    organizer: event.organizer
      ? { "@type": "Organization", name: event.organizer }
      : { "@type": "GovernmentOrganization", name: site.organizer, url: site.publicUrl },
    isAccessibleForFree: true,
    ...(capacity > 0 ? { maximumAttendeeCapacity: capacity, offers: offerOf(event, { ...site, url }) } : {}),
    ...(event.sessions.length > 1
      ? { subEvent: event.sessions.map((session) => subEvent(event, session, url)) }
      : {}),
    url,
  };
}

/** The venue of an online event is a word such as 「オンライン」 without an address. */
function attendanceMode(event: EventDetail): string {
  if (!event.onlineUrl) return "OfflineEventAttendanceMode";
  return event.address ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode";
}

function locationOf(event: EventDetail, url: string): object {
  const { latitude, longitude } = event;
  const place = {
    "@type": "Place",
    name: event.venue,
    address: { "@type": "PostalAddress", streetAddress: event.address, addressCountry: "JP" },
    ...(latitude !== null && longitude !== null
      ? { geo: { "@type": "GeoCoordinates", latitude, longitude } }
      : {}),
  };
  if (!event.onlineUrl) return place;
  // Where people register, the address is for them alone: the event's page says how to get it.
  const needsSeat = event.sessions.some((session) => session.pools.length > 0);
  const online = { "@type": "VirtualLocation", url: needsSeat ? url : event.onlineUrl };
  return event.address ? [place, online] : online;
}

/** A seat: free of charge, with what is left of them now. Closed and full pools are sold out; the waiting list is none. */
function offerOf(event: EventDetail, { now, url }: { now: Date; url: string }): object {
  const window = registrationWindow(event, now);
  const left = event.sessions.flatMap((session) => session.pools).some((pool) => seatsLeft(pool) > 0);
  const availability =
    window === "not-open-yet" ? "PreOrder" : window === "open" && left ? "InStock" : "SoldOut";
  const opens = event.registrationOpensAt;
  const closes = event.registrationClosesAt;
  return {
    "@type": "Offer",
    price: 0,
    priceCurrency: "JPY",
    availability: `https://schema.org/${availability}`,
    ...(opens ? { validFrom: withOffset(opens) } : {}),
    ...(closes ? { validThrough: withOffset(closes) } : {}),
    url: `${url}/registration`,
  };
}

function subEvent(event: EventDetail, session: EventDetail["sessions"][number], url: string): object {
  return {
    "@type": "Event",
    name: session.title ? `${event.title}(${session.title})` : event.title,
    startDate: withOffset(session.startsAt),
    endDate: withOffset(session.endsAt),
    eventStatus: `https://schema.org/${states[event.state]}`,
    eventAttendanceMode: `https://schema.org/${attendanceMode(event)}`,
    location: locationOf(event, url),
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
