import type { Transaction } from "#app/platform/database.server.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import { nameIn } from "../companies/member-accounts.store.server.ts";
import type { StoredInput } from "./stored-plan.rules.ts";
import type { PlanResult } from "./plan.rules.ts";

type Desk = Pick<Town, "database" | "clock">;

export type SessionStops = {
  sessionId: string;
  title: string;
  startsAt: Date;
  stops: { companyId: string; name: string }[];
};

/** Which companies each session of an event called at, as recorded; null when there is no such event. */
export async function readStops(
  town: Desk,
  { eventId }: { eventId: string },
): Promise<{ sessions: SessionStops[]; planned: number } | null> {
  const event = await town.database.event.findUnique({
    where: { id: eventId },
    select: {
      sessions: {
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        select: {
          id: true,
          title: true,
          startsAt: true,
          stops: {
            where: { voidedAt: null },
            orderBy: [{ position: "asc" }, { companyId: "asc" }],
            select: {
              companyId: true,
              company: { select: { publishedRevision: { select: { profile: true } } } },
            },
          },
        },
      },
    },
  });
  if (!event) return null;
  const sessions = event.sessions.map(({ id, title, startsAt, stops }) => ({
    sessionId: id,
    title,
    startsAt,
    stops: stops.map(({ companyId, company }) => ({
      companyId,
      name: nameIn(company.publishedRevision?.profile),
    })),
  }));
  const recorded = new Set(
    sessions.flatMap(({ sessionId, stops }) => stops.map(({ companyId }) => `${sessionId} ${companyId}`)),
  );
  const planned = await plannedStops(town.database, eventId);
  return {
    sessions,
    planned: planned.filter(({ sessionId, companyId }) => !recorded.has(`${sessionId} ${companyId}`)).length,
  };
}

export type StopResult =
  | { ok: true; changed: number }
  | { ok: false; error: "no-such-session" | "visit-no-such-company" };

/** Records that a session called at a published company. The same one again changes nothing. */
export async function addStop(
  town: Desk,
  stop: { eventId: string; staffId: string; sessionId: string; companyId: string },
): Promise<StopResult> {
  const { eventId, staffId, sessionId, companyId } = stop;
  return town.database.$transaction(async (tx) => {
    if (!(await lockSession(tx, { eventId, sessionId }))) return { ok: false, error: "no-such-session" };
    const company = await tx.company.findFirst({
      where: { id: companyId, publishedRevisionId: { not: null } },
      select: { id: true },
    });
    if (!company) return { ok: false, error: "visit-no-such-company" };
    const changed = await write(tx, town, { eventId, staffId, stops: [{ sessionId, companyId }] });
    return { ok: true, changed };
  });
}

/** Records the calls of the published visit plan that are not recorded yet; establishments without a page are not companies. */
export async function takeStopsFromPlan(
  town: Desk,
  { eventId, staffId }: { eventId: string; staffId: string },
): Promise<{ ok: true; changed: number }> {
  return town.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
    const stops = await plannedStops(tx, eventId);
    return { ok: true, changed: await write(tx, town, { eventId, staffId, stops }) };
  });
}

/** Takes an entry back: from now on it counts no more, and what was known before stays readable. */
export async function removeStop(
  town: Desk,
  stop: { eventId: string; staffId: string; sessionId: string; companyId: string },
): Promise<StopResult> {
  const { eventId, staffId, sessionId, companyId } = stop;
  return town.database.$transaction(async (tx) => {
    if (!(await lockSession(tx, { eventId, sessionId }))) return { ok: false, error: "no-such-session" };
    const now = town.clock.now();
    const { count } = await tx.visitStop.updateMany({
      where: { sessionId, companyId, voidedAt: null },
      data: { voidedAt: now },
    });
    if (count > 0)
      await recordEvent(tx, {
        kind: "visit-stop.voided",
        subjectId: sessionId,
        actorId: staffId,
        occurredAt: now,
        data: { eventId, companyId },
      });
    return { ok: true, changed: count };
  });
}

async function lockSession(
  tx: Transaction,
  { eventId, sessionId }: { eventId: string; sessionId: string },
): Promise<boolean> {
  await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
  return (await tx.eventSession.count({ where: { id: sessionId, eventId } })) > 0;
}

async function write(
  tx: Transaction,
  town: Pick<Town, "clock">,
  facts: { eventId: string; staffId: string; stops: readonly { sessionId: string; companyId: string }[] },
): Promise<number> {
  const now = town.clock.now();
  let changed = 0;
  for (const { sessionId, companyId } of facts.stops) {
    const key = { sessionId_companyId: { sessionId, companyId } };
    const found = await tx.visitStop.findUnique({ where: key });
    if (found && found.voidedAt === null) continue;
    const position = await tx.visitStop.count({ where: { sessionId } });
    await tx.visitStop.upsert({
      where: key,
      create: { sessionId, companyId, position, recordedAt: now },
      update: { recordedAt: now, voidedAt: null },
    });
    await recordEvent(tx, {
      kind: "visit-stop.recorded",
      subjectId: sessionId,
      actorId: facts.staffId,
      occurredAt: now,
      data: { eventId: facts.eventId, companyId },
    });
    changed += 1;
  }
  return changed;
}

/** Where the published plan of an event sends groups: each company once in each session. */
async function plannedStops(
  database: Pick<Transaction, "visitPlan">,
  eventId: string,
): Promise<{ sessionId: string; companyId: string }[]> {
  const plan = await database.visitPlan.findFirst({
    where: { eventId, publishedAt: { not: null }, state: "solved" },
    select: {
      input: true,
      result: true,
      event: {
        select: {
          sessions: { select: { id: true } },
          visitPlaces: { select: { id: true, companyId: true } },
        },
      },
    },
  });
  if (!plan) return [];
  const result = plan.result as unknown as PlanResult;
  if (result.state !== "solved") return [];
  const companyOf = new Map(plan.event.visitPlaces.map(({ id, companyId }) => [id, companyId]));
  const sessions = new Set(plan.event.sessions.map(({ id }) => id));
  const { problem } = plan.input as unknown as StoredInput;
  const order = problem.places.map(({ id }) => id);
  const stops = new Map<string, { sessionId: string; companyId: string; at: number }>();
  for (const { sessionId, placeId } of result.assignments) {
    const companyId = companyOf.get(placeId);
    if (!companyId || !sessions.has(sessionId)) continue;
    stops.set(`${sessionId} ${companyId}`, { sessionId, companyId, at: order.indexOf(placeId) });
  }
  return [...stops.values()]
    .toSorted((one, other) => one.at - other.at)
    .map(({ sessionId, companyId }) => ({ sessionId, companyId }));
}
