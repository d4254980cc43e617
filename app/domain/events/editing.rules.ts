import { addDays, civilDateOf, dateTimeSpan, fiscalYearOf, jst, timeOf } from "../../platform/calendar.ts";
import type { EventTarget } from "./audience.rules.ts";
import type { EventAudience, EventKind, EventState } from "./rules.ts";

export const EVENT_STATES = ["planned", "published", "postponed", "cancelled"] as const;

/** What the editor writes about an event; times of sessions are written with the sessions. */
export type EventFacts = {
  kind: EventKind;
  title: string;
  titleKana: string;
  summary: string;
  whatToBring: string;
  venue: string;
  address: string;
  access: string;
  parking: string;
  latitude: number | null;
  longitude: number | null;
  onlineUrl: string | null;
  organizer: string;
  contactName: string;
  contactPhone: string;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
  audience: EventAudience;
  targets: EventTarget[];
  visibility: "listed" | "unlisted";
  guestRegistration: boolean;
  maxGroupSize: number;
  boothLimit: number | null;
  boothOpensAt: Date | null;
  boothClosesAt: Date | null;
  boothNote: string;
};

/** A span of time, for example of a session. */
export type Span = { startsAt: Date; endsAt: Date };

/** From the first start to the last end. */
export function spanOf(sessions: readonly Span[]): Span {
  const times = (name: keyof Span) => sessions.map((session) => session[name].getTime());
  return {
    startsAt: new Date(Math.min(...times("startsAt"))),
    endsAt: new Date(Math.max(...times("endsAt"))),
  };
}

/** The same wall clock time (JST) so many days later. */
export function shiftedBy(instant: Date, days: number): Date {
  return jst(addDays(civilDateOf(instant), days), wallClock(instant));
}

function wallClock(instant: Date): string {
  return new Date(instant.getTime() + 9 * 3_600_000).toISOString().slice(11, 19);
}

/** Whole days (JST) from one instant's day to another's. */
export function daysBetween(from: Date, to: Date): number {
  const day = (instant: Date) => Date.parse(`${civilDateOf(instant)}T00:00:00Z`);
  return Math.round((day(to) - day(from)) / 86_400_000);
}

/**
 * The steps from one state to another. Cancelled events stay public; taking the cancellation back is a step of its own, so
 * that those who were told are told again.
 */
const STEPS: Record<EventState, readonly EventState[]> = {
  planned: ["published"],
  published: ["postponed", "cancelled"],
  postponed: ["published", "cancelled"],
  cancelled: ["published"],
};

/** The states that staff may bring the event to now; an event that is over keeps its state. */
export function nextStates(event: { state: EventState; endsAt: Date }, now: Date): readonly EventState[] {
  const isOver = event.endsAt <= now;
  // A postponed event has no date of its own any more: it may go on after its old one.
  return isOver && event.state !== "postponed" ? [] : STEPS[event.state];
}

export const STATE_STEPS = ["publish", "postpone", "reschedule", "cancel", "reopen", "delete"] as const;
export type StateStep = (typeof STATE_STEPS)[number];

/** The steps that staff are offered now. */
export function stepsFor(
  event: { state: EventState; registrations: number } & Span,
  now: Date,
): readonly StateStep[] {
  if (event.state === "planned") return event.registrations === 0 ? ["publish", "delete"] : ["publish"];
  if (nextStates(event, now).length === 0) return [];
  if (event.state === "published") return ["postpone", "cancel"];
  if (event.state === "postponed") return ["reschedule", "cancel"];
  return event.startsAt > now ? ["reopen"] : [];
}

/** What participants are told of: when and where an event is, and how to get there. */
export const TOLD_FIELDS = ["when", "venue", "address", "access", "parking", "onlineUrl"] as const;
export type ToldField = (typeof TOLD_FIELDS)[number];
export type ToldChange = { field: ToldField; before: string; after: string };

type ToldFacts = Omit<Record<ToldField, string>, "when" | "onlineUrl"> & { onlineUrl: string | null };

/** The changes of place and way that participants must know of, with both texts. */
export function changedPlace(before: ToldFacts, after: ToldFacts): ToldChange[] {
  return TOLD_FIELDS.filter((field) => field !== "when")
    .map((field) => ({ field, before: before[field] ?? "", after: after[field] ?? "" }))
    .filter((change) => change.before !== change.after);
}

/** The change of a session's time; none when it is the same. */
export function changedTime(before: Span, after: Span): ToldChange[] {
  const [old, current] = [before, after].map((span) => dateTimeSpan(span.startsAt, span.endsAt));
  return old === current ? [] : [{ field: "when", before: old!, after: current! }];
}

/** The fields whose content differs, for the record of what was changed. */
export function changedFields<Facts extends object>(before: Facts, after: Partial<Facts>): string[] {
  const text = (value: unknown) => JSON.stringify(value ?? null);
  return Object.keys(after).filter(
    (field) => text(before[field as keyof Facts]) !== text(after[field as keyof Facts]),
  );
}

/** The next `updatedAt`: later than the last one even within the same millisecond, so that it tells versions apart. */
export function nextVersion(last: Date, now: Date): Date {
  return now > last ? now : new Date(last.getTime() + 1);
}

/** Why an event cannot be published yet, and what staff should know before they do it. */
export type PublicationProblem =
  | "summary-missing"
  | "place-missing"
  | "already-begun"
  | "window-closed"
  | "no-pools";

/** `no-pools` alone stands in nobody's way: such an event needs no registration. */
export function publicationProblems(
  event: Pick<EventFacts, "summary" | "venue" | "onlineUrl" | "registrationClosesAt"> & Span,
  { pools, now }: { pools: number; now: Date },
): { blocking: PublicationProblem[]; hints: PublicationProblem[] } {
  const blocking: PublicationProblem[] = [];
  if (event.summary === "") blocking.push("summary-missing");
  if (event.venue === "" && !event.onlineUrl) blocking.push("place-missing");
  if (event.startsAt <= now) blocking.push("already-begun");
  else if (pools > 0 && event.registrationClosesAt && event.registrationClosesAt <= now)
    blocking.push("window-closed");
  return { blocking, hints: pools === 0 ? ["no-pools"] : [] };
}

/** 令和7年度 → 令和8年度, 2025年度 → 2026年度, 令和7年 → 令和8年: years in a title move along with a copy. */
export function shiftedTitle(title: string, from: Date, to: Date): string {
  const years = fiscalYearOf(to) - fiscalYearOf(from);
  if (years === 0) return title;
  return title.replace(
    /(令和)([0-9０-９]{1,2})(?=年)|(20[0-9]{2})(?=年)/g,
    (whole, era: string | undefined, inEra: string | undefined) =>
      era ? `${era}${Number(inEra!.normalize("NFKC")) + years}` : String(Number(whole) + years),
  );
}

/** 9:00, or with its day where it matters. */
export function clockOf(instant: Date | null): string {
  return instant ? timeOf(instant).padStart(5, "0") : "";
}
