import { declineNote } from "#app/locales/ja/booth-planner.ts";
import type { Town } from "#app/town.ts";
import { queueSearchUpdate } from "../matching/versions.store.server.ts";
import { lockBooths, writeDecision } from "./decisions.store.server.ts";
import { findBoothBoard } from "./board.store.server.ts";
import { reasonsOf } from "./planner-reasons.rules.ts";
import type { StoredPlan } from "./plans.store.server.ts";
import { inFloorOrder } from "./rules.ts";

type Desk = Pick<Town, "database" | "clock" | "jobs" | "env">;

export type AdoptionResult =
  | { ok: true; selected: number; declined: number; repeated: boolean }
  | {
      ok: false;
      /**
       * plan-stale: applications were withdrawn, or decided otherwise, after the plan was made. over-limit: it gives more
       * booths than the event has.
       */
      error: "no-such-plan" | "plan-stale" | "over-limit" | "event-over";
    };

/** Companies whose application no longer stands as a plan has it: gone, or decided otherwise. */
export function staleIn(
  plan: Pick<StoredPlan, "input" | "result">,
  current: readonly { id: string; state: string }[],
): string[] {
  const states = new Map(current.map(({ id, state }) => [id, state]));
  const chosen = new Set(plan.result.chosen);
  return plan.input.applications
    .filter(({ id }) => {
      const state = states.get(id);
      return state !== "applied" && state !== (chosen.has(id) ? "selected" : "declined");
    })
    .map(({ id }) => id);
}

/**
 * Decides the applications as a plan says: booths are numbered by industry, the companies' members get their mails, and
 * the plan is marked, all in one transaction. Applications that came after the plan keep waiting. Adopting twice, also at
 * the same moment, decides and mails once.
 */
export async function adoptPlan(
  town: Desk,
  { eventId, planId, staffId, note }: { eventId: string; planId: string; staffId: string; note: string },
): Promise<AdoptionResult> {
  const board = await findBoothBoard(town, { eventId });
  return town.database.$transaction(
    async (tx) => {
      const now = town.clock.now();
      const event = await lockBooths(tx, eventId);
      const row = await tx.boothPlan.findUnique({ where: { id: planId, eventId } });
      if (!event || !row || !board) return { ok: false, error: "no-such-plan" };
      const plan = { input: row.input, result: row.result } as unknown as Pick<
        StoredPlan,
        "input" | "result"
      >;
      const chosen = new Set(plan.result.chosen);
      const applications = plan.input.applications;
      const counts = { selected: chosen.size, declined: applications.length - chosen.size };
      if (row.adoptedAt) return { ok: true, ...counts, repeated: true };
      if (now >= event.endsAt) return { ok: false, error: "event-over" };
      const current = await tx.boothApplication.findMany({
        where: { eventId },
        select: { id: true, companyId: true, state: true, boothNumber: true },
      });
      if (staleIn(plan, current).length > 0) return { ok: false, error: "plan-stale" };
      const others = current.filter(({ id, state }) => state === "selected" && !chosen.has(id)).length;
      if (event.boothLimit !== null && chosen.size + others > event.boothLimit)
        return { ok: false, error: "over-limit" };

      const open = new Set(current.filter(({ state }) => state === "applied").map(({ id }) => id));
      const taken = new Set(current.flatMap(({ boothNumber }) => boothNumber ?? []));
      const nameKanaOf = new Map(board.booths.map(({ id, nameKana }) => [id, nameKana]));
      const floor = inFloorOrder(
        applications
          .filter(({ id }) => chosen.has(id) && open.has(id))
          .map((one) => ({ ...one, nameKana: nameKanaOf.get(one.id) ?? "" })),
      );
      let number = 0;
      for (const { id, companyId } of floor) {
        do number += 1;
        while (taken.has(number));
        await writeDecision(tx, town, {
          applicationId: id,
          companyId,
          event,
          staffId,
          now,
          note,
          decision: "selected",
          boothNumber: number,
        });
      }
      for (const { id, companyId } of applications.filter((one) => !chosen.has(one.id) && open.has(one.id))) {
        const company = plan.result.companies.find((one) => one.id === id)!;
        const why = declineNote({
          applied: applications.length,
          limit: plan.input.limit,
          reasons: reasonsOf(plan.input, plan.result, company),
        });
        await writeDecision(tx, town, {
          applicationId: id,
          companyId,
          event,
          staffId,
          now,
          note: [why, note].filter(Boolean).join("\n"),
          decision: "declined",
        });
      }
      await tx.boothPlan.update({ where: { id: planId }, data: { adoptedAt: now } });
      await queueSearchUpdate(tx, town, { kind: "event", id: eventId });
      return { ok: true, ...counts, repeated: false };
    },
    { timeout: 60_000 },
  );
}

/** How many mails adopting a plan sends: the accounts that act for its companies, closed ones aside. */
export async function countAdoptionMails(
  town: Pick<Town, "database">,
  { companyIds }: { companyIds: readonly string[] },
): Promise<number> {
  return town.database.companyMember.count({
    where: { companyId: { in: [...companyIds] }, user: { state: { not: "closed" } } },
  });
}
