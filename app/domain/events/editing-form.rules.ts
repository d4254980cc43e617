import { civilDateOf } from "../../platform/calendar.ts";
import { clockOf, type EventFacts, type Span } from "./editing.rules.ts";

/** What stands in the editor's form before anything was typed; `span` where the day and hours are part of it. */
export function formOf(event: EventFacts, span: Span | null): Record<string, string | string[]> {
  const day = (instant: Date | null) => (instant ? civilDateOf(instant) : "");
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    kind: event.kind,
    title: event.title,
    titleKana: event.titleKana,
    summary: event.summary,
    whatToBring: event.whatToBring,
    venue: event.venue,
    address: event.address,
    access: event.access,
    parking: event.parking,
    latitude: number(event.latitude),
    longitude: number(event.longitude),
    onlineUrl: event.onlineUrl ?? "",
    organizer: event.organizer,
    contactName: event.contactName,
    contactPhone: event.contactPhone,
    opensDate: day(event.registrationOpensAt),
    opensTime: clockOf(event.registrationOpensAt),
    closesDate: day(event.registrationClosesAt),
    closesTime: clockOf(event.registrationClosesAt),
    audience: event.audience,
    targets: event.targets,
    visibility: event.visibility,
    guestRegistration: event.guestRegistration ? "yes" : "",
    maxGroupSize: String(event.maxGroupSize),
    boothLimit: number(event.boothLimit),
    boothOpensDate: day(event.boothOpensAt),
    boothOpensTime: clockOf(event.boothOpensAt),
    boothClosesDate: day(event.boothClosesAt),
    boothClosesTime: clockOf(event.boothClosesAt),
    boothNote: event.boothNote,
    notify: "yes",
    ...(span && { date: day(span.startsAt), from: clockOf(span.startsAt), to: clockOf(span.endsAt) }),
  };
}
