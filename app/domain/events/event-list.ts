import { civilDateOf } from "#app/platform/calendar.ts";
import { calendarFeeds } from "#app/locales/ja/event-calendars.ts";
import { addressOf, type SearchText, writeSearchText } from "../matching/search-text.ts";
import { FEED_TARGETS, type FeedTarget } from "./audience.rules.ts";
import type { EventKind } from "./rules.ts";

/** What the list of events is asked for: a text, a kind, an audience, a month (YYYY-MM, JST). */
export type EventListSearch = SearchText & {
  kind: EventKind | null;
  target: FeedTarget | null;
  month: string | null;
};

/** The address of the list with these conditions. */
export function listUrl({ kind, target, month, ...text }: EventListSearch): string {
  const params = new URLSearchParams();
  writeSearchText(params, text);
  if (kind) params.set("kind", kind);
  if (target) params.set("for", target);
  if (month) params.set("month", month);
  return addressOf("/events", params);
}

/** The month (JST) in which an event begins, YYYY-MM. */
export function monthOf(event: { startsAt: Date }): string {
  return civilDateOf(event.startsAt).slice(0, 7);
}

/** The events of each month in which they begin, in order. */
export function byMonth<Card extends { startsAt: Date }>(cards: Card[]): { month: string; cards: Card[] }[] {
  return [...Map.groupBy(cards, monthOf)].map(([month, group]) => ({ month, cards: group }));
}

/** The calendars to subscribe to: the reader's own school, everybody's, and one for each audience. */
export function feedsOf(publicUrl: string, school: { id: string; name: string } | null) {
  const feed = (label: string, query: string) => {
    const url = `${publicUrl}/events.ics${query}`;
    return { label, url, webcal: url.replace(/^https?:/, "webcal:") };
  };
  return [
    ...(school ? [feed(calendarFeeds.school(school.name), `?school=${school.id}`)] : []),
    feed(calendarFeeds.all, ""),
    ...FEED_TARGETS.map((target) => feed(calendarFeeds.names[target], `?for=${target}`)),
  ];
}
