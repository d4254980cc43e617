import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "#app/platform/database.server.ts";

/**
 * Counts requests per network address in this process's memory, for answers that must write nothing to the database.
 * At most `points` in `seconds`; each town counts for itself.
 */
export function createAddressLimit({ points, seconds }: { points: number; seconds: number }) {
  const limiters = new WeakMap<Database, RateLimiterMemory>();
  return async (
    town: { database: Database },
    address: string,
  ): Promise<{ ok: true } | { ok: false; retryAfterSeconds: number }> => {
    let limiter = limiters.get(town.database);
    if (!limiter) {
      limiter = new RateLimiterMemory({ points, duration: seconds });
      limiters.set(town.database, limiter);
    }
    try {
      await limiter.consume(address);
      return { ok: true };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    }
  };
}
