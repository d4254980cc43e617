/** Measures an engine on labelled queries: how many of the wanted documents come first, and how fast. */
import type { SearchDocument } from "../definition.ts";
import type { SearchEngine } from "../engine.ts";
import type { LabelledQuery } from "./queries.ts";

/** Averages over n queries; times in milliseconds, taken in process and warm. */
export type Measures = {
  n: number;
  recall_at_10: number;
  mrr: number;
  ndcg_at_10: number;
  zero_hits: number;
  p50_ms: number;
  p95_ms: number;
  p99_ms: number;
};

export type Evaluation = {
  engine: string;
  documents: number;
  queries: number;
  build_ms: number;
  overall: Measures;
  classes: Record<string, Measures>;
};

export type Judged = {
  query: LabelledQuery;
  /** Ids of the first ten hits. */
  found: string[];
  recall: number;
  /** One over the place of the first wanted document among the first ten; 0 when there is none. */
  reciprocalRank: number;
  ndcg: number;
};

const depth = 10;
/** Latencies are taken over at least this many calls. */
const leastCalls = 1000;

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Judges the first ten hits of a query. */
export function judge(query: LabelledQuery, hits: readonly string[]): Judged {
  const found = hits.slice(0, depth);
  const wanted = new Set(query.relevant);
  const most = Math.min(depth, wanted.size);
  let got = 0;
  let gain = 0;
  let first = 0;
  found.forEach((id, at) => {
    if (!wanted.has(id)) return;
    got += 1;
    gain += 1 / Math.log2(at + 2);
    if (first === 0) first = at + 1;
  });
  let ideal = 0;
  for (let at = 0; at < most; at += 1) ideal += 1 / Math.log2(at + 2);
  return {
    query,
    found,
    recall: got / most,
    reciprocalRank: first === 0 ? 0 : 1 / first,
    ndcg: gain / ideal,
  };
}

function percentile(sorted: readonly number[], share: number): number {
  return round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0, 3);
}

function summarise(judged: readonly Judged[], times: readonly number[]): Measures {
  const mean = (valueOf: (one: Judged) => number) =>
    judged.length === 0 ? 0 : round(judged.reduce((sum, one) => sum + valueOf(one), 0) / judged.length, 4);
  const sorted = [...times].sort((a, b) => a - b);
  return {
    n: judged.length,
    recall_at_10: mean(({ recall }) => recall),
    mrr: mean(({ reciprocalRank }) => reciprocalRank),
    ndcg_at_10: mean(({ ndcg }) => ndcg),
    zero_hits: judged.filter(({ found }) => found.length === 0).length,
    p50_ms: percentile(sorted, 0.5),
    p95_ms: percentile(sorted, 0.95),
    p99_ms: percentile(sorted, 0.99),
  };
}

/**
 * Builds the index, judges every query once and then times at least `calls` searches in rounds through all of them.
 * The engine is left open and full.
 */
export async function evaluate(
  engine: SearchEngine,
  documents: readonly SearchDocument[],
  queries: readonly LabelledQuery[],
  calls = leastCalls,
): Promise<{ evaluation: Evaluation; judged: Judged[] }> {
  const started = performance.now();
  await engine.replaceAll(documents);
  const build = performance.now() - started;
  const search = ({ q, filters }: LabelledQuery) =>
    engine.search({ text: q, filters, page: 1, pageSize: depth });
  const judged: Judged[] = [];
  for (const query of queries) {
    const { hits } = await search(query);
    judged.push(
      judge(
        query,
        hits.map(({ id }) => id),
      ),
    );
  }
  const times = queries.map((): number[] => []);
  const rounds = queries.length === 0 ? 0 : Math.ceil(calls / queries.length);
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, query] of queries.entries()) {
      const from = performance.now();
      await search(query);
      times[at]!.push(performance.now() - from);
    }
  }
  const classes: Record<string, Measures> = {};
  for (const name of new Set(queries.map((query) => query.class))) {
    const places = [...queries.keys()].filter((at) => queries[at]!.class === name);
    classes[name] = summarise(
      places.map((at) => judged[at]!),
      places.flatMap((at) => times[at]!),
    );
  }
  return {
    evaluation: {
      engine: engine.name,
      documents: documents.length,
      queries: queries.length,
      build_ms: Math.round(build),
      overall: summarise(judged, times.flat()),
      classes,
    },
    judged,
  };
}
