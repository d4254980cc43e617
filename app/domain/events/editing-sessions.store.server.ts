import { recordEvent } from "#app/domain/audit/store.server.ts";
import { queueSearchUpdate } from "#app/domain/matching/versions.store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { announce } from "./announcements.store.server.ts";
import { type EditingError, lockEvent } from "./editing-lock.store.server.ts";
import { changedTime, nextVersion, type Span, spanOf, type ToldChange } from "./editing.rules.ts";
import { fitOffers } from "./moved-offers.store.server.ts";
import { lockEventPools } from "./pool-locks.store.server.ts";
import { type Category, poolKey, type PoolScope } from "./rules.ts";
import { inCategoryOrder } from "./store.server.ts";

type EditTown = Pick<Town, "database" | "clock" | "jobs">;

/** A pool of seats as its editor shows it. */
export type EditedPool = {
  id: string;
  category: Category;
  schoolName: string | null;
  department: string;
  graduationYear: number | null;
  capacity: number;
  /** Seats that are registered or offered: the capacity cannot go below. */
  reserved: number;
  /** People on the waiting list. */
  waiting: number;
  /** False once somebody registered in it, cancelled ones included: their records stay. */
  removable: boolean;
};

export type EditedSession = Span & { id: string; title: string; pools: EditedPool[]; removable: boolean };

/** The sessions of an event with their seats, in order. */
export async function listEditedSessions(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<EditedSession[]> {
  const sessions = await town.database.eventSession.findMany({
    where: { eventId },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: {
      _count: { select: { stops: true, visitOffers: true, visitBuses: true } },
      pools: {
        orderBy: { key: "asc" },
        include: {
          school: { select: { name: true } },
          _count: { select: { registrations: true } },
          registrations: { where: { state: "waiting" }, select: { headCount: true } },
        },
      },
    },
  });
  return sessions.map(({ id, title, startsAt, endsAt, pools, _count }) => {
    const rows = inCategoryOrder(pools).map((pool) => ({
      id: pool.id,
      category: pool.category,
      schoolName: pool.school?.name ?? null,
      department: pool.department,
      graduationYear: pool.graduationYear,
      capacity: pool.capacity,
      reserved: pool.reserved,
      waiting: pool.registrations.reduce((sum, row) => sum + row.headCount, 0),
      removable: pool._count.registrations === 0,
    }));
    const inUse = _count.stops + _count.visitOffers + _count.visitBuses > 0;
    const removable = sessions.length > 1 && !inUse && rows.every((pool) => pool.removable);
    return { id, title, startsAt, endsAt, pools: rows, removable };
  });
}

/** The schools that a pool can be narrowed to, by their reading. */
export async function listSchoolChoices(
  town: Pick<Town, "database">,
): Promise<{ id: string; name: string }[]> {
  return town.database.school.findMany({
    orderBy: [{ nameKana: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

type Step = { eventId: string; staffId: string; version: string };

export type SessionResult =
  | { ok: true; told: number }
  | {
      ok: false;
      error:
        | EditingError
        | "no-such-session"
        | "no-such-pool"
        | "last-session"
        | "session-in-use"
        | "pool-in-use"
        | "pool-exists"
        | "unknown-school"
        | "window-after-end";
    };

/** Adds a session; its seats are added afterwards. */
export function addSession(
  town: EditTown,
  step: Step & { title: string; span: Span },
): Promise<SessionResult> {
  return changeSessions(town, step, async (tx) => {
    await tx.eventSession.create({
      data: { id: newId(), eventId: step.eventId, title: step.title, ...step.span },
    });
    return { changed: "sessions" };
  });
}

/** Renames a session or moves it; of a published event the people of that session are told if staff asked for it. */
export function saveSession(
  town: EditTown,
  step: Step & { sessionId: string; title: string; span: Span; notify: boolean },
): Promise<SessionResult> {
  return changeSessions(town, step, async (tx) => {
    const session = await tx.eventSession.findUnique({
      where: { id: step.sessionId, eventId: step.eventId },
    });
    if (!session) return { error: "no-such-session" };
    await lockEventPools(tx, step.eventId);
    await tx.eventSession.update({ where: { id: session.id }, data: { title: step.title, ...step.span } });
    await fitOffers(tx, town, { eventId: step.eventId });
    const changes = changedTime(session, step.span);
    return {
      changed: "sessions",
      told: step.notify ? { sessionId: session.id, changes } : undefined,
      changes,
    };
  });
}

/** Removes a session that nobody registered for and nothing else rests on. An event keeps at least one. */
export function removeSession(town: EditTown, step: Step & { sessionId: string }): Promise<SessionResult> {
  return changeSessions(town, step, async (tx) => {
    const sessions = await tx.eventSession.findMany({
      where: { eventId: step.eventId },
      include: {
        _count: { select: { stops: true, visitOffers: true, visitBuses: true } },
        pools: { include: { _count: { select: { registrations: true } } } },
      },
    });
    const session = sessions.find(({ id }) => id === step.sessionId);
    if (!session) return { error: "no-such-session" };
    if (sessions.length === 1) return { error: "last-session" };
    const { stops, visitOffers, visitBuses } = session._count;
    const isUsed = session.pools.some((pool) => pool._count.registrations > 0);
    if (isUsed || stops + visitOffers + visitBuses > 0) return { error: "session-in-use" };
    await tx.capacityPool.deleteMany({ where: { sessionId: session.id } });
    await tx.eventSession.delete({ where: { id: session.id } });
    return { changed: "sessions" };
  });
}

/** Adds seats for a category, where asked narrowed to a school, a department or a graduation year. */
export function addPool(
  town: EditTown,
  step: Step & { sessionId: string; scope: PoolScope; capacity: number },
): Promise<SessionResult> {
  return changeSessions(town, step, async (tx) => {
    const session = await tx.eventSession.findUnique({
      where: { id: step.sessionId, eventId: step.eventId },
      include: { pools: { select: { key: true } } },
    });
    if (!session) return { error: "no-such-session" };
    const { schoolId } = step.scope;
    if (schoolId && !(await tx.school.findUnique({ where: { id: schoolId }, select: { id: true } })))
      return { error: "unknown-school" };
    const key = poolKey(step.scope);
    if (session.pools.some((pool) => pool.key === key)) return { error: "pool-exists" };
    await tx.capacityPool.create({
      data: { id: newId(), sessionId: session.id, key, capacity: step.capacity, ...step.scope },
    });
    return { changed: "pools" };
  });
}

/** Removes a pool in which nobody ever registered. */
export function removePool(town: EditTown, step: Step & { poolId: string }): Promise<SessionResult> {
  return changeSessions(town, step, async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "CapacityPool" WHERE "id" = ${step.poolId} FOR UPDATE`;
    const pool = await tx.capacityPool.findFirst({
      where: { id: step.poolId, session: { eventId: step.eventId } },
      include: { _count: { select: { registrations: true } } },
    });
    if (!pool) return { error: "no-such-pool" };
    if (pool._count.registrations > 0) return { error: "pool-in-use" };
    await tx.capacityPool.delete({ where: { id: pool.id } });
    return { changed: "pools" };
  });
}

type Change =
  | { error: Extract<SessionResult, { ok: false }>["error"] }
  | {
      changed: "sessions" | "pools";
      changes?: ToldChange[];
      told?: { sessionId: string; changes: ToldChange[] } | undefined;
    };

/** Raised to give the transaction up: what was written in it is undone. */
class Undone extends Error {}

/** The event's own time follows its sessions; version, calendar number, record and announcement in one transaction. */
async function changeSessions(
  town: EditTown,
  { eventId, staffId, version }: Step,
  write: (tx: Transaction) => Promise<Change>,
): Promise<SessionResult> {
  try {
    return await town.database.$transaction(async (tx): Promise<SessionResult> => {
      const now = town.clock.now();
      const locked = await lockEvent(tx, { eventId, version });
      if (!locked.ok) return locked;
      const { event } = locked;
      const change = await write(tx);
      if ("error" in change) return { ok: false, error: change.error };
      const span = spanOf(await tx.eventSession.findMany({ where: { eventId } }));
      const closesAt = event.registrationClosesAt;
      if (closesAt && closesAt > span.endsAt && closesAt <= event.endsAt) throw new Undone();
      const isPublic = event.state !== "planned";
      const isMoved = (change.changes ?? []).length > 0 || changedTime(event, span).length > 0;
      const sequence = event.sequence + (isPublic && isMoved ? 1 : 0);
      await tx.event.update({
        where: { id: eventId },
        data: { ...span, sequence, updatedAt: nextVersion(event.updatedAt, now) },
      });
      await recordEvent(tx, {
        kind: "event.updated",
        subjectId: eventId,
        actorId: staffId,
        occurredAt: now,
        data: { fields: [change.changed], sequence },
      });
      const { told } = change;
      const mayTell = told && told.changes.length > 0 && event.state === "published" && span.endsAt > now;
      const recipients = mayTell
        ? await announce(tx, town, { eventId, staffId, reason: "changed", ...told })
        : 0;
      if (isPublic) await queueSearchUpdate(tx, town, { kind: "event", id: eventId });
      return { ok: true, told: recipients };
    });
  } catch (error) {
    if (error instanceof Undone) return { ok: false, error: "window-after-end" };
    throw error;
  }
}
