import { createHash } from "node:crypto";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";
import { canonicalText } from "../companies/profile.rules.ts";
import { findBoothBoard, plannerApplications } from "./board.store.server.ts";
import { readExpected } from "./expected.store.server.ts";
import type { PlanResult } from "./planner-result.rules.ts";
import { DEFAULT_WEIGHTS, type PlannerInput, type Resource } from "./planner.rules.ts";
import type { PlannerSettings } from "./schema.ts";
import { proposeBooths } from "./solve.server.ts";

export type StoredPlan = {
  id: string;
  eventId: string;
  number: number;
  input: PlannerInput;
  result: PlanResult;
  createdAt: Date;
  adoptedAt: Date | null;
};

export type ProposalResult =
  | { ok: true; planId: string; number: number; repeated: boolean }
  | { ok: false; error: "no-such-event" | "no-applications" }
  | { ok: false; error: "fixed-too-much"; by: Resource["kind"] };

/**
 * Makes a plan of the present applications and stores it with all that it was made from. The same input is the same plan:
 * asking twice gives the first one back.
 */
export async function proposePlan(
  town: Pick<Town, "database" | "clock">,
  { eventId, staffId, settings }: { eventId: string; staffId: string | null; settings: PlannerSettings },
): Promise<ProposalResult> {
  const board = await findBoothBoard(town, { eventId });
  if (!board) return { ok: false, error: "no-such-event" };
  const proposal = await proposeBooths({
    version: 1,
    ...settings,
    sessions: board.sessions.map(({ id }) => id),
    applications: plannerApplications(board),
  });
  if (!proposal.ok) return proposal;
  const { input, result } = proposal;
  const inputDigest = createHash("sha256").update(canonicalText(input)).digest("hex");
  return town.database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT "id" FROM "Event" WHERE "id" = ${eventId} FOR NO KEY UPDATE`;
    const plans = await tx.boothPlan.findMany({
      where: { eventId },
      orderBy: { number: "desc" },
      select: { id: true, number: true, inputDigest: true },
    });
    const same = plans.find((plan) => plan.inputDigest === inputDigest);
    if (same) return { ok: true, planId: same.id, number: same.number, repeated: true };
    const id = newId();
    const number = (plans[0]?.number ?? 0) + 1;
    await tx.boothPlan.create({
      data: {
        id,
        eventId,
        number,
        input,
        inputDigest,
        result,
        createdById: staffId,
        createdAt: town.clock.now(),
      },
    });
    return { ok: true, planId: id, number, repeated: false };
  });
}

/** A plan of an event; null when the event has none of this id. */
export async function findPlan(
  town: Pick<Town, "database">,
  { eventId, planId }: { eventId: string; planId: string },
): Promise<StoredPlan | null> {
  const row = await town.database.boothPlan.findUnique({ where: { id: planId, eventId } });
  return row && toPlan(row);
}

/** The plans of an event, the newest first. */
export async function listPlans(
  town: Pick<Town, "database">,
  { eventId }: { eventId: string },
): Promise<StoredPlan[]> {
  const rows = await town.database.boothPlan.findMany({ where: { eventId }, orderBy: { number: "desc" } });
  return rows.map(toPlan);
}

function toPlan(row: {
  id: string;
  eventId: string;
  number: number;
  input: unknown;
  result: unknown;
  createdAt: Date;
  adoptedAt: Date | null;
}): StoredPlan {
  const { id, eventId, number, createdAt, adoptedAt } = row;
  return {
    id,
    eventId,
    number,
    createdAt,
    adoptedAt,
    input: row.input as PlannerInput,
    result: row.result as PlanResult,
  };
}

/** The settings that the form opens with: those of the newest plan, with the people whom the registrations let expect. */
export async function suggestSettings(
  town: Pick<Town, "database">,
  { eventId, limit }: { eventId: string; limit: number | null },
): Promise<{ settings: PlannerSettings; expectedFrom: "registrations" | "plan" | "nobody" }> {
  const [newest, expected] = await Promise.all([
    town.database.boothPlan.findFirst({
      where: { eventId },
      orderBy: { number: "desc" },
      select: { input: true },
    }),
    readExpected(town, { eventId }),
  ]);
  const last = newest ? (newest.input as unknown as PlannerInput) : null;
  const known = expected.people.length > 0;
  return {
    settings: {
      limit: last?.limit ?? limit ?? 1,
      power: last?.power ?? null,
      space: last?.space ?? null,
      weights: last?.weights ?? DEFAULT_WEIGHTS,
      people: last?.people ?? expected.people,
      interests: last?.interests ?? expected.interests,
    },
    expectedFrom: last ? "plan" : known ? "registrations" : "nobody",
  };
}
