import type { Transaction } from "#app/platform/database.server.ts";
import type { Category, Holder } from "./rules.ts";

/**
 * The seat ledger. Whoever changes the seats of pools locks the pools first (sorted by id), then the holder, then
 * registrations: always in this order, so nothing deadlocks and `reserved` is always the sum of the head counts that are
 * registered or offered. A CHECK in the database is the last line of defence.
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

/** Locks the account or the guest: one person's parallel requests are answered one after the other. */
export async function lockHolder(tx: Transaction, holder: Holder): Promise<void> {
  if ("userId" in holder)
    await tx.$executeRaw`SELECT 1 FROM "User" WHERE "id" = ${holder.userId} FOR NO KEY UPDATE`;
  else await tx.$executeRaw`SELECT 1 FROM "EventGuest" WHERE "id" = ${holder.guestId} FOR NO KEY UPDATE`;
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
