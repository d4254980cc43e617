import type { Prisma } from "#generated/prisma/client.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { recordEvent } from "../audit/store.server.ts";
import type { PlanInput, PlanResult } from "./plan.rules.ts";
import { problemOf } from "./plan-problem.rules.ts";
import { digestOf, readPlanInput } from "./plan-input.store.server.ts";
import { movesOf } from "./plan-comparison.rules.ts";
import {
  type HandMove,
  locksOfMove,
  type PlanSettings,
  settingsOf,
  type StoredInput,
  staffLocks,
} from "./stored-plan.rules.ts";

type PlanTown = Pick<Town, "database" | "clock" | "jobs">;

export type PlanState = "waiting" | "solved" | "infeasible" | "failed";

export type PlanSummary = {
  number: number;
  state: PlanState;
  createdAt: Date;
  publishedAt: Date | null;
  basedOn: number | null;
  byHand: boolean;
  locks: number;
  /** Null until it is solved. */
  result: PlanResult | null;
};

/** A plan with all that it was made from. */
export type VisitPlan = PlanSummary & { id: string; stored: StoredInput };

type Row = Prisma.VisitPlanGetPayload<object>;

/** Plans are written by this file alone, so what stands in the columns has these types. */
function readPlan(row: Row): VisitPlan {
  const stored = row.input as unknown as StoredInput;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    createdAt: row.createdAt,
    publishedAt: row.publishedAt,
    basedOn: stored.basedOn,
    byHand: stored.hand !== null,
    locks: staffLocks(stored).length,
    result: row.result as unknown as PlanResult | null,
    stored,
  };
}

/** The plans of an event, the newest first. */
export async function listPlans(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<VisitPlan[]> {
  const rows = await town.database.visitPlan.findMany({ where: { eventId }, orderBy: { number: "desc" } });
  return rows.map(readPlan);
}

/** One plan by its number in the event; null when there is none. */
export async function findPlan(
  town: Pick<Town, "database">,
  { eventId, number }: { eventId: string; number: number },
): Promise<VisitPlan | null> {
  const row = await town.database.visitPlan.findUnique({ where: { eventId_number: { eventId, number } } });
  return row ? readPlan(row) : null;
}

export type StartResult =
  /** `repeated`: a plan from the very same input exists already. */
  | { ok: true; number: number; repeated: boolean }
  | { ok: false; error: "visit-no-places" | "visit-no-groups" | "visit-input" };

type Start = {
  eventId: string;
  staffId: string;
  settings: PlanSettings;
  locks: PlanInput["locks"];
  /** The plan that staff had before them. */
  basedOn: number | null;
};

/**
 * Stores a plan that waits for the planner and its job. When one with the same input stands there already (and did not
 * fail), that one is given back: the planner would say the same again.
 */
export async function startPlan(town: PlanTown, start: Start): Promise<StartResult> {
  return town.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${start.eventId} FOR NO KEY UPDATE`;
    const problem = await readPlanInput(tx, start);
    if (problem.offers.length === 0) return { ok: false, error: "visit-no-places" };
    if (problem.groups.length === 0) return { ok: false, error: "visit-no-groups" };
    if (problemOf(problem).length > 0) return { ok: false, error: "visit-input" };
    const stored: StoredInput = { problem, basedOn: start.basedOn, hand: null };
    return enqueuePlan(tx, town, { ...start, stored });
  });
}

async function enqueuePlan(
  tx: Prisma.TransactionClient,
  town: PlanTown,
  { eventId, staffId, stored }: { eventId: string; staffId: string; stored: StoredInput },
): Promise<{ ok: true; number: number; repeated: boolean }> {
  const inputDigest = digestOf(stored.problem);
  const same = await tx.visitPlan.findFirst({
    where: { eventId, inputDigest, state: { not: "failed" } },
    orderBy: { number: "asc" },
    select: { number: true },
  });
  if (same) return { ok: true, number: same.number, repeated: true };
  const last = await tx.visitPlan.aggregate({ where: { eventId }, _max: { number: true } });
  const number = (last._max.number ?? 0) + 1;
  const id = newId();
  await tx.visitPlan.create({
    data: {
      id,
      eventId,
      number,
      state: "waiting",
      input: stored,
      inputDigest,
      createdById: staffId,
      createdAt: town.clock.now(),
    },
  });
  await town.jobs.enqueue(tx, "visits.solve", { planId: id });
  return { ok: true, number, repeated: false };
}

export type MoveResult =
  | { ok: true; number: number; repeated: boolean }
  | { ok: false; error: "visit-no-such-plan" | "visit-move-not-possible" };

/**
 * Makes a plan by hand out of a solved one: everybody stays but the group (and those that must go with it), who go to the
 * place. The planner looks at it with everything locked, so that no limit of a place, a bus or the teachers is forgotten.
 */
export async function movePlan(
  town: PlanTown,
  request: {
    eventId: string;
    number: number;
    staffId: string;
    groupId: string;
    sessionId: string;
    to: { sessionId: string; placeId: string };
  },
): Promise<MoveResult> {
  const { eventId, number, staffId, to } = request;
  return town.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
    const row = await tx.visitPlan.findUnique({ where: { eventId_number: { eventId, number } } });
    const plan = row && readPlan(row);
    if (plan?.result?.state !== "solved") return { ok: false, error: "visit-no-such-plan" };
    const { problem: input } = plan.stored;
    const { assignments } = plan.result;
    const choice = movesOf({ input, assignments }, request);
    const move = choice?.moves.find(
      ({ sessionId, placeId }) => sessionId === to.sessionId && placeId === to.placeId,
    );
    if (!choice || !move || move.problems.length > 0) return { ok: false, error: "visit-move-not-possible" };
    const byHand: HandMove = {
      groupIds: choice.groups.map(({ id }) => id),
      from: { sessionId: choice.from.sessionId, placeId: choice.from.placeId },
      to,
    };
    const stored: StoredInput = {
      problem: { ...input, locks: locksOfMove(assignments, byHand) },
      basedOn: number,
      hand: { move: byHand, locks: staffLocks(plan.stored) },
    };
    return enqueuePlan(tx, town, { eventId, staffId, stored });
  });
}

/** The settings to begin the next plan with: those of the newest plan, otherwise what suits most visits. */
export function nextSettings(plans: readonly VisitPlan[], sessionIds: readonly string[]): PlanSettings {
  const newest = plans.at(0);
  const before = newest
    ? settingsOf(newest.stored)
    : { visitsPerGroup: 1, emphasis: "wish" as const, even: true, timeLimitSeconds: 30, teachers: {} };
  const teachers: Record<string, number | null> = before.teachers;
  return { ...before, teachers: Object.fromEntries(sessionIds.map((id) => [id, teachers[id] ?? null])) };
}

/**
 * Publishes a solved plan; the one that was public before is no longer. Returns false when there is no such solved plan.
 */
export async function publishPlan(
  town: Pick<Town, "database" | "clock">,
  { eventId, number, staffId }: { eventId: string; number: number; staffId: string },
): Promise<{ ok: boolean }> {
  return town.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
    const occurredAt = town.clock.now();
    const plan = await tx.visitPlan.findUnique({
      where: { eventId_number: { eventId, number }, state: "solved" },
    });
    if (!plan) return { ok: false };
    if (plan.publishedAt) return { ok: true };
    await tx.visitPlan.updateMany({ where: { eventId }, data: { publishedAt: null } });
    await tx.visitPlan.update({ where: { id: plan.id }, data: { publishedAt: occurredAt } });
    await recordEvent(tx, {
      kind: "visit-plan.published",
      subjectId: plan.id,
      actorId: staffId,
      occurredAt,
      data: { eventId, number },
    });
    return { ok: true };
  });
}

/** Takes the published plan back: nobody outside the office sees a place any more. */
export async function withdrawPlan(
  town: Pick<Town, "database" | "clock">,
  { eventId, number, staffId }: { eventId: string; number: number; staffId: string },
): Promise<{ ok: boolean }> {
  return town.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
    const plan = await tx.visitPlan.findUnique({ where: { eventId_number: { eventId, number } } });
    if (!plan?.publishedAt) return { ok: false };
    await tx.visitPlan.update({ where: { id: plan.id }, data: { publishedAt: null } });
    await recordEvent(tx, {
      kind: "visit-plan.withdrawn",
      subjectId: plan.id,
      actorId: staffId,
      occurredAt: town.clock.now(),
      data: { eventId, number },
    });
    return { ok: true };
  });
}
