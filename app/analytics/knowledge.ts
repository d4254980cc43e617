import { type CivilDate, jst } from "#app/platform/calendar.ts";
import type { Facts, Pause } from "./facts.ts";

/**
 * Events and calls at companies are known from their own time on, which may lie ahead: between two such moments nothing
 * changes. A moment before the last record is a state of its own.
 */
export function createKnowledge(
  lastKnownAt: number,
  { events, visitStops }: Pick<Facts, "events" | "visitStops">,
): (knownOn: Date) => string {
  const coming = [
    ...events.flatMap(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]),
    ...visitStops.map(({ startsAt }) => startsAt.getTime()),
  ].filter((time) => time > lastKnownAt);
  return (knownOn) => {
    const now = knownOn.getTime();
    if (now < lastKnownAt) return String(now);
    let next = Infinity;
    for (const time of coming) if (time > now && time < next) next = time;
    return next === Infinity ? "all" : `until ${next}`;
  };
}

const lastInstants = new WeakMap<readonly object[], number>();

type Dated = { at?: Date; day?: CivilDate; pauses?: readonly Pause[] } & {
  [Name in (typeof INSTANTS)[number]]?: Date | null;
};

/** Every moment of a fact at which more became known than before. */
const INSTANTS = [
  "knownAt",
  "supersededAt",
  "voidedAt",
  "firstPublishedAt",
  "withdrawnAt",
  "listedAt",
  "delistedAt",
  "publishedAt",
  "since",
  "until",
] as const;

/** The last moment at which something in the list was recorded or corrected; 0 for events, which know it by their time. */
export function lastInstantOf(list: readonly object[]): number {
  const known = lastInstants.get(list);
  if (known !== undefined) return known;
  let last = 0;
  const see = (instant: Date | null | undefined) => {
    if (instant && instant.getTime() > last) last = instant.getTime();
  };
  const [first = {}] = list;
  // Only some check-ins say when they were superseded; every other moment is in all rows or in none.
  for (const name of INSTANTS)
    if (name in first || name === "supersededAt") for (const row of list as readonly Dated[]) see(row[name]);
  if (!("day" in first || "pauses" in first)) return remember(list, last);
  for (const { day, pauses } of list as readonly Dated[]) {
    if (day !== undefined) see(jst(day));
    pauses?.forEach((pause) => {
      see(pause.from);
      see(pause.until);
    });
  }
  return remember(list, last);
}

function remember(list: readonly object[], last: number): number {
  lastInstants.set(list, last);
  return last;
}
