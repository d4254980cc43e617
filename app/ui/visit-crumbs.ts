import { visitRoom, visits } from "#app/locales/ja/visits.ts";
import type { Crumb } from "./page.tsx";

/** The way to a page of an event's visit room; with `inside` to a page below the room's first one. */
export function visitCrumbs(event: { id: string; title: string }, inside = true): Crumb[] {
  return [
    { to: "/staff", label: visits.staff },
    { to: "/staff/visits", label: visits.title },
    ...(inside ? [{ to: `/staff/events/${event.id}/visits`, label: visitRoom.title(event.title) }] : []),
  ];
}
