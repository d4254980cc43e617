/** A search server behind a time limit and a circuit breaker, with the index of this process always at hand. */
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  IterableBackoff,
  TaskCancelledError,
  timeout,
  TimeoutStrategy,
  wrap,
} from "cockatiel";
import type { Log } from "#app/platform/log.server.ts";
import type { SearchDocument } from "./definition.ts";
import type { GuardState, Removal, SearchEngine } from "./engine.ts";

export type GuardedSearchOptions = {
  /** The server. */
  primary: SearchEngine;
  /** The index in this process; it answers whenever the server does not. */
  fallback: SearchEngine;
  /** Whether the primary is known to hold everything; until then the fallback answers. */
  isComplete: () => boolean;
  log: Log;
  now: () => Date;
  /** Longest wait for the server, in ms. */
  limitMs?: number;
  /** Failures in a row that open the breaker. */
  failures?: number;
  /** Pause before the server is tried again, in ms; doubles with each failed attempt up to a minute. */
  pauseMs?: number;
};

const longestPauseMs = 60_000;

/** What may be said of a failure: a code, a status or the kind of error, never a text that somebody typed. */
export function failureCode(error: unknown): string {
  if (error instanceof TaskCancelledError) return "time-limit";
  if (!(error instanceof Error)) return "unknown";
  const cause = error.cause as { code?: unknown; cause?: { code?: unknown } } | undefined;
  for (const code of [(error as { code?: unknown }).code, cause?.code, cause?.cause?.code])
    if (typeof code === "string") return code;
  return error.name;
}

/** A refusal of one query says nothing about the server; its keys, its index and its absence do. */
function saysServerIsDown(error: unknown): boolean {
  return !failureCode(error).startsWith("invalid_search_");
}

const stateNames = { 0: "closed", 1: "open", 2: "half-open", 3: "open" } as const;

/**
 * Searches the primary while it answers in time, otherwise the fallback: at once while the breaker is open. Writes go to
 * both, to the fallback first; a failed write to the primary is thrown, so that its job is tried again.
 */
export function createGuardedSearch({
  primary,
  fallback,
  isComplete,
  log,
  now,
  limitMs = 800,
  failures = 5,
  pauseMs = 5_000,
}: GuardedSearchOptions): SearchEngine {
  const limit = timeout(limitMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: true });
  const breaker = circuitBreaker(handleWhen(saysServerIsDown), {
    halfOpenAfter: new IterableBackoff(
      [1, 2, 4, 8, 16].map((times) => Math.min(Math.max(longestPauseMs, pauseMs), pauseMs * times)),
    ),
    breaker: new ConsecutiveBreaker(failures),
  });
  const policy = wrap(breaker, limit);
  const guard: GuardState = { state: "closed", changedAt: null, lastFailure: null, fallbacks: 0 };
  breaker.onStateChange((state) => {
    guard.state = stateNames[state];
    guard.changedAt = now();
    const facts = { index: primary.name, state: guard.state, fallbacks: guard.fallbacks };
    if (state === CircuitState.Open) log.warn(facts, "the search server does not answer, its breaker opened");
    else log.info(facts, "the breaker of the search server changed");
  });

  const instead = (query: Parameters<SearchEngine["search"]>[0]) => {
    guard.fallbacks += 1;
    return fallback.search(query);
  };

  return {
    name: primary.name,
    parts: [fallback, primary],
    guard: () => ({ ...guard }),
    get changes() {
      return primary.changes + fallback.changes;
    },
    async search(query) {
      // Only one request tries a server that was down; the others do not wait for its outcome.
      if (!isComplete() || breaker.state === CircuitState.HalfOpen) return instead(query);
      try {
        return await policy.execute(({ signal }) => primary.search(query, { signal }));
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) {
          guard.lastFailure = { at: now(), code: failureCode(error) };
          log.warn(
            { index: primary.name, code: failureCode(error) },
            "the search server failed, search fell back",
          );
        }
        return instead(query);
      }
    },
    async replaceAll(entries) {
      // One reading of the source serves both.
      const all: (SearchDocument | Removal)[] = [];
      for await (const entry of entries) all.push(entry);
      await fallback.replaceAll(all);
      await primary.replaceAll(all);
    },
    async upsert(documents) {
      await fallback.upsert(documents);
      await primary.upsert(documents);
    },
    async remove(removals) {
      await fallback.remove(removals);
      await primary.remove(removals);
    },
    versions: () => primary.versions(),
    count: () => fallback.count(),
    async close() {
      await Promise.all([fallback.close(), primary.close()]);
    },
  };
}
