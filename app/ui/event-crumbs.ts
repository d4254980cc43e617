import { eventList, eventRooms } from "#app/locales/ja/event-editor.ts";
import type { EventRoom } from "./event-room-nav.tsx";
import type { Crumb } from "./page.tsx";

const PATHS = {
  edit: "/edit",
  registrations: "/registrations",
  booths: "/booths",
  visits: "/visits",
} as const;

/** The way to a page of one event's rooms; with `inside` to a page below the first one of that room. */
export function eventCrumbs(
  event: { id: string; title: string },
  inside?: EventRoom & keyof typeof PATHS,
): Crumb[] {
  const room = `/staff/events/${event.id}`;
  return [
    { to: "/staff", label: eventList.home },
    { to: "/staff/events", label: eventList.title },
    { to: room, label: event.title },
    ...(inside ? [{ to: `${room}${PATHS[inside]}`, label: eventRooms[inside] }] : []),
  ];
}
