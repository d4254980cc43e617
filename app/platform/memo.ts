import type { Clock } from "./clock.ts";

/** Whose answers are kept: two towns (two tests) never share one. */
type Owner = { clock: Clock; database: object };

/**
 * Keeps the answer of an expensive read for a short while, per key. For public pages that many people open in the same
 * minute and that may be `seconds` old; never for anything that depends on who is looking.
 */
export function createMemo<Value>(seconds: number, maxKeys = 200) {
  const keptOf = new WeakMap<object, Map<string, { until: number; value: Promise<Value> }>>();
  return (owner: Owner, key: string, read: () => Promise<Value>): Promise<Value> => {
    const kept = keptOf.get(owner.database) ?? new Map();
    keptOf.set(owner.database, kept);
    const now = owner.clock.now().getTime();
    const found = kept.get(key);
    if (found && found.until > now) return found.value;
    if (kept.size >= maxKeys) kept.clear();
    const value = read();
    kept.set(key, { until: now + seconds * 1000, value });
    // A failed read is not kept.
    value.catch(() => kept.delete(key));
    return value;
  };
}
