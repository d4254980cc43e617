/** How fast the embedded engine builds, answers and changes on generated documents, beside MiniSearch on the same ones. */
import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { facetQueries, generateDocuments, generateQueries, hostileQueries } from "./bench-corpus.ts";
import type { SearchDocument } from "./definition.ts";
import { createEmbeddedSearch } from "./embedded.ts";

export type Times = { p50_ms: number; p95_ms: number; p99_ms: number };

export type BenchResult = {
  engine: "embedded" | "minisearch";
  documents: number;
  build_ms: number;
  /** Growth of the process's memory by the index, in MB (2^20 bytes). */
  memory_mb: number;
  /** The mix of queries; the embedded engine counts facets, too. */
  queries: Times;
  /** The same mix when nothing of earlier searches is kept. */
  queries_nothing_kept?: Times;
  /** Filters and facet counts without a word. */
  facets?: Times;
  /** Hostile text, and how its 99th percentile compares with that of the mix (at most 5 is wanted). */
  hostile?: Times & { p99_ratio: number };
  /** One document at a time. */
  upsert: Times;
  remove: Times;
};

const round = (value: number) => Math.round(value * 100) / 100;

function timesOf(times: number[]): Times {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99) };
}

async function timed<T>(items: readonly T[], work: (item: T) => unknown): Promise<Times> {
  const times: number[] = [];
  for (const item of items) {
    const started = performance.now();
    await work(item);
    times.push(performance.now() - started);
  }
  return timesOf(times);
}

/** Memory of the process after what is not needed was given back, in MB. */
async function memory(): Promise<number> {
  const { gc } = globalThis as { gc?: () => void };
  for (let round = 0; round < 3; round += 1) {
    gc?.();
    await wait(20);
  }
  return process.memoryUsage().rss / 2 ** 20;
}

const warmUp = 100;
const changes = 200;

/** Documents that are changed one by one, with new words in them. */
function changed(documents: number): SearchDocument[] {
  const step = Math.max(1, Math.floor(documents / changes));
  return [...generateDocuments(documents)]
    .filter((_, at) => at % step === 0)
    .slice(0, changes)
    .map((document, at) => ({ ...document, version: 2, products: [...document.products, `新製品${at}`] }));
}

/** Measures the embedded engine at one size. */
export async function benchEmbedded(documents: number, queryCount = 1200): Promise<BenchResult> {
  const before = await memory();
  const engine = createEmbeddedSearch();
  const started = performance.now();
  await engine.replaceAll(generateDocuments(documents));
  const build = performance.now() - started;
  const grown = (await memory()) - before;
  const queries = generateQueries(queryCount);
  for (const query of queries.slice(0, warmUp)) await engine.search(query);
  const mix = await timed(queries, (query) => engine.search(query));
  const facets = await timed(facetQueries(queryCount), (query) => engine.search(query));
  const hostile = await timed(hostileQueries(queryCount), (query) => engine.search(query));
  const newer = changed(documents);
  const upsert = await timed(newer, (document) => engine.upsert([document]));
  const remove = await timed(newer, ({ id, version }) => engine.remove([{ id, version: version + 1 }]));
  await engine.close();
  const keepingNothing = createEmbeddedSearch({ keptRows: 0 });
  await keepingNothing.replaceAll(generateDocuments(documents));
  for (const query of queries.slice(0, warmUp)) await keepingNothing.search(query);
  const nothingKept = await timed(queries, (query) => keepingNothing.search(query));
  await keepingNothing.close();
  return {
    engine: "embedded",
    documents,
    build_ms: Math.round(build),
    memory_mb: Math.round(grown),
    queries: mix,
    queries_nothing_kept: nothingKept,
    facets,
    hostile: { ...hostile, p99_ratio: round(hostile.p99_ms / Math.max(0.01, mix.p99_ms)) },
    upsert,
    remove,
  };
}

/** Measures MiniSearch at one size; it has no facets, readings or typing errors to look after. */
export async function benchMiniSearch(documents: number, queryCount = 1200): Promise<BenchResult> {
  const { createMiniSearch } = await import("./bench-minisearch.ts");
  const before = await memory();
  const index = createMiniSearch();
  const started = performance.now();
  index.build(generateDocuments(documents));
  const build = performance.now() - started;
  const grown = (await memory()) - before;
  const queries = generateQueries(queryCount);
  for (const query of queries.slice(0, warmUp)) index.search(query);
  const mix = await timed(queries, (query) => index.search(query));
  const newer = changed(documents);
  const upsert = await timed(newer, (document) => index.upsert(document));
  const remove = await timed(newer, ({ id }) => index.remove(id));
  return {
    engine: "minisearch",
    documents,
    build_ms: Math.round(build),
    memory_mb: Math.round(grown),
    queries: mix,
    upsert,
    remove,
  };
}

/** From this size on MiniSearch is asked fewer queries: each takes it a long time. */
const large = 50_000;

/** Measures both engines at each size, each in a process of its own. */
export function benchSearch(sizes: readonly number[]): BenchResult[] {
  return sizes.flatMap((size) =>
    (["embedded", "minisearch"] as const).map((engine) => {
      const queries = engine === "minisearch" && size >= large ? 240 : 1200;
      const output = execFileSync(
        process.execPath,
        [
          "--expose-gc",
          "--max-old-space-size=6144",
          fileURLToPath(import.meta.url),
          engine,
          String(size),
          String(queries),
        ],
        { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
      );
      return JSON.parse(output) as BenchResult;
    }),
  );
}

if (import.meta.main) {
  const [engine, size, queries] = process.argv.slice(2);
  const bench = engine === "minisearch" ? benchMiniSearch : benchEmbedded;
  console.log(JSON.stringify(await bench(Number(size ?? 10_000), Number(queries ?? 1200)), null, 2));
}
