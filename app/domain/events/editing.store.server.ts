import { recordEvent } from "#app/domain/audit/store.server.ts";
import { queueSearchUpdate } from "#app/domain/matching/versions.store.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { announce } from "./announcements.store.server.ts";
import { type EditingError, lockEvent } from "./editing-lock.store.server.ts";
import {
  changedFields,
  changedPlace,
  changedTime,
  type EventFacts,
  nextVersion,
  type Span,
} from "./editing.rules.ts";
import type { EventKind, EventState } from "./rules.ts";

type EditTown = Pick<Town, "database" | "clock" | "jobs">;

/** An event as its editor shows it. */
export type EditedEvent = EventFacts &
  Span & {
    id: string;
    state: EventState;
    stateNote: string;
    previousStartsAt: Date | null;
    copiedFromId: string | null;
    publishedAt: Date | null;
    /** `updatedAt` as an ISO instant: what forms carry to notice the changes of others. */
    version: string;
    sessions: (Span & { id: string; title: string })[];
    pools: number;
    /** All registrations there ever were; an event with any is never deleted. */
    registrations: number;
  };

/** An event in any state, for its editor; null when there is none. */
export async function findEditedEvent(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<EditedEvent | null> {
  const row = await town.database.event.findUnique({
    where: { id: eventId },
    include: {
      sessions: {
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        include: { _count: { select: { pools: true } } },
      },
      _count: { select: { registrations: true } },
    },
  });
  if (!row) return null;
  const { sessions, updatedAt, _count, ...event } = row;
  return {
    ...event,
    version: updatedAt.toISOString(),
    sessions: sessions.map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt, endsAt })),
    pools: sessions.reduce((sum, session) => sum + session._count.pools, 0),
    registrations: _count.registrations,
  };
}

/** Writes a planned event with one session and no seats yet; the rest is filled in on its page. Returns its id. */
export async function createPlannedEvent(
  town: EditTown,
  { staffId, kind, title, span }: { staffId: string; kind: EventKind; title: string; span: Span },
): Promise<string> {
  const now = town.clock.now();
  const id = newId();
  await town.database.$transaction(async (tx) => {
    await tx.event.create({
      data: {
        id,
        kind,
        title,
        summary: "",
        venue: "",
        address: "",
        state: "planned",
        ...span,
        createdAt: now,
        updatedAt: now,
        sessions: { create: { id: newId(), ...span } },
      },
    });
    await recordEvent(tx, {
      kind: "event.created",
      subjectId: id,
      actorId: staffId,
      occurredAt: now,
      data: { kind, copiedFrom: null },
    });
  });
  return id;
}

export type SaveResult =
  /** `told`: how many people get a mail about the change; `mustKnow`: place or time changed, whoever was told. */
  { ok: true; told: number; mustKnow: boolean } | { ok: false; error: EditingError | "several-sessions" };

/**
 * Saves what the editor changed, with the time of the only session where the form has one. A published event whose time,
 * place or way changes gets the next calendar number, and participants are told if staff asked for it.
 */
export async function saveEvent(
  town: EditTown,
  request: {
    eventId: string;
    staffId: string;
    version: string;
    facts: EventFacts;
    span?: Span | undefined;
    notify: boolean;
  },
): Promise<SaveResult> {
  return town.database.$transaction(async (tx) => {
    const locked = await lockEvent(tx, request);
    if (!locked.ok) return locked;
    const { event } = locked;
    const { facts, span } = request;
    if (span && event.sessions.length !== 1) return { ok: false, error: "several-sessions" };
    const now = town.clock.now();
    const changes = [...(span ? changedTime(event, span) : []), ...changedPlace(event, facts)];
    const fields = [
      ...changedFields<Partial<EventFacts>>(event, facts),
      ...(span && changedTime(event, span).length > 0 ? ["startsAt", "endsAt"] : []),
    ];
    if (fields.length === 0) return { ok: true, told: 0, mustKnow: false };
    const isPublic = event.state !== "planned";
    const mustKnow = event.state === "published" && changes.length > 0;
    const sequence = event.sequence + (isPublic && changes.length > 0 ? 1 : 0);
    if (span) await tx.eventSession.update({ where: { id: event.sessions[0]!.id }, data: span });
    await tx.event.update({
      where: { id: event.id },
      data: { ...facts, ...span, sequence, updatedAt: nextVersion(event.updatedAt, now) },
    });
    await recordEvent(tx, {
      kind: "event.updated",
      subjectId: event.id,
      actorId: request.staffId,
      occurredAt: now,
      data: { fields, sequence },
    });
    const isAhead = (span ?? event).endsAt > now;
    const told =
      mustKnow && request.notify && isAhead
        ? await announce(tx, town, {
            eventId: event.id,
            staffId: request.staffId,
            reason: "changed",
            changes,
          })
        : 0;
    if (isPublic) await queueSearchUpdate(tx, town, { kind: "event", id: event.id });
    return { ok: true, told, mustKnow };
  });
}

export type DeleteResult = { ok: true } | { ok: false; error: EditingError | "not-planned" | "in-use" };

/** Deletes an event that was never public and that nothing else rests on. The record of its making stays. */
export async function deletePlannedEvent(
  town: EditTown,
  request: { eventId: string; staffId: string; version: string },
): Promise<DeleteResult> {
  return town.database.$transaction(async (tx) => {
    const locked = await lockEvent(tx, request);
    if (!locked.ok) return locked;
    const { event } = locked;
    if (event.state !== "planned") return { ok: false, error: "not-planned" };
    const { _count } = await tx.event.findUniqueOrThrow({
      where: { id: event.id },
      select: {
        _count: {
          select: {
            registrations: true,
            checkIns: true,
            boothApplications: true,
            boothPlans: true,
            guests: true,
            surveyAnswers: true,
            visitPlaces: true,
            visitGroups: true,
            visitPlans: true,
          },
        },
      },
    });
    const uses = Object.values(_count).reduce((sum, count) => sum + count, 0);
    const sessionId = { in: event.sessions.map(({ id }) => id) };
    const offers = await tx.visitOffer.count({ where: { sessionId } });
    const buses = await tx.visitBus.count({ where: { sessionId } });
    if (uses + offers + buses > 0) return { ok: false, error: "in-use" };
    await tx.visitStop.deleteMany({ where: { sessionId } });
    await tx.capacityPool.deleteMany({ where: { sessionId } });
    await tx.eventSession.deleteMany({ where: { eventId: event.id } });
    await tx.eventQuestion.deleteMany({ where: { eventId: event.id } });
    await tx.event.delete({ where: { id: event.id } });
    await recordEvent(tx, {
      kind: "event.deleted",
      subjectId: event.id,
      actorId: request.staffId,
      occurredAt: town.clock.now(),
      data: { kind: event.kind },
    });
    return { ok: true };
  });
}
