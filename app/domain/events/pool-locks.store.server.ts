import type { Transaction } from "#app/platform/database.server.ts";
import type { Category } from "./rules.ts";

/**
 * The seat ledger. Who registers holds the row of the own counted attempts, so one person's parallel requests are answered
 * one after the other; whoever changes the seats of pools then locks the pools (sorted by id), then registrations. The
 * order is always the same, so nothing deadlocks, and `reserved` is always the sum of the head counts that are registered
 * or offered. A CHECK in the database is the last line of defence.
 */
export type LockedPool = {
  id: string;
  sessionId: string;
  category: Category;
  capacity: number;
  /** As it stands in this transaction; the functions below keep it up to date. */
  reserved: number;
  arrivals: number;
};

/** Locks the rows of the pools for the rest of the transaction and reads them. */
export async function lockPools(tx: Transaction, ids: readonly string[]): Promise<LockedPool[]> {
  return tx.$queryRaw<LockedPool[]>`
    SELECT "id", "sessionId", "category"::text, "capacity", "reserved", "arrivals" FROM "CapacityPool" WHERE "id" = ANY(${[...ids]})
    ORDER BY "id" FOR NO KEY UPDATE`;
}

/**
 * Locks the pool of a registration, and with a student's also those in which guardians of the session can come along, so
 * that no companion is added while it is cancelled.
 */
export async function lockPoolsOf(
  tx: Transaction,
  registration: { poolId: string; category: string },
): Promise<LockedPool[]> {
  return tx.$queryRaw<LockedPool[]>`
    SELECT "id", "sessionId", "category"::text, "capacity", "reserved", "arrivals" FROM "CapacityPool"
    WHERE "id" = ${registration.poolId} OR (${registration.category} = 'student' AND "category" = 'guardian'
      AND "sessionId" = (SELECT "sessionId" FROM "CapacityPool" WHERE "id" = ${registration.poolId}))
    ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Locks all pools of an event: whoever changes its state does this first, so that no registration slips past. */
export async function lockEventPools(tx: Transaction, eventId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "CapacityPool" WHERE "sessionId" IN (SELECT "id" FROM "EventSession" WHERE "eventId" = ${eventId})
    ORDER BY "id" FOR NO KEY UPDATE`;
}

/** Locks registrations against a check-in: a person is either checked in or cancelled, never both. */
export async function lockRegistrations(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM "Registration" WHERE "id" = ANY(${[...ids]}) ORDER BY "id" FOR UPDATE`;
}

/** Takes seats of a locked pool if there are enough; the statement says so once more. */
export async function takeSeats(tx: Transaction, pool: LockedPool, headCount: number): Promise<boolean> {
  if (pool.reserved + headCount > pool.capacity) return false;
  const taken = await tx.$executeRaw`
    UPDATE "CapacityPool" SET "reserved" = "reserved" + ${headCount}
    WHERE "id" = ${pool.id} AND "reserved" + ${headCount} <= "capacity"`;
  if (taken === 1) pool.reserved += headCount;
  return taken === 1;
}

/** Gives seats of a locked pool back. */
export async function giveSeatsBack(tx: Transaction, pool: LockedPool, headCount: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "CapacityPool" SET "reserved" = "reserved" - ${headCount} WHERE "id" = ${pool.id}`;
  pool.reserved -= headCount;
}

/** The next place at the end of a locked pool's waiting list. */
export async function nextArrival(tx: Transaction, pool: LockedPool): Promise<number> {
  await tx.$executeRaw`UPDATE "CapacityPool" SET "arrivals" = "arrivals" + 1 WHERE "id" = ${pool.id}`;
  pool.arrivals += 1;
  return pool.arrivals;
}
