import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** At most `requests` in each window of `seconds`, per key. `name` stands in the headers. */
export type RequestLimit = { name: string; requests: number; seconds: number };

export type Counted = { ok: boolean; remaining: number; secondsToReset: number };

/**
 * Counts reading requests in the memory of this process: quick, and no write to the database. Several processes count
 * each for itself. What must hold across processes and restarts (sign-in, mails) is counted by throttle.server.ts.
 */
export function createRequestLimit(limit: RequestLimit) {
  // Two towns in one process (two tests) never share a count.
  const limiters = new WeakMap<object, RateLimiterMemory>();
  return async (owner: { database: object }, key: string): Promise<Counted> => {
    const limiter =
      limiters.get(owner.database) ??
      new RateLimiterMemory({ points: limit.requests, duration: limit.seconds });
    limiters.set(owner.database, limiter);
    try {
      return counted(await limiter.consume(key), true);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return counted(refused, false);
      throw refused;
    }
  };
}

function counted({ remainingPoints, msBeforeNext }: RateLimiterRes, ok: boolean): Counted {
  return { ok, remaining: remainingPoints, secondsToReset: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}
