import { createHmac } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { Database, Transaction } from "./database.server.ts";

/** At most `limit` attempts per key in each window of `windowSeconds`. */
export type ThrottleRule = { purpose: string; limit: number; windowSeconds: number };

/**
 * Counts one attempt and says whether it is within the rule. One atomic statement, so parallel attempts cannot slip
 * through; in a transaction it counts only if that is kept. The key (a mail address, a network address) is stored only as a keyed hash.
 */
export async function countAttempt(
  town: { database: Database | Transaction; clock: Clock; env: { sessionSecret: string } },
  rule: ThrottleRule,
  key: string,
): Promise<{ ok: true } | { ok: false; retryAfterSeconds: number }> {
  const now = town.clock.now();
  const hash = keyHash(town, rule, key);
  const windowStart = new Date(now.getTime() - rule.windowSeconds * 1000);
  const rows = await town.database.$queryRaw<{ count: number; windowStartedAt: Date }[]>`
    INSERT INTO "Throttle" ("key", "count", "windowStartedAt") VALUES (${hash}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN "Throttle"."windowStartedAt" <= ${windowStart} THEN 1 ELSE "Throttle"."count" + 1 END,
      "windowStartedAt" = CASE WHEN "Throttle"."windowStartedAt" <= ${windowStart} THEN ${now} ELSE "Throttle"."windowStartedAt" END
    RETURNING "count", "windowStartedAt"`;
  const row = rows[0]!;
  if (row.count <= rule.limit) return { ok: true };
  const elapsed = (now.getTime() - row.windowStartedAt.getTime()) / 1000;
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(rule.windowSeconds - elapsed)) };
}

/** Counts one attempt under several rules; the first rule that is used up refuses, and the rest are not counted. */
export async function countAttempts(
  town: Parameters<typeof countAttempt>[0],
  attempts: readonly (readonly [rule: ThrottleRule, key: string])[],
): ReturnType<typeof countAttempt> {
  for (const [rule, key] of attempts) {
    const counted = await countAttempt(town, rule, key);
    if (!counted.ok) return counted;
  }
  return { ok: true };
}

/** Takes one counted attempt back: it turned out to be rightful. */
export async function giveBackAttempt(
  town: { database: Database; env: { sessionSecret: string } },
  rule: ThrottleRule,
  key: string,
): Promise<void> {
  await town.database.throttle.updateMany({
    where: { key: keyHash(town, rule, key), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Begins the count anew, for example after the right password. */
export async function clearAttempts(
  town: { database: Database; env: { sessionSecret: string } },
  rule: ThrottleRule,
  key: string,
): Promise<void> {
  await town.database.throttle.deleteMany({ where: { key: keyHash(town, rule, key) } });
}

function keyHash(town: { env: { sessionSecret: string } }, rule: ThrottleRule, key: string): string {
  return createHmac("sha256", town.env.sessionSecret).update(`${rule.purpose}\0${key}`).digest("base64url");
}
