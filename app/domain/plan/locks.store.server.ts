import { recordEvent } from "#app/domain/audit/store.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { newId } from "#app/platform/random.ts";
import type { Town } from "#app/town.ts";

/**
 * Inside the transaction of a change: whether the fiscal year of the plan may still be changed. A year cannot be closed
 * between this answer and the end of the transaction.
 */
export async function assertOpen(
  tx: Transaction,
  { planId, fiscalYear }: { planId: string; fiscalYear: number },
): Promise<{ ok: true } | { ok: false; error: "period-locked" }> {
  await tx.$queryRaw`SELECT "id" FROM "Plan" WHERE "id" = ${planId} FOR SHARE`;
  return (await isLocked(tx, { planId, fiscalYear })) ? { ok: false, error: "period-locked" } : { ok: true };
}

/** Closes a fiscal year of a plan or opens it again, with the reason. What is so already is refused. */
export async function setPeriodLock(
  town: Pick<Town, "database" | "clock">,
  {
    planId,
    fiscalYear,
    locked,
    reason,
    actorId,
  }: { planId: string; fiscalYear: number; locked: boolean; reason: string; actorId: string },
): Promise<{ ok: true } | { ok: false; error: "lock-already" | "plan-year-outside" | "no-such-plan" }> {
  return town.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Plan" WHERE "id" = ${planId} FOR UPDATE`;
    const plan = await tx.plan.findUnique({ where: { id: planId } });
    if (!plan) return { ok: false, error: "no-such-plan" };
    if (fiscalYear < plan.firstFiscalYear || fiscalYear > plan.lastFiscalYear)
      return { ok: false, error: "plan-year-outside" };
    if ((await isLocked(tx, { planId, fiscalYear })) === locked) return { ok: false, error: "lock-already" };
    const now = town.clock.now();
    const id = newId();
    await tx.periodLock.create({
      data: { id, planId, fiscalYear, locked, reason, recordedAt: now, recordedById: actorId },
    });
    await recordEvent(tx, {
      kind: locked ? "period.locked" : "period.unlocked",
      subjectId: planId,
      actorId,
      occurredAt: now,
      data: { fiscalYear },
    });
    return { ok: true };
  });
}

async function isLocked(
  tx: Transaction,
  { planId, fiscalYear }: { planId: string; fiscalYear: number },
): Promise<boolean> {
  const last = await tx.periodLock.findFirst({
    where: { planId, fiscalYear },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { locked: true },
  });
  return last?.locked ?? false;
}
