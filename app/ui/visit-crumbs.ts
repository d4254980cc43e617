import { eventCrumbs } from "./event-crumbs.ts";
import type { Crumb } from "./page.tsx";

/** The way to a page of an event's visit room; with `inside` to a page below the room's first one. */
export function visitCrumbs(event: { id: string; title: string }, inside = true): Crumb[] {
  return eventCrumbs(event, inside ? "visits" : undefined);
}
