import { recordEvent } from "#app/domain/audit/store.server.ts";
import { queueSearchUpdate } from "#app/domain/matching/versions.store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { civilDateOf, jst } from "#app/platform/calendar.ts";
import type { Town } from "#app/town.ts";
import { announce, type AnnouncementReason } from "./announcements.store.server.ts";
import { type EditingError, lockEvent } from "./editing-lock.store.server.ts";
import {
  daysBetween,
  nextStates,
  nextVersion,
  publicationProblems,
  type Span,
  shiftedBy,
  spanOf,
} from "./editing.rules.ts";
import { fitOffers } from "./moved-offers.store.server.ts";
import { lockEventPools } from "./pool-locks.store.server.ts";
import type { EventState } from "./rules.ts";

type StateTown = Pick<Town, "database" | "clock" | "jobs">;
/** HH:MM in Japan. */
type Hours = { from: string; to: string };
type Step = { eventId: string; staffId: string; version: string };

export type StateResult =
  /** `told`: how many people get a mail. */
  | { ok: true; told: number }
  | { ok: false; error: EditingError | "not-possible-now" | "not-ready" | "date-in-past" };

type LockedEvent = Extract<Awaited<ReturnType<typeof lockEvent>>, { ok: true }>["event"];

/** Makes a planned event public. Nobody is mailed: nobody can have registered. */
export function publishEvent(town: StateTown, step: Step): Promise<StateResult> {
  return changeState(town, step, "published", async (tx, event, now) => {
    if (event.state !== "planned") return { error: "not-possible-now" };
    const pools = await tx.capacityPool.count({ where: { session: { eventId: event.id } } });
    if (publicationProblems(event, { pools, now }).blocking.length > 0) return { error: "not-ready" };
    return { data: { publishedAt: event.publishedAt ?? now }, fact: "event.published" };
  });
}

/** Cancels an event with the reason that everybody reads. It stays public, and everybody who holds or waits is told. */
export function cancelEvent(town: StateTown, step: Step & { note: string }): Promise<StateResult> {
  return changeState(town, step, "cancelled", async () => ({
    data: { stateNote: step.note },
    fact: "event.cancelled",
    reason: "cancelled",
    body: step.note,
  }));
}

/** Takes a cancellation back: the event takes place as it was planned, and everybody who holds or waits is told. */
export function reopenEvent(town: StateTown, step: Step & { note: string }): Promise<StateResult> {
  return changeState(town, step, "published", async (_, event, now) => {
    if (event.state !== "cancelled") return { error: "not-possible-now" };
    if (event.startsAt <= now) return { error: "date-in-past" };
    return { data: { stateNote: "" }, fact: "event.reopened", reason: "reopened", body: step.note };
  });
}

/** Postpones an event to a day that is not settled yet. */
export function postponeEvent(town: StateTown, step: Step & { note: string }): Promise<StateResult> {
  return changeState(town, step, "postponed", async (_, event) => ({
    data: { stateNote: step.note, previousStartsAt: event.previousStartsAt ?? event.startsAt },
    fact: "event.postponed",
    reason: "postponed",
    body: step.note,
  }));
}

/**
 * Moves an event to a new first day, out of the published or the postponed state: the sessions keep their distance, the end
 * of registration moves along, registrations stay. `hours` change the time of day of an event with one session.
 */
export function rescheduleEvent(
  town: StateTown,
  step: Step & { note: string; startsOn: Date; hours: Hours | null },
): Promise<StateResult> {
  return changeState(town, step, "published", async (tx, event, now) => {
    if (event.state !== "published" && event.state !== "postponed") return { error: "not-possible-now" };
    const days = daysBetween(event.startsAt, step.startsOn);
    const hours = event.sessions.length === 1 ? step.hours : null;
    const sessions = event.sessions.map((session) => ({
      id: session.id,
      ...movedSpan(session, days, hours),
    }));
    const span = spanOf(sessions);
    if (span.startsAt <= now) return { error: "date-in-past" };
    for (const { id, ...times } of sessions) await tx.eventSession.update({ where: { id }, data: times });
    const closesAt = event.registrationClosesAt && shiftedBy(event.registrationClosesAt, days);
    const wasPostponed = event.state === "postponed" && event.previousStartsAt;
    return {
      data: {
        ...span,
        stateNote: "",
        previousStartsAt: wasPostponed || event.startsAt,
        registrationClosesAt: closesAt && closesAt > span.endsAt ? span.endsAt : closesAt,
      },
      fact: "event.rescheduled",
      reason: "rescheduled",
      body: step.note,
      moved: { from: event.startsAt, to: span.startsAt },
    };
  });
}

/** A session so many days later, where asked with other hours (HH:MM). */
function movedSpan(session: Span, days: number, hours: Hours | null): Span {
  const [startsAt, endsAt] = [shiftedBy(session.startsAt, days), shiftedBy(session.endsAt, days)];
  if (!hours) return { startsAt, endsAt };
  const day = civilDateOf(startsAt);
  return { startsAt: jst(day, hours.from), endsAt: jst(day, hours.to) };
}

type Change =
  | { error: "not-possible-now" | "not-ready" | "date-in-past" }
  | {
      data: {
        stateNote?: string;
        publishedAt?: Date;
        previousStartsAt?: Date | null;
        startsAt?: Date;
        endsAt?: Date;
        registrationClosesAt?: Date | null;
      };
      fact:
        | "event.published"
        | "event.cancelled"
        | "event.reopened"
        | "event.postponed"
        | "event.rescheduled";
      reason?: AnnouncementReason;
      body?: string;
      moved?: { from: Date; to: Date };
    };

/** State, calendar number, record, announcement and search update in one transaction. */
async function changeState(
  town: StateTown,
  { eventId, staffId, version }: Step,
  state: EventState,
  decide: (tx: Transaction, event: LockedEvent, now: Date) => Promise<Change>,
): Promise<StateResult> {
  return town.database.$transaction(async (tx) => {
    const now = town.clock.now();
    const locked = await lockEvent(tx, { eventId, version });
    if (!locked.ok) return locked;
    const { event } = locked;
    const isMove = event.state === "published" && state === "published";
    if (isMove ? event.endsAt <= now : !nextStates(event, now).includes(state))
      return { ok: false, error: "not-possible-now" };
    // From here on nobody registers, accepts or is offered a seat who has not seen the new state.
    await lockEventPools(tx, eventId);
    const change = await decide(tx, event, now);
    if ("error" in change) return { ok: false, error: change.error };
    await tx.event.update({
      where: { id: eventId },
      data: {
        ...change.data,
        state,
        sequence: { increment: 1 },
        updatedAt: nextVersion(event.updatedAt, now),
      },
    });
    if (state === "published") await fitOffers(tx, town, { eventId, resumed: event.state !== "published" });
    const fact = { subjectId: eventId, actorId: staffId, occurredAt: now };
    if (change.fact === "event.rescheduled") {
      const { from, to } = change.moved!;
      await recordEvent(tx, {
        kind: change.fact,
        ...fact,
        data: { kind: event.kind, from: from.toISOString(), to: to.toISOString() },
      });
    } else await recordEvent(tx, { kind: change.fact, ...fact, data: { kind: event.kind } });
    const told = change.reason
      ? await announce(tx, town, { eventId, staffId, reason: change.reason, body: change.body ?? "" })
      : 0;
    await queueSearchUpdate(tx, town, { kind: "event", id: eventId });
    return { ok: true, told };
  });
}
